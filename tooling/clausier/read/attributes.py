"""Attribute lists: `{#id}`, `{: #id .class key="value"}`."""

from __future__ import annotations

import re

from msgspec import Struct

from clausier.model.clause import Placed
from clausier.read import faults
from clausier.read.layout import Leaf
from clausier.read.markdown import ATTRIBUTES
from clausier.read.reading import Reading
from clausier.source.diagnostic import say
from clausier.source.place import Span

PROVISIONS = (
    "requirement", "recommendation", "permission", "possibility", "external", "instruction",
)  # fmt: skip
LANDSCAPE = "landscape"
"""The class of a table or figure that stands on turned pages of its own."""
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_LIST = re.compile(ATTRIBUTES.replace("(?!provision=)", ""))
_PART = re.compile(
    r"""[ ]+|\#(?P<id>[^\s{}]+)|\.(?P<class>[^\s{}=]+)"""
    r"""|(?P<key>[\w:-]+)=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'{}]*))"""
    r"""|(?P<other>[^\s{}]+)""",
    re.VERBOSE,
)


class Attribute(Struct, frozen=True):
    """One attribute; the key of `#id` is `id`, of `.class` it is `class`."""

    span: Span
    key: str
    value: Placed

    @property
    def written(self) -> str:
        """The attribute as it is written, without the value of a key."""
        sign = {"id": "#", "class": "."}.get(self.key)
        return f"{sign}{self.value.value}" if sign else self.key


class Attributes(Struct, frozen=True):
    span: Span
    items: tuple[Attribute, ...] = ()

    def get(self, key: str) -> Placed | None:
        """The value of a key, the last one if it is given twice."""
        return next((item.value for item in reversed(self.items) if item.key == key), None)


def parse(reading: Reading, leaf: Leaf, first: int, last: int) -> Attributes:
    """The attributes between two braces."""
    items: list[Attribute] = []
    at = first + (2 if leaf.text.startswith("{:", first) else 1)
    for match in _PART.finditer(leaf.text, at, last - 1):
        kind = match.lastgroup
        if kind is None:
            continue
        key = {"id": "id", "class": "class"}.get(kind) or match["key"] or match[0]
        group = kind if kind != "other" else 0
        value = Placed(reading.place(leaf, match.start(group), match.end(group)), match[group])
        items.append(Attribute(reading.place(leaf, match.start(), match.end()), key, value))
    return Attributes(reading.place(leaf, first, last), tuple(items))


def at_end(reading: Reading, leaf: Leaf) -> tuple[Leaf, Attributes | None]:
    """A leaf without the attribute list that closes it, and that list.

    It stands after white space or alone; a list that only marks a provision is left in the text.
    """
    text = leaf.text.rstrip()
    if not text.endswith("}"):
        return leaf, None
    first = text.rfind("{")
    if first > 0 and text[first - 1] not in " \n\xa0":
        return leaf, None
    if not _LIST.fullmatch(text, first, len(text)):
        return leaf, None
    found = parse(reading, leaf, first, len(text))
    if all(item.key == "provision" for item in found.items):
        return leaf, None
    return leaf.cut(0, len(text[:first].rstrip())), found


def known(reading: Reading, found: Attributes | None, *keys: str) -> Attributes | None:
    """The same attributes; those that are none of `keys` are reported."""
    for item in found.items if found else ():
        if item.key not in keys:
            _report_unknown(reading, item)
    return found


def classes(reading: Reading, found: Attributes | None, *meant: str) -> frozenset[str]:
    """The classes that are given; those that are none of `meant` are reported."""
    given = [item for item in (found.items if found else ()) if item.key == "class"]
    for item in given:
        if item.value.value not in meant:
            _report_unknown(reading, item)
    return frozenset(item.value.value for item in given)


def _report_unknown(reading: Reading, item: Attribute) -> None:
    reading.report(
        faults.UNKNOWN_ATTRIBUTE,
        item.span,
        say("attribute `{0}` has no meaning here", item.written),
        say("delete the attribute"),
    )


def identifier(reading: Reading, found: Attributes | None) -> Placed | None:
    """The id that is given, reported where it is not written as ids are."""
    placed = found.get("id") if found else None
    if placed is not None and not ID.fullmatch(placed.value):
        reading.report(
            faults.ID_FORM,
            placed.span,
            say("id `{0}` is not written as ids are", placed.value),
            say("write small letters, digits and single hyphens"),
        )
    return placed


def name(placed: Placed | None) -> str | None:
    """The id itself."""
    return placed.value if placed else None
