"""What was found, ready to be printed in one format or another."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from clausier.source.diagnostic import Diagnostic, Severity
from clausier.source.place import Position, Source, Span


class Report(Struct, frozen=True):
    """Diagnostics with the texts they speak of; `files` is how many files were read."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    files: int | None = None

    @property
    def read(self) -> int:
        """How many files were read: as many as there are texts, where nothing else is said."""
        return len(self.sources) if self.files is None else self.files

    def count(self, severity: Severity) -> int:
        """How many findings weigh `severity`."""
        return sum(one.severity is severity for one in self.diagnostics)

    def ends(self, span: Span) -> tuple[Position, Position]:
        """Where a place begins and ends; the start of the file where its text is unknown."""
        source = self.sources.get(span.path)
        if source is None:
            return Position(1, 1), Position(1, 1)
        return source.position(span.start), source.position(span.end)

    def has_lines(self, span: Span) -> bool:
        """Whether a place is one of a text with lines; a Word file has paragraphs."""
        source = self.sources.get(span.path)
        return source is None or not source.paragraphs
