"""The cover: what the draft is, in three languages, and that it is a draft."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.language.language import LANGUAGES, Language, language
from clausier.model.workspace import Metadata
from clausier.resolve.document import designation
from clausier.resolve.resolved import Version
from clausier.write.docx.draft import Draft
from clausier.write.docx.look import Look
from clausier.write.docx.markup import LINE
from clausier.write.docx.words import words


def cover(draft: Draft, version: Version) -> str:
    """The paragraphs of the cover of a standard."""
    metadata = version.deliverable.metadata
    own = version.language
    made = [
        _several(draft, "zzCoverlarge", own, status_key(metadata)),
        _several(draft, "zzCover", own, metadata.type),
        _line(draft, "zzCoverlarge", reference_name(metadata, own)),
        *(_line(draft, "zzCover", text) for text in _facts(version)),
        _line(draft, "zzCover", own.covers["version"]),
        *_title(draft, metadata, own),
    ]
    others = [code for code in LANGUAGES if code != own.code and metadata.titles.get(code)]
    made += [
        _line(draft, "CoverTitleB", metadata.titles[code], language(code).locale) for code in others
    ]
    made.append(_line(draft, "zzwarninghdr", words(own.code)["warning"]))
    made.append(_line(draft, "zzwarning", own.covers["warning"]))
    made.append(_line(draft, "zzwarning", words(own.code)["not-cen"]))
    return "".join(made)


def status_key(metadata: Metadata) -> str:
    """Which word of the cover says how far a draft is: by its harmonized stage."""
    if metadata.stage < "40":
        return "working-draft"
    return "draft" if metadata.stage < "50" else "final-draft"


def reference_name(metadata: Metadata, own: Language) -> str:
    """The number with the letter of the language, or that there is none yet."""
    if metadata.number is None:
        return words(own.code)["no-number"]
    return f"{metadata.number} ({own.letter})"


def _facts(version: Version) -> list[str]:
    metadata, own = version.deliverable.metadata, version.language
    said = words(own.code)
    committee = metadata.committee
    title = committee.titles.get(own.code) or next(iter(committee.titles.values()), "")
    facts = []
    if committee.number:
        facts.append(f"{committee.number} — {title}" if title else committee.number)
    if committee.secretariat:
        facts.append(f"{own.covers['secretariat']}{own.labels['colon']} {committee.secretariat}")
    facts.append(said["stage"].format(metadata.stage))
    if metadata.ics:
        facts.append(f"{own.covers['ics']} {', '.join(metadata.ics)}")
    documents = version.deliverable.documents
    replaced = [documents[p.value] for p in metadata.supersedes if p.value in documents]
    if replaced:
        names = ", ".join(designation(document, own) for document in replaced)
        facts.append(own.covers["will-supersede"].format(names))
    return facts


def _several(draft: Draft, style: str, own: Language, key: str) -> str:
    """A line in the three official languages, the document's own first."""
    codes = dict.fromkeys((own.code, *LANGUAGES))
    setting = replace(draft.body, style=style)
    lines = [
        draft.run(language(code).covers[key], Look(locale=language(code).locale).xml)
        for code in codes
    ]
    return draft.paragraph(setting, LINE.join(lines))


def _line(draft: Draft, style: str, text: str, locale: str = "") -> str:
    return draft.paragraph(
        replace(draft.body, style=style), draft.run(text, Look(locale=locale).xml)
    )


def _title(draft: Draft, metadata: Metadata, own: Language) -> list[str]:
    parts = full_title(metadata, own.code).split(" — ")
    styles = ("CoverTitleA1", "CoverTitleA2", "CoverTitleA3")
    last = len(parts) - 1
    return [
        _line(draft, styles[min(index, 2)], part if index == last else f"{part} —")
        for index, part in enumerate(parts)
    ]


def full_title(metadata: Metadata, code: str) -> str:
    """The title in a language, or in the reference language."""
    titles = metadata.titles
    known = titles.get(code) or titles.get(metadata.reference_language)
    return known or next(iter(titles.values()), "")
