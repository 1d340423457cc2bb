"""What a rule looks at: the resolved workspace, walked once for all rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.check.alignment import Alignment
from clausier.check.gather import Contents, Section, Thing, contents
from clausier.check.phrases import Phrases
from clausier.check.vocabulary import Vocabularies
from clausier.model.block import Block, Footnote
from clausier.model.clause import Allow, Clause, Placed, Term
from clausier.model.inline import Text
from clausier.model.workspace import Principle, Proposal, Seminar, Session, Workspace
from clausier.resolve.resolved import Kind, Resolved, Trace, Version
from clausier.source.place import Source, Span


class Part(Struct, frozen=True):
    """One file of text with what it holds; `id` is the name by which others refer to it.

    `folder` is where the paths of its images begin; `version` is the document that a clause or
    term belongs to.
    """

    kind: Literal["clause", "term", "principle", "proposal", "session"]
    id: Placed
    span: Span
    language: str
    folder: str
    contents: Contents
    footnotes: tuple[Footnote, ...] = ()
    allows: tuple[Allow, ...] = ()
    version: Version | None = None
    clause: Clause | None = None


class Subject(Struct, frozen=True):
    """A resolved workspace and its parts, in the order of reading.

    `phrases` are the words of the versions that rules look for, `vocabularies` all their words,
    `alignment` shows translations beside what they translate: found once for all rules.
    """

    workspace: Workspace
    versions: tuple[Version, ...]
    trace: Trace
    parts: tuple[Part, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    phrases: Phrases = field(default_factory=Phrases)
    alignment: Alignment = field(default_factory=Alignment)
    vocabularies: Vocabularies = field(default_factory=Vocabularies)

    @staticmethod
    def of(resolved: Resolved, sources: Mapping[str, Source] | None = None) -> Subject:
        """The subject of a resolved workspace; with `sources`, ids are found to the letter."""
        return Subject(
            resolved.workspace,
            resolved.versions,
            resolved.trace,
            (*_of_versions(resolved.versions), *_of_docs(resolved.workspace)),
            sources or {},
            Phrases(resolved.versions),
            Alignment(resolved.versions),
        )

    def only(self, paths: frozenset[str]) -> Subject:
        """What stands in some files, and nothing that hangs on others."""
        versions = tuple(_only(version, paths) for version in self.versions)
        parts = tuple(
            replace(part, version=part.version and _of(part.version, versions))
            for part in self.parts
            if part.span.path in paths
        )
        return Subject(Workspace(), versions, Trace(), parts, self.sources, Phrases(versions))

    def place(self, thing: Thing) -> Span:
        """Where the id of something is written, as exactly as can be told."""
        source = self.sources.get(thing.span.path)
        mark = f"#{thing.id}"
        at = source.text.find(mark, thing.span.start, thing.span.end) if source else -1
        if thing.exact or at < 0:
            return thing.span
        return Span(thing.span.path, at + 1, at + len(mark))


def _only(version: Version, paths: frozenset[str]) -> Version:
    return replace(
        version,
        clauses=tuple(each for each in version.clauses if not paths.isdisjoint(_files(each))),
        numbers={span: each for span, each in version.numbers.items() if span.path in paths},
        titles={},
        targets={},
        uses={span: each for span, each in version.uses.items() if span.path in paths},
        anchors={},
        boilerplate={},
        term_groups=(),
        term_uses={},
        normative=(),
        bibliography=(),
        sentences=tuple(each for each in version.sentences if each.span.path in paths),
        provisions=tuple(each for each in version.provisions if each.span.path in paths),
    )


def _of(version: Version, narrowed: Iterable[Version]) -> Version:
    return next(each for each in narrowed if each.standard is version.standard)


def _files(clause: Clause) -> Iterator[str]:
    """The files that a clause is written in: its own, and one for each term."""
    yield clause.span.path
    yield from (term.span.path for term in clause.terms)


def _of_versions(versions: Iterable[Version]) -> Iterator[Part]:
    for version in versions:
        for clause in version.clauses:
            if not clause.derived:
                yield _clause(clause, version)
            for term in clause.terms:
                yield _term(term, version)


def _clause(clause: Clause, version: Version) -> Part:
    return Part(
        "clause", clause.id, clause.span, version.standard.language, version.deliverable.folder,
        contents(_sections(clause, ""), clause.footnotes),
        clause.footnotes, clause.allows, version, clause,
    )  # fmt: skip


def _sections(clause: Clause, within: str) -> Iterator[Section]:
    first = Kind.ANNEX if clause.kind == "annex" else Kind.CLAUSE
    below = Kind.ANNEX_SUBCLAUSE if clause.kind == "annex" else Kind.SUBCLAUSE
    kind = first if clause.level == 1 else below
    head = Thing(clause.id.value, kind, clause.id.span, True, within)
    yield Section(head, (clause.title,), clause.body)
    for section in clause.sections:
        yield from _sections(section, clause.id.value)


def _term(term: Term, version: Version) -> Part:
    body: tuple[Block, ...] = (*term.notes, *term.examples, *term.other)
    head = Thing(term.id.value, Kind.TERM, term.id.span, True)
    holds = contents([Section(head, (term.definition,), body)], term.footnotes)
    return Part(
        "term", term.id, term.span, version.standard.language, version.deliverable.folder,
        holds, term.footnotes, term.allows, version,
    )  # fmt: skip


def _of_docs(workspace: Workspace) -> Iterator[Part]:
    for principle in workspace.principles:
        yield _principle(principle)
    for proposal in workspace.proposals:
        yield _proposal(proposal)
    for seminar in workspace.seminars:
        for session in seminar.sessions:
            yield _session(session, seminar)


def _principle(principle: Principle) -> Part:
    statement = () if principle.statement is None else (principle.statement,)
    return Part(
        "principle", principle.id, principle.span, principle.language, _beside(principle.span, 2),
        _prose(principle.id, Kind.PRINCIPLE, (*statement, *principle.rationale),
               principle.footnotes, principle.title),
        principle.footnotes, principle.allows,
    )  # fmt: skip


def _proposal(proposal: Proposal) -> Part:
    return Part(
        "proposal", proposal.id, proposal.span, proposal.language, _beside(proposal.span, 1),
        _prose(proposal.id, Kind.PROPOSAL, proposal.body, proposal.footnotes),
        proposal.footnotes, proposal.allows,
    )  # fmt: skip


def _session(session: Session, seminar: Seminar) -> Part:
    key = Placed(session.id.span, session.key)
    return Part(
        "session", key, session.span, session.language, seminar.folder,
        _prose(key, Kind.SESSION, session.body, session.footnotes, session.title),
        session.footnotes, session.allows,
    )  # fmt: skip


def _prose(
    id: Placed,
    kind: Kind,
    body: tuple[Block, ...],
    footnotes: tuple[Footnote, ...],
    title: Placed | None = None,
) -> Contents:
    titles = () if title is None else ((Text(title.span, title.value),),)
    return contents([Section(Thing(id.value, kind, id.span, True), titles, body)], footnotes)


def _beside(span: Span, levels: int) -> str:
    return span.path.rsplit("/", levels)[0]
