"""The outline of a text: its blocks and inlines without places, from the model and from HTML.

What plain Python-Markdown makes of a text and what clausier reads in it can so be compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import assert_never

from clausier.model.block import (
    Admonition,
    Block,
    DefinitionList,
    Equation,
    Example,
    Figure,
    List,
    Listing,
    Note,
    Paragraph,
    Quote,
    Row,
    Table,
)  # fmt: skip
from clausier.model.clause import Clause
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
    Subscript,
    Superscript,
    Text,
)  # fmt: skip
from clausier.read.body import Body

Node = str | tuple[object, ...]

_BLOCKS = (
    "p", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "pre", "div",
    "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd",
)  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_VOID = ("br", "img", "hr")


def of_body(body: Body) -> list[Node]:
    """The outline of what clausier has read."""
    found = [_block(block) for block in body.blocks]
    for section in body.sections:
        found += _section(section)
    return found


def _section(section: Clause) -> list[Node]:
    found: list[Node] = [(f"h{section.level}", *_inlines(section.title))]
    found += [_block(block) for block in section.body]
    for below in section.sections:
        found += _section(below)
    return found


def _block(block: Block) -> Node:
    match block:
        case Paragraph(inlines=inlines):
            return ("p", *_inlines(inlines))
        case List(ordered=ordered, items=items):
            return ("ol" if ordered else "ul", *(("li", *_all(item.blocks)) for item in items))
        case DefinitionList(entries=entries):
            return ("dl", *((_inlines(entry.term), *_all(entry.blocks)) for entry in entries))
        case Table(head=head, body=body):
            return ("table", *(_row(row) for row in (*head, *body)))
        case Listing(code=code):
            return ("pre", bare(code))
        case Quote(blocks=blocks):
            return ("blockquote", *_all(blocks))
        case Note(blocks=blocks) | Example(blocks=blocks) | Admonition(blocks=blocks):
            return ("div", *_all(blocks))
        case Figure(title=title):
            return ("p", ("img", *_inlines(title)))
        case Equation(tex=tex):
            return ("math", tex)
        case _:
            assert_never(block)


def _all(blocks: Iterable[Block]) -> list[Node]:
    return [_block(block) for block in blocks]


def _row(row: Row) -> Node:
    return ("tr", *(tuple(_cell(block) for block in cell.blocks) for cell in row.cells))


def _cell(block: Block) -> Node:
    assert isinstance(block, Paragraph)
    return tuple(_inlines(block.inlines))


def _inlines(inlines: Iterable[Inline]) -> tuple[Node, ...]:
    return joined(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> Node:
    match inline:
        case Text(value=value):
            return value
        case Emphasis(children=children):
            return ("em", *_inlines(children))
        case Strong(children=children):
            return ("strong", *_inlines(children))
        case Subscript(children=children):
            return ("sub", *_inlines(children))
        case Superscript(children=children):
            return ("sup", *_inlines(children))
        case Code(value=value):
            return ("code", *([" ".join(value.split())] if value.strip() else []))
        case Link(children=children):
            return ("a", *_inlines(children))
        case Image(alternative=words):
            return ("img", " ".join(words.split()))
        case Break():
            return ("br",)
        case Formula(tex=tex):
            return ("math", tex)
        case Reference(target=target):
            return ("ref", target)
        case FootnoteMark(label=label):
            return ("note", label)
        case Mark(provision=provision):
            return ("mark", provision)
        case _:
            assert_never(inline)


def joined(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Inlines with neighbouring texts joined and white space folded."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and found and isinstance(found[-1], str):
            found[-1] += node
        else:
            found.append(node)
    folded = [fold(node) if isinstance(node, str) else node for node in found]
    for place in (0, -1):
        if folded and isinstance(folded[place], str):
            text = folded[place]
            assert isinstance(text, str)
            folded[place] = text.lstrip() if place == 0 else text.rstrip()
    for place, node in enumerate(folded):
        if node == ("br",):
            _trim(folded, place)
    return tuple(node for node in folded if node != "")


def _trim(nodes: list[Node], place: int) -> None:
    """No white space around a line break."""
    before, after = place - 1, place + 1
    if before >= 0 and isinstance(text := nodes[before], str):
        nodes[before] = text.rstrip()
    if after < len(nodes) and isinstance(text := nodes[after], str):
        nodes[after] = text.lstrip()


def bare(code: str) -> str:
    """Code without white space at the ends of its lines, and without empty lines."""
    return "\n".join(line.rstrip() for line in code.split("\n") if line.strip()).strip()


def fold(text: str) -> str:
    """White space as one space."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + words + (" " if text[-1].isspace() else "")


