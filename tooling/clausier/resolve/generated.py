"""What no author wrote: paragraphs and texts that stand at no characters of any file."""

from __future__ import annotations

from collections.abc import Iterable

from clausier.model.block import Paragraph
from clausier.model.inline import Inline, Text
from clausier.source.place import Span

SENTENCES, ANNEXES = 100, 1_000_000
"""Where the places of the fixed sentences and those of the annexes on legislation begin."""


class Places:
    """Places for what no author wrote: empty, in `standard.yml`, and no two alike."""

    def __init__(self, path: str, first: int) -> None:
        self.path = path
        self.at = first

    def next(self) -> Span:
        self.at += 1
        return Span(self.path, self.at, self.at)

    def text(self, value: str) -> Text:
        return Text(self.next(), value)

    def paragraph(self, *inlines: Inline) -> Paragraph:
        return Paragraph(self.next(), inlines)

    def filled(self, sentence: str, inserted: Iterable[Inline]) -> tuple[Inline, ...]:
        """A sentence with something put in at its `{0}`; without that, the sentence alone."""
        before, sign, after = sentence.partition("{0}")
        parts = (before, *(inserted if sign else ()), after)
        return tuple(self.text(part) if isinstance(part, str) else part for part in parts if part)
