"""The index that ends a document: words, and fields with the numbers of the places they lead to."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.resolve.index import IndexEntry, by_letter, index
from clausier.resolve.resolved import Version
from clausier.write.docx.contents import Entry
from clausier.write.docx.draft import Draft
from clausier.write.docx.facts import NUMBERED
from clausier.write.docx.fields import kept_together
from clausier.write.docx.marks import mark_name
from clausier.write.docx.markup import field

_MARK = mark_name("index/")
"""The bookmark of its title, which no id can have."""


def index_part(draft: Draft, version: Version, entries: list[Entry]) -> str:
    """The index of a version, where it asks for one; its title is added to `entries`."""
    groups = by_letter(index(version))
    if not groups:
        return ""
    title = draft.language.labels["index"]
    head = replace(draft.body, style="IndexHead", marks=(_MARK,))
    made = [draft.paragraph(head, draft.run(title))]
    entries.append(Entry(1, "", title, _MARK, draft.ruler.page))
    for letter, lines in groups:
        if letter:
            made.append(
                draft.paragraph(replace(draft.body, style="IndexLetter"), draft.run(letter))
            )
        made += [_line(draft, version, entry) for entry in lines]
    return "".join(made)


def _line(draft: Draft, version: Version, entry: IndexEntry) -> str:
    comma = draft.run(", ")
    places = comma.join(_place(draft, version, id) for id in entry.places)
    setting = replace(draft.body, style="Index1")
    return draft.paragraph(setting, draft.run(entry.words) + comma + places)


def _place(draft: Draft, version: Version, id: str) -> str:
    """A place by its number, or by its title where it has none, as a field that repeats it."""
    target = version.targets[id]
    label = draft.facts.label(target.span)
    automatic = "\\r " if label and target.kind in NUMBERED else ""
    shown = draft.run(kept_together(label) if label else target.title)
    return field(f"REF {mark_name(id)} {automatic}\\h", shown)
