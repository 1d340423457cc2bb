"""What belongs to a table or figure beside its title: key, notes, lettered footnotes, source."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from clausier.model.block import Definition, Footnote, Legend
from clausier.write.docx.draft import Draft, Inside, Setting
from clausier.write.docx.inlines import runs
from clausier.write.docx.look import Look
from clausier.write.docx.markup import TAB


class LegendStyles(Struct, frozen=True):
    """The styles of the parts of a legend."""

    key_title: str
    key: str
    note: str
    footnote: str
    source: str


OF_TABLE = LegendStyles(
    "TableKeyTitle", "TableKeyText", "Tablenote", "Tablefootnote", "Tabledescription"
)
OF_FIGURE = LegendStyles("KeyTitle", "KeyText", "Figurenote", "Figurefootnote", "Figuredescription")


def letters(draft: Draft, legend: Legend) -> Mapping[str, str]:
    """The letter of each footnote of a legend by the author's label."""
    return {note.label: draft.facts.value(note.span) or note.label for note in legend.footnotes}


def units(draft: Draft, legend: Legend, setting: Setting, right: int = 0) -> str:
    """The statement of units above a table or figure; `right` of it there is no table any more."""
    if not legend.units:
        return ""
    inside = setting.within("body", "Dimension100")
    if right > 0:
        inside = replace(inside, layout=f'<w:ind w:right="{right}"/>')
    return draft.paragraph(inside, runs(draft, legend.units, inside))


def beneath(
    draft: Draft, legend: Legend, named: LegendStyles, setting: Setting, inside: Inside
) -> str:
    """All that stands beneath: setting has the letters of the footnotes."""
    made: list[str] = []
    if legend.key:
        title = setting.within("cell", named.key_title)
        made.append(draft.paragraph(title, draft.run(draft.language.labels["key"])))
        made += [_entry(draft, entry, named.key, setting, inside) for entry in legend.key]
    for note in legend.notes:
        lead = draft.run(draft.facts.label(note.span) or draft.language.labels["note"]) + TAB
        own = replace(setting.within("cell", named.note), lead=lead)
        own = replace(own, marks=draft.names([note.span], [note.id] if note.id else []))
        made.append(inside(draft, note.blocks, own))
    made += [_footnote(draft, note, named.footnote, setting, inside) for note in legend.footnotes]
    if legend.source:
        own = setting.within("cell", named.source)
        words = draft.language.labels["source-line"].partition("{0}")
        shown = draft.run(words[0]) + runs(draft, legend.source, own) + draft.run(words[2])
        made.append(draft.paragraph(own, shown))
    return "".join(made)


def _entry(draft: Draft, entry: Definition, style: str, setting: Setting, inside: Inside) -> str:
    own = setting.within("cell", style)
    lead = runs(draft, entry.term, own) + TAB
    own = replace(own, lead=lead, marks=draft.names([entry.span]))
    return inside(draft, entry.blocks, own)


def _footnote(draft: Draft, note: Footnote, style: str, setting: Setting, inside: Inside) -> str:
    letter = draft.run(setting.letters.get(note.label, note.label), _LETTER) + TAB
    return inside(draft, note.blocks, replace(setting.within("cell", style), lead=letter))


_LETTER = Look(style="Tablefootnoteref").xml
