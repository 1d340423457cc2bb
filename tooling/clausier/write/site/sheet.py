"""What every page needs to know, and the page that is being written."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from clausier.language.interface import interface
from clausier.language.language import Language, language
from clausier.model.block import Footnote
from clausier.model.inline import Reference
from clausier.model.workspace import Principle, Proposal, Session
from clausier.resolve.resolved import Kind, Resolved, Target, Use, Version
from clausier.source.diagnostic import Diagnostic, Fault
from clausier.source.files import Files
from clausier.source.place import Source, Span
from clausier.write.site.address import Folders, Key, href
from clausier.write.site.marks import Marks

ByLanguage = Mapping[str, Mapping[str, Principle]]


class Site(Struct, frozen=True):
    """The workspace as the pages look at it; `files` gives the bytes of images and guides.

    `roots` gives, for a deliverable and language, the clause whose page a part of it stands on;
    `marks` where terms and verbal forms are in the texts; `principles` and `sessions` are kept by
    id and language, `fingerprints` of the versions' words by deliverable and language,
    `uses` the clauses in which a term stands, once for each time; `faults` what the program can
    find, by id.
    """

    resolved: Resolved
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    files: Files
    languages: tuple[str, ...]
    folders: Folders
    versions: Mapping[tuple[str, str], Version]
    roots: Mapping[tuple[str, str], Mapping[str, str]]
    marks: Mapping[tuple[str, str], Marks]
    principles: ByLanguage
    proposals: Mapping[str, Proposal]
    sessions: Mapping[str, Mapping[str, Session]]
    fingerprints: Mapping[tuple[str, str], str]
    uses: Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]]
    faults: Mapping[str, Fault] = {}

    @property
    def confidential(self) -> bool:
        """Whether one of the documents is: then no page is to be found by others."""
        return any(one.metadata.confidential for one in self.resolved.workspace.deliverables)

    def folder(self, language: str, key: Key) -> str | None:
        """Where the page on `key` stands in a language."""
        return self.folders.get((language, key))

    def in_language(self, language: str) -> tuple[Version, ...]:
        """The versions that a reader of a language is shown: of each deliverable that has it."""
        return tuple(v for v in self.resolved.versions if v.standard.language == language)


class Page(Struct, frozen=True):
    """A page as Markdown; `title` is plain text with its number, `identity` says which draft.

    A `hidden` page stands in no list of contents.
    """

    key: Key
    language: str
    folder: str
    title: str
    body: str
    identity: str = ""
    media: tuple[str, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    hidden: bool = False


class Sheet(Struct, frozen=True):
    """A page in the making: what it is, and what has gathered on it so far.

    `written` is the language of the text where that is another than the page's; `prefix` stands
    before the anchors of a text that a page shows beside another; `ids` are taken anchors,
    `footnotes` those called on the page in order, `terms` the ids of the terms it links to,
    `media` the paths of the images and files it shows or links to, `found` what could not be shown.
    """

    site: Site
    key: Key
    language: str
    folder: str
    version: Version | None = None
    written: str | None = None
    prefix: str = ""
    ids: set[str] = field(default_factory=set)
    footnotes: list[Footnote] = field(default_factory=list)
    known_footnotes: dict[str, Footnote] = field(default_factory=dict)
    own_footnotes: dict[str, Footnote] = field(default_factory=dict)
    terms: dict[str, None] = field(default_factory=dict)
    media: dict[str, None] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)

    def word(self, key: str) -> str:
        """A word of the interface in the page's language; an unknown value stands for itself."""
        return interface(self.language).get(key) or key.partition("-")[2] or key

    def spoken(self) -> Language:
        """The words of the text's language."""
        return self.version.language if self.version else language(self.written or self.language)

    def claim(self, id: str | None) -> str | None:
        """An anchor for this page, or None where it is taken already."""
        if not id or id in self.ids:
            return None
        self.ids.add(id)
        return f"{self.prefix}{id}"

    def anchor(self, span: Span, own: str | None = None) -> str | None:
        """The anchor of a node, claimed."""
        known = self.version.anchors.get(span) if self.version else None
        return self.claim(known or own)

    def to(self, key: Key, anchor: str | None = None) -> str | None:
        """A link to the page on `key`, None where there is none."""
        folder = self.site.folder(self.language, key)
        return None if folder is None else href(self.folder, folder, anchor)

    def use(self, reference: Reference) -> tuple[Target | None, str]:
        """What a reference points at, and how it reads."""
        inside = self.version.uses if self.version else self.site.resolved.uses
        known: Use | None = inside.get(reference.span)
        if known:
            return known.target, known.text
        part = f"#{reference.part}" if reference.part else ""
        return None, f"@{reference.target}{part}"

    def _looked_at(self) -> tuple[Version, ...]:
        return (self.version,) if self.version else self.site.in_language(self.language)

    def way(self, target: Target) -> str | None:
        """The link to a target."""
        if target.kind in PAGES:
            return self.to(Key(PAGES[target.kind], target.id))
        for version in self._looked_at():
            if (place := self._place(version, target)) is not None:
                return place
        return None

    def _place(self, version: Version, target: Target) -> str | None:
        name = (version.deliverable.id, version.standard.language)
        if target.kind is Kind.DOCUMENT:
            clause = self.site.roots[name].get(f"@{target.id}")
            return self.clause(version, clause, target.id) if clause else None
        root = self.site.roots[name].get(target.clause or target.id)
        anchor = None if target.id == root else target.anchor or target.id
        return self.clause(version, root, anchor) if root else None

    def clause(self, version: Version, root: str, anchor: str | None = None) -> str | None:
        """The link to the page of a clause, or to a place on it."""
        key = Key("clause", f"{version.deliverable.id}/{root}")
        here = self.site.folder(self.language, key) == self.folder
        return self.to(key, anchor or (root if here else None))

    def within(self, version: Version, id: str) -> str | None:
        """The link to a clause, subclause or term by its id."""
        roots = self.site.roots[(version.deliverable.id, version.standard.language)]
        root = roots.get(id)
        if root is None:
            return None
        return self.clause(version, root, None if root == id else version_anchor(version, id))


PAGES = {Kind.PRINCIPLE: "principle", Kind.PROPOSAL: "proposal", Kind.SESSION: "session"}


def version_anchor(version: Version, id: str) -> str:
    """The anchor of something with an id."""
    target = version.targets.get(id)
    return target.anchor if target and target.anchor else id


def chosen(known: Mapping[str, object], language: str, others: tuple[str, ...]) -> str | None:
    """The language in which something is shown: the reader's, else the first that there is."""
    if language in known:
        return language
    return next((code for code in others if code in known), next(iter(known), None))
