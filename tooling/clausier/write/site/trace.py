"""The trace as a matrix: principles down, clauses across, gaps said in words."""

from __future__ import annotations

from clausier.resolve.resolved import Link, Version
from clausier.write.site.address import Key
from clausier.write.site.drawing import drawing
from clausier.write.site.identity import identity
from clausier.write.site.markup import attribute, heading, link, listing, paragraph, text
from clausier.write.site.page import finished, opened
from clausier.write.site.principles import links, state
from clausier.write.site.sheet import Page, Sheet, Site
from clausier.write.site.why import counted, principle_name, proposal_line

INDEX = Key("trace")


def page(site: Site, language: str) -> Page:
    """Principles and clauses, both ways, for each deliverable."""
    sheet = opened(site, language, INDEX)
    title = sheet.word("trace")
    versions = site.in_language(language)
    parts = [heading(1, text(title), "cl--top"), paragraph(text(sheet.word("trace-lead")))]
    for version in versions:
        name = version.deliverable.metadata.titles.get(language, version.deliverable.id)
        if len(versions) > 1:
            parts.append(heading(2, text(name), f"cl--{version.deliverable.id}"))
        parts.append(drawing(sheet, version))
        parts.append(_matrix(sheet, version, name))
    parts += _gaps(sheet)
    marked = identity(site, versions[0]) if len(versions) == 1 else ""
    return finished(sheet, title, parts, marked)


def _matrix(sheet: Sheet, version: Version, name: str) -> str:
    found: dict[tuple[str, str], Link] = {}
    for one in sheet.site.resolved.trace.links:
        here = one.deliverable == version.deliverable.id and one.language == sheet.language
        if here:
            found[(one.principle, one.clause)] = one
    named = {clause for _, clause in found}
    clauses = [target for target in version.targets if target in named]
    heads = "".join(_head(sheet, version, clause) for clause in clauses)
    corner = f'<th scope="col">{text(sheet.word("principle"))}</th>'
    last = f'<th scope="col">{text(sheet.word("state"))}</th>'
    rows = "\n".join(
        _row(sheet, id, [found.get((id, clause)) for clause in clauses])
        for id in sheet.site.principles
    )
    caption = f"{text(sheet.word('trace-caption'))}"
    return (
        f'<div class="cl-scroll" role="group" tabindex="0" aria-label="{attribute(name)}">\n'
        f'<table class="cl-grid cl-matrix">\n<caption>{caption}</caption>\n'
        f"<thead><tr>{corner}{heads}{last}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _head(sheet: Sheet, version: Version, id: str) -> str:
    target = version.targets[id]
    title = version.titles.get(id, target.title)
    way = sheet.within(version, id)
    known = version.numbers.get(target.span)
    number = text(known.label if known else target.name)
    name = f'<span class="cl-matrix-title">{text(title)}</span>'
    shown = f'<span class="cl-number">{number}</span> {name}'
    return f'<th scope="col">{link(way, shown) if way else shown}</th>'


def _row(sheet: Sheet, id: str, cells: list[Link | None]) -> str:
    name = f'<th scope="row">{principle_name(sheet, id)}</th>'
    shown = "".join(_cell(sheet, cell) for cell in cells)
    return f'<tr>{name}{shown}<td class="cl-quiet">{text(state(sheet, id))}</td></tr>'


def _cell(sheet: Sheet, cell: Link | None) -> str:
    if cell is None:
        return '<td class="cl-gap">–</td>'
    count = len(cell.provisions)
    words = counted(sheet, "cell", count)
    kind = "cl-carried" if count else "cl-named"
    more = (
        f'<br><span class="cl-suspect">{text(sheet.word("suspect"))}</span>' if cell.suspect else ""
    )
    return f'<td class="{kind}">{text(words)}{more}</td>'


def _gaps(sheet: Sheet) -> list[str]:
    site = sheet.site
    absent = [id for id in site.principles if not links(site, id, sheet.language)]
    pending = [one for one in site.proposals.values() if one.decision == "pending"]
    parts: list[str] = []
    if absent:
        parts.append(heading(2, text(sheet.word("gaps-absent")), "cl--absent"))
        parts.append(listing((principle_name(sheet, id) for id in absent), "cl-plain"))
    if pending:
        parts.append(heading(2, text(sheet.word("gaps-pending")), "cl--pending"))
        parts.append(listing((proposal_line(sheet, one) for one in pending), "cl-plain"))
    return parts
