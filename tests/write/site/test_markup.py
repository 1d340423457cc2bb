"""What was written shows exactly, as text and as a heading."""

from __future__ import annotations

import html

import markdown
import yaml
from hypothesis import given
from hypothesis import strategies as st

from clausier.write.site.markup import attribute, heading, paragraph, script, text
from clausier.write.site.yml import mapping

SIGNS = st.text(
    st.one_of(st.sampled_from("*_`~#<>&{}[]()|\\!\"'@:=+-.1a \t"), st.characters(codec="utf-8")),
    max_size=30,
).filter(lambda value: not any(ord(sign) < 32 and sign != "\t" for sign in value))


def read(source: str) -> str:
    return markdown.markdown(source, extensions=["attr_list", "toc", "def_list", "admonition"])


@given(SIGNS.filter(lambda value: "\x7f" not in value))
def test_a_paragraph_shows_its_signs(value: str) -> None:
    page = read(paragraph(text("x" + value + "x")))
    assert html.unescape(page.removeprefix("<p>").removesuffix("</p>")) == "x" + value + "x"


@given(SIGNS)
def test_a_heading_shows_its_signs(value: str) -> None:
    page = read(heading(2, text("x" + value + "x"), "here"))
    shown = page.removeprefix('<h2 id="here">').removesuffix("</h2>")
    assert html.unescape(shown).split() == ("x" + value + "x").split()


@given(SIGNS)
def test_an_attribute_never_ends_early(value: str) -> None:
    assert not set(attribute(value)) & set('"<>')


def test_data_never_ends_its_script() -> None:
    assert "</script" not in script("x", {"a": "</script><script>alert(1)"})[:-9]


def test_a_heading_keeps_its_markup() -> None:
    made = read(heading(2, '<span class="n">5</span> <em>a*b*</em> H<sub>2</sub>O', "x"))
    assert made == '<h2 id="x"><span class="n">5</span> <em>a&#42;b&#42;</em> H<sub>2</sub>O</h2>'


@given(
    st.recursive(
        st.one_of(SIGNS, st.booleans(), st.integers()),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(SIGNS, inner, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_settings_are_read_as_they_were_meant(value: object) -> None:
    assert yaml.safe_load(mapping({"key": value})) == {"key": value}
