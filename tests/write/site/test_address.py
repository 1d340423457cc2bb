"""No two pages meet, and every way leads there."""

from __future__ import annotations

from posixpath import join, normpath

from hypothesis import given
from hypothesis import strategies as st

from clausier.write.site.address import Key, allocate, href, relative

NAMES = st.lists(st.text(min_size=1, max_size=8), max_size=8, unique=True)
FOLDER = st.lists(st.sampled_from(["a", "b", "index", "c"]), max_size=4).map("/".join)


@given(NAMES)
def test_no_two_pages_meet_even_without_regard_to_capitals(names: list[str]) -> None:
    folders = allocate(["en"], [(Key("clause", name), f"d/{name}") for name in names])
    assert len({folder.casefold() for folder in folders.values()}) == len(names)
    assert all(".." not in folder.split("/") for folder in folders.values())


@given(FOLDER, FOLDER)
def test_a_relative_way_leads_there(start: str, target: str) -> None:
    path = join(target, "index.html")
    assert normpath(join(start, relative(start, path))) == normpath(path)


def test_a_place_on_the_same_page_needs_no_page() -> None:
    assert href("en/a", "en/a", "x") == "#x"
