"""Everything that a reference can point at, and what running text calls it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar, assert_never

from msgspec import Struct
from msgspec.structs import replace

from clausier.language.language import Language
from clausier.model.block import (
    Admonition,
    DefinitionList,
    Equation,
    Example,
    Figure,
    Footnote,
    Heading,
    Item,
    List,
    Listing,
    Note,
    Paragraph,
    Picture,
    Quote,
    Table,
)  # fmt: skip
from clausier.model.clause import Clause, Term
from clausier.model.workspace import Deliverable, Document, Workspace
from clausier.resolve.document import designation, title
from clausier.resolve.resolved import Kind, Number, Target, Use
from clausier.resolve.standing import Node, Reading, Standing, Where
from clausier.resolve.title import plain
from clausier.source.place import Span

Targets = dict[str, Target]
Thing = TypeVar("Thing")


class Names(Struct, frozen=True):
    """What is needed to call something by its name."""

    language: Language
    numbers: Mapping[Span, Number]
    titles: Mapping[str, str]
    anchors: Mapping[Span, str]


def local_targets(found: Reading, names: Names) -> Targets:
    """What has an id in a document; of several with one id, the first in reading order."""
    targets: Targets = {}
    sections: dict[Span, str] = {}
    frames: dict[Span, str] = {}
    for standing in found:
        if not isinstance(standing, Standing):
            continue
        node, where = standing.node, standing.where
        if isinstance(node, Clause | Term):
            sections[node.span] = _section_name(node, names)
        elif isinstance(node, Table | Figure):
            frames[node.span] = _numbered_name(node, names)
        id = _id(node)
        if id is not None and id not in targets:
            base = frames.get(where.frame, "") if where.frame else sections.get(where.section, "")
            targets[id] = _target(id, node, where, base, names)
    return targets


def _id(node: Node) -> str | None:
    match node:
        case Clause() | Term():
            return node.id.value
        case Table() | Figure() | Picture() | Equation() | Note() | Example() | Item():
            return node.id
        case Paragraph() | Heading() | Admonition():
            return node.id
        case List() | DefinitionList() | Listing() | Quote() | Footnote():
            return None
        case _:
            assert_never(node)


def _section_name(node: Clause | Term, names: Names) -> str:
    number = names.numbers.get(node.span)
    if number is None:
        return names.titles.get(node.id.value, "") if isinstance(node, Clause) else ""
    return names.language.names[number.kind].format(number.value)


def _numbered_name(node: Node, names: Names) -> str:
    number = names.numbers.get(node.span)
    return names.language.names[number.kind].format(number.value) if number else ""


def _target(id: str, node: Node, where: Where, base: str, names: Names) -> Target:
    number = names.numbers.get(node.span)
    kind = number.kind if number else _kind(node)
    name = _name(node, where, base, number, names)
    return Target(
        id,
        kind,
        node.span,
        number.value if number else "",
        name,
        _title(node, names, {}),
        where.clause,
        names.anchors.get(node.span),
    )


def _kind(node: Node) -> Kind:
    """The kind of a target that has no number."""
    if isinstance(node, Clause):
        return Kind.CLAUSE if node.level == 1 else Kind.SUBCLAUSE
    if isinstance(node, Term):
        return Kind.TERM
    return Kind.FIGURE if isinstance(node, Picture) else Kind.PROVISION


def _name(node: Node, where: Where, base: str, number: Number | None, names: Names) -> str:
    words = names.language.names
    match node:
        case Clause() | Term():
            return _section_name(node, names)
        case Picture() if number is not None:
            figure = names.numbers.get(where.frame) if where.frame else None
            return words["subfigure"].format(figure.value if figure else "", number.value)
        case Picture():
            return base
        case Note() if number is not None and number.kind is Kind.NOTE_TO_ENTRY:
            return words["note-to-entry"].format(base, number.value)
        case Note():
            return _one_of_several(words["note"], words["notes"], base, number)
        case Example():
            return _one_of_several(words["example"], words["examples"], base, number)
        case Item():
            return _item_name(node, where, base, names)
        case Table() | Figure() | Equation():
            return _numbered_name(node, names)
        case Paragraph() | List() | DefinitionList() | Listing() | Quote():
            return base
        case Heading() | Admonition() | Footnote():
            return base
        case _:
            assert_never(node)


def _one_of_several(single: str, several: str, base: str, number: Number | None) -> str:
    value = number.value if number else ""
    return several.format(base, value) if value else single.format(base)


def _item_name(node: Item, where: Where, base: str, names: Names) -> str:
    """`5.2 b) 2)`; an item with a dash is called as the clause it stands in: DP2 23.4."""
    own = names.numbers.get(node.span)
    if own is None or own.value == "—":
        return base
    outer = [names.numbers[span].value for span in where.items if span in names.numbers]
    values = " ".join(value for value in (*outer, own.value) if value != "—")
    return names.language.names["item"].format(base, values)


def retitled(
    targets: Mapping[str, Target], found: Reading, names: Names, uses: Mapping[Span, Use]
) -> Targets:
    """The targets, their titles with the names of the references in them."""
    spans = {target.span: id for id, target in targets.items() if "@" in target.title}
    known = dict(targets)
    for standing in found if spans else ():
        if isinstance(standing, Standing) and standing.node.span in spans:
            id = spans[standing.node.span]
            if _id(standing.node) == id:
                title = _title(standing.node, names, uses)
                known[id] = replace(known[id], title=title)
    return known


def _title(node: Node, names: Names, uses: Mapping[Span, Use]) -> str:
    match node:
        case Clause():
            return names.titles.get(node.id.value, "")
        case Term():
            return node.preferred.value
        case Table() | Figure() | Picture() | Heading():
            return plain(node.title, uses)
        case Paragraph():
            return plain(node.inlines, uses)
        case Item():
            first = node.blocks[0] if node.blocks else None
            return plain(first.inlines, uses) if isinstance(first, Paragraph) else ""
        case Note() | Example() | Equation() | List() | DefinitionList() | Listing():
            return ""
        case Quote() | Admonition() | Footnote():
            return ""
        case _:
            assert_never(node)


def shared_targets(workspace: Workspace, deliverable: Deliverable, language: Language) -> Targets:
    """Documents, principles, proposals and sessions, in the words of `language` if it has any."""
    targets: Targets = {}
    codes = (language.code, deliverable.metadata.reference_language)
    for document in deliverable.documents.values():
        targets.setdefault(document.id, _document(document, language, codes[-1]))
    for id, target in workspace_targets(workspace, codes).items():
        targets.setdefault(id, target)
    return targets


def workspace_targets(workspace: Workspace, codes: tuple[str, ...]) -> Targets:
    """Principles, proposals and sessions, in the first of the languages `codes` that they have."""
    targets: Targets = {}
    for principle in _preferred(((p.language, p) for p in workspace.principles), codes):
        targets.setdefault(
            principle.id.value,
            _called(principle.id.value, Kind.PRINCIPLE, principle.span, principle.title.value),
        )
    for proposal in workspace.proposals:
        words = _first(proposal.titles, codes)
        targets.setdefault(
            proposal.id.value, _called(proposal.id.value, Kind.PROPOSAL, proposal.span, words)
        )
    sessions = ((s.language, s) for seminar in workspace.seminars for s in seminar.sessions)
    for session in _preferred(sessions, codes):
        targets.setdefault(
            session.key, _called(session.key, Kind.SESSION, session.span, session.title.value)
        )
    return targets


def _document(document: Document, language: Language, reference: str) -> Target:
    name, words = designation(document, language), title(document, language, reference)
    return Target(document.id, Kind.DOCUMENT, document.span, "", name, words)


def _called(id: str, kind: Kind, span: Span, words: str) -> Target:
    return Target(id, kind, span, "", words, words)


def _preferred(things: Iterable[tuple[str, Thing]], codes: tuple[str, ...]) -> list[Thing]:
    """Things in the order of `codes`, those in other languages after them."""
    ranks = {code: rank for rank, code in reversed(list(enumerate(codes)))}
    return [thing for _, thing in sorted(things, key=lambda pair: ranks.get(pair[0], len(codes)))]


def _first(titles: Mapping[str, str], codes: tuple[str, ...]) -> str:
    known = (titles[code] for code in codes if titles.get(code))
    return next(known, next(iter(titles.values()), ""))
