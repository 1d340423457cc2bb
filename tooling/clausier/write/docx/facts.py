"""What the writer looks up beside the text: numbers, references, anchors, footnotes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from clausier.resolve.resolved import Kind, Number, Target
from clausier.source.place import Span


class Shown(Struct, frozen=True):
    """How a reference reads; `target` is None where this file does not hold what it points at."""

    text: str
    target: Target | None = None


class Facts(Struct, frozen=True):
    """Facts about the nodes of one document, by their spans.

    `uses` are the references, `marks` the anchors of blocks, `labels` by id the label that a
    caption, a list item or a heading shows automatically.
    """

    numbers: Mapping[Span, Number] = field(default_factory=dict)
    uses: Mapping[Span, Shown] = field(default_factory=dict)
    anchors: Mapping[Span, tuple[str, ...]] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, span: Span, default: str = "") -> str:
        """The label printed beside the node at `span`."""
        number = self.numbers.get(span)
        return default if number is None else number.label

    def value(self, span: Span) -> str:
        """The number of the node at `span` alone."""
        number = self.numbers.get(span)
        return "" if number is None else number.value


CAPTIONED = (Kind.TABLE, Kind.FIGURE, Kind.FORMULA)
"""What is referred to by a field that repeats its label."""
NUMBERED = (Kind.CLAUSE, Kind.SUBCLAUSE, Kind.ANNEX, Kind.ANNEX_SUBCLAUSE)
"""What is referred to by a field that repeats its automatic number."""
