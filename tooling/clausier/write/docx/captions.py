"""Titles of tables and figures: a label counted by Word, a dash, the title."""

from __future__ import annotations

from clausier.source.place import Span
from clausier.write.docx.draft import Draft, Setting
from clausier.write.docx.fields import label_mark
from clausier.write.docx.markup import field

NO_BREAK = "\u00a0"
DASH = f"{NO_BREAK}— "


def caption(
    draft: Draft, sequence: str, span: Span, id: str | None, title: str, setting: Setting,
    kept: bool = False,
) -> str:  # fmt: skip
    """The title of a table or figure; `title` are its runs, `sequence` what is counted."""
    label, value = draft.facts.label(span), draft.facts.value(span)
    shown = ""
    if value and label.endswith(value):
        word = label.removesuffix(value).replace(" ", NO_BREAK)
        shown = draft.run(word) + counted(draft, sequence, value)
        if id is not None:
            shown = draft.marks.around((label_mark(id),), shown)
    elif label:
        shown = draft.run(label)
    dash = draft.run(DASH) if shown and title else ""
    return draft.paragraph(setting, shown + dash + title, kept)


def counted(draft: Draft, sequence: str, value: str) -> str:
    """A number that Word counts: `1`, or in an annex `A.1`, where the letter is text."""
    prefix, dot, count = value.rpartition(".")
    name = f"{sequence}_{prefix.replace('.', '_')}" if prefix else sequence
    return draft.run(prefix + dot) + field(f"SEQ {name} \\* ARABIC", draft.run(count))
