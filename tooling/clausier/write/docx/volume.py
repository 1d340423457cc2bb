"""A whole Word file from its pieces: cover, contents, front matter, text, and the parts around."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from clausier.source.diagnostic import say
from clausier.write.docx.across import closed, cut, turns
from clausier.write.docx.archive import zipped
from clausier.write.docx.blocks import blocks
from clausier.write.docx.contents import Entry, contents
from clausier.write.docx.draft import Draft
from clausier.write.docx.footnotes import OWN_SIGN
from clausier.write.docx.frame import Sections, frame
from clausier.write.docx.margins import Margins
from clausier.write.docx.markup import HEAD, SPACES
from clausier.write.docx.package import OFFICE, WORD, PartFile, Relations, carried
from clausier.write.docx.pages import Ruler, roman
from clausier.write.docx.settings import app_part, core_part
from clausier.write.docx.template import LACKING_STYLES, Template

CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_MEDIA = {"png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml"}


class Volume(Struct, frozen=True):
    """The pieces of a Word file; pages of `front_entries` count from the end of the contents.

    What is long is UTF-8 already: as text it would take twice the room.
    """

    title: str
    subject: str
    creator: str
    margins: Margins
    cover: str
    front: bytes
    front_entries: tuple[Entry, ...]
    text: bytes
    entries: tuple[Entry, ...]


def volume(draft: Draft, pieces: Volume, user: Template | None = None) -> bytes:
    """The bytes of the Word file, in our own template or in the user's."""
    lines = _contents(draft, pieces).encode()
    footnotes = _footnotes(draft).encode()
    turned = turns(pieces.front) or turns(pieces.text)
    around = frame(draft, pieces.margins, user, turned)
    body = [
        *closed(pieces.cover.encode(), around.cover),
        *_front(lines + pieces.front, around.front),
        *_text(draft, pieces.text, around.text),
    ]
    if user is not None:
        _report_lacking(draft, user, [*body, footnotes])
    head = f"{HEAD}<w:document {SPACES}><w:body>".encode()
    document = b"".join((head, *map(around.applied, body), b"</w:body></w:document>"))
    parts = [
        *around.parts,
        _part(draft, "footnotes", around.applied(footnotes), draft.beneath),
        *(PartFile(name, _MEDIA[kind], data) for name, (kind, data) in draft.images.items()),
        PartFile("/word/document.xml", f"{WORD}.document.main+xml", document, draft.main),
    ]
    return zipped(carried(*_with_properties(draft, pieces, parts)))


def _report_lacking(draft: Draft, user: Template, texts: list[bytes]) -> None:
    lacking = user.used_but_lacking(texts)
    if lacking and draft.template_span is not None:
        draft.diagnostics.append(
            LACKING_STYLES.at(
                draft.template_span,
                say("template `{0}` lacks the styles `{1}`", user.name, "`, `".join(lacking)),
                say(
                    "add them to the template, or name what stands for them in `{0}.json`",
                    user.name,
                ),
            )
        )


def _part(draft: Draft, name: str, text: bytes, relations: Relations) -> PartFile:
    draft.main.add(f"{OFFICE}/{name}", f"/word/{name}.xml")
    return PartFile(f"/word/{name}.xml", f"{WORD}.{name}+xml", text, relations)


def _front(text: bytes, properties: Sections) -> Iterator[bytes]:
    """The front matter, section by section."""
    for number, (turned, piece) in enumerate(cut(text)):
        yield from closed(piece, properties(turned, not number))


def _text(draft: Draft, text: bytes, properties: Sections) -> Iterator[bytes]:
    """The text, whose last section is that of the file; Word lets none end in a table."""
    *before, (turned, last) = cut(text)
    for number, (across, piece) in enumerate(before):
        yield from closed(piece, properties(across, not number))
    yield last
    if last.endswith(b"</w:tbl>"):
        yield draft.paragraph(draft.body, "").encode()
    yield properties(turned, not before).encode()


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


def _with_properties(
    draft: Draft, pieces: Volume, parts: list[PartFile]
) -> tuple[list[PartFile], Relations]:
    locale = draft.language.locale
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


def _footnotes(draft: Draft) -> str:
    """`footnotes.xml`: the two separators that Word asks for, then the footnotes as called."""
    made = [_separator("separator", -1), _separator("continuationSeparator", 0)]
    for number, (footnote, setting) in enumerate(draft.called, 1):
        inside = replace(setting.within("footnote", "FootnoteText"), story=draft.beneath)
        inside = replace(inside, lead=OWN_SIGN, letters={})
        made.append(
            f'<w:footnote w:id="{number}">{blocks(draft, footnote.blocks, inside)}</w:footnote>'
        )
    return f"{HEAD}<w:footnotes {SPACES}>{''.join(made)}</w:footnotes>"


def _separator(kind: str, number: int) -> str:
    low = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    inside = f"<w:p>{low}<w:r><w:{kind}/></w:r></w:p>"
    return f'<w:footnote w:type="{kind}" w:id="{number}">{inside}</w:footnote>'
