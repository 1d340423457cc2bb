"""The page of the rules names each of them, once, in the language of the reader."""

from __future__ import annotations

import re

import pytest

from clausier.language.catalogue import questions, reason, unruled
from clausier.language.translate import fault_title
from clausier.pipeline import all_faults
from clausier.write.rule_page import catalogue_page, rule_page


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_rule_has_its_section(language: str) -> None:
    page = rule_page(all_faults(), language)
    anchors = re.findall(r"\{ ?#([^ }]+) ?\}", page)
    assert len(anchors) == len(set(anchors))
    for fault in all_faults():
        assert fault.id.replace("/", "-") in anchors
        assert f"]({fault.id}.html)" in page
        assert fault_title(fault, language) in page


LAST = {
    "STR": 28, "TTL": 9, "FWD": 7, "INT": 4, "SCO": 7, "NRM": 20, "TRM": 25, "SYM": 6, "VRB": 12,
    "PLC": 5, "NEF": 11, "FIG": 8, "TAB": 8, "FRM": 6, "LST": 8, "REF": 10, "ANX": 7, "BIB": 4,
    "NUM": 15, "WRD": 13, "LEG": 12, "DOC": 14, "ANZ": 4,
}  # fmt: skip
"""The rows of the catalogue: each family counts from 01."""


def test_every_row_has_a_rule_or_a_reason() -> None:
    rows = {f"{family}-{number + 1:02}" for family, last in LAST.items() for number in range(last)}
    ruled = {row for fault in all_faults() for row in fault.catalogue}
    reasoned = [one.row for one in unruled()]
    assert len(reasoned) == len(set(reasoned))
    assert not ruled & set(reasoned)
    assert ruled | set(reasoned) == rows


def test_what_is_left_to_a_person_is_asked() -> None:
    asked = {row for one in questions() for row in one.rows}
    assert {one.row for one in unruled() if one.why == "manual"} <= asked


def test_what_is_asked_stands_in_the_order_of_the_directives() -> None:
    clauses = [tuple(map(int, one.clause.split("."))) for one in questions()]
    assert clauses == sorted(clauses)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_catalogue_leads_to_every_rule_or_says_why_not(language: str) -> None:
    page = catalogue_page(all_faults(), language)
    for fault in all_faults():
        for row in fault.catalogue:
            assert re.search(rf"^\| {row} \|.*/rules/{fault.id}\.html\)", page, re.MULTILINE)
    for one in unruled():
        assert re.search(
            rf"^\| {one.row} \| \*{re.escape(one.words[language])}\*\s?: "
            rf"{re.escape(reason(one.why, language))}",
            page,
            re.MULTILINE,
        )
