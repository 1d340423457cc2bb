"""A report for people: the sentence, the line of the text, carets under the very word."""

from __future__ import annotations

import textwrap
from unicodedata import combining, east_asian_width

from clausier.cli.report import Report
from clausier.cli.voice import Voice
from clausier.source.diagnostic import Diagnostic, Related, Severity
from clausier.source.place import Span

WIDTH = 100
"""The most columns of a source line that are shown around the place."""


def printed(report: Report, voice: Voice) -> str:
    """Each finding with its line, then what was found in all."""
    parts = [_finding(one, report, voice) for one in report.diagnostics]
    return "\n".join([*parts, _summary(report, voice)])


def _finding(one: Diagnostic, report: Report, voice: Voice) -> str:
    head = voice.painted(f"{_named(one.severity, voice)}[{one.rule}]", one.severity.value)
    lines = [f"{head}: {voice.painted(voice.said(one.message), 'strong')}"]
    lines += _place(one.span, report, voice, one.severity.value)
    for other in one.related:
        lines += _related(other, report, voice)
    if one.help:
        lines += told(voice.text("help: {0}", voice.said(one.help)))
    if one.source:
        lines += told(voice.text("source: {0}", one.source))
    return "\n".join(lines) + "\n"


def _named(severity: Severity, voice: Voice) -> str:
    return voice.text({"error": "error", "warning": "warning", "info": "info"}[severity])


def _place(span: Span, report: Report, voice: Voice, colour: str) -> list[str]:
    start, end = report.ends(span)
    source = report.sources.get(span.path)
    if source is None or (source.paragraphs and span.end == 0):
        return [f"  --> {span.path}"]
    lines = [f"  --> {span.path}:{start.line}:{start.column}"]
    if source.paragraphs:
        lines = [f"  --> {voice.text('{0}, paragraph {1}', span.path, start.line)}"]
    text = source.line(start.line)
    last = end.column if end.line == start.line else len(text) + 1
    return lines + quoted(text, start.line, (start.column, last), voice, colour)


def quoted(text: str, line: int, columns: tuple[int, int], voice: Voice, colour: str) -> list[str]:
    """A line of a text with its number, and below it carets from a column to before another."""
    shown, carets = _underlined(text.replace("\t", " "), *columns)
    number = str(line)
    under = f"{' ' * len(number)} | {voice.painted(carets, colour) if carets else ''}".rstrip()
    return [f"{voice.painted(number, 'quiet')} | {shown}", under]


def _underlined(text: str, first: int, last: int) -> tuple[str, str]:
    begin = max(0, min(first - 1 - WIDTH // 3, len(text) - WIDTH)) if len(text) > WIDTH else 0
    window = text[begin : begin + WIDTH]
    before = "…" if begin else ""
    after = "…" if begin + WIDTH < len(text) else ""
    gap = _columns(before + text[begin : first - 1])
    marked = max(1, _columns(text[first - 1 : min(last - 1, begin + WIDTH)]))
    return f"{before}{window}{after}".rstrip(), " " * gap + "^" * marked


def _columns(text: str) -> int:
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def _related(other: Related, report: Report, voice: Voice) -> list[str]:
    start, _ = report.ends(other.span)
    place = f"{other.span.path}:{start.line}:{start.column}"
    return [f"   = {voice.text('{0}: {1}', voice.said(other.message), place)}"]


def told(text: str) -> list[str]:
    """A remark below a line, folded to the width of a report."""
    lead = "   = "
    return textwrap.wrap(
        text, WIDTH, initial_indent=lead, subsequent_indent="     ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _summary(report: Report, voice: Voice) -> str:
    counts = [
        voice.counted(report.count(Severity.ERROR), "1 error", "{0} errors"),
        voice.counted(report.count(Severity.WARNING), "1 warning", "{0} warnings"),
        voice.counted(report.count(Severity.INFO), "1 remark", "{0} remarks"),
    ]
    files = voice.counted(report.read, "1 file", "{0} files") or voice.text("no file")
    text = ", ".join(count for count in counts if count) or voice.text("nothing to say")
    lines = [voice.text("{0}; {1} read", text, files)]
    mendable = sum(bool(one.edits) for one in report.diagnostics)
    if mendable:
        findings = voice.counted(mendable, "1 finding", "{0} findings")
        lines.append(voice.text("`clausier check --fix` mends {0}", findings))
    return "\n".join(lines) + "\n"
