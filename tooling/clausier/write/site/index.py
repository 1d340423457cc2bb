"""The index that ends the editions of the whole text."""

from __future__ import annotations

from clausier.resolve.index import IndexEntry, by_letter, index
from clausier.resolve.resolved import Version
from clausier.write.site.markup import heading, link, listing, text
from clausier.write.site.sheet import Sheet

ANCHOR = "cl--index"


def closing(sheet: Sheet, version: Version) -> list[str]:
    """The heading and the entries of a version's index; nothing where it asks for none."""
    parts: list[str] = []
    for letter, lines in by_letter(index(version)):
        if letter:
            parts.append(heading(2, text(letter), f"{ANCHOR}-{letter.lower()}"))
        parts.append(listing((_line(sheet, version, entry) for entry in lines), "cl-plain"))
    title = heading(1, text(version.language.labels["index"]), ANCHOR)
    return [title, *parts] if parts else []


def _line(sheet: Sheet, version: Version, entry: IndexEntry) -> str:
    return ", ".join((text(entry.words), *(_place(sheet, version, id) for id in entry.places)))


def _place(sheet: Sheet, version: Version, id: str) -> str:
    target = version.targets[id]
    number = version.numbers.get(target.span)
    shown = text(number.label if number else target.title)
    way = sheet.within(version, id)
    return link(way, shown) if way else shown
