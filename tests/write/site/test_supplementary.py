"""Supplementary files go with the site, with the edition that is sent, and with a submission."""

from __future__ import annotations

import pytest

from clausier.pipeline import compile
from clausier.write.supplementary import supplementary
from tests.write.site.workspace import files, written

NAME = "files/rows & seats.csv"
LISTED = f"supplementary_files:\n  - {{file: {NAME}, obligation: informative}}\n"
LINK = "See [the *seats*](files/rows%20%26%20seats.csv).\n"


def workspace(listed: str = LISTED, body: str = LINK) -> dict[str, bytes]:
    known = files(body)
    known["clauses/d/standard.yml"] += listed.encode()
    known[f"clauses/d/{NAME}"] = b"room,seats\n"
    return known


def test_a_page_links_to_a_copy_of_the_file() -> None:
    tree = written(workspace()).files
    assert tree[f"docs/media/clauses/d/{NAME}"] == b"room,seats\n"
    page = tree["docs/en/d/waiting/index.md"].decode()
    link = 'href="../../../media/clauses/d/files/rows%20%26%20seats.csv"'
    assert f"<a {link}>the <em>seats</em></a>" in page


def test_the_edition_in_one_file_holds_it() -> None:
    tree = written(workspace()).files
    edition = next(data for path, data in tree.items() if path.endswith("d-en.html")).decode()
    link = 'href="data:text/csv;base64,cm9vbSxzZWF0cwo=" download="rows &amp; seats.csv"'
    assert link in edition


@pytest.mark.parametrize(
    ("listed", "body"), [("", LINK), (LISTED, "See [it](files/none.csv), or [out](../../x.csv).\n")]
)
def test_what_is_not_listed_is_not_copied(listed: str, body: str) -> None:
    assert not [path for path in written(workspace(listed, body)).files if path.endswith(".csv")]


def test_a_submission_has_it_by_its_deliverable() -> None:
    compiled = compile(workspace())
    (version,) = compiled.resolved.versions
    made = supplementary(version.deliverable, compiled.files)
    assert made == {"files/d/rows & seats.csv": b"room,seats\n"}
