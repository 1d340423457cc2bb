"""Each rule is shown at work and silent, twice in each of its languages.

A faulty example is a place that is reported. An innocent example is a document of the rule's own
section of which nothing is said; for the rules on words, each paragraph of one. The language is
that of the folder; rules whose places stand in no language's folder are counted as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from clausier.language.language import LANGUAGES

from .test_rules import CASES, FAULTS, RULES, SPOKEN, Case, Fence

LANGUAGE = re.compile(rf"/({'|'.join(LANGUAGES)})/")
IDS = (*RULES, *(fault.id for fault in FAULTS))


def language_of(path: str) -> str:
    found = LANGUAGE.search(path)
    return found[1] if found else ""


def paths_told(case: Case) -> list[str]:
    lines = [line for line in case.report.text.splitlines() if not line.startswith(" ")]
    return [line.partition(":")[0] for line in lines]


def faulty(rule: str) -> dict[str, int]:
    counted: dict[str, int] = {}
    for case in CASES:
        for path in paths_told(case) if case.rule == rule else ():
            counted[language_of(path)] = counted.get(language_of(path), 0) + 1
    return counted


def innocent(rule: str, language: str) -> set[str]:
    found = set()
    for case in CASES:
        if case.rule == rule:
            told = paths_told(case)
            for fence in case.own:
                if fence.text and fence.path not in told and language_of(fence.path) == language:
                    found |= set(examples(rule, fence))
    return found


def examples(rule: str, fence: Fence) -> Iterator[str]:
    if rule.partition("/")[0] not in SPOKEN:
        yield fence.text
        return
    body = fence.text.rpartition("\n---\n")[2]
    yield from (part.strip() for part in body.split("\n\n") if part.strip())


def spoken(rule: str) -> tuple[str, ...]:
    """The languages that a rule must be shown in; `""` where no language's folder is told of."""
    if not any(faulty(rule).keys() - {""}):
        return ("",)
    return (RULES[rule].fault.languages if rule in RULES else ()) or LANGUAGES


@pytest.mark.parametrize("rule", IDS)
def test_two_places_are_reported_in_each_language(rule: str) -> None:
    counted = faulty(rule)
    few = [language for language in spoken(rule) if counted.get(language, 0) < 2]
    assert not few, f"{rule} is reported less than twice in {few}"


@pytest.mark.parametrize("rule", IDS)
def test_two_near_misses_stay_unreported_in_each_language(rule: str) -> None:
    few = [language for language in spoken(rule) if len(innocent(rule, language)) < 2]
    assert not few, f"{rule} has less than two innocent examples in {few}"
