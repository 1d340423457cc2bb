"""Tables: a title above, rows that repeat, cells that span, a last row for what belongs to them."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.model.block import Cell, Legend, Table
from clausier.write.docx.captions import caption
from clausier.write.docx.draft import Draft, Inside, Setting
from clausier.write.docx.grid import Slot, rows, slots
from clausier.write.docx.inlines import runs
from clausier.write.docx.legends import OF_TABLE, beneath, letters, units
from clausier.write.docx.markup import escape
from clausier.write.docx.widths import widths

SHORT = 12
"""A table of so many rows is not broken by the end of a page."""
_ALIGNED = {"left": "left", "centre": "center", "right": "right"}


def table(draft: Draft, block: Table, setting: Setting, inside: Inside) -> str:
    """A table with its title, statement of units, rows and legend."""
    title = setting.within("body", "Tabletitle")
    marks = draft.names([block.span], [block.id] if block.id else [])
    words = runs(draft, block.title, title)
    made = ""
    if words or draft.facts.label(block.span):
        title = replace(title, marks=marks)
        made = caption(draft, "Table", block.span, block.id, words, title, kept=True)
    within = replace(setting.within("cell", "Tablebody"), letters=letters(draft, block.legend))
    grid = list(slots(block))
    columns = max([1, *(slot.column + slot.columns for row in grid for slot in row)])
    sizes = widths(grid, columns, setting.width, block.legend != Legend())
    made += units(draft, block.legend, setting, (setting.width - sum(sizes)) // 2)
    made += _grid(draft, block, grid, sizes, within, inside)
    draft.tabled = True
    return made


def _grid(
    draft: Draft, block: Table, grid: list[list[Slot]], sizes: tuple[int, ...], setting: Setting,
    inside: Inside,
) -> str:  # fmt: skip
    made: list[str] = []
    total = len(grid) + (block.legend != Legend())
    for number, (row, places) in enumerate(zip(rows(block), grid, strict=True), 1):
        kept = number < total <= SHORT
        own = replace(setting, marks=draft.names([row.span]), kept=kept)
        made.append(_row(draft, places, number, len(block.head), sizes, own, inside))
    made.append(_legend(draft, block, sizes, setting, inside))
    return (
        f"<w:tbl><w:tblPr>{_properties(draft, block, sum(sizes))}</w:tblPr><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
        + f"</w:tblGrid>{''.join(made)}</w:tbl>"
    )


def _properties(draft: Draft, block: Table, width: int) -> str:
    label = draft.facts.label(block.span)
    named = f'<w:tblCaption w:val="{escape(label)}"/>' if label else ""
    first = 1 if block.head else 0
    return (
        f'<w:tblStyle w:val="TableISO"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLook w:val="06{first * 2}0"'
        f' w:firstRow="{first}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/>{named}'
    )


def _row(
    draft: Draft, places: list[Slot], number: int, heads: int, sizes: tuple[int, ...],
    setting: Setting, inside: Inside,
) -> str:  # fmt: skip
    ruler = draft.ruler
    ruler.beside, height, tallest = True, ruler.height, 0.0
    plain = replace(setting, marks=()) if setting.marks else setting
    cells: list[str] = []
    for index, slot in enumerate(places):
        ruler.height = 0.0
        own = setting if index == 0 or not setting.marks else plain
        cells.append(_cell(draft, slot, sizes, own, inside, number, heads))
        tallest = max(tallest, ruler.height)
    ruler.beside, ruler.height = False, height
    ruler.block(tallest)
    repeated = "<w:tblHeader/>" if number <= heads else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def _over(slot: Slot, sizes: tuple[int, ...]) -> tuple[int, ...]:
    return sizes[slot.column : slot.column + slot.columns]


def _cell(
    draft: Draft, slot: Slot, sizes: tuple[int, ...], setting: Setting, inside: Inside,
    number: int, heads: int,
) -> str:  # fmt: skip
    properties = f'<w:tcW w:w="{sum(_over(slot, sizes))}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{slot.columns}"/>' if slot.columns > 1 else ""
    if slot.merged:
        properties += '<w:vMerge w:val="restart"/>' if slot.cell else "<w:vMerge/>"
    if heads > 1 and number <= heads:
        size = 12 if number == heads else 4
        line = f'<w:bottom w:val="single" w:sz="{size}" w:space="0" w:color="auto"/>'
        properties += f"<w:tcBorders>{line}</w:tcBorders>"
    head = number <= heads
    properties += '<w:vAlign w:val="center"/>' if head else ""
    width = max(300, sum(_over(slot, sizes)) - 170)
    content = _content(draft, slot.cell, setting, inside, head, width)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _content(
    draft: Draft, cell: Cell | None, setting: Setting, inside: Inside, head: bool, width: int
) -> str:
    style = "Tableheader" if head or (cell is not None and cell.header) else "Tablebody"
    layout = ""
    if cell is not None and cell.alignment is not None:
        layout = f'<w:jc w:val="{_ALIGNED[cell.alignment]}"/>'
    marks = (*setting.marks, *draft.names((cell.span,))) if cell is not None else setting.marks
    own = replace(setting, style=style, more=style, layout=layout, marks=marks, width=width)
    if cell is None or not cell.blocks:
        return draft.paragraph(own, "")
    made = inside(draft, cell.blocks, own)
    return made + draft.paragraph(own, "") if made.endswith("</w:tbl>") or not made else made


def _legend(
    draft: Draft, block: Table, sizes: tuple[int, ...], setting: Setting, inside: Inside
) -> str:
    wide = replace(setting, width=sum(sizes) - 170)
    content = beneath(draft, block.legend, OF_TABLE, wide, inside)
    if not content:
        return ""
    span = f'<w:gridSpan w:val="{len(sizes)}"/>' if len(sizes) > 1 else ""
    width = f'<w:tcW w:w="{sum(sizes)}" w:type="dxa"/>'
    if content.endswith("</w:tbl>"):
        content += draft.paragraph(wide, "")
    return (
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>{width}{span}</w:tcPr>"
        f"{content}</w:tc></w:tr>"
    )
