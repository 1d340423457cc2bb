"""From what was found in running text to the inlines of the model."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from msgspec.structs import replace

from clausier.model.inline import (
    Break,
    Code,
    Emphasis,
    FootnoteMark,
    Formula,
    Image,
    Inline,
    Link,
    Mark,
    Reference,
    Strong,
    Text,
)  # fmt: skip
from clausier.read import faults
from clausier.read.addresses import is_inside, is_safe
from clausier.read.attributes import PROVISIONS, Attributes, known, parse
from clausier.read.inlines import Found, Fragment, Inlines
from clausier.read.layout import Leaf
from clausier.read.markdown import REFERENCE
from clausier.read.reading import Reading
from clausier.read.tags import Tag, pair
from clausier.read.text import texts
from clausier.source.diagnostic import say
from clausier.source.place import Span

_ESCAPED = re.compile("\x02(\\d+)\x03")
_REFERENCE = re.compile(REFERENCE)
_PROVISION = re.compile(r"provision=([^\s{}]*)")
_TAKES_ATTRIBUTES = (Link, Image, Reference, Emphasis, Strong, Code)


def read_inlines(reading: Reading, leaf: Leaf) -> tuple[Inline, ...]:
    """The inlines of running text."""
    found = Inlines(reading, leaf)
    return Nodes(reading, found).of((found.read(),))


def read_mark(reading: Reading, value: str, span: Span) -> Mark | None:
    """The mark of a provision, or nothing (and a report) where its type is unknown."""
    if value in PROVISIONS:
        return Mark(span, value)
    reading.report(
        faults.UNKNOWN_PROVISION,
        span,
        say("unknown type of provision `{0}`", value),
        say("write one of `{0}`", "`, `".join(PROVISIONS)),
    )
    return None


class Nodes:
    """The making of nodes from what was found in one leaf."""

    def __init__(self, reading: Reading, found: Inlines) -> None:
        self._reading = reading
        self._inlines = found
        self._leaf: Leaf = found.leaf

    def of(self, parts: Iterable[Fragment | Found]) -> tuple[Inline, ...]:
        """The nodes of fragments, in their order."""
        made: list[Inline | Tag] = []
        for part in parts:
            if isinstance(part, Found):
                self._add(part, made)
                continue
            for piece in self._inlines.parts(part):
                if isinstance(piece, Found):
                    self._add(piece, made)
                else:
                    self._text(*piece, made)
        return pair(self._reading, self._leaf, made)

    def _text(self, first: int, last: int, made: list[Inline | Tag]) -> None:
        if made and isinstance(made[-1], Break):
            while first < last and self._leaf.text[first] == " ":
                first += 1
        made.extend(texts(self._reading, self._leaf, first, last))

    def span(self, found: Found) -> Span:
        """The place of something found."""
        return self._reading.place(self._leaf, found.begin, found.end)

    def raw(self, found: Found) -> str:
        """How it was written."""
        return self._leaf.text[found.begin : found.end]

    def _add(self, found: Found, made: list[Inline | Tag]) -> None:
        node: Inline | Tag | None = None
        match found.name:
            case "backtick" if found.element is not None:
                node = Code(self.span(found), _code(found.element.text or ""))
            case "backtick" | "escape":
                made.extend(self._escaped(found))
            case "attributes":
                self._attributes(found, made)
            case "mark":
                node = self._mark(found)
            case "formula":
                node = Formula(self.span(found), self.raw(found).strip("$").strip())
            case "footnote":
                node = FootnoteMark(self.span(found), self.raw(found)[2:-1])
            case "autolink" | "automail":
                made.extend(self._automatic(found))
            case "linebreak":
                node = Break(self.span(found))
            case "html":
                node = Tag(self.span(found), found.begin, found.end, self.raw(found))
            case "entity":
                made.extend(self._entity(found))
            case "target":
                node = self._target(found)
            case "em":
                node = Emphasis(self.span(found), self.of(found.inner))
            case "strong":
                node = Strong(self.span(found), self.of(found.inner))
            case _:
                made.extend(self._linked(found))
        if node is not None:
            made.append(node)

    def _escaped(self, found: Found) -> Iterable[Text]:
        for index in range(found.begin, found.end - 1, 2):
            span = self._reading.place(self._leaf, index, index + 2)
            yield Text(span, self._leaf.text[index + 1])

    def _attributes(self, found: Found, made: list[Inline | Tag]) -> None:
        before = made[-1] if made else None
        if not isinstance(before, _TAKES_ATTRIBUTES) or before.span.end != self.span(found).start:
            made.extend(texts(self._reading, self._leaf, found.begin, found.end))
            return
        given = self.given(found)
        if isinstance(before, Image):
            made[-1] = self._described(before, given)
        else:
            known(self._reading, given)

    def _described(self, image: Image, given: Attributes) -> Image:
        known(self._reading, given, "alt")
        words = alternative(given)
        if words and image.alternative:
            self._reading.report(
                faults.PICTURE_IN_TEXT,
                image.span,
                say("the title of this picture is not shown"),
                say("put the picture into a paragraph of its own"),
            )
        return replace(image, alternative=words or image.alternative)

    def given(self, found: Found) -> Attributes:
        """The attributes that were found behind something."""
        return parse(self._reading, self._leaf, found.begin, found.end)

    def _mark(self, found: Found) -> Mark | None:
        match = _PROVISION.search(self.raw(found))
        return read_mark(self._reading, match[1] if match else "", self.span(found))

    def _automatic(self, found: Found) -> Iterable[Inline]:
        words = tuple(texts(self._reading, self._leaf, found.begin + 1, found.end - 1))
        address = self.raw(found)[1:-1]
        if found.name == "automail":
            address = "mailto:" + address.removeprefix("mailto:")
        return self._link(found, address, words)

    def _entity(self, found: Found) -> Iterable[Text]:
        raw = self.raw(found)
        value = unescape(raw)
        if value == raw or not value or (not value.isprintable() and not value.isspace()):
            return texts(self._reading, self._leaf, found.begin, found.end)
        return (Text(self.span(found), value),)

    def _target(self, found: Found) -> Reference:
        match = _REFERENCE.match(self._leaf.text, found.begin)
        assert match is not None
        place = self._reading.place(self._leaf, *match.span(1))
        return Reference(self.span(found), match[1], place, match[2])

    def _linked(self, found: Found) -> Iterable[Inline]:
        element = found.element
        if element is None:
            return texts(self._reading, self._leaf, found.begin, found.end)
        address = link_address(self._reading, self, found)
        if element.tag == "img":
            return (self.image(found, address),)
        words = self.of(found.inner)
        if address.startswith("@"):
            return (self._reference(found, address, words),)
        return self._link(found, address, words)

    def _link(self, found: Found, address: str, words: tuple[Inline, ...]) -> Iterable[Inline]:
        place = self.place_of(found, address)
        if not is_safe(address):
            self._unsafe(address, place)
            return words
        if not words and place != self.span(found):
            first = self._leaf.text.find(address, found.begin)
            words = tuple(texts(self._reading, self._leaf, first, first + len(address)))
        return (Link(self.span(found), address, words),)

    def _unsafe(self, address: str, place: Span) -> None:
        self._reading.report(
            faults.UNSAFE_ADDRESS,
            place,
            say("address `{0}` leads where a standard must not lead", address[:60]),
            say("write an `https` address, or a path in the folder of the deliverable"),
        )

    def place_of(self, found: Found, address: str) -> Span:
        """The place of an address within a link, or the link where it stands elsewhere."""
        inner = found.inner[0] if found.inner else None
        after = inner.at + 1 if isinstance(inner, Fragment) else found.begin
        first = self._leaf.text.rfind(address, after, found.end) if address else -1
        if first < 0:
            return self.span(found)
        return self._reading.place(self._leaf, first, first + len(address))

    def _reference(self, found: Found, address: str, words: tuple[Inline, ...]) -> Reference:
        target, _, part = address[1:].partition("#")
        place = self.place_of(found, "@" + target)
        if place != self.span(found):
            place = self._reading.span(min(place.start + 1, place.end), place.end)
        return Reference(self.span(found), target, place, part or None, words)

    def image(self, found: Found, address: str) -> Image:
        """An image; its path is empty where it leads out of the folder."""
        inner = found.inner[0]
        assert isinstance(inner, Fragment)
        words = " ".join(_written(self._leaf, self._inlines, inner).split())
        place = self.place_of(found, address)
        if not address:
            self._reading.report(
                faults.PICTURE_WITHOUT_PATH,
                self.span(found),
                say("picture without a file"),
                say("write the path of the picture between the parentheses"),
            )
        elif not is_inside(address):
            self._unsafe(address, place)
            address = ""
        return Image(self.span(found), address, place, words)


def link_address(reading: Reading, nodes: Nodes, found: Found) -> str:
    """The address of a link or image; a title it may have is reported."""
    element = found.element
    assert element is not None
    address = _address(element.get("href") or element.get("src") or "")
    reading.used.add(address)
    if element.get("title"):
        reading.report(
            faults.LINK_TITLE,
            nodes.span(found),
            say("the title of this link is not shown"),
            say("write the words into the text"),
        )
    return address


def alternative(given: Attributes | None) -> str:
    """The text alternative of a picture, as its attributes say it."""
    placed = given.get("alt") if given else None
    return " ".join(placed.value.split()) if placed else ""


def _written(leaf: Leaf, inlines: Inlines, fragment: Fragment) -> str:
    return "".join(
        leaf.text[part.begin : part.end]
        if isinstance(part, Found)
        else leaf.text[part[0] : part[1]]
        for part in inlines.parts(fragment)
    )


def _code(text: str) -> str:
    plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return " ".join(part.strip() for part in plain.split("\n")) if "\n" in plain else plain


def _address(text: str) -> str:
    return unescape(_ESCAPED.sub(lambda match: chr(int(match[1])), text)).strip()
