"""The body of a page as HTML without a Markdown reader: our pages hold headings and raw HTML only.

A generator that reads the pages itself comes to the same elements, text and ids; a test says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

DEEPEST = 4
"""Headings below this level are not listed beside the page."""


class Heading(Struct, frozen=True):
    """A heading of a page; `name` is HTML without tags."""

    level: int
    id: str
    name: str


class Ready(Struct, frozen=True):
    """A page's HTML with its headings in order."""

    html: str
    headings: tuple[Heading, ...]


def ready(body: str) -> Ready:
    """The HTML of a body that our writer made: only headings begin a line with `#`."""
    lines: list[str] = []
    headings: list[Heading] = []
    for line in body.split("\n"):
        if line.startswith("#"):
            heading, markup = _heading(line)
            headings.append(heading)
            lines.append(markup)
        else:
            lines.append(line)
    return Ready("\n".join(lines), tuple(headings))


def _heading(line: str) -> tuple[Heading, str]:
    hashes, _, rest = line.partition(" ")
    content, _, names = rest.rpartition(" { ")
    id, kinds, others = "", "", ""
    for name in names.removesuffix(" }").split(" "):
        if name.startswith("#"):
            id = name[1:]
        elif name.startswith("."):
            kinds = f' class="{name[1:]}"'
        else:
            key, _, value = name.partition("=")
            others += f' {key}="{value}"' if value else f" {key}"
    level = len(hashes)
    markup = f'<h{level}{kinds} id="{id}"{others}>{content}</h{level}>'
    return Heading(level, id, _without_tags(content)), markup


def _without_tags(markup: str) -> str:
    pieces: list[str] = []
    at = 0
    while (start := markup.find("<", at)) >= 0:
        pieces.append(markup[at:start])
        at = markup.find(">", start) + 1 or len(markup)
    pieces.append(markup[at:])
    return " ".join("".join(pieces).split())


def nested(headings: Iterable[Heading]) -> list[dict[str, object]]:
    """The headings as a tree: each under the last one of a higher level."""
    roots: list[dict[str, object]] = []
    above: list[tuple[int, list[dict[str, object]]]] = [(0, roots)]
    for heading in headings:
        if heading.level > DEEPEST:
            continue
        while above[-1][0] >= heading.level:
            above.pop()
        inner: list[dict[str, object]] = []
        above[-1][1].append(
            {"level": heading.level, "id": heading.id, "name": heading.name, "children": inner}
        )
        above.append((heading.level, inner))
    return roots
