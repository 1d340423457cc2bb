"""A whole Word file from its pieces: cover, contents, front matter, text, and the parts around."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from clausier.write.docx.archive import zipped
from clausier.write.docx.blocks import blocks
from clausier.write.docx.contents import Entry, contents
from clausier.write.docx.draft import Draft
from clausier.write.docx.footnotes import OWN_SIGN
from clausier.write.docx.margins import Margins, margin_parts, section
from clausier.write.docx.markup import HEAD, SPACES
from clausier.write.docx.package import OFFICE, WORD, PartFile, Relations, carried
from clausier.write.docx.pages import Ruler, roman
from clausier.write.docx.settings import app_part, core_part, fonts_part, settings_part
from clausier.write.docx.styles import styles_part
from clausier.write.docx.theme import THEME, theme_part

CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_MEDIA = {"png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Volume:
    """The pieces of a Word file; pages of `front_entries` count from the end of the contents."""

    title: str
    subject: str
    creator: str
    margins: Margins
    cover: str
    front: str
    front_entries: tuple[Entry, ...]
    text: str
    entries: tuple[Entry, ...]


def volume(draft: Draft, pieces: Volume) -> bytes:
    """The bytes of the Word file."""
    lines = _contents(draft, pieces)
    parts, references = margin_parts(pieces.margins, draft.main)
    body = (
        _closed(pieces.cover, section(""))
        + _closed(lines + pieces.front, section(references["roman"], "lowerRoman", 2))
        + _ended(draft, pieces.text)
        + section(references["decimal"], "decimal", 1)
    )
    document = f"{HEAD}<w:document {SPACES}><w:body>{body}</w:body></w:document>".encode()
    return zipped(carried(*_parts(draft, pieces, document, parts)))


def _closed(content: str, properties: str) -> str:
    """`content` as a section: its properties are those of its last paragraph."""
    if not content.endswith("</w:p>"):
        return content + f"<w:p><w:pPr>{properties}</w:pPr></w:p>"
    last = content.rindex("<w:p><w:pPr>")
    end = content.index("</w:pPr>", last)
    return content[:end] + properties + content[end:]


def _ended(draft: Draft, text: str) -> str:
    """The text, which Word does not allow to end in a table."""
    return text + draft.paragraph(draft.body, "") if text.endswith("</w:tbl>") else text


def _contents(draft: Draft, pieces: Volume) -> str:
    """The contents, with pages as they will be when it stands before the rest."""
    draft.ruler = Ruler()
    for entry in (*pieces.front_entries, *pieces.entries):
        draft.ruler.signs = len(entry.number) + len(entry.title)
        draft.ruler.paragraph(f"TOC{entry.level}")
    first = draft.ruler.page + 1
    front = (replace(entry, shown_page=roman(first + entry.page)) for entry in pieces.front_entries)
    text = (replace(entry, shown_page=str(entry.page)) for entry in pieces.entries)
    return contents(draft, (*front, *text))


def _parts(
    draft: Draft, pieces: Volume, document: bytes, margins: Iterable[PartFile]
) -> tuple[list[PartFile], Relations]:
    locale = draft.language.locale
    footnotes = _footnotes(draft)
    decimal = "." if draft.language.code == "en" else ","
    named = [
        ("styles", styles_part(locale)),
        ("numbering", draft.numbering.part()),
        ("settings", settings_part(locale, decimal)),
        ("fontTable", fonts_part()),
        ("footnotes", footnotes),
    ]
    parts = list(margins)
    for name, data in named:
        own = draft.beneath if name == "footnotes" else Relations()
        parts.append(PartFile(f"/word/{name}.xml", f"{WORD}.{name}+xml", data, own))
        draft.main.add(f"{OFFICE}/{name}", f"/word/{name}.xml")
    parts.append(PartFile("/word/theme/theme1.xml", THEME, theme_part()))
    draft.main.add(f"{OFFICE}/theme", "/word/theme/theme1.xml")
    for name, (extension, data) in draft.images.items():
        parts.append(PartFile(name, _MEDIA[extension], data))
    parts.append(PartFile("/word/document.xml", f"{WORD}.document.main+xml", document, draft.main))
    core = core_part(pieces.title, pieces.subject, pieces.creator, locale)
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    parts.append(PartFile("/docProps/core.xml", kind, core))
    kind = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    parts.append(PartFile("/docProps/app.xml", kind, app_part()))
    roots = Relations()
    roots.add(f"{OFFICE}/officeDocument", "/word/document.xml")
    roots.add(CORE, "/docProps/core.xml")
    roots.add(f"{OFFICE}/extended-properties", "/docProps/app.xml")
    return parts, roots


def _footnotes(draft: Draft) -> bytes:
    """`footnotes.xml`: the two separators that Word asks for, then the footnotes as called."""
    made = [_separator("separator", -1), _separator("continuationSeparator", 0)]
    for number, (footnote, setting) in enumerate(draft.called, 1):
        inside = replace(setting.within("footnote", "FootnoteText"), story=draft.beneath)
        inside = replace(inside, lead=OWN_SIGN, letters={})
        made.append(
            f'<w:footnote w:id="{number}">{blocks(draft, footnote.blocks, inside)}</w:footnote>'
        )
    return f"{HEAD}<w:footnotes {SPACES}>{''.join(made)}</w:footnotes>".encode()


def _separator(kind: str, number: int) -> str:
    low = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    inside = f"<w:p>{low}<w:r><w:{kind}/></w:r></w:p>"
    return f'<w:footnote w:type="{kind}" w:id="{number}">{inside}</w:footnote>'
