"""Runs of text: from inlines to what stands within a Word paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from clausier.model.inline import (
    Break,
    Code,
    Emphasis,
    FootnoteMark,
    Formula,
    Image,
    Inline,
    Link,
    Mark,
    Reference,
    Strong,
    Subscript,
    Superscript,
    Text,
)  # fmt: skip
from clausier.write.docx.draft import Draft, Setting
from clausier.write.docx.drawing import drawn
from clausier.write.docx.equations import inline_formula
from clausier.write.docx.fields import reference
from clausier.write.docx.footnotes import footnote_mark
from clausier.write.docx.look import PLAIN, Look
from clausier.write.docx.markup import LINE, escape

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
IN_LINE = 600
"""The most that an image within a line may take of its height, in twips."""
_SAFE = ("http://", "https://", "mailto:", "ftp://")


def runs(draft: Draft, inlines: Iterable[Inline], setting: Setting, look: Look = PLAIN) -> str:
    """The runs of `inlines`, in a look that those around them give."""
    return "".join([_run(draft, inline, setting, look) for inline in inlines])


def _run(draft: Draft, inline: Inline, setting: Setting, look: Look) -> str:
    match inline:
        case Text(span=span, value=value):
            return draft.run(value, look.xml, span)
        case Emphasis(children=children):
            return runs(draft, children, setting, look.slanted())
        case Strong(children=children):
            return runs(draft, children, setting, look.heavy())
        case Subscript(children=children):
            return runs(draft, children, setting, look.lowered())
        case Superscript(children=children):
            return runs(draft, children, setting, look.raised())
        case Code(span=span, value=value):
            return draft.run(value, look.styled("InlineCode").xml, span)
        case Formula():
            return inline_formula(draft, inline, look)
        case Link(address=address, children=children):
            return _link(draft, address, children, setting, look)
        case Reference():
            own = runs(draft, inline.children, setting, look)
            return reference(draft, inline, own, look)
        case FootnoteMark():
            return footnote_mark(draft, inline, setting, look)
        case Image():
            place = inline.path_span
            return drawn(draft, inline.path, inline.alternative, place, setting, IN_LINE)
        case Break():
            return LINE
        case Mark():
            return ""
        case _:
            assert_never(inline)


def _link(
    draft: Draft, address: str, children: tuple[Inline, ...], setting: Setting, look: Look
) -> str:
    if not address.lower().startswith(_SAFE):
        return runs(draft, children, setting, look)
    inside = runs(draft, children, setting, look.styled("Hyperlink"))
    key = setting.story.add(HYPERLINK, address, external=True)
    return f'<w:hyperlink r:id="{escape(key)}" w:history="1">{inside}</w:hyperlink>'
