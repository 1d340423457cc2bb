"""A report as one JSON object."""

from __future__ import annotations

import json

from clausier.cli.report import Report
from clausier.cli.voice import Voice
from clausier.source.diagnostic import Diagnostic, Severity


def printed(report: Report, voice: Voice) -> str:
    """The report with the keys of the contract: `diagnostics` and `summary`."""
    whole = {
        "diagnostics": [_diagnostic(one, report, voice) for one in report.diagnostics],
        "summary": {f"{severity}s": report.count(severity) for severity in Severity},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(one: Diagnostic, report: Report, voice: Voice) -> dict[str, object]:
    start, end = report.ends(one.span)
    return {
        "rule": one.rule,
        "severity": one.severity.value,
        "message": voice.said(one.message),
        "help": voice.said(one.help) if one.help else None,
        "source": one.source,
        "path": one.span.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "language": one.language,
    }
