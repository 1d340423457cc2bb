"""Anchors that survive renumbering: an id, or the clause's id and a fingerprint of the words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from typing import assert_never

from clausier.model.block import (
    Admonition,
    Block,
    Definition,
    DefinitionList,
    Equation,
    Example,
    Figure,
    Footnote,
    Heading,
    Item,
    Legend,
    List,
    Listing,
    Note,
    Paragraph,
    Quote,
    Row,
    Table,
)  # fmt: skip
from clausier.model.clause import Clause, Term
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
from clausier.source.place import Span

_LENGTH = 8


class _Anchors:
    """The anchors of one document as they are found; no two are alike."""

    def __init__(self) -> None:
        self.by_span: dict[Span, str] = {}
        self.counts: dict[str, int] = {}
        self.clause = ""

    def give(self, span: Span, id: str | None, words: str) -> str:
        """Give the node at `span` its anchor; what comes back is the fingerprint of `words`."""
        digest = sha256(words.encode("utf-8", "replace")).hexdigest()[:_LENGTH]
        if id is None:
            id = f"{self.clause}-{digest}"
            self.counts[id] = count = self.counts.get(id, 0) + 1
            id = id if count == 1 else f"{id}-{count}"
        self.by_span.setdefault(span, id)
        return digest


def anchors(clauses: Iterable[Clause]) -> dict[Span, str]:
    """The anchor of every section, term, block, item, row, picture and definition, by its place.

    It is the node's own id, or else made of the innermost clause's id and of the words, never of a
    number: a paragraph keeps its anchor when the clauses before it change.
    """
    found = _Anchors()
    for clause in clauses:
        _section(found, clause)
    return found.by_span


def folded(inlines: Iterable[Inline]) -> str:
    """Words in which references stand by their ids, with white space folded."""
    text = " ".join("".join([_words(inline) for inline in inlines]).split())
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _words(inline: Inline) -> str:
    match inline:
        case Text(value=value) | Code(value=value):
            return value
        case Reference(children=()):
            return f"@{inline.target}#{inline.part or ''}"
        case Reference() | Emphasis() | Strong() | Subscript() | Superscript() | Link():
            return "".join([_words(child) for child in inline.children])
        case Formula(tex=tex):
            return tex
        case Image(path=path):
            return path
        case Break():
            return "\n"
        case FootnoteMark() | Mark():
            return ""
        case _:
            assert_never(inline)


def _section(found: _Anchors, section: Clause) -> None:
    found.clause = section.id.value
    found.by_span.setdefault(section.span, section.id.value)
    _blocks(found, section.body)
    _footnotes(found, section.footnotes)
    for term in section.terms:
        _term(found, term)
    for inner in section.sections:
        _section(found, inner)


def _term(found: _Anchors, term: Term) -> None:
    found.clause = term.id.value
    found.by_span.setdefault(term.span, term.id.value)
    _blocks(found, (*term.other, *term.examples, *term.notes))
    _footnotes(found, term.footnotes)


def _footnotes(found: _Anchors, footnotes: Iterable[Footnote]) -> str:
    return "\n".join(_blocks(found, footnote.blocks) for footnote in footnotes)


def _blocks(found: _Anchors, blocks: Iterable[Block]) -> str:
    return "\n".join([_block(found, block) for block in blocks])


def _block(found: _Anchors, block: Block) -> str:
    """Give a block and all within it their anchors; what comes back stands for its words."""
    match block:
        case Paragraph(inlines=inlines) | Heading(title=inlines):
            return found.give(block.span, block.id, folded(inlines))
        case List(items=items):
            words = "\n".join(_item(found, item) for item in items)
            return found.give(block.span, None, f"list\n{words}")
        case DefinitionList(entries=entries):
            return found.give(block.span, None, f"definitions\n{_definitions(found, entries)}")
        case Table(id=id, title=title, legend=legend):
            rows = "\n".join(_row(found, row) for row in (*block.head, *block.body))
            words = f"table\n{folded(title)}\n{rows}\n{_legend(found, legend)}"
            return found.give(block.span, id, words)
        case Figure(id=id, title=title, legend=legend):
            pictures = "\n".join(
                found.give(picture.span, picture.id, picture.path) for picture in block.pictures
            )
            words = f"figure\n{folded(title)}\n{pictures}\n{_legend(found, legend)}"
            return found.give(block.span, id, words)
        case Equation(id=id, tex=tex, where=where):
            return found.give(block.span, id, f"{tex}\n{_blocks(found, where)}")
        case Listing(code=code):
            return found.give(block.span, None, code)
        case Quote(blocks=blocks, source=source):
            words = f"quote\n{_blocks(found, blocks)}\n{folded(source)}"
            return found.give(block.span, None, words)
        case Note(id=id, blocks=blocks):
            return found.give(block.span, id, f"note\n{_blocks(found, blocks)}")
        case Example(id=id, blocks=blocks):
            return found.give(block.span, id, f"example\n{_blocks(found, blocks)}")
        case Admonition(id=id, kind=kind, blocks=blocks):
            return found.give(block.span, id, f"{kind}\n{_blocks(found, blocks)}")
        case _:
            assert_never(block)


def _item(found: _Anchors, item: Item) -> str:
    return found.give(item.span, item.id, f"item\n{_blocks(found, item.blocks)}")


def _row(found: _Anchors, row: Row) -> str:
    cells = "\n".join(_blocks(found, cell.blocks) for cell in row.cells)
    return found.give(row.span, None, f"row\n{cells}")


def _definitions(found: _Anchors, entries: Iterable[Definition]) -> str:
    words = []
    for entry in entries:
        explained = f"{folded(entry.term)}\n{_blocks(found, entry.blocks)}"
        words.append(found.give(entry.span, None, f"definition\n{explained}"))
    return "\n".join(words)


def _legend(found: _Anchors, legend: Legend) -> str:
    return "\n".join(
        (
            folded(legend.units),
            _definitions(found, legend.key),
            _blocks(found, legend.notes),
            _footnotes(found, legend.footnotes),
            folded(legend.source),
        )
    )
