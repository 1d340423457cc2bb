"""Formulas become Office MathML that the schema accepts."""

from __future__ import annotations

import re

import pytest

from clausier.write.docx.omml import omml
from clausier.write.mathml import mathml

FORMULAS = {
    r"\frac{a}{b}": "f",
    r"\sqrt{x}": "rad",
    r"\sqrt[3]{x}": "rad",
    r"x_i": "sSub",
    r"x^2": "sSup",
    r"x_i^2": "sSubSup",
    r"\sum_{i=1}^{n} x_i = 3": "nary",
    r"\int_0^1 f(x)\,dx": "nary",
    r"\left(\frac{a}{b}\right)": "d",
    r"\left\{ x \right.": "d",
    r"\begin{cases} a & b \\ c & d\end{cases}": "m",
    r"\begin{pmatrix}1&2\\3&4\end{pmatrix}": "d",
    r"\bar{x}": "bar",
    r"\overline{xy}": "bar",
    r"\hat{x}": "acc",
    r"\vec v": "acc",
    r"\lim_{x\to 0} f": "limLow",
    r"\underbrace{a+b}_{n}": "groupChr",
    r"\text{if } x < 3": "nor",
    r"\mathrm{max} x": "sty",
}


def made(tex: str) -> str:
    found = mathml(tex, True)
    assert found.markup is not None, found.fault
    return omml(found.markup) or ""


@pytest.mark.parametrize(("tex", "shape"), FORMULAS.items())
def test_each_shape_is_its_own(tex, shape):
    assert (
        f"<m:{shape}>" in made(tex) or f"<m:{shape}/>" in made(tex) or f"<m:{shape} " in made(tex)
    )


def test_every_formula_is_valid(written, schema_faults):
    body = "\n\n".join(
        f"So ${tex}$ and\n\n$$ {tex} $$ {{#eq-{n}}}" for n, tex in enumerate(FORMULAS)
    )
    document = written(body + "\n")
    assert document.faults == ()
    assert schema_faults(document.data) == []


def test_a_sum_takes_in_what_it_is_over_and_no_more():
    shown = made(r"\sum_{i=1}^{n} x_i = 3")
    inside = re.search(r"<m:nary>.*</m:nary>", shown)
    assert inside is not None
    assert (
        ">=<" not in inside[0].replace('<m:t xml:space="preserve">=', ">=", 1).split("</m:sub>")[1]
    )
    assert shown.endswith("3</m:t></m:r>")


def test_the_number_stands_at_the_margin(written):
    document = written("$$ a = b $$ {#eq-a}\n\nSee @eq-a.\n")
    assert document.texts("Formula") == ["|(1)"]