class Html(HTMLParser):
    """The outline of HTML as Python-Markdown writes it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, list[Node]]] = [("", [])]
        self.feed(text)
        self.close()

    @property
    def nodes(self) -> list[Node]:
        """The blocks that were found."""
        return [node for node in self._open[0][1] if not isinstance(node, str)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            if tag == "img":
                self._add(("img", " ".join((dict(attrs).get("alt") or "").split())))
            elif tag == "br":
                self._add(("br",))
            return
        self._open.append((tag, []))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        _, inner = self._open.pop()
        if tag in ("thead", "tbody"):
            self._open[-1][1].extend(node for node in inner if not isinstance(node, str))
        elif tag == "pre":
            code = inner[0]
            assert isinstance(code, tuple)
            self._add(("pre", bare("".join(str(part) for part in code[1:]))))
        elif tag == "code":
            in_line = self._open[-1][0] != "pre"
            self._add(
                ("code", *((" ".join(str(part).split()) for part in inner) if in_line else inner))
            )
        elif tag in _HEADINGS and len(self._open) > 1:
            self._add(("p", *joined(inner)))
        elif tag in ("th", "td"):
            cell = joined(inner)
            self._add((cell,) if cell else ())
        elif tag in ("li", "dd", "blockquote", "div"):
            self._add((tag, *wrapped(inner)))
        elif tag in _BLOCKS and tag not in ("p", "dt") and not tag.startswith("h"):
            self._add((tag, *(node for node in inner if not isinstance(node, str))))
        else:
            self._add((tag, *joined(inner)))

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, node: Node) -> None:
        self._open[-1][1].append(node)


def wrapped(inner: list[Node]) -> list[Node]:
    """Blocks and loose text, the text as paragraphs."""
    found: list[Node] = []
    loose: list[Node] = []
    for node in [*inner, ("end",)]:
        is_block = isinstance(node, tuple) and node and node[0] in (*_BLOCKS, "end")
        if not is_block:
            loose.append(node)
            continue
        words = joined(loose)
        if words:
            found.append(("p", *words))
        loose = []
        found.append(node)
    return found[:-1]


def of_html(text: str) -> list[Node]:
    """The outline of HTML; entries of definition lists as pairs."""
    return [_entries(node) for node in Html(text).nodes if node != ("hr",)]


def _entries(node: Node) -> Node:
    if isinstance(node, str) or not node:
        return node
    inner = [_entries(part) if isinstance(part, tuple) else part for part in node[1:]]
    if node[0] == "pre":
        return (node[0], *(str(part) for part in inner))
    if node[0] != "dl":
        head = _entries(node[0]) if isinstance(node[0], tuple) else node[0]
        return (head, *inner)
    found: list[Node] = []
    terms: list[object] = []
    blocks: list[object] = []
    for part in [*inner, ("dt",)]:
        assert isinstance(part, tuple)
        if part[0] == "dd":
            blocks += part[1:]
            continue
        if blocks:
            found.append((tuple(terms), *blocks))
            terms, blocks = [], []
        terms = [*terms, *([("br",)] if terms else []), *part[1:]]
    return ("dl", *found)
