"""A file after its cure: only what the edits name is another."""

from __future__ import annotations

import pytest

from clausier.check.cure import Cured, cured
from clausier.source.decode import decode
from clausier.source.diagnostic import Diagnostic, Edit, Message, Severity, say
from clausier.source.place import Span

PATH = "clauses/one/en/04-a.md"


def finding(rule: str, *edits: tuple[int, int, str], path: str = PATH) -> Diagnostic:
    made = tuple(Edit(Span(path, start, end), text) for start, end, text in edits)
    return Diagnostic(rule, Severity.ERROR, Span(PATH, 0, 1), say("wrong"), edits=made)


def after(data: bytes, *findings: Diagnostic) -> Cured | Message:
    return cured(data, decode(PATH, data)[0], findings)


@pytest.mark.parametrize(
    ("before", "becomes"),
    [
        (b"one\ntwo\n", b"one\n2\n"),
        (b"one\r\ntwo\r\n", b"one\r\n2\r\n"),
        (b"\xef\xbb\xbfone\rtwo", b"\xef\xbb\xbfone\r2"),
        (b"one\ntwo \t\r\n\r\r\nx", b"one\n2 \t\r\n\r\r\nx"),
    ],
)
def test_line_ends_marks_and_white_space_stay(before: bytes, becomes: bytes) -> None:
    result = after(before, finding("a/b", (4, 7, "2")))
    assert isinstance(result, Cured)
    assert result.data == becomes


def test_a_new_line_ends_as_the_others_do() -> None:
    result = after("é\r\ntwo\r\n".encode(), finding("a/b", (2, 2, "new\n")))
    assert isinstance(result, Cured)
    assert result.data == "é\r\nnew\r\ntwo\r\n".encode()


def test_edits_that_touch_wait_for_the_next_look() -> None:
    first, second = finding("a/b", (0, 5, "x")), finding("a/c", (5, 6, "y"), (9, 9, "z"))
    result = after(b"0123456789", first, second)
    assert result == Cured(b"x56789", (first,))


def test_two_rules_with_the_same_edit_are_both_cured() -> None:
    one, other = finding("a/b", (0, 1, "x")), finding("a/c", (0, 1, "x"))
    assert after(b"01", one, other) == Cured(b"x1", (one, other))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"0\xff", "it is not written in UTF-8"),
        (b"<<<<<<< HEAD\n0\n=======\n1\n>>>>>>> b\n", "it holds marks of a merge"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_left(data: bytes, why: str) -> None:
    assert str(after(data, finding("a/b", (0, 1, "x")))).startswith(why)


def test_two_rules_that_disagree_are_named() -> None:
    result = after(b"01", finding("a/b", (0, 1, "x")), finding("a/c", (0, 1, "y")))
    assert str(result) == "`a/b` and `a/c` want different words in one place"


def test_a_text_that_was_changed_is_left() -> None:
    read = decode(PATH, b"before")[0]
    result = cured(b"behind", read, [finding("a/b", (0, 1, "x"))])
    assert str(result) == "it was changed while it was looked at"


def test_edits_of_another_file_are_no_cure() -> None:
    result = after(b"01", finding("a/b", (0, 1, "x"), path="clauses/one/fr/04-a.md"))
    assert result == Cured(b"01", ())
