"""A report as SARIF 2.1.0, the form that code hosts and editors read."""

from __future__ import annotations

import json
from urllib.parse import quote

from clausier import __version__
from clausier.cli.report import Report
from clausier.cli.voice import Voice
from clausier.language.translate import fault_explanation, fault_title
from clausier.pipeline import all_faults
from clausier.source.diagnostic import Diagnostic, Fault, Related
from clausier.source.place import Span

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
Value = dict[str, object]


def printed(report: Report, voice: Voice) -> str:
    """One run with the rules that found something."""
    found = {one.rule for one in report.diagnostics}
    rules = [fault for fault in all_faults() if fault.id in found]
    order = {fault.id: index for index, fault in enumerate(rules)}
    driver = {
        "name": "clausier",
        "version": __version__,
        "rules": [_rule(fault, voice.language) for fault in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, report, voice, order) for one in report.diagnostics],
    }
    whole = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _rule(fault: Fault, language: str) -> Value:
    return {
        "id": fault.id,
        "shortDescription": {"text": fault_title(fault, language)},
        "fullDescription": {"text": fault_explanation(fault, language) or fault.title},
        "defaultConfiguration": {"level": LEVELS[fault.severity]},
    }


def _result(one: Diagnostic, report: Report, voice: Voice, order: dict[str, int]) -> Value:
    text = voice.said(one.message) + (f"; {voice.said(one.help)}" if one.help else "")
    result: Value = {
        "ruleId": one.rule,
        "level": LEVELS[one.severity],
        "message": {"text": text},
        "locations": [_location(one.span, report)],
    }
    if one.rule in order:
        result["ruleIndex"] = order[one.rule]
    if one.related:
        result["relatedLocations"] = [_related(other, report, voice) for other in one.related]
    return result


def _related(other: Related, report: Report, voice: Voice) -> Value:
    return _location(other.span, report) | {"message": {"text": voice.said(other.message)}}


def _location(span: Span, report: Report) -> Value:
    artifact: Value = {"artifactLocation": {"uri": quote(span.path)}}
    if not report.has_lines(span):
        return {"physicalLocation": artifact}
    start, end = report.ends(span)
    region = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    return {"physicalLocation": artifact | {"region": region}}
