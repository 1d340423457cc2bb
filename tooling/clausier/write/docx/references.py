"""The entries of Clause 2 and of the Bibliography."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.resolve.resolved import Citation
from clausier.write.docx.draft import Draft, Setting
from clausier.write.docx.inlines import HYPERLINK
from clausier.write.docx.look import Look
from clausier.write.docx.marks import mark_name


def normative_references(draft: Draft, citations: tuple[Citation, ...]) -> str:
    """The documents of Clause 2, one paragraph each."""
    setting = replace(draft.body, style="RefNorm")
    return "".join(_entry(draft, citation, setting) for citation in citations)


def bibliography(draft: Draft, citations: tuple[Citation, ...]) -> str:
    """The numbered entries of the Bibliography."""
    setting = replace(draft.body, style="BiblioEntry")
    return "".join(_entry(draft, citation, setting) for citation in citations)


def _entry(draft: Draft, citation: Citation, setting: Setting) -> str:
    marks = (mark_name(citation.document.id),)
    parts = [
        _part(draft, text, Look(italic=italic), citation.document.url, setting)
        for text, italic in citation.entry
    ]
    return draft.paragraph(replace(setting, marks=marks), "".join(parts))


def _part(draft: Draft, text: str, look: Look, url: str | None, setting: Setting) -> str:
    before, found, after = text.partition(url) if url else (text, "", "")
    if not found or not found.startswith(("http://", "https://")):
        return draft.run(text, look.xml)
    key = setting.story.add(HYPERLINK, found, external=True)
    link = draft.run(found, look.styled("Hyperlink").xml)
    return (
        draft.run(before, look.xml)
        + f'<w:hyperlink r:id="{key}" w:history="1">{link}</w:hyperlink>'
        + draft.run(after, look.xml)
    )
