"""The alphabetical index of a language version: what is listed, and where it is found.

ISO/IEC Directives, Part 2:2021, Table 2: an optional element, the last of the document. A writer
asks for it; nothing else depends on it, so that nothing else waits for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from clausier.model.clause import Clause, Term
from clausier.model.prose import prose
from clausier.model.walk import clauses as walk
from clausier.resolve.alphabet import alphabetical, initial
from clausier.resolve.resolved import TermUse, Version
from clausier.resolve.standing import Standing, reading
from clausier.resolve.symbols import abbreviated_terms, is_list_of_symbols, mentions
from clausier.resolve.term import texts

MANY = 40
"""With more entries than these, letters stand above them."""


class IndexEntry(Struct, frozen=True):
    """A line of the index: `words` as the text has them, and the ids of the places where they are.

    First stands what explains them (a term entry, the list of abbreviated terms), then the clauses,
    subclauses and term entries in which they are used, each once, in the order of the document.
    """

    words: str
    places: tuple[str, ...]


class _Found(Struct, frozen=True):
    """Words, the id of what explains them, and the ids of the places where they are used."""

    words: str
    home: str
    used: tuple[str, ...]


def index(version: Version) -> tuple[IndexEntry, ...]:
    """The index of a version in alphabetical order; empty where nobody asked for one.

    Every designation leads to its entry. The preferred one leads to every use of the concept too,
    the others to where they are used themselves.
    """
    if not version.deliverable.metadata.index:
        return ()
    order = _order(version)
    homes: dict[str, dict[str, None]] = {}
    used: dict[str, set[str]] = {}
    for found in (*_designations(version), *_abbreviations(version)):
        homes.setdefault(found.words, {})[found.home] = None
        used.setdefault(found.words, set()).update(found.used)
    made: list[IndexEntry] = []
    for words in sorted(homes, key=alphabetical):
        elsewhere = sorted(used[words] - homes[words].keys(), key=order.__getitem__)
        made.append(IndexEntry(words, (*homes[words], *elsewhere)))
    return tuple(made)


def by_letter(
    entries: Iterable[IndexEntry],
) -> tuple[tuple[str, tuple[IndexEntry, ...]], ...]:
    """The entries under their letters; of few entries, all under none."""
    known = tuple(entries)
    if len(known) <= MANY:
        return (("", known),) if known else ()
    groups = groupby(known, key=lambda entry: initial(entry.words))
    return tuple((letter, tuple(group)) for letter, group in groups)


def _order(version: Version) -> dict[str, int]:
    """The ids of clauses, subclauses and term entries, counted in the order of reading."""
    found: dict[str, int] = {}
    for standing in reading(version.clauses):
        if isinstance(standing, Standing) and isinstance(standing.node, Clause | Term):
            found.setdefault(standing.node.id.value, len(found))
    return found


def _designations(version: Version) -> Iterator[_Found]:
    uses: dict[str, list[TermUse]] = {}
    for each in version.term_uses.values():
        for use in each:
            uses.setdefault(use.term, []).append(use)
    for term in (term for _, group in version.term_groups for term in group):
        id = term.id.value
        known = uses.get(id, ())
        yield _Found(term.preferred.value, id, tuple(use.clause for use in known))
        for other in (*term.admitted, *term.deprecated):
            own = tuple(use.clause for use in known if use.designation == other.value)
            yield _Found(other.value, id, own)


def _abbreviations(version: Version) -> Iterator[_Found]:
    listed = [
        (short, clause.id.value)
        for root in version.clauses
        if root.kind in ("clause", "terms")
        for clause in walk((root,))
        if is_list_of_symbols(clause, version.standard.language)
        for short in abbreviated_terms(clause)
    ]
    said = [
        (owner, prose(inlines).text)
        for root in (version.clauses if listed else ())
        for owner, inlines, _ in texts(root)
    ]
    for short, home in listed:
        yield _Found(short, home, tuple(owner for owner, text in said if mentions(text, short)))
