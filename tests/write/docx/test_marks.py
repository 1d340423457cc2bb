"""Bookmarks that are the same in every build."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clausier.write.docx.marks import Marks, mark_name


@given(st.text(min_size=1, max_size=120))
def test_any_anchor_has_a_name_that_word_takes(anchor):
    name = mark_name(anchor)
    assert len(name) <= 40
    assert name.isascii() and name[0].isalpha()
    assert name.replace("_", "a").isalnum()


def test_anchors_that_are_alike_keep_apart():
    alike = ["a-b", "a--b", "a_b", "a b", "a/b", "x" * 41, "x" * 42]
    assert len({mark_name(anchor) for anchor in alike}) == len(alike)


def test_a_name_is_given_once():
    marks = Marks()
    assert marks.around(("a",), "x").count("bookmarkStart") == 1
    assert marks.around(("a",), "y") == "y"
