"""Lines of text as HTML, from the model's inlines."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import assert_never

from clausier.model.block import Footnote
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
from clausier.resolve.resolved import Kind, Provision, TermUse
from clausier.source.diagnostic import Severity, fault, say
from clausier.write.mathml import mathml
from clausier.write.site.marks import Mark as Place
from clausier.write.site.marks import within
from clausier.write.site.markup import attribute, identified, link, text
from clausier.write.site.media import HEAVY_IMAGE, attached, image
from clausier.write.site.sheet import Sheet

NOT_RENDERED = fault(
    "write/not-rendered",
    Severity.WARNING,
    """A part of the text cannot be shown as it is meant.

    The site or the Word file shows the author's notation instead, so that nothing is lost. Write
    the part in another way; for a formula, keep to common LaTeX commands.""",
)
FAULTS = (NOT_RENDERED, HEAVY_IMAGE)

SHORT = 18
"""A reference of so few signs stays on one line: `Table A.1`, `Formula (1)`."""

Piece = tuple[str, Place | None]


def inlines(sheet: Sheet, roots: Iterable[Inline], linked: bool = True) -> str:
    """A run of text as HTML; each term is linked where it first stands.

    Without `linked` there are no links, anchors or marks in it: for a heading or a card.
    """
    return _run(sheet, roots, linked, {})


def _run(sheet: Sheet, roots: Iterable[Inline], linked: bool, seen: dict[str, None]) -> str:
    pieces: list[Piece] = []
    for inline in roots:
        if isinstance(inline, Text) and linked and sheet.version:
            pieces.extend(_pieces(sheet, inline))
        else:
            pieces.append((_one(sheet, inline, linked, seen), None))
    return "".join(
        _marked(sheet, "".join(piece for piece, _ in group), place, seen)
        for place, group in groupby(pieces, key=lambda piece: piece[1])
    )


def _pieces(sheet: Sheet, node: Text) -> list[Piece]:
    assert sheet.version
    span = node.span
    known = sheet.site.marks[(sheet.version.deliverable.id, sheet.version.standard.language)]
    found = within(known, span)
    if not found:
        return [(text(node.value), None)]
    if len(node.value) != span.end - span.start:
        covered = next((m for m in found if m.start <= span.start and span.end <= m.end), None)
        return [(text(node.value), covered)]
    pieces: list[Piece] = []
    at = span.start
    for place in found:
        start, end = max(place.start, span.start), min(place.end, span.end)
        pieces.append((text(node.value[at - span.start : start - span.start]), None))
        pieces.append((text(node.value[start - span.start : end - span.start]), place))
        at = end
    pieces.append((text(node.value[at - span.start :]), None))
    return [piece for piece in pieces if piece[0]]


def _marked(sheet: Sheet, content: str, place: Place | None, seen: dict[str, None]) -> str:
    if place is None:
        return content
    match place.of:
        case TermUse(term=term):
            return _term(sheet, term, content, seen)
        case Provision() as provision:
            id = None if provision.named else sheet.claim(provision.id)
            kind = f"cl-verb cl-verb--{provision.type.value}"
            return f'<span{identified(id)} class="{kind}">{content}</span>'
        case _:
            assert_never(place.of)


def _term(sheet: Sheet, term: str, content: str, seen: dict[str, None]) -> str:
    if term in seen or not sheet.version or sheet.key.name.endswith(f"#{term}"):
        return content
    way = sheet.within(sheet.version, term)
    if way is None:
        return content
    seen[term] = None
    sheet.terms[term] = None
    return _term_link(way, term, content)


def _term_link(way: str, term: str, content: str) -> str:
    name = f'class="cl-term-use" data-term="{attribute(term)}"'
    return f'<a {name} href="{attribute(way)}">{content}</a>'


def _one(sheet: Sheet, inline: Inline, linked: bool, seen: dict[str, None]) -> str:
    match inline:
        case Text(value=value):
            return text(value)
        case Emphasis(children=children):
            return f"<em>{_run(sheet, children, linked, seen)}</em>"
        case Strong(children=children):
            return f"<strong>{_run(sheet, children, linked, seen)}</strong>"
        case Subscript(children=children):
            return f"<sub>{_run(sheet, children, linked, seen)}</sub>"
        case Superscript(children=children):
            return f"<sup>{_run(sheet, children, linked, seen)}</sup>"
        case Code(value=value):
            return f"<code>{text(value)}</code>"
        case Formula():
            return _formula(sheet, inline)
        case Link(address=address, children=children):
            content = _run(sheet, children, False, seen)
            way = attached(sheet, inline) or address
            return link(way, content) if linked and is_safe(way) else content
        case Reference():
            return _reference(sheet, inline, linked, seen)
        case FootnoteMark(label=label):
            return footnote_mark(sheet, label) if linked else ""
        case Image(path_span=span, path=path, alternative=alternative):
            return image(sheet, path, span, alternative)
        case Break():
            return "<br>"
        case Mark():
            return ""
        case _:
            assert_never(inline)


def is_safe(address: str) -> bool:
    """Whether a link may lead there: the web, mail, or a place of this site."""
    plain = "".join(address.split())
    first = min((at for sign in "/?#" if (at := plain.find(sign)) >= 0), default=len(plain))
    scheme, colon, _ = plain[: first + 1].partition(":")
    return not colon or scheme.casefold() in ("http", "https", "mailto")


def _formula(sheet: Sheet, formula: Formula) -> str:
    made = mathml(formula.tex)
    if made.markup is not None:
        return made.markup
    sheet.found.append(
        NOT_RENDERED.at(
            formula.span,
            say("cannot show the formula: {0}", made.fault),
            say("write it with common LaTeX commands"),
        )
    )
    return f'<code class="cl-tex">{text(formula.tex)}</code>'


def _reference(sheet: Sheet, reference: Reference, linked: bool, seen: dict[str, None]) -> str:
    target, reads = sheet.use(reference)
    own = _run(sheet, reference.children, False, seen) if reference.children else ""
    content = own or text(reads)
    if target is None:
        return f'<span class="cl-missing">{content}</span>'
    way = sheet.way(target) if linked else None
    if way is None:
        return content
    if target.kind is Kind.TERM:
        sheet.terms[target.id] = None
        return _term_link(way, target.id, content)
    return link(way, content, "cl-ref" if len(reads) <= SHORT else "cl-long")


def footnote_mark(sheet: Sheet, label: str) -> str:
    """Where a footnote is called: its number, linked to its text at the page's end."""
    own = sheet.own_footnotes.get(label)
    if own:
        letter = text(footnote_number(sheet, own))
        return f'<sup class="cl-fn"><a href="#{sheet.prefix}{own_footnote(own)}">{letter}</a></sup>'
    known = sheet.known_footnotes.get(label)
    if known is None:
        return f'<sup class="cl-missing">{text(label)}</sup>'
    if all(footnote.span != known.span for footnote in sheet.footnotes):
        sheet.footnotes.append(known)
    number = footnote_number(sheet, known)
    back = identified(sheet.claim(f"fnref--{number}"))
    way = f"#{sheet.prefix}fn--{attribute(number)}"
    return f'<sup{back} class="cl-fn"><a href="{way}">{text(number)}</a></sup>'


def own_footnote(footnote: Footnote) -> str:
    """The anchor of a footnote that belongs to a table or figure."""
    return f"fn--at-{footnote.span.start}"


def footnote_number(sheet: Sheet, footnote: Footnote) -> str:
    """The number of a footnote; its label where nobody numbered it."""
    number = sheet.version.numbers.get(footnote.span) if sheet.version else None
    return number.label if number else footnote.label
