"""`trace.lock`: what was looked at, one link a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from clausier.model.workspace import Reviewed
from clausier.source.diagnostic import Diagnostic, Severity, fault, say
from clausier.source.place import Source, Span

BAD_LINE = fault(
    "read/bad-lock-line",
    Severity.ERROR,
    """A line of trace.lock cannot be read.

    `clausier review` writes this file: a link a line, its parts with a tab between them. After a
    merge, keep the lines of both sides and delete the marks; a line that was lost is written again
    when its clause is reviewed.""",
)
FAULTS = (BAD_LINE,)

HEADER = "# Written by `clausier review`: the state in which each link was last looked at.\n"

_FINGERPRINT = re.compile("[0-9a-f]{16}")
_KINDS = ("principle", "translation")
_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def read_lock(source: Source) -> tuple[tuple[Reviewed, ...], tuple[Diagnostic, ...]]:
    """The links of a lock file, and the lines that are none."""
    known: list[Reviewed] = []
    found: list[Diagnostic] = []
    for number, start in enumerate(source.starts, 1):
        line = source.line(number)
        if not line.strip() or line.startswith("#"):
            continue
        read = _line(line, Span(source.path, start, start + len(line)))
        if isinstance(read, Reviewed):
            known.append(read)
        else:
            found.append(read)
    return tuple(known), tuple(found)


def _line(line: str, span: Span) -> Reviewed | Diagnostic:
    if line.startswith(_MARKS):
        return BAD_LINE.at(
            span,
            say("mark of a merge that was not finished"),
            say("keep the lines of both sides, and delete the lines of marks"),
        )
    parts = line.split("\t")
    kind, *names = parts[:4]
    is_link = len(parts) in (5, 6) and kind in _KINDS and all(name.strip() for name in names)
    if not is_link or not _FINGERPRINT.fullmatch(parts[4]):
        return BAD_LINE.at(
            span,
            say("this line is no link"),
            say("delete the line, then review the clause again: `clausier review`"),
        )
    return Reviewed(
        span=span,
        kind="principle" if kind == "principle" else "translation",
        language=names[0],
        clause=names[1],
        target=names[2],
        fingerprint=parts[4],
        text=(parts[5] or None) if len(parts) == 6 else None,
    )


def render(reviewed: Iterable[Reviewed]) -> str:
    """A lock file's text: its lines in order, whatever the order of `reviewed`."""
    return HEADER + "".join(sorted({_written(each) + "\n" for each in reviewed}))


def _written(reviewed: Reviewed) -> str:
    text = normalize("NFC", " ".join((reviewed.text or "").split()))
    names = (reviewed.kind, reviewed.language, reviewed.clause, reviewed.target)
    return "\t".join((*names, reviewed.fingerprint, text))
