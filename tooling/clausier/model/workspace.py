"""Everything that was read: standards, principles, proposals and proceedings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from clausier.model.block import Block, Footnote, Paragraph
from clausier.model.clause import Allow, Clause, Placed
from clausier.source.place import Span

DeliverableType = Literal["EN", "TS", "TR", "CWA", "Guide"]
Decision = Literal["pending", "accepted", "partly-accepted", "rejected", "withdrawn"]


class Person(Struct, frozen=True):
    family: str
    given: str | None = None


class Document(Struct, frozen=True):
    """A document that the text cites: one entry of `references.yml`.

    For a standard, `number` is its designation without the date; for other literature it is None.
    `titles` by language; `span` is the place of its id.
    """

    span: Span
    id: str
    type: str
    titles: Mapping[str, str]
    number: str | None = None
    date: str | None = None
    all_parts: bool = False
    publisher: str | None = None
    status: str = "published"
    url: str | None = None
    conditions: tuple[str, ...] = ()
    authors: tuple[Person, ...] = ()
    issued: str | None = None
    container: str | None = None
    locator: str | None = None


class Committee(Struct, frozen=True):
    number: str | None
    titles: Mapping[str, str]
    secretariat: str | None


class EssentialRequirement(Struct, frozen=True):
    """What an act asks, the clauses that cover it and what limits that; words by language.

    A text that was written once for all languages stands at ""; `span` and `remarks_span` are the
    places of the requirement and of the remarks.
    """

    span: Span
    requirement: Mapping[str, str]
    clauses: tuple[Placed, ...]
    remarks: Mapping[str, str]
    remarks_span: Span


class Legislation(Struct, frozen=True):
    """An act of the Union whose essential requirements a deliverable supports: its Annex Z.

    `span` is the place of its name, `act` its name by language, `request` the request that
    is this act's alone.
    """

    span: Span
    act: Mapping[str, str]
    request: Placed | None
    rows: tuple[EssentialRequirement, ...]


class Patent(Struct, frozen=True):
    """A patent that was declared: DP2:2021, Clause 30; `subject` by language, "" for all."""

    span: Span
    subject: Mapping[str, str]
    holder: str
    address: str | None


class SupplementaryFile(Struct, frozen=True):
    """Data or code beside the text: a path in the deliverable's folder or an address (DP2 6.5)."""

    file: Placed
    titles: Mapping[str, str]
    obligation: Literal["normative", "informative"]

    @property
    def is_local(self) -> bool:
        """Whether the file stands in the workspace."""
        return not self.file.value.startswith(("https://", "http://"))


class Preference(Struct, frozen=True):
    """The word that the text uses for a thing, and `others` that it does not use: DP2:2021, 5.6."""

    word: str
    others: tuple[Placed, ...]


class Metadata(Struct, frozen=True):
    """What `standard.yml` says; `span` is the whole of that file, `spans` the place of each key."""

    span: Span
    number: str | None
    type: DeliverableType
    stage: str
    edition: int
    titles: Mapping[str, str]
    languages: tuple[str, ...]
    reference_language: str
    committee: Committee
    ics: tuple[str, ...] = ()
    dates: Mapping[str, str | None] = field(default_factory=dict)
    supersedes: tuple[Placed, ...] = ()
    standardization_request: str | None = None
    annex_z: tuple[Legislation, ...] = ()
    patents: tuple[Patent, ...] = ()
    supplementary_files: tuple[SupplementaryFile, ...] = ()
    preferred_words: Mapping[str, tuple[Preference, ...]] = field(default_factory=dict)
    drafting_rules: Literal["dp2-2018", "dp2-2021"] = "dp2-2021"
    template: Placed | None = None
    confidential: bool = False
    index: bool = False
    spans: Mapping[str, Span] = field(default_factory=dict)


class Standard(Struct, frozen=True):
    """One document in one language: its clauses as they were written, in the Directives' order."""

    span: Span
    id: str
    language: str
    clauses: tuple[Clause, ...]


class Reviewed(Struct, frozen=True):
    """One line of `trace.lock`: `source` was looked at for `target` in the state `fingerprint`.

    `kind` is `principle` (a clause against a principle) or `translation` (a clause against the
    same clause in the reference language); `text` is what was looked at, where it is short enough
    to keep, so that the change can be shown word by word.
    """

    span: Span
    kind: Literal["principle", "translation"]
    language: str
    clause: str
    target: str
    fingerprint: str
    text: str | None = None


class Deliverable(Struct, frozen=True):
    """A folder of `clauses/`: one standard in its languages."""

    id: str
    folder: str
    metadata: Metadata
    documents: Mapping[str, Document]
    standards: tuple[Standard, ...]
    reviewed: tuple[Reviewed, ...] = ()


class Principle(Struct, frozen=True):
    """A principle in one language; `statement` is its first paragraph, `rationale` the rest."""

    span: Span
    id: Placed
    language: str
    title: Placed
    origin: tuple[Placed, ...]
    expected: Literal["required", "optional"]
    statement: Paragraph | None
    rationale: tuple[Block, ...]
    status: str | None = None
    footnotes: tuple[Footnote, ...] = ()
    allows: tuple[Allow, ...] = ()


class Proposal(Struct, frozen=True):
    """What a commission asked of the text, and what was decided of it; `language` is its body's."""

    span: Span
    id: Placed
    language: str
    titles: Mapping[str, str]
    principle: Placed
    deliverable: Placed
    targets: tuple[Placed, ...]
    decision: Decision
    decision_span: Span
    submitted: str | None
    decided: str | None
    by: str | None
    body: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    allows: tuple[Allow, ...] = ()


class Contribution(Struct, frozen=True):
    """What one voice brought to a session: research or practice; what is not known is None."""

    span: Span
    role: str
    title: str | None
    organization: str | None
    speaker: str | None


class Session(Struct, frozen=True):
    """A session of a seminar in one language; `key` is `seminar/session`."""

    span: Span
    key: str
    id: Placed
    language: str
    title: Placed
    date: str | None
    theme: Placed | None
    principles: tuple[Placed, ...]
    contributions: tuple[Contribution, ...]
    body: tuple[Block, ...]
    status: str | None = None
    footnotes: tuple[Footnote, ...] = ()
    allows: tuple[Allow, ...] = ()


class WebLink(Struct, frozen=True):
    title: str
    url: str | None


class Seminar(Struct, frozen=True):
    """The proceedings of one seminar: its sessions in the order of their files."""

    span: Span
    id: str
    folder: str
    titles: Mapping[str, str]
    date: str | None
    closed: str | None
    organizers: tuple[str, ...]
    participants: Mapping[str, str]
    languages: tuple[str, ...]
    themes: tuple[Placed, ...]
    links: tuple[WebLink, ...]
    sessions: tuple[Session, ...]


class Workspace(Struct, frozen=True):
    """All that was read.

    `files` are the paths that exist, images among them; `drawn` the texts within SVG drawings.
    """

    deliverables: tuple[Deliverable, ...] = ()
    principles: tuple[Principle, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    seminars: tuple[Seminar, ...] = ()
    files: frozenset[str] = frozenset()
    drawn: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
