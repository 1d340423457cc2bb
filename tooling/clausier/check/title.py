"""The titles of documents, as `standard.yml` gives them, with the places of their words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from clausier.check.subject import Subject
from clausier.model.workspace import Deliverable
from clausier.source.diagnostic import Edit
from clausier.source.place import Span

DASH = " — "
"""What stands between the elements of a title."""


class DocumentTitle(Struct, frozen=True):
    """A title of a document in one language: `value` is its place, `key` that of its key."""

    deliverable: Deliverable
    language: str
    text: str
    key: Span
    value: Span | None

    def at(self, start: int, end: int) -> Span:
        """The place of some of its characters, as exactly as is known."""
        if self.value is None:
            return self.key
        return Span(self.value.path, self.value.start + start, self.value.start + end)

    def edits(self, start: int, end: int, text: str) -> tuple[Edit, ...]:
        """The edit that puts `text` in the place of some of its characters."""
        return (Edit(self.at(start, end), text),) if self.value else ()

    def elements(self) -> list[tuple[int, str]]:
        """The elements of the title, each with where it begins."""
        found = []
        at = 0
        for element in self.text.split(DASH):
            found.append((at, element))
            at += len(element) + len(DASH)
        return found


def document_titles(subject: Subject) -> Iterator[DocumentTitle]:
    """The titles of all deliverables, in each of their languages."""
    for deliverable in subject.workspace.deliverables:
        metadata = deliverable.metadata
        source = subject.sources.get(metadata.span.path)
        for language, text in metadata.titles.items():
            key = metadata.spans.get(f"titles.{language}", metadata.span.first())
            at = source.text.find(text, key.end) if source else -1
            value = Span(key.path, at, at + len(text)) if at >= 0 else None
            yield DocumentTitle(deliverable, language, text, key, value)
