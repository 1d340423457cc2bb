"""The annexes ZA, ZB on legislation of the Union, made of the key `annex_z`.

CEN/CENELEC Internal Regulations, Part 3: informative, after the last lettered annex; a table tells
which clauses cover which essential requirement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausier.language.language import ActForm, Language
from clausier.model.block import Block, Cell, Paragraph, Row, Table
from clausier.model.clause import Clause, Placed
from clausier.model.inline import Inline, Reference, Strong
from clausier.model.workspace import EssentialRequirement, Legislation, Metadata
from clausier.resolve.document import in_language
from clausier.resolve.generated import ANNEXES, Places
from clausier.resolve.letters import letters


def request(act: Legislation, metadata: Metadata) -> str | None:
    """The standardization request under which the document supports an act."""
    return act.request.value if act.request else metadata.standardization_request


def legislation_annexes(metadata: Metadata, language: Language) -> tuple[Clause, ...]:
    """An informative annex for each act, in the order in which `standard.yml` names them."""
    places = Places(metadata.span.path, ANNEXES)
    return tuple(
        _Annex(act, f"annex-z{letters(at).lower()}", metadata, language, places).clause()
        for at, act in enumerate(metadata.annex_z, 1)
    )


class _Annex:
    """One of these annexes as it is put together."""

    def __init__(
        self, act: Legislation, id: str, metadata: Metadata, language: Language, places: Places
    ) -> None:
        self.act = act
        self.id = id
        self.metadata = metadata
        self.words = language.boilerplate
        self.code = language.code
        self.joint = f" {language.labels['and']} "
        self.places = places
        self.name = self._said(act.act)
        self.form = _form(self.name, language.acts)

    def clause(self) -> Clause:
        span = self.places.next()
        return Clause(
            span=span,
            id=Placed(span, self.id),
            kind="annex",
            level=1,
            title=(self.places.text(self._filled("annex-z-title")),),
            body=tuple(self._body()),
            obligation="informative",
            derived=True,
        )

    def _said(self, words: Mapping[str, str]) -> str:
        return in_language(words, self.code, self.metadata.reference_language)

    def _filled(self, key: str) -> str:
        """A fixed sentence in which the act and the request are named."""
        asked = request(self.act, self.metadata)
        return self.words[key].format(
            "{0}", of=self.form.of.format(self.name), this=self.form.this,
            act=self.name, request=f" {asked}" if asked else "",
        )  # fmt: skip

    def _body(self) -> Iterator[Block]:
        table = self._table()
        to_table = Reference(self.places.next(), str(table.id), self.places.next())
        for key in ("annex-z-request", "annex-z-presumption"):
            yield self.places.paragraph(*self.places.filled(self._filled(key), (to_table,)))
        yield table
        for key in ("annex-z-warning-1", "annex-z-warning-2"):
            label, dash, text = self._filled(key).partition(" — ")
            strong = Strong(self.places.next(), (self.places.text(label),))
            yield self.places.paragraph(strong, self.places.text(dash + text))

    def _table(self) -> Table:
        head = [self._paragraph(self._filled(f"annex-z-column-{at}")) for at in (1, 2, 3)]
        return Table(
            span=self.places.next(),
            id=f"{self.id}-table",
            title=(self.places.text(self._filled("annex-z-table")),),
            columns=3,
            head=(self._row(*head, header=True),),
            body=tuple(self._line(row) for row in self.act.rows),
        )

    def _line(self, row: EssentialRequirement) -> Row:
        return self._row(
            self._paragraph(self._said(row.requirement)),
            self.places.paragraph(*self._clauses(row)),
            self._paragraph(self._said(row.remarks)),
        )

    def _clauses(self, row: EssentialRequirement) -> Iterator[Inline]:
        if not row.clauses:
            yield self.places.text(self.words["annex-z-not-covered"])
        for at, clause in enumerate(row.clauses):
            if at:
                last = at == len(row.clauses) - 1
                yield self.places.text(self.joint if last else ", ")
            yield Reference(clause.span, clause.value, clause.span)

    def _paragraph(self, text: str) -> Paragraph:
        return self.places.paragraph(*((self.places.text(text),) if text else ()))

    def _row(self, *paragraphs: Paragraph, header: bool = False) -> Row:
        cells = tuple(
            Cell(self.places.next(), (paragraph,) if paragraph.inlines else (), header)
            for paragraph in paragraphs
        )
        return Row(self.places.next(), cells)


def _form(name: str, forms: tuple[ActForm, ...]) -> ActForm:
    """How an act of this kind is spoken of; the last form is that of any other act."""
    spoken = name.casefold().split()
    return next((form for form in forms if form.name in spoken), forms[-1])
