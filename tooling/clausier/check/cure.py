"""From the text of a file and the edits that cure it to the text that it should have."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from clausier.source.decode import decode
from clausier.source.diagnostic import Diagnostic, Edit, Message, say
from clausier.source.place import Source, Span

MARK = b"\xef\xbb\xbf"
CHANGED = say("it was changed while it was looked at")
_LINE_END = re.compile(r"\r\n|\r|\n")
_MERGE = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)


class Cured(Struct, frozen=True):
    """The bytes of a file after its cure, and the findings that are cured by it."""

    data: bytes
    findings: tuple[Diagnostic, ...]


def mendable(finding: Diagnostic) -> bool:
    """Whether a finding brings the edits that cure it, all of them in its own file."""
    path = finding.span.path
    return bool(finding.edits) and all(edit.span.path == path for edit in finding.edits)


def cured(data: bytes, source: Source, findings: Iterable[Diagnostic]) -> Cured | Message:
    """What a file becomes with the edits of its findings, or why it is left as it is.

    Every other byte stays: line ends of either kind, a byte-order mark, white space. Of findings
    whose edits touch each other only the first is cured; the others wait until the text is looked
    at again.
    """
    refused = _why_not(data, source)
    if refused:
        return refused
    known = sorted(filter(mendable, findings), key=lambda one: sorted(e.span for e in one.edits))
    clash = _clash(known)
    if clash:
        return say("`{0}` and `{1}` want different words in one place", *clash)
    taken, edits = _chosen(known)
    return Cured(_edited(data, source, edits), taken)


def _why_not(data: bytes, source: Source) -> Message | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return say("it is not written in UTF-8")
    if _MERGE.search(text):
        return say("it holds marks of a merge that was not finished")
    if decode(source.path, data)[0].text != source.text:
        return CHANGED
    return None


def _clash(findings: Sequence[Diagnostic]) -> tuple[str, str] | None:
    """Two rules that want something else in exactly one place."""
    wanted = sorted(
        (edit.span, edit.text, one.rule)
        for one in findings
        for edit in one.edits
        if edit.span.end > edit.span.start
    )
    for (span, text, rule), (other_span, other_text, other) in pairwise(wanted):
        if span == other_span and text != other_text:
            return rule, other
    return None


def _chosen(findings: Sequence[Diagnostic]) -> tuple[tuple[Diagnostic, ...], list[Edit]]:
    taken: list[Diagnostic] = []
    edits: set[Edit] = set()
    spans: list[Span] = []
    for one in findings:
        own = set(one.edits) - edits
        if not any(_touched(edit.span, spans) for edit in own):
            taken.append(one)
            edits |= own
            for edit in own:
                insort(spans, edit.span)
    return tuple(taken), sorted(edits, key=lambda edit: edit.span)


def _touched(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a place touches one of those in order, none of which touch each other."""
    at = bisect_right(spans, span)
    return any(
        span.start <= near.end and near.start <= span.end for near in spans[max(0, at - 1) : at + 1]
    )


def _edited(data: bytes, source: Source, edits: Sequence[Edit]) -> bytes:
    marked = data.startswith(MARK)
    text = data.decode("utf-8-sig")
    ends = [found.group() for found in _LINE_END.finditer(text)]
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    newline = max(set(ends), key=ends.count, default="\n")

    def place(offset: int) -> int:
        line = bisect_right(source.starts, offset) - 1
        return starts[line] + offset - source.starts[line]

    parts: list[str] = []
    reached = 0
    for edit in edits:
        parts += text[reached : place(edit.span.start)], edit.text.replace("\n", newline)
        reached = place(edit.span.end)
    whole = "".join((*parts, text[reached:]))
    return (MARK if marked else b"") + whole.encode("utf-8")
