"""Lists, definition lists and quotations."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from clausier.model.block import (
    Block,
    Definition,
    DefinitionList,
    Item,
    List,
    Paragraph,
    Quote,
)  # fmt: skip
from clausier.model.inline import Break, Inline
from clausier.read import faults
from clausier.read.attributes import at_end, known
from clausier.read.labels import SOURCE
from clausier.read.layout import Leaf
from clausier.read.page import Page
from clausier.source.diagnostic import say
from clausier.source.place import Span

_MARKER = re.compile(r"(?:[*+-]|\d+\.)[ \t]+$")
_SIGN = re.compile(r"[*+-](?=\s)|\d+\.(?=\s)")
_CURE = say("use one sign throughout, or write a sentence between two lists")
_IN_DASHES = (say("a numbered item goes on a list of dashes"), _CURE)
_IN_ORDERED = (say("a dash goes on a numbered list"), _CURE)
_EMPTY = re.compile(r"[\s>]*(?P<marker>[*+-]|\d+\.)[ \t]*$", re.MULTILINE)
_COLON = re.compile(r":[ \t]*$")


def read_list(page: Page, element: Element, after: int) -> List:
    """A list; `after` is where what stands before it ends."""
    items: list[Item] = []
    for child in element:
        items.append(_item(page, child, items[-1].span.end if items else after))
    _look_at_indents(page, items)
    _look_at_signs(page, element.tag == "ol", items)
    start, end = min(item.span.start for item in items), max(item.span.end for item in items)
    span = page.reading.span(start, end)
    return List(span, element.tag == "ol", tuple(items))


def _item(page: Page, element: Element, after: int) -> Item:
    blocks = page.children(element)
    if not blocks:
        return Item(_nothing(page, after), ())
    first = blocks[0]
    id = None
    if isinstance(first, Paragraph) and first.id:
        id, blocks[0] = first.id, replace(first, id=None)
    start = before(page, first.span.start, _MARKER)
    end = max(block.span.end for block in blocks)
    return Item(page.reading.span(start, end), tuple(blocks), id)


def _nothing(page: Page, after: int) -> Span:
    match = _EMPTY.match(page.reading.source.text, after)
    span = page.reading.span(match.start("marker"), match.end("marker")) if match else None
    span = span or page.reading.span(after, after)
    page.reading.report(
        faults.EMPTY_BLOCK, span, say("list item without text"), say("write the item or delete it")
    )
    return span


def before(page: Page, start: int, marker: re.Pattern[str]) -> int:
    """Where a marker directly before `start` begins, or `start`."""
    text = page.reading.source.text
    line = text.rfind("\n", 0, start) + 1
    match = marker.search(text[max(line, start - 400) : start])
    return start - len(match[0]) if match else start


def _look_at_indents(page: Page, items: list[Item]) -> None:
    columns = [page.reading.source.position(item.span.start).column for item in items]
    for item, column in zip(items, columns, strict=True):
        if 0 < column - columns[0] < 4:
            page.reading.report(
                faults.SHALLOW_INDENT,
                item.span.first(),
                say("this item is indented by {0} and not nested", column - columns[0]),
                say("indent it by four spaces to nest it, or not at all"),
            )


def _look_at_signs(page: Page, ordered: bool, items: list[Item]) -> None:
    text = page.reading.source.text
    for item in items:
        sign = _SIGN.match(text, item.span.start)
        if sign and sign[0][0].isdigit() != ordered:
            said = _IN_ORDERED if ordered else _IN_DASHES
            page.reading.report(faults.MIXED_LIST, page.reading.span(*sign.span()), *said)
            return


def read_definitions(page: Page, element: Element) -> DefinitionList:
    """A definition list; terms that share an explanation stand in one entry."""
    entries: list[Definition] = []
    terms: list[Leaf] = []
    for child in element:
        if child.tag == "dt":
            if entries and not terms:
                pass
            terms.append(page.leaf(child.text or ""))
            continue
        blocks = tuple(page.children(child))
        if terms or not entries:
            entries.append(_entry(page, terms, blocks))
            terms = []
        else:
            last = entries[-1]
            end = max([last.span.end, *(block.span.end for block in blocks)])
            span = page.reading.span(last.span.start, end)
            entries[-1] = Definition(span, last.term, (*last.blocks, *blocks))
    if terms:
        entries.append(_entry(page, terms, ()))
    start, end = min(e.span.start for e in entries), max(e.span.end for e in entries)
    span = page.reading.span(start, end)
    return DefinitionList(span, tuple(entries))


def _entry(page: Page, terms: list[Leaf], blocks: tuple[Block, ...]) -> Definition:
    inlines: list[Inline] = []
    end = 0
    for leaf in terms:
        words, given = at_end(page.reading, leaf)
        known(page.reading, given)
        start = words.at(0)
        if inlines:
            inlines.append(Break(page.reading.span(end, start)))
        inlines.extend(page.inlines(words))
        end = page.span(leaf).end
    places = [page.span(leaf) for leaf in terms] + [block.span for block in blocks]
    start = places[0].start if places else 0
    if not terms and blocks:
        start = before(page, start, _COLON)
    last = max((place.end for place in places), default=0)
    return Definition(page.reading.span(start, last), tuple(inlines), blocks)


def read_quotes(page: Page, element: Element, after: int) -> list[Quote]:
    """Quotations; a paragraph `Source: …` ends one and says where it comes from.

    Python-Markdown takes quotations that follow each other for one.
    """
    quotes: list[Quote] = []
    part: list[Element] = []
    for number, child in enumerate(element):
        part.append(child)
        is_source = child.tag == "p" and SOURCE.match(page.layout.plain(child.text or "").strip())
        if is_source or number == len(element) - 1:
            quote = _quote(page, part, quotes[-1].span.end if quotes else after)
            quotes += [quote] if quote else []
            part = []
    page.take_footnotes(element)
    return quotes


def _quote(page: Page, elements: list[Element], after: int) -> Quote | None:
    sources: list[Leaf] = []

    def take(leaf: Leaf, last: bool) -> bool:
        match = SOURCE.match(leaf.text) if last else None
        if match is not None:
            sources.append(leaf.cut(match.end()))
        return match is not None

    blocks = tuple(page.inner(page, None, elements, take))
    source = page.inlines(sources[0]) if sources else ()
    places = [block.span for block in blocks] + [page.span(leaf) for leaf in sources]
    if not places:
        return None
    start = min(place.start for place in places)
    text = page.reading.source.text
    sign = text.rfind(">", text.rfind("\n", 0, start) + 1, start)
    end = max(place.end for place in places)
    return Quote(page.reading.span(sign if sign >= 0 else start, end), blocks, source)
