"""What is known of a workspace beyond its words. It stands beside the tree, which never changes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from clausier.language.language import Language
from clausier.model.block import Block
from clausier.model.clause import Clause, Term
from clausier.model.inline import Mark, Reference
from clausier.model.prose import Prose
from clausier.model.workspace import Deliverable, Document, Standard, Workspace
from clausier.source.diagnostic import Diagnostic
from clausier.source.place import Span


class Kind(StrEnum):
    """What a number or a target is the number or target of."""

    CLAUSE = "clause"
    SUBCLAUSE = "subclause"
    ANNEX = "annex"
    ANNEX_SUBCLAUSE = "annex-subclause"
    TERM = "term"
    TABLE = "table"
    FIGURE = "figure"
    SUBFIGURE = "subfigure"
    FORMULA = "formula"
    NOTE = "note"
    NOTE_TO_ENTRY = "note-to-entry"
    EXAMPLE = "example"
    ITEM = "item"
    FOOTNOTE = "footnote"
    PROVISION = "provision"
    DOCUMENT = "document"
    PRINCIPLE = "principle"
    PROPOSAL = "proposal"
    SESSION = "session"


class Place(StrEnum):
    """Where a sentence stands, as ISO/IEC Directives, Part 2:2021, Table 8 tells places apart."""

    TITLE = "title"
    FOREWORD = "foreword"
    INTRODUCTION = "introduction"
    SCOPE = "scope"
    NORMATIVE_REFERENCES = "normative-references"
    TERMS = "terms"
    DEFINITION = "definition"
    NOTE_TO_ENTRY = "note-to-entry"
    BODY = "body"
    INFORMATIVE_ANNEX = "informative-annex"
    NOTE = "note"
    EXAMPLE = "example"
    FOOTNOTE = "footnote"
    TABLE_FOOTNOTE = "table-footnote"
    TABLE_NOTE = "table-note"
    BIBLIOGRAPHY = "bibliography"


class Type(StrEnum):
    """The types of provision, by the strength of their verb: DP2 Clause 7."""

    REQUIREMENT = "requirement"
    RECOMMENDATION = "recommendation"
    PERMISSION = "permission"
    POSSIBILITY = "possibility"
    EXTERNAL = "external"
    INSTRUCTION = "instruction"


class Number(Struct, frozen=True):
    """The number of a node: `value` alone (`5.2`, `A`, `1`, `a)`), `label` as printed beside it.

    Labels: `5.2`, `Annex A`, `Table A.1`, `NOTE`, `NOTE 2`, `Note 1 to entry`, `EXAMPLE 1`,
    `a)`, `(1)`.
    """

    kind: Kind
    value: str
    label: str


class Target(Struct, frozen=True):
    """Something that a reference can point at.

    `name` is how running text calls it (`Clause 5`, `5.2`, `5.2 b)`, `5.2, Note 1`, `Table 1`,
    `ISO 23592:2021`), `title` its title, `clause` the id of the clause file's clause or subclause
    it stands in, if any; `anchor` the anchor within that clause's page.
    """

    id: str
    kind: Kind
    span: Span
    number: str
    name: str
    title: str
    clause: str | None = None
    anchor: str | None = None


class Use(Struct, frozen=True):
    """A reference in the text: what it points at (None: nothing has that id) and how it reads."""

    reference: Reference
    target: Target | None
    text: str
    place: Place
    clause: str


class Sentence(Struct, frozen=True):
    """One sentence of the text: the unit in which provisions are found and rules look.

    `text` reads as printed, with the names of references filled in; `start` is its offset in
    `prose`; `block` is the paragraph, cell, item or entry it stands in, `clause` the id of the
    innermost clause, subclause or term. `marks` are the author's marks that belong to it, `quoted`
    the characters (from, to) that are no running words of the author: references, code, formulas,
    quotations. `items` are the sentences of the list that it leads in with a colon.
    """

    text: str
    span: Span
    start: int
    prose: Prose
    place: Place
    clause: str
    block: Span
    marks: tuple[Mark, ...] = ()
    quoted: tuple[tuple[int, int], ...] = ()
    items: tuple[Sentence, ...] = ()

    def at(self, start: int, end: int) -> Span:
        """The place in the source of the characters `start` to `end` of this sentence's text."""
        return self.prose.span(self.start + start, self.start + end)


