"""Blocks of text as HTML, from the model's blocks."""

from __future__ import annotations

from collections.abc import Iterable
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
    Item,
    List,
    Listing,
    Note,
    Paragraph,
    Quote,
    Table,
)  # fmt: skip
from clausier.resolve.resolved import Kind
from clausier.source.diagnostic import say
from clausier.source.place import Span
from clausier.write.mathml import mathml
from clausier.write.site.inlines import NOT_RENDERED, footnote_number, inlines
from clausier.write.site.markup import attribute, division, heading, identified, paragraph, text
from clausier.write.site.sheet import Sheet
from clausier.write.site.tables import Within, definitions, figure, source_line, table


def blocks(sheet: Sheet, found: Iterable[Block]) -> str:
    """Blocks one after the other, a blank line between them."""
    return "\n\n".join(block(sheet, one) for one in found)


def account(sheet: Sheet, found: Iterable[Block], code: str) -> str:
    """Blocks of a principle, proposal or session written in the language `code`.

    Each part says its language where that is another than the page's.
    """
    foreign = "" if code == sheet.language else code
    own = replace(sheet, written=code)
    parts: list[str] = []
    for one in found:
        match one:
            case Heading(level=level, title=title, id=id):
                shown = inlines(own, title, linked=False)
                anchor = own.claim(id) or own.claim(f"cl--{id}") or f"cl--{one.span.start}"
                parts.append(heading(level, shown, anchor, lang=foreign))
            case _:
                parts.append(in_language(block(own, one), foreign))
    return "\n\n".join(parts)


def in_language(content: str, foreign: str) -> str:
    """Raw HTML marked with its language where that is another than the page's."""
    if not foreign or not content:
        return content
    return f'<div lang="{attribute(foreign)}">\n{content}\n</div>'


def inner(sheet: Sheet, found: Iterable[Block]) -> str:
    """Blocks within another element: without blank lines."""
    return "\n".join(block(sheet, one) for one in found)


def block(sheet: Sheet, shown: Block) -> str:
    """One block with its anchor."""
    match shown:
        case Paragraph(span=span, inlines=run, id=own):
            return f"<p{identified(sheet.anchor(span, own))}>{inlines(sheet, run)}</p>"
        case Heading(span=span, title=run, id=own):
            return f"<p{identified(sheet.anchor(span, own))}><b>{inlines(sheet, run)}</b></p>"
        case Heading(span=span, level=level, title=title, id=id):
            known = identified(sheet.anchor(span, id))
            return f"<h{level}{known}>{inlines(sheet, title, linked=False)}</h{level}>"
        case List():
            return _list(sheet, shown)
        case DefinitionList(span=span, entries=entries):
            return definitions(sheet, entries, Within(inner, tight), sheet.anchor(span))
        case Table():
            return table(sheet, shown, Within(inner, tight))
        case Figure():
            return figure(sheet, shown, Within(inner, tight))
        case Equation():
            return _equation(sheet, shown)
        case Listing(span=span, code=code, language=language):
            name = f' data-language="{attribute(language)}"' if language else ""
            known = identified(sheet.anchor(span))
            return f'<pre{known} class="cl-code"{name} tabindex="0"><code>{text(code)}</code></pre>'
        case Quote():
            return _quote(sheet, shown)
        case Note(span=span, blocks=within, id=own):
            return labelled(sheet, label(sheet, span, "note"), within, "cl-note", span, own)
        case Example(span=span, blocks=within, id=own):
            return labelled(sheet, label(sheet, span, "example"), within, "cl-example", span, own)
        case Admonition(span=span, kind=kind, blocks=within, id=own):
            words = sheet.spoken().labels[kind]
            return labelled(sheet, words, within, f"cl-warning cl-warning--{kind}", span, own)
        case _:
            assert_never(shown)


def label(sheet: Sheet, span: Span, kind: str) -> str:
    """What is printed before a numbered thing; the plain word where it has no number."""
    number = sheet.version.numbers.get(span) if sheet.version else None
    if number and number.kind is Kind.NOTE_TO_ENTRY:
        return number.label + sheet.spoken().labels["colon"]
    return number.label if number else sheet.spoken().labels[kind]


