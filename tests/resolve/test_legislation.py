"""Annexes ZA, ZB: made of a key, numbered apart, named by the foreword."""

from __future__ import annotations

import pytest
from tests.resolve import written

from clausier.resolve.resolved import Version

ANNEX = "---\nid: annex-{0}\nkind: annex\ntitle: Grid\nobligation: normative\n---\n\nText.\n"
ONE = '{act: "%s", rows: [{requirement: I, clauses: [waiting]}, {requirement: II}]}'


def version(annex_z: str, code: str = "en", request: str = "M/517") -> Version:
    texts = {
        "04-waiting.md": "---\nid: waiting\nkind: clause\ntitle: Waiting\n---\n\nText.\n",
        "A-one.md": ANNEX.format("one"),
        "B-two.md": ANNEX.format("two"),
    }
    more = f"standardization_request: {request}\nannex_z: {annex_z}"
    return written.version(texts, code, more)


def said(found: Version) -> str:
    foreword = found.boilerplate["foreword"].before
    return " ".join(inline.value for block in foreword for inline in block.inlines)  # type: ignore[union-attr]


def test_they_stand_after_the_lettered_annexes_and_count_on_their_own() -> None:
    found = version(f"[{ONE % 'Directive 1'}, {ONE % 'Directive 2'}]")
    labels = [
        found.numbers[clause.span].label for clause in found.clauses if clause.kind == "annex"
    ]
    assert labels == ["Annex A", "Annex B", "Annex ZA", "Annex ZB"]
    assert found.targets["annex-zb-table"].name == "Table ZB.1"
    assert "see informative Annex ZA and Annex ZB, which are integral parts" in said(found)


def test_what_the_program_wrote_holds_no_sentence_and_no_provision_of_the_authors() -> None:
    found = version(ONE % "Directive 1")
    assert found.sentences
    assert not [one for one in found.sentences if one.clause == "annex-za"]
    assert not [one for one in found.provisions if one.clause == "annex-za"]


def test_a_row_leads_to_its_clauses() -> None:
    found = version(ONE % "Directive 1")
    (use,) = (each for each in found.uses.values() if each.reference.target == "waiting")
    assert (use.text, use.clause) == ("Clause 4", "annex-za")


@pytest.mark.parametrize(
    ("code", "act", "title", "body"),
    [
        ("en", "Directive 1", "requirements of Directive 1 aimed", "under that Directive"),
        ("en", "The Act", "requirements of The Act aimed", "under that act"),
        ("fr", "règlement 1", "visées par le règlement 1", "au titre de ce règlement"),
        ("de", "Verordnung 1", "Anforderungen der Verordnung 1", "im Sinne dieser Verordnung"),
        ("de", "Akt 1", "Anforderungen des folgenden Rechtsakts: Akt 1", "dieses Rechtsakts"),
    ],
)
def test_an_act_is_spoken_of_by_its_kind(code: str, act: str, title: str, body: str) -> None:
    found = version(ONE % act, code)
    annex = next(clause for clause in found.clauses if clause.id.value == "annex-za")
    assert title in found.titles["annex-za"]
    assert body in annex.body[1].inlines[0].value  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "written", ["null", "[]", "{}", "yes", "[1, [2]]", "{act: [], rows: {}}", "{rows: [null, 3]}"]
)
def test_what_makes_no_sense_is_told_and_harms_nothing(written: str) -> None:
    found = version(written)
    assert found.numbers
    named = [clause.id.value for clause in found.clauses if clause.kind == "annex"]
    assert set(named) <= {"annex-one", "annex-two", "annex-za"}


def test_no_request_leaves_the_foreword_without_a_word() -> None:
    assert "request" not in said(version(ONE % "Directive 1", request="null"))
