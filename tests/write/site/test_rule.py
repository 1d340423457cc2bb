"""The page of each rule says what is wrong, why, shows it at work and says what to write."""

from __future__ import annotations

import re
from html import unescape

import pytest

from clausier.cli.site_pages import site_pages
from clausier.language.examples import example
from clausier.language.translate import fault_explanation, fault_title
from clausier.pipeline import all_faults, compile
from tests.write.site.workspace import files

LANGUAGES = ("en", "fr")


def words(page: str) -> str:
    """The text of a page without its tags, every space alike."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", page.partition("<main")[2])).split())


def plain(text: str) -> str:
    return " ".join(text.replace("`", "").split())


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    known = files("The counter is open.\n")
    known["clauses/d/fr/04-waiting.md"] = known["clauses/d/en/04-waiting.md"]
    known["clauses/d/standard.yml"] = known["clauses/d/standard.yml"].replace(b"[en]", b"[en, fr]")
    tree = site_pages(compile(known))
    return {path: data.decode() for path, data in tree.files.items() if "/guide/rules/" in path}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fault", all_faults(), ids=lambda fault: fault.id)
def test_a_page_says_what_explain_says(pages: dict[str, str], fault, language: str) -> None:
    said = words(pages[f"docs/{language}/guide/rules/{fault.id}.html"])
    wanted = [fault_title(fault, language).removesuffix("."), fault.id, fault.source or ""]
    wanted += fault_explanation(fault, language).split("\n\n")
    shown = example(fault.id, language)
    if shown:
        wanted += [shown.text, shown.message, shown.help, shown.instead]
    for one in wanted:
        assert plain(one) in said.replace("`", "")


def test_every_page_is_in_the_list(pages: dict[str, str]) -> None:
    for language in LANGUAGES:
        index = pages[f"docs/{language}/guide/rules/index.md"]
        linked = set(re.findall(r"\]\(([^)]+\.html)\)", index))
        folder = f"docs/{language}/guide/rules/"
        made = {path.removeprefix(folder) for path in pages if path.startswith(folder)}
        assert linked == made - {"index.md"}
