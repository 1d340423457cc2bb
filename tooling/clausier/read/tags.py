"""HTML tags within running text: the few that mean something, and what is said of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from clausier.model.inline import (
    Break,
    Code,
    Emphasis,
    Inline,
    Strong,
    Subscript,
    Superscript,
)  # fmt: skip
from clausier.read import faults
from clausier.read.addresses import is_inside, is_safe
from clausier.read.layout import Leaf
from clausier.read.reading import DEEPEST, Reading
from clausier.source.diagnostic import say
from clausier.source.place import Span

_NAME = re.compile(r"<(/?)([A-Za-z][\w:-]*)")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_PAIRED = ("sub", "sup", "em", "i", "strong", "b", "code")
_UNSAFE = (
    "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "form",
    "input", "button", "select", "textarea", "link", "meta", "base", "svg", "math", "video",
    "audio", "source", "track", "canvas", "portal", "template", "slot",
)  # fmt: skip
_ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "background", "srcset")


class Tag(Struct, frozen=True):
    """A tag or comment between two indices of a leaf."""

    span: Span
    first: int
    last: int
    raw: str

    @property
    def name(self) -> str:
        match = _NAME.match(self.raw)
        return match[2].lower() if match else ""

    @property
    def closes(self) -> bool:
        return self.raw.startswith("</")


def attributes(raw: str) -> dict[str, str]:
    """The attributes of a tag, their values without quotation marks."""
    return {
        match[1].lower(): match[2][1:-1] if match[2][0] in "\"'" else match[2]
        for match in _ATTRIBUTE.finditer(raw)
    }


def inspect(reading: Reading, tag: Tag, known: Iterable[str]) -> bool:
    """Whether a tag is one of `known`; what is unknown or unsafe in it is reported."""
    given = attributes(tag.raw)
    fine = tag.name in known
    if tag.name in _UNSAFE or any(key.startswith("on") for key in given):
        message = say("`{0}` would do something on the reader's machine", tag.raw[:40])
        reading.report(faults.UNSAFE_HTML, tag.span, message, say("delete the tag"))
    elif not fine:
        message = say("`{0}` has no meaning here", tag.raw[:40])
        reading.report(faults.UNKNOWN_HTML, tag.span, message, say("delete the tag"))
    for key in _ADDRESSES:
        address = given.get(key, "#")
        if not (is_safe(address) if key == "href" else is_inside(address)):
            reading.report(
                faults.UNSAFE_ADDRESS,
                tag.span,
                say("address `{0}` leads where a standard must not lead", address[:60]),
                say("write the link or the picture in Markdown"),
            )
    return fine


def pair(reading: Reading, leaf: Leaf, made: list[Inline | Tag]) -> tuple[Inline, ...]:
    """Inlines whose tags have become nodes; text between unknown tags is kept."""
    if not any(isinstance(node, Tag) for node in made):
        return tuple(node for node in made if not isinstance(node, Tag))
    opened: list[tuple[Tag | None, list[Inline]]] = [(None, [])]
    for node in made:
        if not isinstance(node, Tag):
            opened[-1][1].append(node)
        elif node.raw.startswith(("<!", "<?")):
            _comment(reading, node)
        elif inspect(reading, node, ("br", *_PAIRED)):
            _tag(reading, leaf, node, opened)
    while len(opened) > 1:
        _give_up(reading, opened)
    return tuple(opened[0][1])


def _comment(reading: Reading, tag: Tag) -> None:
    if tag.raw[4:].lstrip().startswith("allow "):
        reading.report(
            faults.ALLOW_WITHOUT_BLOCK,
            tag.span,
            say("this exception stands within a text"),
            say("put it on a line of its own before the block"),
        )


def _tag(
    reading: Reading, leaf: Leaf, tag: Tag, opened: list[tuple[Tag | None, list[Inline]]]
) -> None:
    if tag.name == "br":
        opened[-1][1].append(Break(tag.span))
    elif not tag.closes and not tag.raw.endswith("/>"):
        opened.append((tag, []))
    elif any(begun and begun.name == tag.name for begun, _ in opened):
        while (begun := opened[-1][0]) and begun.name != tag.name:
            _give_up(reading, opened)
        assert begun is not None
        _, inner = opened.pop()
        span = reading.span(begun.span.start, tag.span.end)
        if len(opened) > DEEPEST:
            _report_depth(reading, begun)
            opened[-1][1].extend(inner)
        elif tag.name == "code":
            opened[-1][1].append(Code(span, " ".join(leaf.text[begun.last : tag.first].split())))
        else:
            opened[-1][1].append(_node(tag.name, span, tuple(inner)))
    else:
        _unpaired(reading, tag)


def _node(tag: str, span: Span, inner: tuple[Inline, ...]) -> Inline:
    match tag:
        case "sub":
            return Subscript(span, inner)
        case "sup":
            return Superscript(span, inner)
        case "em" | "i":
            return Emphasis(span, inner)
        case _:
            return Strong(span, inner)


def _give_up(reading: Reading, opened: list[tuple[Tag | None, list[Inline]]]) -> None:
    tag, inner = opened.pop()
    assert tag is not None
    _unpaired(reading, tag)
    opened[-1][1].extend(inner)


def _unpaired(reading: Reading, tag: Tag) -> None:
    reading.report(
        faults.UNKNOWN_HTML,
        tag.span,
        say("`{0}` stands alone", tag.raw[:40]),
        say("write the tag that opens and the tag that closes"),
    )


def _report_depth(reading: Reading, tag: Tag) -> None:
    reading.report(
        faults.TOO_DEEP, tag.span, say("tags are nested too deeply"), say("take the text apart")
    )
