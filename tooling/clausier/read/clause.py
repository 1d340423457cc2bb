"""Clause, annex and term files: front matter and body."""

from __future__ import annotations

from typing import Literal

from clausier.model.block import Block, Example, Heading, Note, Paragraph
from clausier.model.clause import KINDS, Clause, Kind, Term, TermSource
from clausier.model.walk import clauses
from clausier.read.body import Body, read_body
from clausier.read.faults import UNKNOWN_ATTRIBUTE
from clausier.read.front_matter import split
from clausier.read.placed import all_placed, identifier, inlines, placed, word
from clausier.schema.tree import Tree
from clausier.schema.validate import validate
from clausier.source.diagnostic import Diagnostic, Severity, fault, say
from clausier.source.place import Source, Span

HEADING_IN_TERM = fault(
    "read/heading-in-term",
    Severity.ERROR,
    """A term entry holds a heading.

    A term entry is a definition with notes and examples; it has no subclauses. Write another entry
    in a file of its own, or put the heading of a group of terms into the file of the terms clause.
    """,
    "ISO/IEC Directives, Part 2:2021, 16.5",
)
NOT_A_TERM = fault(
    "read/clause-among-terms",
    Severity.ERROR,
    """A clause stands in a folder of terms.

    Folders within a language folder hold term entries. Clauses and annexes stand beside each other
    in the language folder itself.""",
)
FAULTS = (HEADING_IN_TERM, NOT_A_TERM)

_BROKEN = ("read/yaml-syntax", "read/yaml-tab", "read/yaml-depth")
_ABSENT = ("schema/missing-key", "schema/empty")


def read_clause(
    source: Source, language: str, inner: bool = False
) -> tuple[Clause | Term, tuple[Diagnostic, ...]]:
    """The clause, annex or term entry of a file; `inner`: it stands among the terms."""
    tree, start, found = split(source)
    kind = word(tree, "kind")
    if kind == "term" or (inner and kind not in KINDS):
        term, more = _term(source, tree, start, language)
        return term, (*found, *checked("term", tree, found), *more)
    clause, more = _clause(source, tree, start, language)
    if inner and tree is not None:
        more = (_misplaced(tree), *more)
    return clause, (*found, *checked("clause", tree, found), *more)


def checked(kind: str, tree: Tree | None, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What the schema says of a tree; where the YAML breaks off, nothing is said to be missing."""
    if tree is None:
        return ()
    said = validate(kind, tree)
    if said and any(each.rule in _BROKEN for each in found):
        return tuple(each for each in said if each.rule not in _ABSENT)
    return said


def _misplaced(tree: Tree) -> Diagnostic:
    kind = tree.items["kind"].span
    return NOT_A_TERM.at(
        kind,
        say("a clause stands in a folder of terms"),
        say("move the file up into the language folder, or write `kind: term`"),
    )


def _clause(
    source: Source, tree: Tree | None, start: int, language: str
) -> tuple[Clause, tuple[Diagnostic, ...]]:
    id = identifier(tree, source)
    written = word(tree, "kind")
    kind: Kind = written if written in KINDS else "clause"
    obligation = _obligation(tree)
    body, found = read_body(source, start, len(source.text), language, id.value, kind, obligation)
    clause = Clause(
        span=source.span(),
        id=id,
        kind=kind,
        level=1,
        title=inlines(tree, "title"),
        body=body.blocks,
        sections=body.sections,
        obligation=obligation,
        principles=all_placed(tree, "principles"),
        sources=all_placed(tree, "sources"),
        status=word(tree, "status"),
        footnotes=body.footnotes,
        allows=body.allows,
    )
    return clause, found


def _obligation(tree: Tree | None) -> Literal["normative", "informative"] | None:
    match word(tree, "obligation"):
        case "normative":
            return "normative"
        case "informative":
            return "informative"
        case _:
            return None


def _term(
    source: Source, tree: Tree | None, start: int, language: str
) -> tuple[Term, tuple[Diagnostic, ...]]:
    id = identifier(tree, source)
    body, found = read_body(source, start, len(source.text), language, id.value, "terms")
    blocks = flat(body)
    definition = next((block for block in blocks if isinstance(block, Paragraph)), None)
    rest = [block for block in blocks if block is not definition]
    term = Term(
        span=source.span(),
        id=id,
        preferred=placed(tree, "term") or id,
        admitted=all_placed(tree, "admitted"),
        deprecated=all_placed(tree, "deprecated"),
        domain=word(tree, "domain"),
        definition=definition.inlines if definition else (),
        notes=tuple(block for block in rest if isinstance(block, Note)),
        examples=tuple(block for block in rest if isinstance(block, Example)),
        source=_source(tree),
        group=placed(tree, "group"),
        status=word(tree, "status"),
        other=tuple(block for block in rest if not isinstance(block, Note | Example)),
        footnotes=body.footnotes,
        allows=body.allows,
    )
    headings = tuple(_heading(section.span) for section in body.sections)
    named = (
        (_second_id(definition.id, definition.span, source),)
        if definition and definition.id
        else ()
    )
    return term, (*found, *headings, *named)


def _second_id(id: str, definition: Span, source: Source) -> Diagnostic:
    at = source.text.rfind(f"#{id}", definition.start, definition.end + len(id) + 4)
    return UNKNOWN_ATTRIBUTE.at(
        Span(definition.path, at, at + len(id) + 1) if at >= 0 else definition,
        say("a definition has no id of its own"),
        say("delete it, and refer to the entry by the `id` of its front matter"),
    )


def _heading(span: Span) -> Diagnostic:
    return HEADING_IN_TERM.at(
        span.first(2),
        say("heading in a term entry"),
        say("write another entry in a file of its own"),
    )


def _source(tree: Tree | None) -> TermSource | None:
    found = tree.get("source") if tree else None
    reference = placed(found, "reference")
    if found is None or reference is None:
        return None
    return TermSource(found.span, reference, word(found, "clause"), word(found, "modified"))


def flat(body: Body) -> tuple[Block, ...]:
    """The blocks of a body that has no subclauses: its headings are blocks among the others."""
    blocks = list(body.blocks)
    for section in clauses(body.sections):
        if section.title:
            span = Span(section.span.path, section.title[0].span.start, section.title[-1].span.end)
            blocks.append(Heading(span, section.level, section.title, section.id.value))
        blocks.extend(section.body)
    return tuple(blocks)
