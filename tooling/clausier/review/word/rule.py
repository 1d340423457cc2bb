"""A rule of Word files: one function that looks at a file and yields findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import cleandoc

from msgspec import Struct
from msgspec.structs import replace

from clausier.review.word.file import WordFile
from clausier.source.diagnostic import Fault, Message, Severity, fault
from clausier.source.place import Span

FILES = "CEN and CENELEC, preparation of files for the Management Centre"
"""Where CEN says what a submission is."""


class Found(Struct, frozen=True):
    """What a rule says of one place of a Word file."""

    span: Span
    message: Message
    help: Message | None = None


Find = Callable[[WordFile], Iterator[Found]]


class WordRule(Struct, frozen=True):
    """A fault of Word files and the function that finds it."""

    fault: Fault
    find: Find


def word_rule(severity: Severity, row: str, source: str = FILES) -> Callable[[Find], WordRule]:
    """Make a rule of a function: its id is `docx/function-name`, its docstring the explanation.

    `row` is the row of the catalogue that it answers.
    """

    def made(find: Find) -> WordRule:
        name = find.__name__.replace("_", "-")
        known = fault(f"docx/{name}", severity, cleandoc(find.__doc__ or name), source)
        return WordRule(replace(known, catalogue=(row,)), find)

    return made
