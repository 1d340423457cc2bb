"""Python-Markdown as clausier uses it: its readers of blocks and of inlines, with our additions.

Its way from text to HTML is not used; what its readers find is taken over with the places.
"""

from __future__ import annotations

import re
from functools import lru_cache
from threading import get_ident
from typing import Protocol, cast
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, SetextHeaderProcessor
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import AUTOLINK_RE, AUTOMAIL_RE, ENTITY_RE, HTML_RE, InlineProcessor
from markdown.util import AtomicString
from msgspec import Struct, field

_MOST_TICKS = 500

ATTRIBUTES = r"""\{:?[ ]*(?=[#.]|[\w-]+=)(?!provision=)(?:"[^"]*"|'[^']*'|[^{}"'\n])*\}"""
REFERENCE = (
    r"@([A-Za-z0-9]+(?:[_-]+[A-Za-z0-9]+)*(?:/[A-Za-z0-9]+(?:[_-]+[A-Za-z0-9]+)*)?)"
    r"(?:#([A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*))?"
)
_FORMULA = r"(?<!\\)(?:\$\$(?P<display>[^$]+)\$\$|\$(?![\s$])(?:[^$\\]|\\.)+?(?<!\s)\$(?!\d))"


class Tables(TableProcessor):
    """Pipe tables as Python-Markdown finds them; every cell is kept, however many a row has."""

    def test(self, parent: Element, block: str) -> bool:
        if "|" not in block or block.count("`") > _MOST_TICKS:
            return False
        return super().test(parent, block)

    def run(self, parent: Element, blocks: list[str]) -> None:
        rows = blocks.pop(0).split("\n")
        table = SubElement(parent, "table")
        table.set("separator", "|".join(self.separator))
        for text in (rows[0], *rows[2:]):
            row = SubElement(table, "tr")
            row.text = text
            inner = text.strip(" ")
            row.set("border", "1" if self.border and inner.startswith("|") else "0")
            for cell in self._split_row(inner):  # type: ignore[attr-defined]
                SubElement(row, "td").text = cell


class Setext(SetextHeaderProcessor):
    """Headings that are underlined; a long text is not taken apart again for each of them."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        words, line, *rest = blocks.pop(0).split("\n", 2)
        heading = SubElement(parent, "h1" if line.startswith("=") else "h2")
        heading.text = words.strip()
        if rest:
            blocks.insert(0, rest[0])


class Containers(AdmonitionProcessor):
    """`!!! kind "title" {#id}`: the first line is kept as it stands."""

    RE = re.compile(
        r'(?:^|\n)!!! ?([\w\-]+(?: +[\w\-]+)*)(?: +"(.*?)")?(?: *\{[^}\n]*\})? *(?:\n|$)'
    )

    def test(self, parent: Element, block: str) -> bool:
        if "!!!" in block and self.RE.search(block):
            return True
        return self.parse_content(parent, block)[0] is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        match = self.RE.search(blocks[0])
        super().run(parent, blocks)
        if match:
            parent[-1].set("head", match[0].strip("\n"))

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        return match[1].lower(), None


class Footnotes(Struct):
    """The definitions of footnotes as they are found: where, label, text."""

    parser: object
    parent: Element | None = None
    found: list[tuple[Element, str, str]] = field(default_factory=list)

    def setFootnote(self, id: str, text: str) -> None:  # noqa: N802
        """Called by Python-Markdown for each definition."""
        assert self.parent is not None
        self.found.append((self.parent, id, text))


class Definitions(dict[str, tuple[str, str]]):
    """The addresses of `[words][name]` links; `all` remembers those that were overwritten too."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[tuple[str, str]] = []

    def __setitem__(self, name: str, value: tuple[str, str]) -> None:
        self.all.append((name, value[0]))
        super().__setitem__(name, value)


class _FootnoteBlocks(FootnoteBlockProcessor):
    def __init__(self, footnotes: Footnotes) -> None:
        super().__init__(footnotes)  # type: ignore[arg-type]
        self.kept = footnotes

    def test(self, parent: Element, block: str) -> bool:
        return "]:" in block

    def run(self, parent: Element, blocks: list[str]) -> bool:
        self.kept.parent = parent
        return bool(super().run(parent, blocks))


class _Kept(InlineProcessor):
    """Something that is kept letter by letter; `tag` says what it is."""

    def __init__(self, pattern: str, md: Markdown, tag: str) -> None:
        super().__init__(pattern, md)
        self.tag = tag

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        kept = Element(self.tag)
        kept.text = AtomicString(m[0])
        return kept, m.start(0), m.end(0)


class Pattern(Struct, frozen=True):
    """An inline reader: it can find something only where one of `signs` stands.

    What `looks_back` finds depends on what it has found before in the same text.
    """

    name: str
    processor: InlineProcessor
    signs: tuple[str, ...]
    links: bool
    defined: bool
    looks_back: bool


