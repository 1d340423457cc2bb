"""Facts of a volume that no resolver has numbered: its tables, figures, notes and footnotes."""

from __future__ import annotations

from collections.abc import Iterable

from clausier.language.language import Language
from clausier.model.block import Block, Equation, Example, Figure, Footnote, Note, Table
from clausier.model.walk import blocks
from clausier.model.workspace import Session
from clausier.resolve.letters import item, letters
from clausier.resolve.resolved import Kind, Number, Resolved, Target
from clausier.source.place import Span
from clausier.write.docx.facts import Facts, Shown

_KINDS: dict[type, Kind] = {Table: Kind.TABLE, Figure: Kind.FIGURE, Equation: Kind.FORMULA}


def gathered(resolved: Resolved, sessions: Iterable[Session], language: Language) -> Facts:
    """What the writer looks up in the proceedings: numbers through the volume, own sessions."""
    known: dict[Span, Number] = {}
    counts: dict[Kind, int] = {}
    local: dict[str, Target] = {}
    anchors: dict[Span, tuple[str, ...]] = {}
    for session in sessions:
        place = Target(session.key, Kind.SESSION, session.span, "", "", session.title.value)
        local[session.key] = place
        found = list(blocks(session.body))
        _notes(known, found, language)
        for block in found:
            _counted(known, counts, block, language)
            id = getattr(block, "id", None)
            if id is not None:
                anchors[block.span] = (f"{session.key}/{id}",)
    return Facts(known, _uses(resolved, local), anchors, {})


def _counted(
    known: dict[Span, Number], counts: dict[Kind, int], block: Block, language: Language
) -> None:
    kind = _KINDS.get(type(block))
    if kind is None:
        return
    counts[kind] = count = counts.get(kind, 0) + 1
    label = f"({count})" if kind is Kind.FORMULA else f"{language.labels[kind]} {count}"
    known[block.span] = Number(kind, str(count), label)
    if isinstance(block, Figure) and len(block.pictures) > 1:
        for index, picture in enumerate(block.pictures, 1):
            sign = item(index, 0)
            known[picture.span] = Number(Kind.SUBFIGURE, sign, sign)
    if isinstance(block, Table | Figure):
        for index, note in enumerate(block.legend.footnotes, 1):
            known[note.span] = _lettered(note, index)


def _lettered(note: Footnote, index: int) -> Number:
    sign = letters(index).lower()
    return Number(Kind.FOOTNOTE, sign, sign)


def _notes(known: dict[Span, Number], found: list[Block], language: Language) -> None:
    """NOTE where there is one in a session, NOTE 1 and NOTE 2 where there are several."""
    for kind, word in ((Note, Kind.NOTE), (Example, Kind.EXAMPLE)):
        these = [block for block in found if isinstance(block, kind)]
        for index, block in enumerate(these, 1):
            value = str(index) if len(these) > 1 else ""
            known[block.span] = Number(word, value, f"{language.labels[word]} {value}".strip())


def _uses(resolved: Resolved, local: dict[str, Target]) -> dict[Span, Shown]:
    return {
        span: Shown(use.text, local.get(use.target.id) if use.target else None)
        for span, use in resolved.uses.items()
    }
