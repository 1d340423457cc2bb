"""From running text to what Python-Markdown's inline readers find in it, each with its place.

Python-Markdown puts each thing it finds into a stash and a placeholder into the text. So does
this: but the stash remembers from where to where in the text the thing stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import INLINE_PLACEHOLDER, INLINE_PLACEHOLDER_RE, STX
from msgspec import Struct

from clausier.read import faults
from clausier.read.layout import Leaf
from clausier.read.markdown import Machine, Pattern
from clausier.read.reading import DEEPEST, Reading
from clausier.source.diagnostic import say

_SPECIAL = re.compile(r"[\\`*_\[!<&$@{]| (?= \n)")
_PAIRED = re.compile(r"[\[\]()]")
_MOST_OPEN = 40


class Fragment(Struct, frozen=True):
    """Text with placeholders, `at` the index in the leaf where it begins."""

    data: str
    at: int


class Found(Struct, frozen=True):
    """What an inline reader found between two indices of the leaf.

    `name` says which reader; `inner` is what stands within (words of a link, of an emphasis).
    """

    name: str
    begin: int
    end: int
    element: Element | None = None
    inner: tuple[Fragment | Found, ...] = ()


class Inlines:
    """The inlines of one leaf."""

    def __init__(self, reading: Reading, leaf: Leaf) -> None:
        self._machine: Machine = reading.machine
        self._reading = reading
        self.leaf = leaf
        self._nodes: dict[str, Element | str] = {}
        self._found: dict[str, Found] = {}
        self._patterns: tuple[Pattern, ...] = ()

    def read(self) -> Fragment:
        """The whole leaf with its placeholders."""
        text = self.leaf.text
        if _SPECIAL.search(text) is None:
            return Fragment(text, 0)
        self._nodes = self._machine.stash()
        self._patterns = self._readers(text)
        return Fragment(self._handle(text, 0, 0), 0)

    def parts(self, fragment: Fragment) -> Iterator[tuple[int, int] | Found]:
        """Plain text (as indices of the leaf) and what was found, in their order."""
        data, at = fragment.data, fragment.at
        index = 0
        for match in INLINE_PLACEHOLDER_RE.finditer(data):
            found = self._found[match[1]]
            if match.start() > index:
                yield at, at + match.start() - index
            yield found
            index, at = match.end(), found.end
        if len(data) > index:
            yield at, at + len(data) - index

    def _readers(self, text: str) -> tuple[Pattern, ...]:
        readers = self._machine.readers("".join(sorted(set(_SPECIAL.findall(text)))))
        links = "[" not in text or self._is_flat(text)
        if links and self._machine.definitions:
            return readers
        return tuple(p for p in readers if not p.defined and (links or not p.links))

    def _is_flat(self, text: str) -> bool:
        """Whether brackets are nested so little that links can be looked for."""
        brackets = parentheses = 0
        for match in _PAIRED.finditer(text):
            sign = match[0]
            if sign in "[]":
                brackets = max(0, brackets + (1 if sign == "[" else -1))
            else:
                parentheses = max(0, parentheses + (1 if sign == "(" else -1))
            if brackets > _MOST_OPEN or parentheses > _MOST_OPEN:
                self._reading.report(
                    faults.TOO_DEEP,
                    self._reading.place(self.leaf, match.start(), match.end()),
                    say("too many brackets are open"),
                    say("close the brackets or write them as `\\[`"),
                )
                return False
        return True

    def _handle(self, data: str, at: int, first: int) -> str:
        for index in range(first, len(self._patterns)):
            data = self._apply(data, at, index)
        return data

    def _apply(self, data: str, at: int, index: int) -> str:
        """`data` with a placeholder for each thing that one reader finds."""
        pattern = self._patterns[index]
        for sign in pattern.signs:
            if sign in data:
                break
        else:
            return data
        done: list[str] = []
        start = place = 0
        while True:
            node, match, begin, end = _first(pattern, data, start)
            if match is None:
                return "".join(done) + data[place if done else 0 :]
            if node is None:
                start = max(end, start + 1)
                continue
            first = self._index(data, place, at, begin)
            at = self._index(data, begin, first, end)
            kept = self._keep(pattern, index, node, data, (match.end(), begin, first, at))
            key = f"{len(self._nodes):04d}"
            self._found[key] = kept
            self._nodes[key] = node
            placeholder = INLINE_PLACEHOLDER % key
            if pattern.looks_back:
                data = data[:begin] + placeholder + data[end:]
                start = place = begin + len(placeholder)
            else:
                done += [data[place:begin], placeholder]
                start = place = end

    def _index(self, data: str, start: int, at: int, end: int) -> int:
        """The index in the leaf of `data[end]`, `at` being that of `data[start]`."""
        while True:
            placeholder = data.find(STX, start, end)
            if placeholder < 0:
                return at + end - start
            match = INLINE_PLACEHOLDER_RE.match(data, placeholder)
            assert match is not None
            at, start = self._found[match[1]].end, match.end()

    def _keep(
        self,
        pattern: Pattern,
        index: int,
        node: Element | str,
        data: str,
        place: tuple[int, int, int, int],
    ) -> Found:
        opened, begin, first, last = place
        if isinstance(node, str):
            return Found(pattern.name, first, last)
        if pattern.name == "em_strong":
            return self._emphasis(node, data, [begin, first], index)
        if not pattern.links:
            return Found(pattern.name, first, last, node)
        words = node.text or ""
        if node.tag == "img":
            words = pattern.processor.getText(data, opened)[0]  # type: ignore[attr-defined]
        at = self._index(data, begin, first, opened)
        inner = Fragment(self._handle(words, at, index + 1), at)
        node.text = None
        return Found(pattern.name, first, last, node, (inner,))

    def _emphasis(self, root: Element, data: str, cursor: list[int], index: int) -> Found:
        """An emphasis and all within it; `cursor` runs along `data` and the leaf."""
        top: list[Fragment | Found] = []
        opened: list[tuple[int, list[Fragment | Found]]] = [(0, top)]
        for kind, node in _steps(root):
            inner = opened[-1][1]
            if kind == "text":
                inner.extend(self._words(node.text, data, cursor, index))
            elif kind == "tail":
                inner.extend(self._words(node.tail, data, cursor, index))
            elif kind == "open":
                opened.append((cursor[1], inner if len(opened) > DEEPEST else []))
                self._advance(data, cursor, _width(node))
            else:
                self._advance(data, cursor, _width(node))
                first, within = opened.pop()
                self._close(node, first, cursor[1], within, opened[-1][1])
        assert isinstance(top[0], Found)
        return top[0]

    def _close(
        self,
        node: Element,
        first: int,
        last: int,
        within: list[Fragment | Found],
        outer: list[Fragment | Found],
    ) -> None:
        if within is not outer:
            outer.append(Found(node.tag, first, last, None, tuple(within)))
            return
        self._reading.report(
            faults.TOO_DEEP,
            self._reading.place(self.leaf, first, first + _width(node)),
            say("emphasis is nested too deeply"),
            say("take the sentence apart"),
        )

    def _words(
        self, text: str | None, data: str, cursor: list[int], index: int
    ) -> Iterator[Fragment]:
        if text:
            at = cursor[1]
            self._advance(data, cursor, len(text))
            yield Fragment(self._handle(text, at, index + 1), at)

    def _advance(self, data: str, cursor: list[int], width: int) -> None:
        cursor[1] = self._index(data, cursor[0], cursor[1], cursor[0] + width)
        cursor[0] += width


def _width(node: Element) -> int:
    return 2 if node.tag == "strong" else 1


def _steps(root: Element) -> Iterator[tuple[str, Element]]:
    """Open, text, close and tail of an element and all within it, in their order."""
    todo = [(root, False)]
    while todo:
        node, closing = todo.pop()
        if closing:
            yield "close", node
            if node is not root:
                yield "tail", node
            continue
        yield "open", node
        yield "text", node
        todo.append((node, True))
        todo.extend((child, False) for child in reversed(node))


def _first(
    pattern: Pattern, data: str, start: int
) -> tuple[Element | str | None, re.Match[str] | None, int, int]:
    """The first thing that a reader finds from `start` on, as Python-Markdown's own loop does."""
    for match in pattern.processor.getCompiledRegExp().finditer(data, start):
        node, begin, end = pattern.processor.handleMatch(match, data)
        if begin is None or end is None:
            continue
        return node, match, begin, end
    return None, None, 0, 0
