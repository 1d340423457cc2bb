"""The edits that a finding brings cure it, in one go, and change nothing else."""

from __future__ import annotations

from collections import defaultdict

import pytest
from tests.rules.test_rules import CASES, RULES, Case

from clausier.check.run import check
from clausier.read.workspace import read
from clausier.resolve.run import resolve
from clausier.source.decode import decode
from clausier.source.diagnostic import Diagnostic, Edit

CURED = [case for case in CASES if case.rule in RULES and RULES[case.rule].fault.fixable]


def found(files: dict[str, bytes], rule: str) -> list[Diagnostic]:
    sources = {path: decode(path, data)[0] for path, data in files.items()}
    resolved = resolve(read(files).workspace)
    return [said for said in check(resolved, [RULES[rule]], sources=sources) if said.rule == rule]


def cured(files: dict[str, bytes], findings: list[Diagnostic]) -> dict[str, bytes]:
    edits: defaultdict[str, list[Edit]] = defaultdict(list)
    for finding in findings:
        for edit in finding.edits:
            edits[edit.span.path].append(edit)
    after = dict(files)
    for path, each in edits.items():
        text = files[path].decode()
        reached = len(text)
        for edit in sorted(each, key=lambda one: one.span, reverse=True):
            assert edit.span.end <= reached, "two edits overlap"
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
            reached = edit.span.start
        after[path] = text.encode()
    return after


@pytest.mark.parametrize("case", CURED, ids=lambda case: f"{case.rule}-{case.number}")
def test_edits_cure_what_they_are_for(case: Case) -> None:
    before = found(case.files, case.rule)
    after = found(cured(case.files, before), case.rule)
    assert not [said for said in after if said.edits]
    assert len(after) == len([said for said in before if not said.edits])


def test_every_fixable_rule_brings_edits() -> None:
    told = {case.rule for case in CURED if any(said.edits for said in found(case.files, case.rule))}
    assert told == {case.rule for case in CURED}
