"""A share of the planted faults, so that a rule that finds less, or says too much, is seen at once."""

from __future__ import annotations

from itertools import islice

from tests.bench.mutations.faults import faults
from tests.bench.mutations.innocent import innocents
from tests.bench.mutations.left import LEFT, lacking, reason
from tests.bench.mutations.measure import measured
from tests.bench.mutations.plant import Fault, mutants, unmarked
from tests.bench.mutations.table import OWED, level, shortfalls
from tests.bench.mutations.texts import LANGUAGES

from clausier.source.diagnostic import Severity


def test_a_share_of_the_planted_faults_is_found() -> None:
    share = [*islice(faults(), 0, None, 23), *islice(innocents(), 0, None, 9)]
    counts = measured(share, {})
    assert {fault.language for fault in share} == set(LANGUAGES)
    assert level(Severity.ERROR, counts).planted > 20
    assert all(level(each, counts).planted for each in OWED)
    assert not shortfalls(counts), [count.missed + count.wrong for count in counts.values()]


def test_a_rule_that_finds_nothing_falls_short() -> None:
    fault = Fault("verbs/devrait", "en", lambda text, planted: text + "\n\nPeople ⟦know⟧ this.\n")
    counts = measured([fault], {})
    assert counts["verbs/devrait"].recall == 0
    assert [short.name for short in shortfalls(counts)] == ["errors", "verbs/devrait"]


def test_every_kind_of_fault_has_a_place_to_stand() -> None:
    for fault in faults():
        assert next(mutants(fault), None), (fault.rule, fault.language)


def test_every_rule_is_planted_in_each_of_its_languages_or_says_why_not() -> None:
    assert not [one for one in lacking(faults()) if not reason(*one)]


def test_no_reason_outlives_what_it_explains() -> None:
    left = list(lacking(faults()))
    for rule, (languages, _) in LEFT.items():
        for language in languages:
            assert any(id.startswith(rule) and code == language for id, code in left), rule


def test_marks_are_taken_out_and_known() -> None:
    text, (spot,) = unmarked("a.md", "One ⟦two⟧ three.")
    assert (text, text[spot.start : spot.end]) == ("One two three.", "two")
