"""Asking rules: severity by stage, languages, what is selected, what is allowed, and the order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from clausier.check.rule import Finding, Rule
from clausier.check.run import check
from clausier.check.subject import Subject
from clausier.model.clause import Allow, Placed
from clausier.model.workspace import (
    Committee,
    Deliverable,
    DeliverableType,
    Metadata,
    Principle,
    Workspace,
)
from clausier.resolve.resolved import Resolved, Trace
from clausier.source.diagnostic import Fault, Severity, say
from clausier.source.place import Span

FRENCH = "docs/principles/fr/calm.md"
CLAUSE = "clauses/desk/en/04-waiting.md"


def finding(path: str = FRENCH, start: int = 0) -> Finding:
    return Finding(Span(path, start, start + 1), say("it is wrong"))


def made(*findings: Finding, id: str = "notes/wrong", **more: object) -> Rule:
    def find(subject: Subject) -> Iterator[Finding]:
        yield from findings

    severity = more.pop("severity", Severity.ERROR)
    return Rule(Fault(id, severity, "It is wrong.", "Right it.", **more), find)


def resolved(*allows: Allow, stage: str = "20.00", type: DeliverableType = "EN") -> Resolved:
    metadata = Metadata(
        Span("clauses/desk/standard.yml", 0, 1), None, type, stage, 1, {}, ("en",), "en",
        Committee(None, {}, None),
    )  # fmt: skip
    principle = Principle(
        Span(FRENCH, 0, 100), Placed(Span(FRENCH, 4, 8), "calm"), "fr",
        Placed(Span(FRENCH, 9, 10), "Calm"), (), "required", None, (), allows=allows,
    )  # fmt: skip
    desk = Deliverable("desk", "clauses/desk", metadata, {}, ())
    return Resolved(Workspace((desk,), (principle,)), (), Trace())


def allow(rule: str, start: int = 0, end: int = 50) -> Allow:
    return Allow(Span(FRENCH, 60, 70), rule, "so", Span(FRENCH, start, end))


def rules_told(*rules: Rule, allows: tuple[Allow, ...] = (), **wishes: object) -> list[str]:
    return [said.rule for said in check(resolved(*allows), rules, **wishes)]


def test_a_finding_becomes_a_diagnostic_with_language_and_source() -> None:
    (said,) = check(resolved(), [made(finding(), source="DP2")])
    assert (said.rule, said.severity, said.language, said.source) == (
        "notes/wrong", Severity.ERROR, "fr", "DP2",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("severity", "stage", "expected"),
    [
        (Severity.ERROR, "20.60", Severity.WARNING),
        (Severity.ERROR, "40.20", Severity.ERROR),
        (Severity.ERROR, "60.00", Severity.ERROR),
        (Severity.INFO, "40.00", Severity.INFO),
        (Severity.INFO, "45.99", Severity.ERROR),
    ],
)
def test_a_fault_weighs_by_the_stage(severity: Severity, stage: str, expected: Severity) -> None:
    rule = made(finding(CLAUSE), severity=severity, from_stage="40.20")
    (said,) = check(resolved(stage=stage), [rule])
    assert said.severity is expected
    (said,) = check(resolved(), [rule], stage=stage)
    assert said.severity is expected


def test_what_is_in_no_deliverable_has_no_stage() -> None:
    rule = made(finding(), severity=Severity.INFO, from_stage="40.20")
    (said,) = check(resolved(stage="60.60"), [rule])
    assert said.severity is Severity.INFO


@pytest.mark.parametrize("pattern", ["notes/wrong", "notes", "notes/*", "*/wrong", "n?tes/*"])
def test_rules_are_chosen_by_id_family_and_pattern(pattern: str) -> None:
    rule, other = made(finding(), id="notes/wrong"), made(finding(), id="tables/wide")
    assert rules_told(rule, other, select=[pattern]) == ["notes/wrong"]
    assert rules_told(rule, other, ignore=[pattern]) == ["tables/wide"]


def test_a_family_is_no_beginning_of_a_word() -> None:
    assert rules_told(made(finding(), id="notes/wrong"), select=["note"]) == []


def test_files_can_be_left_out() -> None:
    rule = made(finding(), finding(CLAUSE))
    ignores = {"docs/*": ["notes"]}
    (said,) = check(resolved(), [rule], per_file_ignores=ignores)
    assert said.span.path == CLAUSE


def test_languages_can_be_left_out() -> None:
    rule = made(finding(), finding("clauses/desk/standard.yml"))
    (said,) = check(resolved(), [rule], languages=["en"])
    assert said.language is None


def test_a_rule_of_one_language_is_silent_in_others() -> None:
    assert rules_told(made(finding(), languages=("de",))) == []


def test_a_rule_of_one_edition_is_silent_in_others() -> None:
    assert rules_told(made(finding(CLAUSE), editions=("dp2-2021",))) == ["notes/wrong"]
    assert rules_told(made(finding(CLAUSE), editions=("dp2-2018",))) == []


def test_a_rule_for_some_types_of_deliverable_is_silent_in_others() -> None:
    rule = made(finding(CLAUSE), profiles=("TR", "CWA"))
    assert [said.rule for said in check(resolved(type="TR"), [rule])] == ["notes/wrong"]
    assert rules_told(rule) == []


def test_what_is_in_no_deliverable_has_no_edition() -> None:
    assert rules_told(made(finding(), editions=("dp2-2018",))) == ["notes/wrong"]


def test_the_order_is_that_of_places() -> None:
    late, early = made(finding(start=9), finding(CLAUSE), id="a/a"), made(finding(), id="b/b")
    told = check(resolved(), [late, early])
    assert [(said.span.path, said.span.start) for said in told] == [
        (CLAUSE, 0), (FRENCH, 0), (FRENCH, 9),
    ]  # fmt: skip


def test_the_same_is_said_once() -> None:
    assert rules_told(made(finding(), finding())) == ["notes/wrong"]


def test_an_exception_takes_away_what_it_covers() -> None:
    rule = made(finding(), finding(start=55))
    (said,) = check(resolved(allow("notes/wrong")), [rule])
    assert said.span.start == 55


def test_an_exception_holds_for_what_was_said_before() -> None:
    before = Fault("read/odd", Severity.ERROR, "", "").at(Span(FRENCH, 1, 2), say("odd"))
    assert rules_told(also=[before], allows=(allow("read/odd"),)) == []
    assert rules_told(also=[before]) == ["read/odd"]


def test_an_exception_that_nothing_needs_is_told() -> None:
    rule = made()
    assert rules_told(rule, allows=(allow("notes/wrong"),)) == ["check/unused-allow"]
    assert rules_told(rule, allows=(allow("notes/wrong"),), ignore=["notes"]) == []
    known = rules_told(rule, allows=(allow("write/lost"),), known=["write/lost"])
    assert known == []
    looked_for = rules_told(rule, allows=(allow("read/odd"),), looked_for=["read/odd"])
    assert looked_for == ["check/unused-allow"]


def test_an_exception_to_an_unknown_rule_is_told() -> None:
    (said,) = check(resolved(allow("notes/wrnog")), [made()])
    assert said.rule == "check/unknown-rule"
    assert str(said.help) == "did you mean `notes/wrong`?"
