"""One language version of a standard as a Word file."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.resolve.resolved import Kind, Use, Version
from clausier.source.diagnostic import Diagnostic
from clausier.source.place import Span
from clausier.write.docx.chosen import of_standard
from clausier.write.docx.clauses import clause
from clausier.write.docx.contents import Entry
from clausier.write.docx.cover import cover, full_title, reference_name, status_key
from clausier.write.docx.draft import Draft
from clausier.write.docx.facts import Facts, Shown
from clausier.write.docx.index import index_part
from clausier.write.docx.margins import Margins
from clausier.write.docx.numbering import Numbering
from clausier.write.docx.pages import Ruler
from clausier.write.docx.picture import Pictures
from clausier.write.docx.volume import Volume, volume

_FRONT = ("foreword", "introduction")
_ELSEWHERE = (Kind.PRINCIPLE, Kind.PROPOSAL, Kind.SESSION)


def standard_document(
    version: Version, pictures: Pictures, line_numbers: bool = False
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The bytes of the Word file of a version, and what could not be shown as it was."""
    folder = version.deliverable.folder
    draft = Draft(
        version.language, facts_of(version), pictures, folder, Numbering(version.language)
    )
    draft.line_numbers = line_numbers
    user = of_standard(draft, version.deliverable, pictures.files)
    first = cover(draft, version)
    front_entries: list[Entry] = []
    draft.ruler = Ruler()
    front = b"".join(
        clause(draft, found, version, front_entries).encode()
        for found in version.clauses
        if found.kind in _FRONT
    )
    draft.ruler = Ruler()
    entries: list[Entry] = []
    title = full_title(version.deliverable.metadata, version.language.code)
    text = _middle_title(draft, title).encode() + b"".join(
        clause(draft, found, version, entries).encode()
        for found in version.clauses
        if found.kind not in _FRONT
    )
    text += index_part(draft, version, entries).encode()
    creator = version.deliverable.metadata.committee.number or ""
    pieces = Volume(
        title, _subject(version), creator, _margins(version), first,
        front, tuple(front_entries), text, tuple(entries),
    )  # fmt: skip
    return volume(draft, pieces, user), tuple(draft.diagnostics)


def _middle_title(draft: Draft, title: str) -> str:
    return draft.paragraph(replace(draft.body, style="zzSTDTitle"), draft.run(title))


def _subject(version: Version) -> str:
    metadata = version.deliverable.metadata
    return f"{reference_name(metadata, version.language)}, {metadata.stage}"


def _margins(version: Version) -> Margins:
    metadata, language = version.deliverable.metadata, version.language
    status = language.covers[status_key(metadata)]
    reference = f"{metadata.number or status} ({language.letter})"
    title = full_title(metadata, language.code).partition(" — ")[0]
    return Margins(reference, status if metadata.number else title)


def facts_of(version: Version) -> Facts:
    """What the writer looks up in a version."""
    cited = {citation.document.id for citation in (*version.normative, *version.bibliography)}
    labels = {
        id: version.numbers[target.span].label
        for id, target in version.targets.items()
        if target.span in version.numbers
    }
    return Facts(
        numbers=version.numbers,
        uses={span: _shown(use, cited) for span, use in version.uses.items()},
        anchors=_anchors(version),
        labels=labels,
    )


def _shown(use: Use, cited: set[str]) -> Shown:
    target = use.target
    if target is None or target.kind in _ELSEWHERE:
        return Shown(use.text)
    if target.kind is Kind.DOCUMENT and target.id not in cited:
        return Shown(use.text)
    return Shown(use.text, target)


def _anchors(version: Version) -> dict[Span, tuple[str, ...]]:
    """The anchors of blocks, and of each provision on the block it stands in."""
    found: dict[Span, tuple[str, ...]] = {}
    for span, anchor in version.anchors.items():
        found[span] = (anchor,)
    blocks = {sentence.span: sentence.block for sentence in version.sentences}
    for provision in version.provisions:
        place = blocks.get(provision.span)
        if place is not None:
            found[place] = (*found.get(place, ()), provision.id)
    return found
