"""All pages of all languages, and the site that they look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from clausier.model.walk import clauses as walk
from clausier.model.workspace import Principle, Session, Workspace
from clausier.resolve.resolved import Resolved, Version
from clausier.source.diagnostic import Diagnostic, Fault
from clausier.source.files import Files
from clausier.source.place import Source
from clausier.write.site import (
    beside,
    clause,
    findings,
    guide,
    home,
    principles,
    proceedings,
    proposals,
    provisions,
    terms,
    trace,
)
from clausier.write.site.address import Folders, Key, allocate
from clausier.write.site.identity import fingerprint
from clausier.write.site.marks import marks
from clausier.write.site.sheet import Page, Site

Name = tuple[str, str]


def site_of(
    resolved: Resolved,
    diagnostics: tuple[Diagnostic, ...],
    sources: Mapping[str, Source],
    files: Files,
    faults: tuple[Fault, ...] = (),
) -> Site:
    """The site before its pages are written: what is where."""
    languages = _languages(resolved)
    versions = {_name(version): version for version in resolved.versions}
    return Site(
        resolved=resolved,
        diagnostics=diagnostics,
        sources=sources,
        files=files,
        languages=languages,
        folders=_folders(resolved, files, languages),
        versions=versions,
        roots={name: _roots(version) for name, version in versions.items()},
        marks={name: marks(version) for name, version in versions.items()},
        principles=_principles(resolved.workspace),
        proposals={proposal.id.value: proposal for proposal in resolved.workspace.proposals},
        sessions=_sessions(resolved.workspace),
        fingerprints={name: fingerprint(sources, one) for name, one in versions.items()},
        uses={name: _uses(version) for name, version in versions.items()},
        faults={fault.id: fault for fault in faults},
    )


def _name(version: Version) -> Name:
    return version.deliverable.id, version.standard.language


def _languages(resolved: Resolved) -> tuple[str, ...]:
    """The languages of the standards, the reference language first; else those of the rest."""
    workspace = resolved.workspace
    found: dict[str, None] = {}
    for deliverable in workspace.deliverables:
        here = [standard.language for standard in deliverable.standards]
        first = deliverable.metadata.reference_language
        found.update(dict.fromkeys([first] if first in here else []))
        found.update(dict.fromkeys(here))
    if not found:
        found.update({principle.language: None for principle in workspace.principles})
    if not found:
        found.update(
            {one.language: None for seminar in workspace.seminars for one in seminar.sessions}
        )
    return tuple(found) or ("en",)


def _roots(version: Version) -> dict[str, str]:
    """For each clause, subclause, term and cited document the clause whose page it stands on."""
    found: dict[str, str] = {}
    for root in version.clauses:
        for part in walk((root,)):
            found.setdefault(part.id.value, root.id.value)
            found.update({term.id.value: root.id.value for term in part.terms})
        cited = {"normative-references": version.normative, "bibliography": version.bibliography}
        for citation in cited.get(root.kind, ()):
            found.setdefault(f"@{citation.document.id}", root.id.value)
    return found


def _principles(workspace: Workspace) -> dict[str, dict[str, Principle]]:
    found: dict[str, dict[str, Principle]] = {}
    for principle in workspace.principles:
        found.setdefault(principle.id.value, {}).setdefault(principle.language, principle)
    return found


def _sessions(workspace: Workspace) -> dict[str, dict[str, Session]]:
    found: dict[str, dict[str, Session]] = {}
    for seminar in workspace.seminars:
        for session in seminar.sessions:
            found.setdefault(session.key, {}).setdefault(session.language, session)
    return found


def _uses(version: Version) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for uses in version.term_uses.values():
        for use in uses:
            found.setdefault(use.term, []).append(use.clause)
    return {term: tuple(places) for term, places in found.items()}


def _folders(resolved: Resolved, files: Files, languages: tuple[str, ...]) -> Folders:
    """Where every page stands: first the pages of our own, then those that authors name."""
    workspace = resolved.workspace
    wanted: list[tuple[Key, str]] = [(home.HOME, "")]
    wanted += [(key, key.kind) for key in _lists(resolved)]
    wanted += [(guide.key(name), _guide_name(name)) for name in guide.names(files, languages)]
    for id in _principles(workspace):
        wanted.append((Key("principle", id), f"principles/{id}"))
    wanted += [
        (Key("proposal", one.id.value), f"proposals/{one.id.value}") for one in workspace.proposals
    ]
    for seminar in workspace.seminars:
        wanted.append((proceedings.seminar_key(seminar), f"proceedings/{seminar.id}"))
        wanted += [(Key("session", key), f"proceedings/{key}") for key in proceedings.keys(seminar)]
    known: dict[Key, str] = {}
    shared = Counter(
        f"{version.deliverable.id}/{id}"
        for version in resolved.versions
        for id in {one.id.value for one in version.clauses}
    )
    for version in resolved.versions:
        known.setdefault(home.cover_key(version), version.deliverable.id)
        for one in version.clauses:
            name = f"{version.deliverable.id}/{one.id.value}"
            known.setdefault(clause.key(version, one), name)
            if shared[name] > 1:
                known.setdefault(clause.beside_key(version, one), f"{name}/beside")
    return allocate(languages, [*wanted, *known.items()])


def _lists(resolved: Resolved) -> list[Key]:
    found = [findings.INDEX]
    if resolved.versions:
        found += [terms.INDEX, provisions.INDEX]
    if resolved.workspace.principles:
        found += [principles.INDEX, trace.INDEX]
    if resolved.workspace.proposals:
        found.append(proposals.INDEX)
    return found


def _guide_name(name: str) -> str:
    return "guide" if name == "index" else f"guide/{name}"


def pages(site: Site) -> Iterator[Page]:
    """Every page of every language."""
    for language in site.languages:
        yield from _of_language(site, language)


def _of_language(site: Site, language: str) -> Iterator[Page]:
    workspace = site.resolved.workspace
    versions = site.in_language(language)
    yield home.home(site, language)
    for version in versions:
        if len(versions) > 1:
            yield home.cover(site, version)
        for one in version.clauses:
            yield clause.page(site, version, one)
            if beside.has_others(site, version, one):
                yield beside.page(site, version, one)
    if site.principles:
        yield principles.index(site, language)
        yield from (principles.page(site, language, id) for id in site.principles)
    if site.proposals:
        yield proposals.index(site, language)
        yield from (proposals.page(site, language, id) for id in site.proposals)
    for seminar in workspace.seminars:
        yield proceedings.page(site, language, seminar)
        for key in proceedings.keys(seminar):
            yield proceedings.session_page(site, language, seminar, key)
    if versions:
        yield terms.index(site, language)
        yield provisions.page(site, language)
    if site.principles:
        yield trace.page(site, language)
    yield findings.page(site, language)


def guides(site: Site) -> Iterator[Page]:
    """The pages of the guide that exist, in every language."""
    names = guide.names(site.files, site.languages)
    places = _guide_places(site, names)
    for language in site.languages:
        for name in names:
            page = guide.page(site, language, name, places)
            yield from (page,) if page else ()


def _guide_places(site: Site, names: list[str]) -> dict[str, str]:
    """Where the guide's files have their pages; one that is missing is read in another language."""
    places: dict[str, str] = {}
    for name in names:
        known = [code for code in site.languages if guide.source(code, name) in site.files]
        for code in site.languages:
            shown = code if code in known else known[0]
            places[guide.source(code, name)] = site.folders[(shown, guide.key(name))]
    return places
