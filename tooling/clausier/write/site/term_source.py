"""Where a definition comes from, as an entry and a card say it."""

from __future__ import annotations

from clausier.model.clause import Term
from clausier.resolve.resolved import Version
from clausier.write.site.markup import link, paragraph, text
from clausier.write.site.sheet import Sheet


def source(sheet: Sheet, version: Version, term: Term, linked: bool = True) -> str:
    """The source of a definition, with what was modified; nothing where it has none."""
    if term.source is None:
        return ""
    target = version.targets.get(term.source.reference.value)
    name = text(target.name if target else term.source.reference.value)
    way = sheet.way(target) if target and linked else None
    where = link(way, name, "cl-ref") if way else name
    if term.source.clause:
        where += f", {text(term.source.clause)}"
    words = sheet.spoken().labels
    if not term.source.modified:
        return paragraph(_filled(words["term-source"], where), "cl-source")
    modified = text(term.source.modified)
    return paragraph(_filled(words["term-source-modified"], where, modified), "cl-source")


def _filled(template: str, *values: str) -> str:
    shown = text(template)
    for index, value in enumerate(values):
        shown = shown.replace(f"{{{index}}}", value)
    return shown
