"""Cross-references: fields that carry the text they will show, and links with own words."""

from __future__ import annotations

import re

from clausier.model.inline import Reference
from clausier.resolve.resolved import Target
from clausier.source.place import Span
from clausier.write.docx.draft import Draft
from clausier.write.docx.facts import CAPTIONED, NUMBERED, Shown
from clausier.write.docx.look import Look
from clausier.write.docx.marks import mark_name
from clausier.write.docx.markup import field


def reference(draft: Draft, found: Reference, own: str, look: Look) -> str:
    """A reference: the author's own words linked, or the name of its target as a field."""
    shown = draft.facts.uses.get(found.span)
    if own:
        return _linked(shown, own) if shown is not None else own
    return shown_reference(draft, found.span, _as_written(found), look)


def shown_reference(draft: Draft, place: Span, otherwise: str, look: Look) -> str:
    """The reference at `place` as a field or link; `otherwise` where nothing is known of it."""
    shown = draft.facts.uses.get(place)
    if shown is None:
        return draft.run(otherwise, look.xml, place)
    return _named(draft, shown, look)


def _as_written(found: Reference) -> str:
    return f"@{found.target}" + (f"#{found.part}" if found.part else "")


def _linked(shown: Shown, inside: str) -> str:
    if shown.target is None:
        return inside
    name = mark_name(shown.target.id)
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{inside}</w:hyperlink>'


def _named(draft: Draft, shown: Shown, look: Look) -> str:
    target = shown.target
    if target is None:
        return draft.run(shown.text, look.xml)
    label = kept_together(draft.facts.labels.get(target.id, ""))
    code = _code(target)
    text = kept_together(shown.text)
    before, found, after = text.partition(label) if label and code else ("", "", "")
    if not found:
        return _linked(shown, draft.run(text, look.xml))
    return (
        draft.run(before, look.xml)
        + field(code, draft.run(found, look.xml), look.xml)
        + draft.run(after, look.xml)
    )


def kept_together(name: str) -> str:
    """A name whose number does not move to the next line without its noun.

    >>> kept_together("Table 1") == "Table\N{NO-BREAK SPACE}1"
    True
    """
    return _BEFORE_NUMBER.sub("\u00a0", name)


_BEFORE_NUMBER = re.compile(" (?=[0-9(]|[A-Z](?:[.0-9]|$))")


def _code(target: Target) -> str:
    """The field that repeats a target's label, or nothing where no field can."""
    name = mark_name(target.id)
    if target.kind in CAPTIONED:
        return f"REF {label_mark(target.id)} \\h"
    if target.kind in NUMBERED:
        return f"REF {name} \\r \\h"
    return ""


def label_mark(id: str) -> str:
    """The bookmark around the label alone of a table, figure or formula (`Table 1`)."""
    return mark_name(f"{id}-label")
