"""The cards of the terms that a page uses: shown on hover, focus or tap, even from a disk."""

from __future__ import annotations

from clausier.model.block import Note, Paragraph
from clausier.model.clause import Term
from clausier.resolve.resolved import Version
from clausier.write.site.inlines import inlines
from clausier.write.site.markup import script, text
from clausier.write.site.sheet import Sheet
from clausier.write.site.term_source import source


def cards(sheet: Sheet) -> str:
    """The definitions of the terms used on the page, as data for its script."""
    if not sheet.terms:
        return ""
    found: dict[str, object] = {}
    for version in (sheet.version,) if sheet.version else sheet.site.in_language(sheet.language):
        known = {term.id.value: term for _, terms in version.term_groups for term in terms}
        for id in sorted(sheet.terms):
            if id in known and id not in found:
                found[id] = _card(sheet, version, known[id])
    return script("cl-terms", found) if found else ""


def _card(sheet: Sheet, version: Version, term: Term) -> dict[str, str]:
    number = version.numbers.get(term.span)
    domain = f"&lt;{text(term.domain)}&gt; " if term.domain else ""
    notes = "".join(_note(sheet, version, note) for note in term.notes)
    return {
        "number": number.label if number else "",
        "name": term.preferred.value,
        "definition": domain + inlines(sheet, term.definition, linked=False),
        "notes": notes + source(sheet, version, term, linked=False),
    }


def _note(sheet: Sheet, version: Version, note: Note) -> str:
    number = version.numbers.get(note.span)
    sign = text(number.label + sheet.spoken().labels["colon"]) if number else ""
    runs = [block.inlines for block in note.blocks if isinstance(block, Paragraph)]
    return f"<p>{sign} {' '.join(inlines(sheet, run, linked=False) for run in runs)}</p>"
