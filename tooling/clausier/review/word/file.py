"""A Word file as it is looked at: its paragraphs in order, each with its style and its words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from clausier.source.place import Source, Span
from clausier.write.docx.foreign import Foreign, root_of
from clausier.write.docx.markup import W
from clausier.write.docx.package import PartFile
from clausier.write.docx.template import folded, related

_W = f"{{{W}}}"
_STORIES = ("/footnotes", "/endnotes", "/header", "/footer")
_AROUND = tuple(f"{_W}{name}" for name in ("p", "tc", "tr", "tbl"))
_SIGNS = {f"{_W}t": None, f"{_W}tab": " ", f"{_W}br": " ", f"{_W}noBreakHyphen": "-"}


class Look(Struct, frozen=True):
    """A style of the file: `number` is the list that numbers it, itself or by what it is based on.

    `name` is folded, so that *Table title* and *Tabletitle* are one; `shown` is as Word shows it.
    """

    id: str
    name: str
    shown: str
    number: str | None = None


class Para(Struct, frozen=True):
    """A paragraph: `span` are its words in the text of its story, `number` its list if it has one.

    `look` is None where the file defines no style of that id.
    """

    node: Any
    span: Span
    text: str
    id: str
    look: Look | None
    number: str | None = None

    @property
    def style(self) -> str:
        """The folded name of its style."""
        return self.look.name if self.look else folded(self.id)

    @property
    def shown(self) -> str:
        """The name of its style as Word shows it."""
        return self.look.shown if self.look else self.id


class Story(Struct, frozen=True):
    """A part with text: the document itself, its footnotes, a header. One line a paragraph."""

    root: Any
    source: Source
    paragraphs: tuple[Para, ...]


class WordFile(Struct, frozen=True):
    """A Word file; `allowed` are the folded names of the styles that CEN's editors convert by.

    `beside` are the paths of what lies in the same folder, for figures that are files of their own.
    """

    path: str
    foreign: Foreign
    main: PartFile
    stories: tuple[Story, ...]
    looks: Mapping[str, Look]
    allowed: Collection[str] = ()
    beside: Collection[str] = ()

    @property
    def document(self) -> Story:
        """The document itself."""
        return self.stories[0]

    @property
    def whole(self) -> Span:
        """The file, where no place in it can be named."""
        return Span(self.path, 0, 0)

    def paragraphs(self) -> Iterator[Para]:
        """Every paragraph of every story."""
        for story in self.stories:
            yield from story.paragraphs

    def part(self, kind: str) -> Any | None:
        """The root of the part that the document refers to as `kind` (`/settings`)."""
        found = related(self.foreign, self.main, kind)
        return None if found is None else root_of(found)


def word_file(
    path: str, foreign: Foreign, allowed: Collection[str] = (), beside: Collection[str] = ()
) -> WordFile:
    """The Word file at `path`, its parts read; raises `RefusedError` where one is damaged."""
    main, text = foreign.main(), foreign.text()
    looks = _looks(foreign, main)
    stories = [_story(path, text, looks)]
    for kind, target, external in main.relations.known:
        found = foreign.parts.get(target)
        if not external and found is not None and kind.endswith(_STORIES):
            stories.append(_story(f"{path}{found.name}", root_of(found), looks))
    return WordFile(path, foreign, main, tuple(stories), looks, allowed, beside)


def _looks(foreign: Foreign, main: PartFile) -> dict[str, Look]:
    part = related(foreign, main, "/styles")
    if part is None:
        return {}
    rows = {str(row.get(f"{_W}styleId")): row for row in root_of(part).iter(f"{_W}style")}
    made: dict[str, Look] = {}
    for id, row in rows.items():
        shown = value(row, "name") or id
        made[id] = Look(id, folded(shown), shown, _number(rows, id))
        if row.get(f"{_W}default") == "1" and row.get(f"{_W}type") == "paragraph":
            made[""] = made[id]
    return made


def _number(rows: Mapping[str, Any], id: str) -> str | None:
    for _ in range(20):
        row = rows.get(id)
        if row is None:
            return None
        found = value(row, "pPr", "numPr", "numId")
        if found is not None:
            return found
        id = value(row, "basedOn") or ""
    return None


def value(node: Any, *path: str) -> str | None:
    """The `w:val` of the element at `path` below a node, if it is there."""
    found = node.find("/".join(f"{_W}{name}" for name in path))
    return None if found is None else str(found.get(f"{_W}val", ""))


def _story(path: str, root: Any, looks: Mapping[str, Look]) -> Story:
    made: list[Para] = []
    lines: list[str] = []
    at = 0
    for node in root.iter(f"{_W}p"):
        text = words(node)
        id = value(node, "pPr", "pStyle") or ""
        look = looks.get(id)
        own = value(node, "pPr", "numPr", "numId")
        number = own if own is not None else look.number if look else None
        made.append(Para(node, Span(path, at, at + len(text)), text, id, look, number))
        lines.append(text)
        at += len(text) + 1
    source = Source.of(path, "\n".join(lines), paragraphs=True)
    return Story(root, source, tuple(made))


def placed(story: Story, nodes: Iterable[Any]) -> Iterator[tuple[Para, Any]]:
    """Each of `nodes` with the paragraph in which it stands.

    For what belongs to a table, a row or a cell it is the first paragraph there, for the properties
    of the last section the last of all.
    """
    known = {paragraph.node: paragraph for paragraph in story.paragraphs}
    for node in nodes:
        around = next(node.iterancestors(*_AROUND), node)
        first = around if around in known else next(around.iter(f"{_W}p"), None)
        if known:
            yield known.get(first, story.paragraphs[-1]), node


def words(node: Any) -> str:
    """The words of a paragraph, without those of paragraphs in it (of a text box)."""
    inner = {
        sign
        for box in node.iter(f"{_W}txbxContent")
        for sign in box.iter(*_SIGNS)
    }  # fmt: skip
    signs = (sign for sign in node.iter(*_SIGNS) if sign not in inner)
    text = "".join(_SIGNS[sign.tag] or sign.text or "" for sign in signs)
    return " ".join(text.split("\n"))
