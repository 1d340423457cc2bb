"""A report as workflow commands, which GitHub shows beside the line."""

from __future__ import annotations

from clausier.cli.report import Report
from clausier.cli.voice import Voice
from clausier.source.diagnostic import Diagnostic

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def printed(report: Report, voice: Voice) -> str:
    """One line a finding."""
    return "".join(f"{_command(one, report, voice)}\n" for one in report.diagnostics)


def _command(one: Diagnostic, report: Report, voice: Voice) -> str:
    start, end = report.ends(one.span)
    text = voice.said(one.message) + (f"; {voice.said(one.help)}" if one.help else "")
    properties: dict[str, object] = {"file": one.span.path}
    if report.has_lines(one.span):
        properties |= {
            "line": start.line,
            "endLine": end.line,
            "col": start.column,
            "endColumn": end.column,
        }
    properties["title"] = one.rule
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{LEVELS[one.severity]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
