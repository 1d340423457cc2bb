"""What a body is read with: its source, what was found wrong with it, and Python-Markdown."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.model.clause import Allow
from clausier.read.layout import Leaf
from clausier.read.markdown import Machine
from clausier.source.diagnostic import Diagnostic, Fault, Message
from clausier.source.place import Source, Span

DEEPEST = 24
"""Levels of nesting that are read."""


class Reading(Struct):
    """The reading of one body; `used` are the addresses that links and pictures lead to."""

    source: Source
    language: str
    owner: str
    machine: Machine
    found: list[Diagnostic] = field(default_factory=list)
    allows: list[Allow] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def span(self, start: int, end: int) -> Span:
        """A place in the source."""
        return Span(self.source.path, start, end)

    def place(self, leaf: Leaf, first: int, last: int) -> Span:
        """The place of the characters `first` to `last` of a leaf."""
        start = leaf.at(first)
        return Span(self.source.path, start, max(start, leaf.end(last) if last > first else start))

    def report(
        self, fault: Fault, span: Span, message: Message, help: Message | None = None
    ) -> None:
        """Say that `fault` was found at `span`."""
        self.found.append(replace(fault.at(span, message, help), language=self.language))
