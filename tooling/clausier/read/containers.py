"""What `!!!` opens: notes, examples, warnings, and tables and figures with all that is theirs."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.model.block import (
    Admonition,
    Block,
    Definition,
    DefinitionList,
    Example,
    Figure,
    Legend,
    Note,
    Paragraph,
    Picture,
    Table,
)  # fmt: skip
from clausier.model.clause import Placed
from clausier.model.inline import Inline
from clausier.read import faults
from clausier.read.attributes import LANDSCAPE, classes, identifier, known, name, parse
from clausier.read.labels import CAUTIONS, EXAMPLES, FIGURES, KEY, NOTES, SOURCE, TABLES, UNITS
from clausier.read.layout import Leaf
from clausier.read.page import Page
from clausier.read.tables import Caption, read_caption
from clausier.source.diagnostic import Message, say
from clausier.source.place import Span

_HEAD = re.compile(
    r'!!! ?(?P<kind>[\w\-]+)(?P<more>(?: +[\w\-]+)*)(?: +"(?P<title>.*?)")?'
    r"(?: *(?P<attributes>\{[^}\n]*\}))? *"
)
_CAUTIONS = {word.lower(): kind for word, kind in CAUTIONS.items()}
_NOTES = tuple(word.lower() for word in NOTES)
_EXAMPLES = tuple(word.lower() for word in EXAMPLES)


class _Head(Struct, frozen=True):
    """The first line: its place, its kind, the title and the id it gives, whether it is turned."""

    span: Span
    label: Span
    kind: str
    title: Caption | None
    id: Placed | None
    landscape: bool = False


def read_container(page: Page, element: Element) -> list[Block]:
    """The blocks of a container: one, and what does not belong into it."""
    head = _head(page, element)
    if head is None:
        return page.children(element)
    if head.kind in TABLES or head.kind in FIGURES:
        return _Parts(page, head, element).blocks()
    blocks = page.children(element)
    end = max([head.span.end, *(block.span.end for block in blocks)])
    span = page.reading.span(head.span.start, end)
    if head.kind not in (*_NOTES, *_EXAMPLES, *_CAUTIONS):
        return _unknown(page, head, blocks)
    blocks = [*_titled(page, head), *blocks]
    if not blocks:
        _empty(page, head)
    id = name(head.id) or (head.title.id if head.title else None)
    if head.kind in _CAUTIONS:
        return [Admonition(span, _CAUTIONS[head.kind], tuple(blocks), id)]
    made = Note if head.kind in _NOTES else Example
    return [made(span, head.label, tuple(blocks), id)]


def _head(page: Page, element: Element) -> _Head | None:
    leaf = page.layout.leaf(element.get("head") or "").strip()
    match = _HEAD.fullmatch(leaf.text)
    if match is None:
        return None
    label = page.reading.place(leaf, 0, match.end("kind"))
    title = None
    if match["title"]:
        title = read_caption(page, leaf.cut(*match.span("title")).strip())
    given = None
    if match["attributes"]:
        given = parse(page.reading, leaf, *match.span("attributes"))
        known(page.reading, given, "id", "class")
    if match["more"]:
        page.reading.report(
            faults.UNKNOWN_ADMONITION,
            page.reading.place(leaf, *match.span("more")),
            say("`{0}` has no meaning here", match["more"].strip()),
            say("write one word after `!!!`, and the title in quotation marks"),
        )
    kind = match["kind"].lower()
    meant = (LANDSCAPE,) if kind in (*TABLES, *FIGURES) else ()
    turned = LANDSCAPE in classes(page.reading, given, *meant)
    turned = turned or (title is not None and title.landscape)
    return _Head(page.span(leaf), label, kind, title, identifier(page.reading, given), turned)


def _titled(page: Page, head: _Head) -> list[Block]:
    if head.title is None or not head.title.title:
        return []
    span = page.span(head.title.leaf)
    page.reading.report(
        faults.ADMONITION_TITLE,
        span,
        say("`{0}` has a title", head.kind),
        say("put the words into the text"),
    )
    return [Paragraph(span, head.title.title)]


def _unknown(page: Page, head: _Head, blocks: list[Block]) -> list[Block]:
    page.reading.report(
        faults.UNKNOWN_ADMONITION,
        head.label,
        say("`{0}` is no block that is known", head.kind),
        say("write note, example, warning, caution, important, danger, table or figure"),
    )
    title = head.title.title if head.title else ()
    return [*([Paragraph(page.span(head.title.leaf), title)] if head.title else []), *blocks]


def _empty(page: Page, head: _Head) -> None:
    page.reading.report(
        faults.EMPTY_BLOCK,
        head.span,
        say("`{0}` without text", head.kind),
        say("indent the text by four spaces"),
    )


class _Parts(Struct):
    """What is found in the container of a table or figure."""

    page: Page
    head: _Head
    element: Element
    units: tuple[Inline, ...] = ()
    source: tuple[Inline, ...] = ()
    key: list[Definition] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    stray: list[Block] = field(default_factory=list)
    end: int = 0
    awaits_key: Leaf | None = None

    def blocks(self) -> list[Block]:
        """The table or figure, and after it what does not belong to it."""
        outer, self.page.footnotes = self.page.footnotes, []
        found = self.page.children(self.element, self._consume)
        footnotes, self.page.footnotes = tuple(self.page.footnotes), outer
        if self.awaits_key is not None:
            self.stray.append(Paragraph(self.page.span(self.awaits_key), self._words()))
        main = self._sorted(found)
        places = [*(block.span.end for block in found), *(note.span.end for note in footnotes)]
        self.end = max([self.head.span.end, self.end, *places])
        legend = Legend(self.units, tuple(self.key), tuple(self.notes), footnotes, self.source)
        made = self._table(main, legend) if self.head.kind in TABLES else self._figure(main, legend)
        for block in self.stray:
            self._report(block)
        return [*made, *self.stray]

    def _words(self) -> tuple[Inline, ...]:
        assert self.awaits_key is not None
        return self.page.inlines(self.awaits_key)

    def _consume(self, leaf: Leaf, last: bool) -> bool:
        if (match := UNITS.match(leaf.text)) and not self.units:
            self.units = self.page.inlines(leaf.cut(match.end()))
        elif (match := SOURCE.match(leaf.text)) and not self.source:
            self.source = self.page.inlines(leaf.cut(match.end()))
        elif KEY.fullmatch(leaf.text) and self.awaits_key is None and not self.key:
            self.awaits_key = leaf
        else:
            return False
        self.end = max(self.end, self.page.span(leaf).end)
        return True

    def _sorted(self, found: list[Block]) -> list[Table | Figure]:
        main: list[Table | Figure] = []
        for block in found:
            match block:
                case DefinitionList(entries=entries) if self.awaits_key and not self.key:
                    self.key.extend(entries)
                    self.stray = [
                        s for s in self.stray if s.span != self.page.span(self.awaits_key)
                    ]
                case Note():
                    self.notes.append(block)
                case Table(legend=legend) if self._may_hold(TABLES, legend) and not main:
                    main.append(block)
                case Figure(pictures=(_,), legend=legend) if self._may_hold(FIGURES, legend):
                    main.append(block)
                case _:
                    self.stray.append(block)
        return main

    def _may_hold(self, kinds: tuple[str, ...], legend: Legend) -> bool:
        return self.head.kind in kinds and legend == Legend()

    def _report(self, block: Block) -> None:
        self.page.reading.report(
            faults.STRAY,
            block.span.first(60),
            say("this does not belong to a table or figure"),
            say("take the indentation away"),
        )

    def _span(self) -> Span:
        return self.page.reading.span(self.head.span.start, self.end)

    def _title(self, main: list[Table | Figure]) -> tuple[tuple[Inline, ...], str | None]:
        id, title = name(self.head.id), self.head.title
        if title is not None:
            return title.title, id or title.id
        return (main[0].title if main else ()), id or (main[0].id if main else None)

    def _missing(self, message: Message) -> list[Block]:
        self.page.reading.report(
            faults.EMPTY_CONTAINER,
            self.head.span,
            message,
            say("indent what belongs to it by four spaces"),
        )
        title = self.head.title
        return [Paragraph(self.page.span(title.leaf), title.title)] if title else []

    def _left_over(self, legend: Legend) -> list[Block]:
        """What a container without table or picture holds nevertheless."""
        kept: list[Block] = [*legend.notes]
        for words in (legend.units, legend.source):
            if words:
                span = self.page.reading.span(words[0].span.start, words[-1].span.end)
                kept.append(Paragraph(span, words))
        if legend.key:
            span = self.page.reading.span(legend.key[0].span.start, legend.key[-1].span.end)
            kept.append(DefinitionList(span, legend.key))
        self.page.footnotes.extend(legend.footnotes)
        return sorted(kept, key=lambda block: block.span)

    def _table(self, main: list[Table | Figure], legend: Legend) -> list[Block]:
        title, id = self._title(main)
        if not main or not isinstance(main[0], Table):
            return [
                *self._missing(say("`{0}` holds no table", self.head.kind)),
                *self._left_over(legend),
            ]
        if self.head.title is not None and main[0].title:
            inner = main[0].title
            span = self.page.reading.span(inner[0].span.start, inner[-1].span.end)
            self.stray.append(Paragraph(span, inner))
        turned = self.head.landscape or main[0].landscape
        return [
            replace(main[0], span=self._span(), id=id, title=title, legend=legend, landscape=turned)
        ]

    def _figure(self, main: list[Table | Figure], legend: Legend) -> list[Block]:
        title, id = self._title(main if len(main) == 1 else [])
        figures = [figure for figure in main if isinstance(figure, Figure)]
        if not figures:
            return [
                *self._missing(say("`{0}` holds no picture", self.head.kind)),
                *self._left_over(legend),
            ]
        pictures = tuple(
            _picture(figure, len(figures) > 1 or self.head.title) for figure in figures
        )
        turned = self.head.landscape or any(figure.landscape for figure in figures)
        return [Figure(self._span(), id, title, pictures, legend, turned)]


def _picture(figure: Figure, titled: object) -> Picture:
    picture = figure.pictures[0]
    return replace(picture, id=figure.id, title=figure.title) if titled else picture
