"""What blocks are made with: the reading, the lines, and the way to inner blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from clausier.model.block import Block, Footnote
from clausier.model.inline import Inline
from clausier.read.cut import Cut, raw
from clausier.read.layout import MARK, Layout, Leaf, Line
from clausier.read.nodes import read_inlines
from clausier.read.reading import Reading
from clausier.source.place import Span

Consume = Callable[[Leaf, bool], bool]
"""Takes a paragraph (a source, a key) before it becomes a block; told whether it is the last."""


class Page(Struct):
    """`inner` makes the blocks of elements, `within` those of a part of the source (a cell).

    `defined` are the definitions of footnotes by the element they stand in (one of `parents`,
    which are kept so that no other element can take their identity), `footnotes` where
    those go that are found now; `definitions` are the addresses of links as they stand in the
    marked text, each with the one that its name has in the end.
    """

    reading: Reading
    layout: Layout
    cuts: dict[int, Cut]
    inner: Callable[[Page, str | None, Sequence[Element], Consume | None], list[Block]]
    within: Callable[[Page, list[Line]], tuple[Block, ...]]
    defined: dict[int, list[tuple[str, Element]]] = field(default_factory=dict)
    footnotes: list[Footnote] = field(default_factory=list)
    parents: list[Element] = field(default_factory=list)
    definitions: tuple[tuple[str, str], ...] = ()

    def cut_of(self, text: str) -> Cut | None:
        """What was cut out where a paragraph of one letter stands."""
        if not self.cuts or len(text) > 1 or not MARK.match(text):
            return None
        number, _ = self.layout.marks.get(text, (-1, 0))
        return self.cuts.get(number)

    def leaf(self, text: str) -> Leaf:
        """Running text as Python-Markdown gave it, with its places."""
        if self.cuts:
            stripped = text.strip()
            cut = self.cut_of(stripped)
            if cut is not None:
                self.layout.find(stripped)
                return raw(self.reading, cut)
        return self.layout.leaf(text).strip()

    def inlines(self, leaf: Leaf) -> tuple[Inline, ...]:
        """The inlines of running text."""
        return read_inlines(self.reading, leaf) if leaf.text else ()

    def span(self, leaf: Leaf) -> Span:
        """The place of running text."""
        return self.reading.place(leaf, 0, len(leaf.text))

    def children(self, element: Element, consume: Consume | None = None) -> list[Block]:
        """The blocks of an element."""
        blocks = self.inner(self, element.text, list(element), consume)
        self.take_footnotes(element)
        return blocks

    def take_footnotes(self, element: Element) -> None:
        """The footnotes that are defined directly in an element."""
        for label, root in self.defined.get(id(element), ()):
            cursor = self.layout.cursor, self.layout.column
            self.footnotes.append(self._footnote(label, root))
            self.layout.cursor, self.layout.column = cursor

    def _footnote(self, label: str, root: Element) -> Footnote:
        line, column = self.layout.find(label)
        start = line.at(max(0, column - 2))
        end = line.at(min(len(line.text), column + len(label) + 2))
        blocks = tuple(self.children(root))
        last = max([end, *(block.span.end for block in blocks)])
        return Footnote(self.reading.span(start, last), self.layout.plain(label), blocks)