class Provision(Struct, frozen=True):
    """A sentence that obliges, recommends, permits or states a possibility: DP2 Clause 7.

    `id` is the author's, or made of the clause's id and the words, so that it survives
    renumbering; `verb` is the verb as written; `named` is whether the author gave the id. `form` is
    the verbal form as the Directives' tables name it (empty where only a mark says the type),
    `main` tells it from an equivalent expression.
    """

    id: str
    type: Type
    verb: str
    verb_span: Span
    text: str
    span: Span
    clause: str
    place: Place
    principles: tuple[str, ...]
    named: bool = False
    form: str = ""
    main: bool = True
    negative: bool = False


class TermUse(Struct, frozen=True):
    """A place where a defined term is used (in any of its designations, inflected or not)."""

    term: str
    designation: str
    span: Span
    clause: str


class Citation(Struct, frozen=True):
    """A cited document with the references that cite it; `normative` if a requirement does.

    `entry` reads as listed in Clause 2 or the Bibliography: its parts as (text, italic);
    `number` is `[3]` in the Bibliography, None in Clause 2. `forced`: only the text of Clause 2
    itself asks for it to be listed there.
    """

    document: Document
    normative: bool
    uses: tuple[Use, ...]
    entry: tuple[tuple[str, bool], ...]
    number: str | None = None
    forced: bool = False


class Boilerplate(Struct, frozen=True):
    """The fixed text of a clause: `before` and `after` what the author wrote.

    `taken` are the author's paragraphs that it takes up, so that they are not printed twice.
    """

    before: tuple[Block, ...] = ()
    after: tuple[Block, ...] = ()
    taken: tuple[Span, ...] = ()


class Version(Struct, frozen=True):
    """A language version of a deliverable with all that is known of it.

    `clauses` are all clauses in the Directives' order, those that were derived (Clause 2, the
    Bibliography, a foreword that nobody wrote, annexes on legislation) among them. Facts about
    nodes are keyed by the node's span; a `Reference` has its `Use`, a numbered node its `Number`, a
    block that can be pointed at its anchor.
    """

    deliverable: Deliverable
    standard: Standard
    language: Language
    clauses: tuple[Clause, ...]
    numbers: Mapping[Span, Number]
    titles: Mapping[str, str]
    targets: Mapping[str, Target]
    uses: Mapping[Span, Use]
    anchors: Mapping[Span, str]
    boilerplate: Mapping[str, Boilerplate]
    term_groups: tuple[tuple[Clause | None, tuple[Term, ...]], ...]
    term_uses: Mapping[Span, tuple[TermUse, ...]]
    normative: tuple[Citation, ...]
    bibliography: tuple[Citation, ...]
    sentences: tuple[Sentence, ...]
    provisions: tuple[Provision, ...]

    @property
    def written(self) -> tuple[Clause, ...]:
        """The clauses that somebody wrote."""
        return tuple(clause for clause in self.clauses if not clause.derived)


class Link(Struct, frozen=True):
    """A principle named by a clause in one language, and how it stands.

    `suspect` says that the principle has changed since the clause was last looked at, `reviewed`
    that it was looked at once; `span` is where the clause names it.
    """

    principle: str
    deliverable: str
    language: str
    clause: str
    span: Span
    provisions: tuple[str, ...]
    reviewed: bool
    suspect: bool
    known_text: str | None = None


class Translation(Struct, frozen=True):
    """A clause (or term entry) in another language than the reference language, and how it stands.

    `reviewed` says that it was looked at once against its source, `outdated` that the source has
    changed since; `changed` are the places of the paragraphs of the source that are new or changed.
    `span` is the translation's, `deliverable` the id of its folder.
    """

    language: str
    clause: str
    span: Span
    reviewed: bool
    outdated: bool
    deliverable: str = ""
    changed: tuple[Span, ...] = ()


class Trace(Struct, frozen=True):
    """Principle → clause → provision ← proposal, session: both ways.

    `links` by principle, deliverable, language and clause; `proposals` and `sessions` give for a
    principle's id the ids of the proposals and the keys of the sessions that speak of it.
    `translations` say which clauses were looked at against their source.
    """

    links: tuple[Link, ...] = ()
    proposals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sessions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    translations: tuple[Translation, ...] = ()


class Resolved(Struct, frozen=True):
    """The workspace and all that was found in it; `diagnostics` are what resolving noticed.

    `uses` are the references in principles, proposals and proceedings; those of a standard stand
    in its versions.
    """

    workspace: Workspace
    versions: tuple[Version, ...]
    trace: Trace
    diagnostics: tuple[Diagnostic, ...] = ()
    uses: Mapping[Span, Use] = field(default_factory=dict)
