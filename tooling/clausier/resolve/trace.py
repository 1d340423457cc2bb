"""Principle → clause → provision ← proposal, session: what answers to what, and what is suspect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clausier.model.clause import Clause, Placed, Term
from clausier.model.walk import clauses
from clausier.model.workspace import Deliverable, Principle, Reviewed, Workspace
from clausier.resolve.fingerprint import fingerprint, paragraphs, statement
from clausier.resolve.resolved import Link, Place, Trace, Translation, Type, Version
from clausier.source.place import Span

CARRYING = frozenset({Place.BODY, Place.TABLE_FOOTNOTE})
"""The places whose provisions carry a principle: the normative text."""

_Key = tuple[str, str, str, str]


def trace(workspace: Workspace, versions: tuple[Version, ...]) -> Trace:
    """The trace of a workspace, both ways.

    A principle is carried by the provisions of the normative text in the clause that names it and
    in its subclauses, whatever their type, but for constraints from outside (`external`).
    """
    return Trace(
        links=_links(workspace, versions),
        proposals=_proposals(workspace),
        sessions=_sessions(workspace),
        translations=translations(workspace, versions),
    )


def principle_in(workspace: Workspace, version: Version) -> Mapping[str, Principle]:
    """Each principle by id: in the language of a version, else of its reference, else in any."""
    wanted = (version.standard.language, version.deliverable.metadata.reference_language)
    found: dict[str, Principle] = {}
    for principle in workspace.principles:
        found.setdefault(principle.id.value, principle)
    for language in reversed(wanted):
        found |= {p.id.value: p for p in workspace.principles if p.language == language}
    return found


def _links(workspace: Workspace, versions: tuple[Version, ...]) -> tuple[Link, ...]:
    """The links by principle (in their files' order), deliverable, language and clause."""
    by_principle: dict[str, list[Link]] = {}
    for principle in workspace.principles:
        by_principle.setdefault(principle.id.value, [])
    for version in versions:
        for link in _links_of(version, principle_in(workspace, version)):
            by_principle[link.principle].append(link)
    return tuple(link for links in by_principle.values() for link in links)


def _links_of(version: Version, principles: Mapping[str, Principle]) -> Iterator[Link]:
    """The links of a version; a principle that does not exist has none."""
    prints = {id: fingerprint(statement(principle)) for id, principle in principles.items()}
    carried = _carried(version)
    known = looked_at(version.deliverable)
    for clause, named in named_principles(version):
        if named.value not in principles:
            continue
        last = known.get(("principle", version.standard.language, clause.id.value, named.value))
        yield Link(
            principle=named.value,
            deliverable=version.deliverable.id,
            language=version.standard.language,
            clause=clause.id.value,
            span=named.span,
            provisions=tuple(_within(clause, carried)),
            reviewed=last is not None,
            suspect=last is not None and last.fingerprint != prints[named.value],
            known_text=last.text if last else None,
        )


def named_principles(version: Version) -> Iterator[tuple[Clause, Placed]]:
    """Each clause with each principle that it names, once, in the order of reading."""
    for clause in clauses(version.clauses):
        for named in {named.value: named for named in reversed(clause.principles)}.values():
            yield clause, named


def looked_at(deliverable: Deliverable) -> Mapping[_Key, Reviewed]:
    """The lines of the deliverable's lock by kind, language, clause and target."""
    return {(r.kind, r.language, r.clause, r.target): r for r in deliverable.reviewed}


def _carried(version: Version) -> Mapping[str, list[str]]:
    carried: dict[str, list[str]] = {}
    for provision in version.provisions:
        if provision.place in CARRYING and provision.type is not Type.EXTERNAL:
            carried.setdefault(provision.clause, []).append(provision.id)
    return carried


def _within(clause: Clause, carried: Mapping[str, list[str]]) -> Iterator[str]:
    for each in clauses((clause,)):
        yield from carried.get(each.id.value, ())


def _proposals(workspace: Workspace) -> Mapping[str, tuple[str, ...]]:
    pairs = ((each.principle.value, each.id.value) for each in workspace.proposals)
    return _grouped(pairs)


def _sessions(workspace: Workspace) -> Mapping[str, tuple[str, ...]]:
    """The sessions that name a principle or have it as their theme, or from which it comes."""
    sessions = [session for seminar in workspace.seminars for session in seminar.sessions]
    known = {session.key for session in sessions}
    said = [
        (named.value, session.key)
        for session in sessions
        for named in (*session.principles, *((session.theme,) if session.theme else ()))
    ]
    origins = [
        (principle.id.value, origin.value)
        for principle in workspace.principles
        for origin in principle.origin
        if origin.value in known
    ]
    return _grouped([*said, *origins])


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    grouped: dict[str, dict[str, None]] = {}
    for key, value in pairs:
        grouped.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in grouped.items()}


def translations(workspace: Workspace, versions: tuple[Version, ...]) -> tuple[Translation, ...]:
    """How each clause and term entry stands that has a source in the reference language."""
    references = {v.deliverable.id: v for v in versions if _is_reference(v)}
    found: list[Translation] = []
    for version in versions:
        reference = references.get(version.deliverable.id)
        if reference is not None and not _is_reference(version):
            found.extend(_translations_of(version, sources(reference)))
    return tuple(found)


def _is_reference(version: Version) -> bool:
    return version.standard.language == version.deliverable.metadata.reference_language


def sources(version: Version) -> Mapping[str, Clause | Term]:
    """What is translated as one: the clause or entry of each file, by id."""
    found: dict[str, Clause | Term] = {}
    for root in version.clauses:
        if not root.derived:
            found.setdefault(root.id.value, root)
        for clause in clauses((root,)):
            for term in clause.terms:
                found.setdefault(term.id.value, term)
    return found


def _translations_of(
    version: Version, originals: Mapping[str, Clause | Term]
) -> Iterator[Translation]:
    known = looked_at(version.deliverable)
    reference = version.deliverable.metadata.reference_language
    for id, part in sources(version).items():
        original = originals.get(id)
        if original is None:
            continue
        last = known.get(("translation", version.standard.language, id, reference))
        outdated = last is not None and last.fingerprint != whole(original)
        yield Translation(
            language=version.standard.language,
            clause=id,
            span=part.id.span,
            reviewed=last is not None,
            outdated=outdated,
            deliverable=version.deliverable.id,
            changed=new_paragraphs(original, last) if outdated else (),
        )


def whole(part: Clause | Term) -> str:
    """The fingerprint of all that a translator reads of a clause or entry."""
    return fingerprint("\n".join(text for _, text in paragraphs(part)))


def new_paragraphs(part: Clause | Term, last: Reviewed | None) -> tuple[Span, ...]:
    """The places of the paragraphs that are new or changed since a clause was looked at."""
    seen = set((last.text or "").split()) if last else set()
    return tuple(span for span, text in paragraphs(part) if fingerprint(text) not in seen)
