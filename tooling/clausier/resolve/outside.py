"""References outside the standards: in principles, proposals and proceedings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.language.language import language
from clausier.model.block import Block, Footnote
from clausier.model.inline import Inline
from clausier.model.walk import blocks, own_inlines
from clausier.model.workspace import Workspace
from clausier.resolve.reference import Words, references
from clausier.resolve.resolved import Place, Target, Use, Version
from clausier.resolve.standing import Where
from clausier.resolve.target import workspace_targets
from clausier.source.place import Span

Body = tuple[str, str, Span, tuple[Block, ...]]


def outside_uses(workspace: Workspace, versions: tuple[Version, ...]) -> dict[Span, Use]:
    """The references in the bodies of principles, proposals and sessions, by their place.

    A clause is called as in the version of the same language, or else as in any version.
    """
    known: dict[Span, Use] = {}
    targets: dict[str, dict[str, Target]] = {}
    for code, id, span, body in _bodies(workspace):
        if code not in targets:
            targets[code] = _targets(workspace, versions, code)
        words = Words(language(code), targets[code], {})
        where = Where(id, span, Place.BODY, "", span)
        for inlines in _runs(body):
            for use, _ in references(inlines, where, words, True):
                known[use.reference.span] = use
    return known


def _runs(body: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks(body):
        yield from own_inlines(block)


def _bodies(workspace: Workspace) -> Iterator[Body]:
    for principle in workspace.principles:
        statement = (principle.statement,) if principle.statement else ()
        body = (*statement, *principle.rationale, *_notes(principle.footnotes))
        yield principle.language, principle.id.value, principle.span, body
    for proposal in workspace.proposals:
        body = (*proposal.body, *_notes(proposal.footnotes))
        yield proposal.language, proposal.id.value, proposal.span, body
    for seminar in workspace.seminars:
        for session in seminar.sessions:
            body = (*session.body, *_notes(session.footnotes))
            yield session.language, session.key, session.span, body


def _notes(footnotes: Iterable[Footnote]) -> Iterator[Block]:
    for footnote in footnotes:
        yield from footnote.blocks


def _targets(workspace: Workspace, versions: tuple[Version, ...], code: str) -> dict[str, Target]:
    found = workspace_targets(workspace, (code,))
    same = [version for version in versions if version.standard.language == code]
    for version in (*same, *versions):
        for id, target in version.targets.items():
            found.setdefault(id, target)
    return found
