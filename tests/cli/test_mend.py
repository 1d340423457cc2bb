"""Whatever can be cured is cured at once, to the end, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.cli.mend import Mended, mended
from clausier.pipeline import Compiled, Options, compile
from tests.rules.test_edits import CURED, found
from tests.rules.test_rules import CASES, RULES, Case

MINI = Path(__file__).parents[1] / "corpus" / "mini"
CONTENTS = {"structure/hanging-paragraph"}
"""Rules whose cure is a new heading."""


def cure(files: dict[str, bytes], *rules: str) -> Mended:
    asked = Options(select=rules)

    def again(laid: dict[str, bytes]) -> Compiled:
        return compile(files | laid, asked)

    return mended(again({}), again, lambda now: now.diagnostics)


def provisions(compiled: Compiled) -> list[list[str]]:
    return [[one.type for one in version.provisions] for version in compiled.resolved.versions]


@pytest.mark.parametrize("case", CURED, ids=lambda case: f"{case.rule}-{case.number}")
def test_a_cure_comes_to_rest_and_keeps_what_is_provided(case: Case) -> None:
    first = cure(case.files, case.rule)
    assert not first.left
    assert not cure(case.files | first.after, case.rule).after
    before = compile(case.files, Options(select=("read",)))
    after = compile(case.files | first.after, Options(select=("read",)))
    assert provisions(before) == provisions(after)
    assert len(after.diagnostics) <= len(before.diagnostics)
    if case.rule not in CONTENTS:
        assert headings(before) == headings(after)


def headings(compiled: Compiled) -> list[list[str]]:
    return [[clause.id for clause in version.clauses] for version in compiled.resolved.versions]


def test_every_rule_that_brings_edits_says_so() -> None:
    bringing = {
        said.rule
        for case in CASES
        if case.rule in RULES
        for said in found(case.files, case.rule)
        if said.edits
    }
    assert bringing == {rule for rule in RULES if RULES[rule].fault.fixable}


ALL = [case for number, case in enumerate(CURED) if number % 9 == 0]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}-{case.number}")
def test_all_rules_together_come_to_rest(case: Case) -> None:
    first = cure(case.files)
    assert not first.left
    assert not cure(case.files | first.after).after
