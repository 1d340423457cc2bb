"""Tables, figures and definition lists with all that belongs to them.

What stands in their cells is written by `blocks.py`, which hands its functions in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from clausier.model.block import (
    Block,
    Cell,
    Definition,
    Figure,
    Footnote,
    Legend,
    Picture,
    Row,
    Table,
)  # fmt: skip
from clausier.model.inline import Inline
from clausier.resolve.resolved import Number
from clausier.source.place import Span
from clausier.write.site.inlines import footnote_number, inlines, own_footnote
from clausier.write.site.markup import attribute, identified, paragraph, text
from clausier.write.site.media import image
from clausier.write.site.sheet import Sheet

Write = Callable[[Sheet, tuple[Block, ...]], str]


class Within(Struct, frozen=True):
    """How blocks within others are written: `inner` each with its element, `tight` without one
    where a single paragraph needs none."""

    inner: Write
    tight: Write


def table(sheet: Sheet, shown: Table, within: Within) -> str:
    """A table: its title as caption, heads with their scope, key, notes and source beneath."""
    anchor = sheet.anchor(shown.span, shown.id)
    with_own_notes(sheet, shown.legend)
    caption = _caption(sheet, shown.span, shown.title)
    units = _units(sheet, shown.legend)
    top = f"<caption>{caption}{units}</caption>\n" if caption or units else ""
    head = "\n".join(_row(sheet, row, within, "col") for row in shown.head)
    body = "\n".join(_row(sheet, row, within, "row") for row in shown.body)
    parts = [f"<thead>\n{head}\n</thead>" if head else "", f"<tbody>\n{body}\n</tbody>"]
    rows = "\n".join(filter(None, parts))
    name = attribute(_name(sheet, shown.span) or sheet.spoken().labels["table"])
    lines = [
        f'<div{identified(anchor)} class="cl-table">',
        f'<div class="cl-scroll" role="group" tabindex="0" aria-label="{name}">',
        f'<table class="cl-grid">\n{top}{rows}\n</table>\n</div>',
        legend(sheet, shown.legend, within),
        "</div>",
    ]
    return "\n".join(filter(None, lines))


def _row(sheet: Sheet, row: Row, within: Within, scope: str) -> str:
    known = identified(sheet.anchor(row.span))
    return f"<tr{known}>{''.join(_cell(sheet, cell, within, scope) for cell in row.cells)}</tr>"


def _cell(sheet: Sheet, cell: Cell, within: Within, scope: str) -> str:
    content = within.tight(sheet, cell.blocks)
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    kind = f' class="cl-{cell.alignment}"' if cell.alignment in ("right", "centre") else ""
    anchor = identified(sheet.anchor(cell.span))
    if not (cell.header or scope == "col") or not content.strip():
        return f"<td{anchor}{kind}{spans}>{content}</td>"
    wide = (scope == "col" and cell.columns > 1) or (scope == "row" and cell.rows > 1)
    group = "group" if wide else ""
    return f'<th{anchor}{kind}{spans} scope="{scope}{group}">{content}</th>'


def figure(sheet: Sheet, shown: Figure, within: Within) -> str:
    """A figure: its pictures, each with its own title where there are several, and its title."""
    anchor = identified(sheet.anchor(shown.span, shown.id))
    with_own_notes(sheet, shown.legend)
    many = len(shown.pictures) > 1
    pictures = "\n".join(_picture(sheet, picture, many) for picture in shown.pictures)
    units = _units(sheet, shown.legend)
    caption = _caption(sheet, shown.span, shown.title)
    lines = [
        f'<figure{anchor} class="cl-figure">',
        units,
        f'<div class="cl-pictures">\n{pictures}\n</div>' if many else pictures,
        legend(sheet, shown.legend, within),
        f"<figcaption>{caption}</figcaption>" if caption else "",
        "</figure>",
    ]
    return "\n".join(filter(None, lines))


def _picture(sheet: Sheet, shown: Picture, many: bool) -> str:
    made = image(sheet, shown.path, shown.path_span, shown.alternative)
    if not many:
        return f"<div>{made}</div>"
    anchor = identified(sheet.anchor(shown.span, shown.id))
    number = _number(sheet, shown.span)
    sign = f'<span class="cl-label">{text(number.value)}</span> ' if number else ""
    title = f"<figcaption>{sign}{inlines(sheet, shown.title)}</figcaption>"
    return f'<figure{anchor} class="cl-subfigure">{made}\n{title}</figure>'


def legend(sheet: Sheet, shown: Legend, within: Within) -> str:
    """What stands beneath a table or figure: key, notes, lettered footnotes, source."""
    lines: list[str] = []
    if shown.key:
        lines.append(paragraph(text(sheet.spoken().labels["key"]), "cl-key"))
        lines.append(definitions(sheet, shown.key, within))
    if shown.notes:
        lines.append(within.inner(sheet, shown.notes))
    lines.extend(_footnote(sheet, footnote, within) for footnote in shown.footnotes)
    if shown.source:
        lines.append(source_line(sheet, shown.source))
    content = "\n".join(lines)
    return f'<div class="cl-legend">\n{content}\n</div>' if lines else ""


def with_own_notes(sheet: Sheet, shown: Legend) -> None:
    """Make the footnotes of a table or figure known before its cells call them."""
    for footnote in shown.footnotes:
        sheet.own_footnotes[footnote.label] = footnote


def _footnote(sheet: Sheet, footnote: Footnote, within: Within) -> str:
    sheet.own_footnotes.pop(footnote.label, None)
    number = footnote_number(sheet, footnote)
    anchor = identified(sheet.claim(own_footnote(footnote)))
    sign = f'<sup class="cl-label">{text(number)}</sup>'
    content = within.inner(sheet, footnote.blocks)
    return f'<div{anchor} class="cl-footnote">{sign} <div>{content}</div></div>'


def definitions(
    sheet: Sheet, entries: Iterable[Definition], within: Within, id: str | None = None
) -> str:
    """A list of what is explained and the explanations."""
    lines = "\n".join(
        f"<dt{identified(sheet.anchor(entry.span))}>{inlines(sheet, entry.term)}</dt>\n"
        f"<dd>{within.tight(sheet, entry.blocks)}</dd>"
        for entry in entries
    )
    return f'<dl{identified(id)} class="cl-definitions">\n{lines}\n</dl>'


def source_line(sheet: Sheet, source: tuple[Inline, ...]) -> str:
    """The statement of where a quotation, table or figure comes from."""
    before, _, after = sheet.spoken().labels["source-line"].partition("{0}")
    return paragraph(text(before) + inlines(sheet, source) + text(after), "cl-source")


def _number(sheet: Sheet, span: Span) -> Number | None:
    return sheet.version.numbers.get(span) if sheet.version else None


def _name(sheet: Sheet, span: Span) -> str:
    number = _number(sheet, span)
    return number.label if number else ""


def _caption(sheet: Sheet, span: Span, title: tuple[Inline, ...]) -> str:
    name, words = _name(sheet, span), inlines(sheet, title)
    sign = f'<span class="cl-label">{text(name)}</span>' if name else ""
    return " — ".join(filter(None, (sign, words)))


def _units(sheet: Sheet, shown: Legend) -> str:
    return f' <span class="cl-units">{inlines(sheet, shown.units)}</span>' if shown.units else ""
