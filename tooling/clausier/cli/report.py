"""What was found, ready to be printed in one format or another."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from clausier.source.diagnostic import Diagnostic, Severity
from clausier.source.place import Position, Source, Span


class Report(Struct, frozen=True):
    """Diagnostics with the texts they speak of."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]

    def count(self, severity: Severity) -> int:
        """How many findings weigh `severity`."""
        return sum(one.severity is severity for one in self.diagnostics)

    def ends(self, span: Span) -> tuple[Position, Position]:
        """Where a place begins and ends; the start of the file where its text is unknown."""
        source = self.sources.get(span.path)
        if source is None:
            return Position(1, 1), Position(1, 1)
        return source.position(span.start), source.position(span.end)
