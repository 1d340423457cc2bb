"""Tables and figures on pages that are turned: where such pages begin and end in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from clausier.model.block import Figure, Table
from clausier.write.docx.draft import Draft, Inside, Setting

_BEGINS, _ENDS = "<?across?>", "<?upright?>"
_TURNS = re.compile((re.escape(_BEGINS) + "|" + re.escape(_ENDS)).encode())
_HEADING = re.compile(rb'<w:p><w:pPr><w:pStyle w:val="(?:Heading|a|IntroHeading)[1-6]"/>|'
                      rb'<w:p><w:pPr><w:pStyle w:val="(?:ANNEXZ?|FrontHead)"/>')  # fmt: skip
_BREAK = (
    '<w:p><w:pPr><w:pStyle w:val="BodyText"/>'
    '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{0}</w:pPr></w:p>'
)
"""What carries the end of a section after a table, where Word needs a paragraph for it, and after a
caption or the contents, where LibreOffice would lose the number that is counted in it or that of
the page. It has no height."""

Part = TypeVar("Part", Table, Figure)


def across(
    draft: Draft, block: Part, setting: Setting,
    write: Callable[[Draft, Part, Setting, Inside], str], inside: Inside,
) -> str:  # fmt: skip
    """A table or figure, on turned pages of its own where it asks for them and can have them."""
    if not block.landscape or setting.family in ("cell", "footnote"):
        return write(draft, block, setting, inside)
    draft.ruler.change(True)
    made = write(draft, block, replace(setting, width=draft.wide), inside)
    draft.ruler.change(False)
    draft.tabled = False
    return f"{_BEGINS}{made}{_ENDS}"


def turns(text: bytes) -> bool:
    """Whether a text has pages that are turned."""
    return _BEGINS.encode() in text


def cut(text: bytes) -> list[tuple[bool, bytes]]:
    """The text as a list of sections, each with whether its pages are turned.

    Headings directly before a turned table go with it; no section is empty.
    """
    pieces = _TURNS.split(text)
    made: list[tuple[bool, bytes]] = []
    headings = b""
    for number, piece in enumerate(pieces):
        turned = number % 2 == 1
        if not turned and number < len(pieces) - 1:
            piece, headings = _headings(piece)
        elif turned:
            piece = headings + piece
        if turned and made and made[-1][0]:
            made[-1] = (True, made[-1][1] + piece)
        elif piece:
            made.append((turned, piece))
    return made


def _headings(text: bytes) -> tuple[bytes, bytes]:
    """A text without the headings that end it, and these."""
    end = len(text)
    while (start := text.rfind(b"<w:p><w:pPr>", 0, end)) >= 0 and text.endswith(b"</w:p>", 0, end):
        if not _HEADING.match(text, start):
            break
        end = start
    return text[:end], text[end:]


def closed(text: bytes, properties: str) -> tuple[bytes, ...]:
    """`text` as a section, in pieces: its properties are those of its last paragraph."""
    last = text.rindex(b"<w:p><w:pPr>")
    end = text[last:]
    contents = end.count(b'fldCharType="end"') > end.count(b'fldCharType="begin"')
    if not text.endswith(b"</w:p>") or contents or b"> SEQ " in end:
        return text, _BREAK.format(properties).encode()
    at = text.index(b"</w:pPr>", last)
    return text[:at], properties.encode(), text[at:]
