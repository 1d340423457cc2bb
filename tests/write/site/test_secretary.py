"""The secretary's page: what blocks each document, in the language of the page."""

from __future__ import annotations

from clausier.pipeline import all_faults, compile
from clausier.write import site
from tests.write.site.shown import folded, of_html, shown
from tests.write.site.workspace import files


def page(known: dict[str, bytes], language: str = "en") -> str:
    made = compile(known)
    tree = site.write(made.resolved, made.diagnostics, made.sources, made.files, all_faults())
    return tree.files[f"docs/{language}/findings/index.md"].decode()


def section(text: str, start: str, end: str) -> str:
    return folded(text)[folded(text).index(start) : folded(text).index(end)]


def test_an_open_point_blocks_from_the_enquiry_on() -> None:
    text = page(files("The counter is open. To be completed: the hours.\n"))
    words = section(shown(text.encode()).text, "What blocks", "Findings by file")
    assert "Stage 20.60 (preparation)" in words
    assert "From stage 40.20 (enquiry) on, one finding more is an error:" in words
    assert "clauses/d/en/04-waiting.md:7" in words


def test_each_blocking_finding_is_linked() -> None:
    made = shown(page(files("To be completed: the hours. See @nobody.\n")).encode())
    ways = [link for link in made.links if link.startswith("#cl--file-")]
    assert len(ways) >= 2
    assert {way[1:] for way in ways} <= set(made.ids)


def test_several_documents_stand_apart() -> None:
    known = files("To be completed: the hours.\n")
    other = {path.replace("clauses/d/", "clauses/e/"): data for path, data in known.items()}
    other["clauses/e/standard.yml"] = other["clauses/e/standard.yml"].replace(b"20.60", b"40.60")
    made = of_html(page(known | other))
    words = section(shown(page(known | other).encode()).text, "What blocks", "Findings by file")
    assert "40.60 (enquiry)" in words
    assert "to be put right at any stage" in words
    assert "From stage 40.20" in words
    assert made.links
