"""Numbers, in the manner of the Directives: nobody types one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clausier.language.language import Language
from clausier.model.block import Equation, Example, Figure, Footnote, List, Note, Table
from clausier.model.clause import Clause, Term
from clausier.model.inline import FootnoteMark
from clausier.model.walk import inlines
from clausier.resolve.letters import item, letters
from clausier.resolve.order import annex_letters, terms_by_section
from clausier.resolve.resolved import Kind, Number, Place
from clausier.resolve.standing import Reading, Run, Standing, Where
from clausier.source.place import Span

Numbers = dict[Span, Number]

_FIXED = {"introduction": 0, "scope": 1, "normative-references": 2, "terms": 3}
_FIRST = 4
"""The number of the first clause after the terms: DP2:2021, 6.4."""


def numbers(clauses: tuple[Clause, ...], found: Reading, language: Language) -> Numbers:
    """The number of every node that has one, by its place."""
    known: Numbers = {}
    _clauses(known, clauses, language)
    counts = _scopes(found)
    seen: Counter[tuple[Span | str, str]] = Counter()
    for standing in found:
        if isinstance(standing, Standing):
            _node(known, standing, counts, seen, language)
    _footnotes(known, found)
    return known


def _clauses(known: Numbers, clauses: tuple[Clause, ...], language: Language) -> None:
    next_clause, annexes = _FIRST, annex_letters(clauses)
    for clause in clauses:
        match clause.kind:
            case "annex":
                value = annexes[clause.span]
                known[clause.span] = Number(
                    Kind.ANNEX, value, f"{language.labels['annex']} {value}"
                )
                _sections(known, clause, value, Kind.ANNEX_SUBCLAUSE)
            case "clause":
                known[clause.span] = Number(Kind.CLAUSE, str(next_clause), str(next_clause))
                _sections(known, clause, str(next_clause), Kind.SUBCLAUSE)
                next_clause += 1
            case "foreword" | "bibliography":
                pass
            case _:
                value = str(_FIXED[clause.kind])
                if clause.kind != "introduction":
                    known[clause.span] = Number(Kind.CLAUSE, value, value)
                _terms_and_sections(known, clause, value, terms_by_section(clause))


def _sections(known: Numbers, section: Clause, number: str, kind: Kind, after: int = 0) -> None:
    for index, inner in enumerate(section.sections, after + 1):
        value = f"{number}.{index}"
        known[inner.span] = Number(kind, value, value)
        _sections(known, inner, value, kind)


def _terms_and_sections(
    known: Numbers, section: Clause, number: str, terms: dict[str, tuple[Term, ...]]
) -> None:
    own = terms.get("" if section.level == 1 else section.id.value, ())
    for index, term in enumerate(own, 1):
        value = f"{number}.{index}"
        known[term.span] = Number(Kind.TERM, value, value)
    for index, inner in enumerate(section.sections, len(own) + 1):
        value = f"{number}.{index}"
        known[inner.span] = Number(Kind.SUBCLAUSE, value, value)
        _terms_and_sections(known, inner, value, terms)


def _scopes(found: Reading) -> Counter[tuple[Span | str, str]]:
    """How many notes and examples stand in each section, term, table or figure."""
    return Counter(
        (_scope(standing.where), _word(standing.node))
        for standing in found
        if isinstance(standing, Standing) and isinstance(standing.node, Note | Example)
    )


def _scope(where: Where) -> Span:
    return where.frame or where.section


def _word(node: Note | Example) -> str:
    return "note" if isinstance(node, Note) else "example"


def _node(
    known: Numbers,
    standing: Standing,
    counts: Counter[tuple[Span | str, str]],
    seen: Counter[tuple[Span | str, str]],
    language: Language,
) -> None:
    node, where = standing.node, standing.where
    if isinstance(node, Note | Example):
        key = (_scope(where), _word(node))
        seen[key] += 1
        known[node.span] = _labelled(node, where, seen[key], counts[key], language)
    elif isinstance(node, Table | Figure | Equation):
        if isinstance(node, Equation) and node.id is None:
            return
        kind = _float(node)
        seen[where.annex, kind] += 1
        value = f"{where.annex}{seen[where.annex, kind]}"
        label = f"({value})" if kind is Kind.FORMULA else f"{language.labels[kind]} {value}"
        known[node.span] = Number(kind, value, label)
        if isinstance(node, Figure):
            _pictures(known, node)
    elif isinstance(node, List):
        _items(known, node, where.depth)


def _float(node: Table | Figure | Equation) -> Kind:
    if isinstance(node, Table):
        return Kind.TABLE
    return Kind.FIGURE if isinstance(node, Figure) else Kind.FORMULA


def _labelled(
    node: Note | Example, where: Where, index: int, count: int, language: Language
) -> Number:
    word = _word(node)
    if word == "note" and where.frame is None and where.place is Place.DEFINITION:
        label = language.labels["note-to-entry"].format(index)
        return Number(Kind.NOTE_TO_ENTRY, str(index), label)
    kind = Kind.NOTE if word == "note" else Kind.EXAMPLE
    if count == 1:
        return Number(kind, "", language.labels[word])
    return Number(kind, str(index), f"{language.labels[word]} {index}")


def _pictures(known: Numbers, figure: Figure) -> None:
    if len(figure.pictures) > 1:
        for index, picture in enumerate(figure.pictures, 1):
            value = item(index, 0)
            known[picture.span] = Number(Kind.SUBFIGURE, value, value)


def _items(known: Numbers, block: List, depth: int) -> None:
    for index, entry in enumerate(block.items, 1):
        value = item(index, depth) if block.ordered else "—"
        known[entry.span] = Number(Kind.ITEM, value, value)


def _footnotes(known: Numbers, found: Reading) -> None:
    """Footnotes through the document, those of a table or figure by letters, as they are called."""
    defined: dict[tuple[Span, str], Footnote] = {}
    for standing in found:
        if isinstance(standing, Standing) and isinstance(standing.node, Footnote):
            holder = standing.where.frame or standing.where.file
            defined.setdefault((holder, standing.node.label), standing.node)
    if not defined:
        return
    called: Counter[Span | None] = Counter()
    for where, mark in _marks(found):
        framed = where.frame is not None and (where.frame, mark.label) in defined
        holder = where.frame if where.frame is not None and framed else where.file
        footnote = defined.get((holder, mark.label))
        if footnote is None:
            continue
        if footnote.span not in known:
            scope = where.frame if framed else None
            called[scope] += 1
            count = called[scope]
            value = str(count) if scope is None else letters(count).lower()
            known[footnote.span] = Number(Kind.FOOTNOTE, value, value)
        known[mark.span] = known[footnote.span]


def _marks(found: Reading) -> Iterator[tuple[Where, FootnoteMark]]:
    for run in found:
        if isinstance(run, Run):
            for inline in inlines(run.inlines):
                if isinstance(inline, FootnoteMark):
                    yield run.where, inline
