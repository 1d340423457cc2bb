"""What has a name: the namespaces in which ids are unique."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from clausier.check.gather import Thing
from clausier.check.subject import Subject
from clausier.model.workspace import Deliverable, Session, Workspace
from clausier.resolve.resolved import Kind


def by_version(subject: Subject) -> dict[tuple[str, str], tuple[Thing, ...]]:
    """All that carries an id, by deliverable and language."""
    found: defaultdict[tuple[str, str], list[Thing]] = defaultdict(list)
    for part in subject.parts:
        if part.version is not None:
            key = (part.version.deliverable.id, part.version.standard.language)
            found[key].extend(part.contents.things)
    return {key: tuple(things) for key, things in found.items()}


def documents(deliverable: Deliverable) -> Iterator[Thing]:
    """The documents that a deliverable cites."""
    for document in deliverable.documents.values():
        yield Thing(document.id, Kind.DOCUMENT, document.span, True)


def principles(workspace: Workspace) -> Iterator[Thing]:
    """The principles, each once for all its languages."""
    seen: set[str] = set()
    for principle in workspace.principles:
        if principle.id.value not in seen:
            seen.add(principle.id.value)
            yield Thing(principle.id.value, Kind.PRINCIPLE, principle.id.span, True)


def proposals(workspace: Workspace) -> Iterator[Thing]:
    """The proposals."""
    for proposal in workspace.proposals:
        yield Thing(proposal.id.value, Kind.PROPOSAL, proposal.id.span, True)


def sessions(workspace: Workspace) -> dict[str, tuple[Session, ...]]:
    """The sessions by key, each in its languages."""
    found: defaultdict[str, list[Session]] = defaultdict(list)
    for seminar in workspace.seminars:
        for session in seminar.sessions:
            found[session.key].append(session)
    return {key: tuple(versions) for key, versions in found.items()}


def known_ids(subject: Subject) -> Iterator[str]:
    """Every id that can be referred to anywhere in the workspace."""
    for things in by_version(subject).values():
        yield from (thing.id for thing in things)
    yield from shared_ids(subject.workspace, subject.workspace.deliverables)


def shared_ids(workspace: Workspace, deliverables: Iterable[Deliverable]) -> Iterator[str]:
    """The ids that can be referred to from every language version."""
    for deliverable in deliverables:
        yield from deliverable.documents
    yield from (principle.id.value for principle in workspace.principles)
    yield from (proposal.id.value for proposal in workspace.proposals)
    yield from sessions(workspace)
