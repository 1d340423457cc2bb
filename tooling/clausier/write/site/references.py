"""The lists of what is cited: Clause 2 and the Bibliography."""

from __future__ import annotations

from clausier.resolve.resolved import Citation, Version
from clausier.write.site.markup import attribute, identified, link, text
from clausier.write.site.sheet import Sheet


def normative(sheet: Sheet, version: Version) -> str:
    """The documents whose content constitutes requirements."""
    return _list(sheet, version, version.normative)


def bibliography(sheet: Sheet, version: Version) -> str:
    """The documents cited for information, with their numbers in brackets."""
    return _list(sheet, version, version.bibliography)


def _list(sheet: Sheet, version: Version, citations: tuple[Citation, ...]) -> str:
    lines = "\n".join(_entry(sheet, version, citation) for citation in citations)
    return f'<div class="cl-references">\n{lines}\n</div>' if lines else ""


def _entry(sheet: Sheet, version: Version, citation: Citation) -> str:
    reads = "".join(
        f"<em>{text(part)}</em>" if italic else text(part) for part, italic in citation.entry
    )
    number = citation.number
    sign = f'<span class="cl-label">{text(number)}</span> ' if number else ""
    url = citation.document.url
    if url and url.startswith(("https://", "http://")):
        sign_out = attribute(sheet.word("opens-address"))
        reads += f' <a class="cl-out" href="{attribute(url)}" title="{sign_out}">↗</a>'
    anchor = identified(sheet.claim(citation.document.id))
    reads += _cited(sheet, version, citation)
    return f'<div{anchor} class="cl-reference">{sign}<div>{reads}</div></div>'


def _cited(sheet: Sheet, version: Version, citation: Citation) -> str:
    found: dict[str, None] = {use.clause: None for use in citation.uses}
    places = [_place(sheet, version, clause) for clause in found]
    if not places:
        return ""
    words = text(sheet.word("cited-in"))
    return f'<div class="cl-uses" data-search-exclude>{words} {", ".join(places)}</div>'


def _place(sheet: Sheet, version: Version, clause: str) -> str:
    target = version.targets.get(clause)
    name = text((target.number if target else "") or version.titles.get(clause, clause))
    way = sheet.within(version, clause)
    return link(way, name) if way else name
