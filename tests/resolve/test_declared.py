"""Patents that were declared, and a version in another language than the official ones."""

from __future__ import annotations

from tests.resolve import written

from clausier.resolve.resolved import Version

PATENTS = """patents:
  - {subject: {en: boards}, holder: Example Ltd, address: Exampleton}
  - {subject: doors, holder: A}
"""
INTRODUCTION = "---\nid: introduction\nkind: introduction\n---\n\n"


def version(more: str = "", code: str = "en", introduction: str = "People wait.\n") -> Version:
    return written.version({"00-introduction.md": INTRODUCTION + introduction}, code, more)


def after(found: Version, id: str) -> list[str]:
    return [block.inlines[0].value for block in found.boilerplate[id].after]  # type: ignore[union-attr]


def test_each_patent_is_told_of_at_the_end_of_the_introduction() -> None:
    said = after(version(PATENTS), "introduction")
    assert len(said) == 3 + 3 + 1
    assert "the use of a patent concerning boards." in said[0]
    assert said[2] == "Information may be obtained from: Example Ltd, Exampleton."
    assert said[5] == "Information may be obtained from: A."
    assert "other than those identified above" in said[6]


def test_the_end_of_the_introduction_is_that_of_its_last_subclause() -> None:
    found = version(PATENTS, introduction="## One {#one}\n\nA.\n\n## Two {#two}\n\nB.\n")
    assert after(found, "two")
    assert "introduction" not in found.boilerplate


def test_without_patents_the_introduction_has_no_sentence_of_ours() -> None:
    assert "introduction" not in version("patents: []").boilerplate


def test_a_version_in_a_further_language_says_that_it_is_none_of_the_official_ones() -> None:
    def first(code: str) -> str:
        return version(code=code).boilerplate["foreword"].before[0].inlines[0].value  # type: ignore[union-attr]

    assert first("nl").startswith("This version is none of the official versions")
    assert not any("none of the official" in first(code) for code in ("en", "fr", "de"))
