"""Lists: dashes, and letters that start anew in each list."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.model.block import Item, List
from clausier.write.docx.draft import Draft, Inside, Setting
from clausier.write.docx.numbering import DEPTH, LISTS, NUMBER_IDS

STEP = 403
"""The indent of a level, in twips."""


def list_items(draft: Draft, block: List, setting: Setting, inside: Inside) -> str:
    """The items of a list; what stands before its first item keeps its bookmarks there."""
    instance = _instance(draft, block, setting)
    marks = (*setting.marks, *draft.names([block.span]))
    made: list[str] = []
    for item in block.items:
        own = _item_setting(draft, block, item, setting, instance)
        own = replace(own, marks=(*marks, *own.marks))
        made.append(inside(draft, item.blocks, own))
        marks = ()
    return "".join(made)


def _instance(draft: Draft, block: List, setting: Setting) -> int:
    if block.ordered:
        level = min(setting.depth, DEPTH - 1)
        return draft.numbering.list_instance(level, min(setting.depth - setting.ordered, DEPTH - 1))
    return NUMBER_IDS["dashes"]


def _item_setting(
    draft: Draft, block: List, item: Item, setting: Setting, instance: int
) -> Setting:
    depth = min(setting.depth, LISTS - 1)
    word = "Number" if block.ordered else "Continue"
    style = f"List{word}{depth + 1}" + ("-" if setting.small else "")
    level = min(setting.depth, DEPTH - 1) if block.ordered else depth
    indented = setting.depth >= LISTS
    left = STEP * (setting.depth + 1)
    return replace(
        setting,
        style=style,
        more=_continued(setting, depth),
        lead="",
        numbering=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'
        if block.ordered or setting.small
        else "",
        layout=f'<w:ind w:left="{left}" w:hanging="{STEP}"/>' if indented else "",
        marks=draft.names([item.span], [item.id] if item.id else []),
        depth=setting.depth + 1,
        ordered=setting.ordered + block.ordered,
    )


def _continued(setting: Setting, depth: int) -> str:
    if setting.family in ("note", "example"):
        word = setting.family.capitalize()
        return f"{word}indent{2 if depth else ''}continued"
    if setting.family in ("cell", "footnote", "warning"):
        return setting.more
    return f"BodyTextindent{depth + 1}"
