"""Figures: pictures with what belongs to them, and the title below."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.model.block import Figure, Picture
from clausier.write.docx.captions import caption
from clausier.write.docx.draft import Draft, Inside, Setting
from clausier.write.docx.drawing import ACROSS, TALLEST, drawn
from clausier.write.docx.inlines import runs
from clausier.write.docx.legends import OF_FIGURE, beneath, letters, units


def figure(draft: Draft, block: Figure, setting: Setting, inside: Inside) -> str:
    """A figure in the order of ISO/IEC Directives, Part 2, 28.1: pictures, key, notes, title."""
    plain = replace(setting.within("body", "FigureGraphic"), letters=letters(draft, block.legend))
    made = [units(draft, block.legend, plain)]
    several = len(block.pictures) > 1
    for index, picture in enumerate(block.pictures):
        marks = draft.names([block.span], [block.id] if block.id else []) if index == 0 else ()
        made.append(_picture(draft, picture, replace(plain, marks=marks), several))
    made.append(beneath(draft, block.legend, OF_FIGURE, plain, inside))
    title = plain.within("body", "Figuretitle")
    words = runs(draft, block.title, title)
    made.append(caption(draft, "Figure", block.span, block.id, words, title))
    return "".join(made)


def _picture(draft: Draft, picture: Picture, setting: Setting, several: bool) -> str:
    own = draft.names([picture.span], [picture.id] if picture.id else [])
    around = replace(setting, marks=(*setting.marks, *own))
    tallest = TALLEST if setting.width <= draft.width else ACROSS
    tallest = tallest // 2 if several else tallest
    shown = drawn(draft, picture.path, picture.alternative, picture.path_span, setting, tallest)
    graphic = draft.paragraph(around, shown)
    if not several:
        return graphic
    title = setting.within("body", "Figuresubtitle")
    label = draft.facts.label(picture.span)
    words = runs(draft, picture.title, title)
    space = draft.run(" ") if label and words else ""
    return graphic + draft.paragraph(title, draft.run(label) + space + words)
