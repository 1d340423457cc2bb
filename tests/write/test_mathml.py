"""Formulas become well-formed MathML, or say why not."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.language.translate import said
from clausier.write.mathml import mathml


@pytest.mark.parametrize(
    "tex", [r"r = \frac{a}{b}", r"a < b", r"\text{a & b < c}", r"\sum_{i=1}^{n} x_i", r"10\,\%"]
)
def test_a_formula_is_well_formed(tex: str) -> None:
    made = mathml(tex)
    assert made.markup and ElementTree.fromstring(made.markup).tag.endswith("math")


@pytest.mark.parametrize(
    "tex",
    ["", r"\foo{x}", r"\frac{a", r"\left(", r"\href{javascript:x}{y}", "{" * 4000, "x" * 10_001],
)
def test_what_cannot_be_read_says_why(tex: str) -> None:
    made = mathml(tex)
    assert made.markup is None
    assert made.fault and "\n" not in str(made.fault)


@pytest.mark.parametrize(
    ("tex", "english", "french"),
    [
        (r"\foo{x}", r"unknown command `\foo`", r"commande `\foo` inconnue"),
        (
            r"\begin{foo} x \\ y \end{foo}",
            "unknown environment `foo`",
            "environnement `foo` inconnu",
        ),
        (r"\frac{a", "a brace `{` is not closed", "une accolade `{` n'est pas fermée"),
        (r"\\{a", "a brace `{` is not closed", "une accolade `{` n'est pas fermée"),
        ("a}", "a brace `}` too many", "une accolade `}` de trop"),
        (r"\frac{a}", "a command lacks a part that it needs", "il manque à une commande"),
        ("x^a^b", "a sign has two superscripts", "un signe porte deux exposants"),
        (r"\begin{matrix} a", r"`\begin` has no `\end`", r"`\begin` n'a pas de `\end`"),
        (r"\right)", r"`\left` and `\right` do not", r"`\left` et `\right` ne vont pas"),
        (
            "{" * 4000 + "x" + "}" * 4000,
            "the formula is nested too",
            "la formule est imbriquée trop",
        ),
        (r"\sqrt{" * 80 + "x" + "}" * 80, "the formula is nested too", "la formule est imbriquée"),
        (r"\begin", "the notation is not that of LaTeX", "la notation n'est pas celle de LaTeX"),
    ],
)
def test_it_says_why_in_our_own_words(tex: str, english: str, french: str) -> None:
    fault = mathml(tex).fault
    assert fault and said(fault, "en").startswith(english)
    assert said(fault, "fr").startswith(french)


@pytest.mark.parametrize("tex", [r"\{a", r"\left\{ a \right.", r"\{ a \}", r"\text{a}"])
def test_braces_that_are_signs_need_no_other(tex: str) -> None:
    assert mathml(tex).fault is None


@given(st.text(st.sampled_from("\\{}^_&<>xfrac \"'12"), max_size=25))
def test_nothing_raises(tex: str) -> None:
    made = mathml(tex)
    if made.markup is not None:
        ElementTree.fromstring(made.markup)


@pytest.mark.parametrize("name", ["aligned", "align", "gathered", "dcases", "multline*"])
def test_environments_like_known_ones_are_read_as_those(name: str) -> None:
    made = mathml(rf"\begin{{{name}}} a = b \\ c = d \end{{{name}}}", display=True).markup
    assert made and "mtable" in made and "(1)" not in made
