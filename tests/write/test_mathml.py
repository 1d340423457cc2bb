"""Formulas become well-formed MathML, or say why not."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    assert made.fault and "\n" not in made.fault


@given(st.text(st.sampled_from("\\{}^_&<>xfrac \"'12"), max_size=25))
def test_nothing_raises(tex: str) -> None:
    made = mathml(tex)
    if made.markup is not None:
        ElementTree.fromstring(made.markup)
