"""Signs that mean something to Markdown, YAML or HTML show as they were written, no more."""

from __future__ import annotations

import pytest
import yaml

from tests.write.site.shown import folded, shown
from tests.write.site.workspace import files, written

PAGE = "docs/en/d/waiting/index.md"


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        (r"a \*b\* \_c\_ \[x\](y) \`d\`", "a *b* _c_ [x](y) `d`"),
        ("a {{ b }} {% c %} {#- d #} e", "a {{ b }} {% c %} {#- d #} e"),
        ("1 &lt; 2 &amp; 3 | 4 \\\\ 5", "1 < 2 & 3 | 4 \\ 5"),
        ("[x] a@b.example ~~c~~ ==d==", "[x] a@b.example ~~c~~ ==d=="),
        ("`<script>` and `*x*`", "<script> and *x*"),
        ("a\u00a0b “c” « d » — œ 1\u202f000", "a b “c” « d » — œ 1 000"),
    ],
)
def test_signs_show_as_written(source: str, reads: str) -> None:
    assert folded(reads) in folded(shown(written(files(source)).files[PAGE]).text)


def test_code_keeps_fences_and_tabs() -> None:
    body = "~~~~text\n```\n\tx * y\n{: .z }\n```\n~~~~\n"
    text = shown(written(files(body)).files[PAGE]).text
    assert "```\n\tx * y\n{: .z }\n```" in text


@pytest.mark.parametrize(
    "title",
    ['"<b>x</b> </title><script>alert(1)</script>"', '"a: *b* {c} #d"', "'[x](javascript:y)'"],
)
def test_a_title_is_text_everywhere(title: str) -> None:
    output = written(files("Text.", title=title))
    page = output.files[PAGE].decode()
    plain = yaml.safe_load(title)
    assert folded(plain) in folded(shown(output.files[PAGE]).text)
    assert "<script>alert" not in page
    matter = yaml.safe_load(page.partition("\n---\n")[0].removeprefix("---\n"))
    assert "<" not in matter["title"]
    assert "<script>" not in output.files["mkdocs.yml"].decode()


def test_raw_html_brings_nothing_alive() -> None:
    body = (
        '<script>alert(1)</script>\n\n<iframe src="https://x.example"></iframe>\n\n'
        '<p onclick="alert(1)">a</p>\n\n[b](javascript:alert(1))\n\n'
        "[c](JaVaScRiPt&#58;alert(1))\n\n![d](https://x.example/d.png)\n\n$\\href{javascript:x}{y}$\n"
    )
    page = shown(written(files(body)).files[PAGE])
    assert not {"iframe", "object", "embed", "form", "img"} & set(page.tags)
    assert "script" not in page.tags
    assert not page.handlers
    assert not [link for link in page.links if "script:" in link.casefold()]


@pytest.mark.parametrize("id", ["index", "principles", "terms", "nul"])
def test_a_clause_may_have_any_id(id: str) -> None:
    output = written(files("Text.", id=id))
    assert f"docs/en/d/{id}/index.md" in output.files


def test_a_formula_that_cannot_be_read_shows_its_notation() -> None:
    output = written(files("See $\\nonsense{x}$."))
    assert [one.rule for one in output.diagnostics] == ["write/not-rendered"]
    assert "\\nonsense{x}" in shown(output.files[PAGE]).text


def test_an_empty_workspace_has_a_site() -> None:
    assert "docs/index.md" in written({}).files


def test_a_page_that_one_language_lacks_leads_to_its_first_page() -> None:
    known = files("Text.")
    standard = known["clauses/d/standard.yml"].decode().replace("[en]", "[en, fr]")
    known["clauses/d/standard.yml"] = standard.encode()
    known["clauses/d/fr/05-attente.md"] = b"---\nid: attente\nkind: clause\ntitle: A\n---\n\nB.\n"
    page = written(known).files[PAGE].decode().partition("\n---\n")[0]
    other = yaml.safe_load(page.removeprefix("---\n"))["languages"]
    assert other == [{"code": "fr", "href": "../../../fr/index.html", "same": False}]
