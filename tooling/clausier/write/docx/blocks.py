"""Blocks as Word paragraphs and tables: one match over all of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import assert_never

from msgspec.structs import replace

from clausier.model.block import (
    Admonition,
    Block,
    DefinitionList,
    Equation,
    Example,
    Figure,
    Heading,
    List,
    Listing,
    Note,
    Paragraph,
    Quote,
    Table,
)  # fmt: skip
from clausier.model.prose import prose
from clausier.resolve.resolved import Kind
from clausier.write.docx.across import across
from clausier.write.docx.draft import Draft, Setting
from clausier.write.docx.equations import equation
from clausier.write.docx.figures import figure
from clausier.write.docx.inlines import runs
from clausier.write.docx.lists import list_items
from clausier.write.docx.look import Look
from clausier.write.docx.markup import LINE, TAB
from clausier.write.docx.tables import table


def blocks(draft: Draft, group: Iterable[Block], setting: Setting) -> str:
    """The paragraphs and tables of `group`, one after another."""
    made: list[str] = []
    every = tuple(group)
    for block, follows in zip_longest(every, every[1:]):
        if made:
            setting = setting.after()
        if not isinstance(block, Paragraph) and (setting.lead or setting.numbering):
            made.append(draft.paragraph(setting, "", kept=True))
            setting = setting.after()
        opens = isinstance(block, Paragraph) and isinstance(follows, List)
        made.append(_block(draft, block, replace(setting, kept=True) if opens else setting))
    if not every and (setting.lead or setting.numbering):
        made.append(draft.paragraph(setting, ""))
    return "".join(made)


def _block(draft: Draft, block: Block, setting: Setting) -> str:
    match block:
        case Paragraph():
            return paragraph(draft, block, setting)
        case Heading():
            return subheading(draft, block, setting)
        case List():
            return list_items(draft, block, setting, blocks)
        case DefinitionList():
            return _definitions(draft, block, setting)
        case Table():
            return across(draft, block, setting, table, blocks)
        case Figure():
            return across(draft, block, setting, figure, blocks)
        case Equation():
            return _equation(draft, block, setting)
        case Listing():
            return _listing(draft, block, setting)
        case Quote():
            return _quote(draft, block, setting)
        case Note() | Example():
            return _informing(draft, block, setting)
        case Admonition():
            return _admonition(draft, block, setting)
        case _:
            assert_never(block)


def subheading(draft: Draft, block: Heading, setting: Setting) -> str:
    """A heading within a text that has no subclauses, numbered below its session."""
    style = f"Heading{min(block.level, 6)}"
    own = replace(draft.body, style=style, marks=draft.names([block.span], [block.id]))
    return draft.paragraph(own, runs(draft, block.title, setting))


def paragraph(draft: Draft, block: Paragraph, setting: Setting) -> str:
    """A paragraph with the bookmarks of its own and of what it opens."""
    own = draft.names((block.span,), (block.id,) if block.id else ())
    return draft.paragraph(setting, runs(draft, block.inlines, setting), marks=own)


def _definitions(draft: Draft, block: DefinitionList, setting: Setting) -> str:
    made: list[str] = []
    marks = (*setting.marks, *draft.names([block.span]))
    longest = max((len(prose(entry.term).text) for entry in block.entries), default=0)
    hanging = min(2400, max(806, longest * 120 + 200))
    layout = f'<w:ind w:left="{403 + hanging}" w:hanging="{hanging}"/>'
    for entry in block.entries:
        lead = runs(draft, entry.term, setting) + TAB
        own = replace(setting, style="dl", more="dlindent", lead=lead, layout=layout)
        own = replace(own, marks=(*marks, *draft.names([entry.span])))
        made.append(blocks(draft, entry.blocks, own))
        marks = ()
    return "".join(made)


def _equation(draft: Draft, block: Equation, setting: Setting) -> str:
    marks = draft.names([block.span], [block.id] if block.id else [])
    own = replace(setting.within(setting.family, "Formula"), marks=marks)
    made = equation(draft, block, own)
    rest = replace(setting.after(), style="wherekeep-with-next")
    return made + blocks(draft, block.where, rest)


def _listing(draft: Draft, block: Listing, setting: Setting) -> str:
    own = setting.within(setting.family, "Code-" if setting.small else "Code")
    marks = (*setting.marks, *draft.names([block.span]))
    indent = f'<w:ind w:left="{403 * setting.depth}"/>' if setting.depth else ""
    lines = block.code.rstrip("\n").split("\n")
    shown = LINE.join(
        draft.run(line.replace("\t", "    "), "", block.span if line else None) for line in lines
    )
    draft.ruler.add(11.0 * (len(lines) - 1))
    return draft.paragraph(replace(own, layout=indent, marks=marks), shown)


def _quote(draft: Draft, block: Quote, setting: Setting) -> str:
    marks = (*setting.marks, *draft.names([block.span]))
    made = blocks(draft, block.blocks, replace(setting.within("quote", "Disp-quotep"), marks=marks))
    if not block.source:
        return made
    own = setting.within("quote", "Disp-quoteattrib")
    before, _, after = draft.language.labels["source-line"].partition("{0}")
    shown = draft.run(before) + runs(draft, block.source, own) + draft.run(after)
    return made + draft.paragraph(own, shown)


def _informing(draft: Draft, block: Note | Example, setting: Setting) -> str:
    word = "Note" if isinstance(block, Note) else "Example"
    label = draft.facts.label(block.span) or draft.language.labels[word.lower()]
    indent = ("", "indent", "indent2")[min(setting.depth, 2)]
    style, more = f"{word}{indent}", f"{word}{indent}continued"
    if setting.family in ("cell", "footnote"):
        style = more = setting.more
    marks = draft.names([block.span], [block.id] if block.id else [])
    number = draft.facts.numbers.get(block.span)
    to_entry = number is not None and number.kind is Kind.NOTE_TO_ENTRY
    end = draft.run(f"{draft.language.labels['colon']} ") if to_entry else TAB
    own = replace(
        setting.within(word.lower() if setting.family == "body" else setting.family, style, more),
        lead=draft.run(label) + end,
        marks=(*setting.marks, *marks),
        depth=setting.depth,
    )
    return blocks(draft, block.blocks, own)


def _admonition(draft: Draft, block: Admonition, setting: Setting) -> str:
    label = draft.language.labels[block.kind]
    lead = draft.run(f"{label} — ", Look(bold=True).xml)
    marks = (*setting.marks, *draft.names([block.span]))
    own = replace(setting.within("warning", "Warningtext"), lead=lead, marks=marks)
    return blocks(draft, block.blocks, own)
