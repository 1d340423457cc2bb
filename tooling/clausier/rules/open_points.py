"""What the text itself says is not yet there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.quantities import UNIT
from clausier.check.rule import Finding, rule
from clausier.check.subject import Subject
from clausier.model.inline import Inline
from clausier.model.prose import prose
from clausier.source.diagnostic import Severity, say

_SIGNS = (
    "TBD", "TBC", "tbd", "tbc", "TODO", "be completed", "be defined", "be determined", "be decided",
    "be confirmed", "be added", "compléter", "définir", "déterminer", "préciser",
    "ergänzen", "klären", "festzulegen", "festgelegt", "ergänzt", "bestimm", "xx", "XX", "???",
    "[x]", "[X]", "[…]", "[...]",
    "orem ipsum",
)  # fmt: skip
_WORDS = re.compile(
    r"\b(?:(?:TB[DC]|tb[dc])(?!-\d)|TODO|x{3,}|(?<!-)xx(?![).-])"
    r"|[Ll]orem\sipsum|[Nn]och\sfestzulegen|[Tt]o\sbe\scompleted|[Zz]u\sergänzen)\b|\b[Àà]\scompléter\b"
    r"|(?:\A|(?<=[.!?]\s))(?:To\sbe\s(?:defined|determined|decided|confirmed)(?!,|\s+as\b)"
    r"|À\s(?:définir|déterminer|préciser)"
    r"|(?:Noch\s)?[Zz]u\sklären)\b"
    r"|\?{3}"
    r"|\b(?:is|are)\s(?:still|yet)\sto\sbe\s(?:defined|determined|decided|confirmed|completed)\b"
    r"|\b(?:is|are)\sto\sbe\s(?:decided|confirmed)(?=[.)]?\Z|\.\s)"
    r"|\b(?:reste(?:nt)?|(?:est|sont)\sencore)\sà\s(?:définir|déterminer|préciser)(?=[.)]?\Z|\.\s)"
    r"|\b(?:ist|sind|wird|werden|bleibt|bleiben)\snoch\s(?:zu\s)?(?:festgelegt|ergänzt|bestimmt"
    r"|bestimmen|klären)\b"
    r"|(?<=[(\[])(?:to\sbe\s(?:defined|determined|decided|confirmed|added)"
    r"|à\s(?:définir|déterminer|préciser)|(?:noch\s)?zu\s(?:klären|bestimmen))(?=[)\]])"
    rf"|(?:(?<![\w-])XX+(?:,X+)?|\[(?:[xX]|…|\.{{3}})\])(?=[ \u00a0\u202f]{UNIT})"
)
_FORMS = re.compile(
    r"\b(?:[Ff]orms?|[Ff]ields?|[Qq]uestionnaires?|[Ff]ormulaires?|[Cc]hamps?|[Ff]iches?"
    r"|Formular(?:e|en|s)?|Felder|Feld|Fragebogen|Vordrucke?)\b[^.;:!?]*\Z"
)
"""What people fill in, before the words: it is complete as it stands."""
_FILLED = ("completed", "compléter", "zu ergänzen")
_LOOK_BACK = 60


@rule(Severity.INFO, from_stage="40.20", catalogue=("WRD-12",), alone=True)
def open_point(subject: Subject) -> Iterator[Finding]:
    """A text says that something is still to be written.

    Open points are welcome in a working draft: written as `to be completed`, `à compléter` or
    `zu ergänzen` they are found again. From the enquiry (stage 40.20) on the text goes out to
    readers who cannot know what was meant, and an open point is an error. Write what is missing,
    or take the sentence out.
    """
    for part in subject.parts:
        if _is_signed(part.contents.words):
            for run in part.contents.runs:
                yield from _points(run)


def _is_signed(text: str) -> bool:
    """Whether a text holds a word without which there is no open point in it."""
    return any(sign in text for sign in _SIGNS)


def _points(run: tuple[Inline, ...]) -> Iterator[Finding]:
    text = prose(run)
    for match in _WORDS.finditer(text.text) if _is_signed(text.text) else ():
        before = text.text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if match.group().lower().endswith(_FILLED) and _FORMS.search(before):
            continue
        yield Finding(
            text.span(match.start(), match.end()),
            say("open point: `{0}`", " ".join(match.group().split())),
            say("write what is missing, or take the sentence out"),
        )