def labelled(
    sheet: Sheet, words: str, within: tuple[Block, ...], kind: str, span: Span, own: str | None
) -> str:
    """Blocks with a label that runs into their first paragraph."""
    anchor = sheet.anchor(span, own)
    sign = f'<span class="cl-label">{text(words)}</span>'
    if within and isinstance(within[0], Paragraph):
        first = within[0]
        known = identified(sheet.anchor(first.span, first.id))
        lines = [f"<p{known}>{sign} {inlines(sheet, first.inlines)}</p>"]
        lines.extend(block(sheet, one) for one in within[1:])
    else:
        lines = [paragraph(sign), *(block(sheet, one) for one in within)]
    return division("\n".join(lines), kind, anchor)


def _list(sheet: Sheet, shown: List) -> str:
    name = "ol" if shown.ordered else "ul"
    known = identified(sheet.anchor(shown.span))
    items = "\n".join(_item(sheet, item, shown.ordered, place) for place, item in _counted(shown))
    return f'<{name}{known} class="cl-list" role="list">\n{items}\n</{name}>'


def _counted(shown: List) -> list[tuple[str, Item]]:
    return [(f"{place})", item) for place, item in enumerate(shown.items, 1)]


def _item(sheet: Sheet, item: Item, ordered: bool, place: str) -> str:
    number = sheet.version.numbers.get(item.span) if sheet.version else None
    printed = number.label if number else place if ordered else "—"
    known = identified(sheet.anchor(item.span, item.id))
    sign = f'<span class="cl-label">{text(printed)}</span>'
    return f"<li{known}>{sign} <div>{tight(sheet, item.blocks)}</div></li>"


def tight(sheet: Sheet, within: tuple[Block, ...]) -> str:
    """Blocks of an item or cell: a single paragraph is only its text."""
    if len(within) == 1 and isinstance(within[0], Paragraph):
        only = within[0]
        anchor = sheet.claim(only.id)
        run = inlines(sheet, only.inlines)
        return f"<span{identified(anchor)}>{run}</span>" if anchor else run
    return inner(sheet, within)


def _equation(sheet: Sheet, shown: Equation) -> str:
    anchor = identified(sheet.anchor(shown.span, shown.id))
    made = mathml(shown.tex, display=True)
    content = made.markup
    if content is None:
        content = f'<code class="cl-tex">{text(shown.tex)}</code>'
        sheet.found.append(
            NOT_RENDERED.at(
                shown.tex_span,
                say("cannot show the formula: {0}", made.fault),
                say("write it with common LaTeX commands"),
            )
        )
    number = sheet.version.numbers.get(shown.span) if sheet.version else None
    sign = f' <span class="cl-label">{text(number.label)}</span>' if number else ""
    lines = [f'<div{anchor} class="cl-equation">{content}{sign}</div>']
    if shown.where:
        lines.append(f'<div class="cl-where">\n{inner(sheet, shown.where)}\n</div>')
    return "\n".join(lines)


def _quote(sheet: Sheet, shown: Quote) -> str:
    known = identified(sheet.anchor(shown.span))
    lines = [inner(sheet, shown.blocks)]
    if shown.source:
        lines.append(source_line(sheet, shown.source))
    content = "\n".join(lines)
    return f"<blockquote{known}>\n{content}\n</blockquote>"


def footnotes(sheet: Sheet) -> str:
    """The footnotes that were called on the page, with the ways back; nothing without any."""
    lines: list[str] = []
    index = 0
    while index < len(sheet.footnotes):
        footnote = sheet.footnotes[index]
        number = footnote_number(sheet, footnote)
        back = attribute(f"#{sheet.prefix}fnref--{number}")
        words = attribute(sheet.word("footnote-back"))
        content = inner(sheet, footnote.blocks)
        lines.append(
            f'<div id="{sheet.prefix}fn--{attribute(number)}" class="cl-footnote">'
            f'<a class="cl-label" href="{back}" title="{words}">{text(number)}</a>\n'
            f"<div>{content}</div></div>"
        )
        index += 1
    if not lines:
        return ""
    name = attribute(sheet.word("footnotes"))
    content = "\n".join(lines)
    return f'<section class="cl-footnotes" aria-label="{name}">\n{content}\n</section>'
