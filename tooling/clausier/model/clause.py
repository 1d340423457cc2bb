"""The parts of a document: clauses, annexes and terms."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from clausier.model.block import Block, Example, Footnote, Note
from clausier.model.inline import Inline
from clausier.source.place import Span

Kind = Literal[
    "foreword", "introduction", "scope", "normative-references", "terms",
    "clause", "annex", "bibliography",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "foreword", "introduction", "scope", "normative-references", "terms",
    "clause", "annex", "bibliography",
)  # fmt: skip
"""In the order of ISO/IEC Directives, Part 2:2021, Table 2."""


class Placed(Struct, frozen=True):
    """A word or sentence of a front matter with its place (an id, a title, a date)."""

    span: Span
    value: str


class Allow(Struct, frozen=True):
    """`<!-- allow family/fault: reason -->`: a rule that need not hold for `covers`."""

    span: Span
    rule: str
    reason: str
    covers: Span


class Clause(Struct, frozen=True):
    """A clause, annex, or (as a member of `sections`) a subclause.

    A clause of its own file has `level` 1; subclauses have the level of their heading (2 to 6).
    `principles` and `sources` belong to the file's clause; subclauses inherit them in the trace.
    `footnotes` and `allows` are kept on the file's clause. `span` covers heading and text.
    """

    span: Span
    id: Placed
    kind: Kind
    level: int
    title: tuple[Inline, ...]
    body: tuple[Block, ...]
    sections: tuple[Clause, ...] = ()
    terms: tuple[Term, ...] = ()
    obligation: Literal["normative", "informative"] | None = None
    principles: tuple[Placed, ...] = ()
    sources: tuple[Placed, ...] = ()
    status: str | None = None
    run_in: bool = False
    footnotes: tuple[Footnote, ...] = ()
    allows: tuple[Allow, ...] = ()
    derived: bool = False


class TermSource(Struct, frozen=True):
    """Where a definition comes from: DP2 16.5.10."""

    span: Span
    reference: Placed
    clause: str | None
    modified: str | None


class Term(Struct, frozen=True):
    """A terminological entry: DP2 Clause 16. `definition` is one phrase without a stop."""

    span: Span
    id: Placed
    preferred: Placed
    admitted: tuple[Placed, ...]
    deprecated: tuple[Placed, ...]
    domain: str | None
    definition: tuple[Inline, ...]
    notes: tuple[Note, ...]
    examples: tuple[Example, ...]
    source: TermSource | None = None
    group: Placed | None = None
    status: str | None = None
    other: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    allows: tuple[Allow, ...] = ()
