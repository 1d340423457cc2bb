"""Odd but possible things on the site: each is shown as it was written, or told of at its place."""

from __future__ import annotations

import pytest

from clausier.pipeline import compile
from clausier.write.writer import Output
from tests.write.site import odd
from tests.write.site.shown import Shown, lost, shown
from tests.write.site.workspace import files, written


@pytest.fixture(scope="module")
def tree() -> Output:
    return written(odd.workspace())


@pytest.fixture(scope="module")
def pages(tree: Output) -> dict[str, Shown]:
    return {
        path.removeprefix("docs/").replace("index.md", "index.html"): shown(data)
        for path, data in tree.files.items()
        if path.endswith("/index.md")
    }


def test_no_two_files_meet_on_a_disk_without_capitals(tree: Output) -> None:
    assert len({path.casefold() for path in tree.files}) == len(tree.files)


def test_pages_of_ours_and_clauses_of_the_same_name_stand_apart(pages: dict[str, Shown]) -> None:
    assert "Findings" in pages["en/index/findings/index.html"].text
    assert pages["en/index/findings/index.html"].text != pages["en/findings/index.html"].text
    assert "The desk shall be as 6.1 is." in pages["en/index/index/index.html"].text
    assert odd.LONG in pages["en/index/beside/index.html"].text


def test_titles_are_shown_as_they_were_written(pages: dict[str, Shown]) -> None:
    assert odd.HEADING in pages["en/index/index/index.html"].text
    assert odd.TITLE in pages["en/index.html"].text
    for page in pages.values():
        assert not page.handlers
        assert not [source for source in page.sources if source == "x"]


def test_every_link_leads_to_a_place(tree: Output, pages: dict[str, Shown]) -> None:
    assert lost(tree.files, pages) == []


def test_no_term_and_no_row_is_left_out(pages: dict[str, Shown]) -> None:
    terms = pages["en/index/terms/index.html"]
    assert all(f"word-{at}" in terms.ids for at in range(odd.TERMS))
    rows = pages["en/index/table/index.html"].text.split()
    assert {str(at) for at in range(odd.ROWS)} <= set(rows)


def test_ids_that_differ_in_capitals_only_are_told_of() -> None:
    twin = odd.clause("Search", "clause", "Search", "The desk shall be open.").encode()
    made = compile({**odd.workspace(), "clauses/index/en/07-capitals.md": twin})
    told = {(one.rule, one.span.path.rpartition("/")[2]) for one in made.diagnostics}
    assert ("ids/duplicate-id", "08-search.md") in told
    assert any(rule.startswith("schema/") and path == "07-capitals.md" for rule, path in told)


@pytest.mark.parametrize(("megabytes", "told"), [(1, []), (6, ["write/heavy-image"])])
def test_a_heavy_image_is_told_of_at_its_place(megabytes: int, told: list[str]) -> None:
    known = files("See @large.\n\n![A picture](images/large.png){#large}\n\nFigure: Picture\n")
    known["clauses/d/images/large.png"] = odd.picture(megabytes)
    output = written(known)
    assert [one.rule for one in output.diagnostics] == told
    for one in output.diagnostics:
        text = known[one.span.path].decode()
        assert text[one.span.start : one.span.end] == "images/large.png"
