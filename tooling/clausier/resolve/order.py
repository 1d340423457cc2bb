"""The clauses of a document in the Directives' order, those that nobody wrote among them."""

from __future__ import annotations

from collections.abc import Iterable

from clausier.language.language import Language
from clausier.model.clause import KINDS, Clause, Kind, Placed, Term
from clausier.model.walk import clauses as walk
from clausier.model.workspace import Standard
from clausier.resolve.letters import letters
from clausier.source.place import Span

DERIVED: tuple[Kind, ...] = ("foreword", "normative-references", "terms", "bibliography")
"""What every document has, whether or not somebody wrote a file for it: DP2:2021, Table 2."""

_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


def ordered(standard: Standard, path: str, annexes: tuple[Clause, ...] = ()) -> tuple[Clause, ...]:
    """The clauses of `standard`, and what it lacks: an empty clause of each kind in `DERIVED`, and
    after its own annexes those on legislation, `annexes`.

    A derived clause stands at no characters of `path` (the deliverable's `standard.yml`). Whether
    the Bibliography stays is known only when the citations are: see `without_bibliography`.
    """
    taken = {clause.id.value for clause in walk(standard.clauses)}
    present = {clause.kind for clause in standard.clauses}
    missing = [
        _derived(kind, Span(path, at, at), taken)
        for at, kind in enumerate(DERIVED)
        if kind not in present
    ]
    return tuple(
        sorted((*standard.clauses, *annexes, *missing), key=lambda clause: _RANK[clause.kind])
    )


def _derived(kind: Kind, span: Span, taken: set[str]) -> Clause:
    id = f"derived-{kind}" if kind in taken else kind
    return Clause(span, Placed(span, id), kind, 1, (), (), derived=True)


def without_bibliography(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses without a Bibliography that holds nothing: nothing is cited for information."""
    return tuple(
        clause
        for clause in clauses
        if clause.kind != "bibliography" or clause.body or clause.sections
    )


def annex_letters(clauses: Iterable[Clause]) -> dict[Span, str]:
    """The letter of each annex: A, B; of those on legislation, which nobody wrote, ZA, ZB.

    DP2:2021, 20.4; CEN/CENELEC Internal Regulations, Part 3.
    """
    annexes = [clause for clause in clauses if clause.kind == "annex"]
    found: dict[Span, str] = {}
    for prefix, derived in (("", False), ("Z", True)):
        group = (clause for clause in annexes if clause.derived is derived)
        found |= {clause.span: prefix + letters(at) for at, clause in enumerate(group, 1)}
    return found


def fixed_title(clause: Clause, language: Language) -> str:
    """The title that the language gives to a clause of this kind; empty where it gives none."""
    return language.titles.get(clause.kind, "") if clause.level == 1 and _is_fixed(clause) else ""


def _is_fixed(clause: Clause) -> bool:
    return clause.kind not in ("clause", "annex")


def terms_by_section(clause: Clause) -> dict[str, tuple[Term, ...]]:
    """The terms of a terms clause by the id of the section they are grouped in; "" for the rest.

    A term whose group does not exist stands with those that have none.
    """
    sections = {section.id.value for section in walk(clause.sections)}
    found: dict[str, list[Term]] = {}
    for term in clause.terms:
        group = term.group.value if term.group else ""
        found.setdefault(group if group in sections else "", []).append(term)
    return {section: tuple(terms) for section, terms in found.items()}


def term_groups(
    clauses: tuple[Clause, ...],
) -> tuple[tuple[Clause | None, tuple[Term, ...]], ...]:
    """The terms as they are printed: those without a group, then each section with its own."""
    groups: list[tuple[Clause | None, tuple[Term, ...]]] = []
    for clause in clauses:
        if clause.kind == "terms":
            terms = terms_by_section(clause)
            if terms.get(""):
                groups.append((None, terms[""]))
            groups += [
                (section, terms.get(section.id.value, ())) for section in walk(clause.sections)
            ]
    return tuple(groups)
