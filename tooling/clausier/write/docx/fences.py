"""Brackets in formulas: which of them grow with what they enclose."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

_OPENING = frozenset("([{⟨⌈⌊|‖∥")
_CLOSING = frozenset(")]}⟩⌉⌋|‖∥")


def is_fence(element: ElementTree.Element) -> bool:
    """Whether a sign was written as a bracket that grows (`\\left(`, and its fellow)."""
    if element.tag.rpartition("}")[2] != "mo" or element.get("stretchy") == "false":
        return False
    return element.get("fence") == "true" or element.get("stretchy") == "true"


def fenced(elements: Sequence[ElementTree.Element], at: int) -> int | None:
    """The place of the bracket that closes the one at `at`; None where it opens nothing.

    A bracket that encloses all that follows (as that of `cases`) is closed by the end of the row.
    """
    if _before_table(elements, at):
        return at + 2
    if not is_fence(elements[at]) or not _opens(elements[at]):
        return None
    depth = 0
    for index in range(at + 1, len(elements)):
        if not is_fence(elements[index]):
            continue
        if _closes(elements[index]):
            if depth == 0:
                return index
            depth -= 1
        elif _opens(elements[index]):
            depth += 1
    return len(elements)


def _before_table(elements: Sequence[ElementTree.Element], at: int) -> bool:
    """Whether a bracket, a table and a bracket follow each other: a matrix."""
    if at + 2 >= len(elements):
        return False
    first, table, last = elements[at : at + 3]
    return (
        table.tag.rpartition("}")[2] == "mtable"
        and (first.text or "").strip() in _OPENING
        and (last.text or "").strip() in _CLOSING
        and len(first) == len(last) == 0
    )


def _opens(element: ElementTree.Element) -> bool:
    form = element.get("form")
    return form == "prefix" if form else (element.text or "").strip() in _OPENING


def _closes(element: ElementTree.Element) -> bool:
    form = element.get("form")
    return form == "postfix" if form else (element.text or "").strip() in _CLOSING
