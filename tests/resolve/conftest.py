"""Small documents as values: every node gets a place of its own."""

from __future__ import annotations

from itertools import count

import pytest

from clausier.model.block import Block, Footnote, Item, List, Note, Paragraph, Table
from clausier.model.clause import Clause, Kind, Placed, Term, TermSource
from clausier.model.inline import FootnoteMark, Inline, Reference, Text
from clausier.model.workspace import Committee, Deliverable, Document, Metadata, Standard
from clausier.source.place import Span


class Builder:
    """Makes nodes; `text` splits at `@id` and `[^label]` as an author would write them."""

    def __init__(self) -> None:
        self._at = count(1000, 10)

    def span(self, length: int = 5) -> Span:
        at = next(self._at)
        return Span("doc.md", at, at + length)

    def placed(self, value: str) -> Placed:
        return Placed(self.span(), value)

    def text(self, words: str) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for index, word in enumerate(words.split(" ")):
            space = " " if index else ""
            if "@" in word:
                before, _, target = word.partition("@")
                stop = target[len(target.rstrip(".,)")) :]
                target, _, part = target.rstrip(".,)").partition("#")
                span = self.span()
                if space + before:
                    found.append(Text(self.span(), space + before))
                found.append(Reference(span, target, span, part or None))
                if stop:
                    found.append(Text(self.span(), stop))
            elif word.startswith("[^"):
                found.append(FootnoteMark(self.span(), word[2:-1]))
            else:
                found.append(Text(self.span(), space + word))
        return tuple(found)

    def paragraph(self, words: str, id: str | None = None) -> Paragraph:
        inlines = self.text(words)
        first, last = inlines[0].span, inlines[-1].span
        return Paragraph(Span(first.path, first.start - 1, last.end + 1), inlines, id)

    def note(self, words: str, id: str | None = None) -> Note:
        return Note(self.span(), self.span(), (self.paragraph(words),), id)

    def item(self, *blocks: Block, id: str | None = None) -> Item:
        return Item(self.span(), blocks, id)

    def list(self, *items: Item, ordered: bool = True) -> List:
        return List(self.span(), ordered, items)

    def footnote(self, label: str, words: str) -> Footnote:
        return Footnote(self.span(), label, (self.paragraph(words),))

    def table(self, title: str, id: str | None = None) -> Table:
        return Table(self.span(), id, self.text(title), 1, (), ())

    def clause(
        self,
        id: str,
        *body: Block,
        kind: Kind = "clause",
        level: int = 1,
        title: str = "",
        sections: tuple[Clause, ...] = (),
        terms: tuple[Term, ...] = (),
        footnotes: tuple[Footnote, ...] = (),
    ) -> Clause:
        return Clause(
            self.span(),
            self.placed(id),
            kind,
            level,
            self.text(title) if title else (),
            body,
            sections,
            terms,
            footnotes=footnotes,
        )

    def term(
        self, id: str, notes: tuple[Note, ...] = (), group: str | None = None, source: str = ""
    ) -> Term:
        found = TermSource(self.span(), self.placed(source), "3.1", None) if source else None
        return Term(
            self.span(),
            self.placed(id),
            self.placed(id.replace("-", " ")),
            (),
            (),
            None,
            self.text("thing that is defined"),
            notes,
            (),
            found,
            self.placed(group) if group else None,
        )

    def document(self, id: str, number: str | None = None, **more: object) -> Document:
        titles = {"en": f"Title of {id}"}
        return Document(self.span(), id, "standard", titles, number, **more)  # type: ignore[arg-type]

    def deliverable(
        self,
        *clauses: Clause,
        language: str = "en",
        documents: tuple[Document, ...] = (),
        **metadata: object,
    ) -> Deliverable:
        span = Span("standard.yml", 0, 100)
        committee = Committee("CEN/TC 999", {"en": "Service at counters"}, "AFNOR")
        known = {"number": "prEN 99901", "type": "EN", "stage": "20.60", **metadata}
        return Deliverable(
            "doc",
            "clauses/doc",
            Metadata(
                span,
                edition=1,
                titles={"en": "Title"},
                languages=(language,),
                reference_language=language,
                committee=committee,
                **known,  # type: ignore[arg-type]
            ),
            {document.id: document for document in documents},
            (Standard(span, "doc", language, clauses),),
        )


@pytest.fixture
def build() -> Builder:
    return Builder()