_SIGNS = {
    "backtick": ("`",), "attributes": ("{",), "mark": ("{",), "formula": ("$",),
    "escape": ("\\",), "footnote": ("[^",), "reference": ("[",), "link": ("[",),
    "image_link": ("![",), "image_reference": ("![",), "short_reference": ("[",),
    "short_image_ref": ("![",), "autolink": ("<",), "automail": ("<",), "linebreak": ("  \n",),
    "html": ("<",), "entity": ("&",), "target": ("@",), "em_strong": ("*", "_"),
}  # fmt: skip
_DEFINED = ("reference", "image_reference", "short_reference", "short_image_ref")
_LINKS = (*_DEFINED, "link", "image_link")

_ADDITIONS = (
    ("attributes", r"(?<=[)\]`*_>\x03])" + ATTRIBUTES, 188),
    ("mark", r"\{:?[ ]*provision=[^\s{}]*[ ]*\}", 187),
    ("formula", _FORMULA, 186),
    ("footnote", r"\[\^([^\[\]]*)\]", 175),
    ("autolink", AUTOLINK_RE, 120),
    ("automail", AUTOMAIL_RE, 110),
    ("html", HTML_RE, 90),
    ("target", r"(?<![\w.@/])" + REFERENCE, 85),
    ("entity", ENTITY_RE, 80),
)


class _Stash(Protocol):
    stashed_nodes: dict[str, Element | str]


class Machine(Struct, frozen=True):
    """One Python-Markdown; it costs milliseconds to make, so a thread keeps its own."""

    md: Markdown
    patterns: tuple[Pattern, ...]
    footnotes: Footnotes
    definitions: Definitions
    known: dict[str, tuple[Pattern, ...]] = field(default_factory=dict)

    def readers(self, signs: str) -> tuple[Pattern, ...]:
        """The inline readers that can find something where only these signs stand."""
        found = self.known.get(signs)
        if found is None:
            found = tuple(p for p in self.patterns if any(sign[0] in signs for sign in p.signs))
            self.known[signs] = found
        return found

    def blocks(self, text: str) -> Element:
        """The tree of blocks of a text; link definitions and footnotes are found beside it."""
        self.definitions.clear()
        self.definitions.all.clear()
        self.footnotes.found.clear()
        root = Element("div")
        self.md.parser.parseChunk(root, text)
        return root

    def inner(self, text: str) -> Element:
        """The tree of blocks of the text of a footnote."""
        root = Element("div")
        self.md.parser.parseChunk(root, text)
        return root

    def stash(self) -> dict[str, Element | str]:
        """A new place for what Python-Markdown's inline readers have already found."""
        inline: _Stash = self.md.treeprocessors["inline"]  # type: ignore[assignment]
        inline.stashed_nodes = {}
        return inline.stashed_nodes


_BLOCK_SIGNS = (
    ("hashheader", ("#",)), ("setextheader", ("\n=", "\n-")), ("quote", (">",)),
    ("deflist", (":",)), ("reference", ("]:",)), ("hr", ("--", "- ", "__", "_ ", "**", "* ")),
)  # fmt: skip


def _only_where(signs: tuple[str, ...], processor: BlockProcessor) -> None:
    """Spare a block reader the texts in which it cannot find anything."""
    test = processor.test

    def spared(parent: Element, block: str) -> bool:
        for sign in signs:
            if sign in block:
                return test(parent, block)
        return False

    processor.test = spared  # type: ignore[method-assign]


def _manner(name: str) -> tuple[bool, bool, bool]:
    return name in _LINKS, name in _DEFINED, name in (*_LINKS, "backtick", "em_strong")


@lru_cache(maxsize=16)
def _machine(thread: int) -> Machine:
    md = Markdown(extensions=[DefListExtension()], tab_length=4)
    md.ESCAPED_CHARS += ["|", "$", "@"]
    parser = md.parser
    footnotes = Footnotes(parser)
    parser.blockprocessors.register(Containers(parser), "admonition", 105)
    parser.blockprocessors.register(Setext(parser), "setextheader", 60)
    parser.blockprocessors.register(Tables(parser, {"use_align_attribute": False}), "table", 75)
    parser.blockprocessors.register(_FootnoteBlocks(footnotes), "footnote", 17)
    for name, signs in _BLOCK_SIGNS:
        _only_where(signs, parser.blockprocessors[name])
    for name, pattern, priority in _ADDITIONS:
        md.inlinePatterns.register(_Kept(pattern, md, name), name, priority)
    registry = md.inlinePatterns
    patterns = (
        Pattern(name, cast(InlineProcessor, registry[name]), _SIGNS[name], *_manner(name))
        for name in sorted(_SIGNS, key=registry.get_index_for_name)
    )
    md.references = definitions = Definitions()
    return Machine(md, tuple(patterns), footnotes, definitions)


def machine() -> Machine:
    """The Python-Markdown of this thread."""
    return _machine(get_ident())


def restart() -> Machine:
    """A new Python-Markdown, after one was stopped half-way."""
    _machine.cache_clear()
    return machine()
