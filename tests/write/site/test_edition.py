"""The editions: one document with the words, numbers and anchors of the pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausier.pipeline import Compiled, compile_folder
from clausier.write import site
from clausier.write.site.address import edition
from clausier.write.writer import Output
from tests.write.site.shown import folded, of_html, shown
from tests.write.site.test_pages import runs, said
from tests.write.site.workspace import files, written

MINI = Path(__file__).resolve().parents[2] / "corpus" / "mini"
KINDS = ("single", "print")
OWN = re.compile(r"cl--|fn--at-")


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    return compile_folder(MINI)


@pytest.fixture(scope="module")
def tree(compiled: Compiled) -> Output:
    return site.write(compiled.resolved, compiled.diagnostics, compiled.sources, compiled.files)


def document(tree: Output, language: str, kind: str) -> str:
    return tree.files[f"docs/{edition('everyday-service', language, kind)}"].decode()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_all_links_within_it_lead_to_a_place(tree: Output, language: str, kind: str) -> None:
    found = of_html(document(tree, language, kind))
    assert len(found.ids) == len(set(found.ids))
    outside = [link for link in found.links if not link.startswith(("#", "https:", "mailto:"))]
    assert outside == []
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)


@pytest.mark.parametrize("kind", KINDS)
def test_its_words_are_those_of_the_model(compiled: Compiled, tree: Output, kind: str) -> None:
    for version in compiled.resolved.versions:
        text = folded(of_html(document(tree, version.standard.language, kind)).text)
        for clause in version.clauses:
            for run in runs(version, clause):
                for words in said(version, run):
                    assert words in text, words


@pytest.mark.parametrize("kind", KINDS)
def test_its_anchors_are_those_of_the_pages(tree: Output, kind: str) -> None:
    own = set(of_html(document(tree, "en", kind)).ids)
    for path, data in tree.files.items():
        if path.startswith("docs/en/everyday-service/") and "/beside/" not in path:
            wanted = {id for id in shown(data).ids if not OWN.match(id) and id != "cl-terms"}
            assert wanted <= own, path


def test_the_one_to_be_sent_needs_no_other_file(tree: Output) -> None:
    page = document(tree, "en", "single")
    found = of_html(page)
    assert found.sources
    assert all(source.startswith("data:") for source in found.sources)
    assert "<link" not in page
    assert "default-src 'none'" in page
    assert 'id="cl-terms"' in page


def test_the_one_to_be_printed_says_which_draft_on_each_page(tree: Output) -> None:
    page = document(tree, "fr", "print")
    running = page[page.index("<style>@page") : page.index("</style>")]
    assert "counter(page)" in tree.files["docs/assets/clausier/edition.css"].decode()
    assert all(place in running for place in ("@top-left", "@top-right", "@bottom-left"))
    assert "cl-why" not in page


def test_a_title_cannot_leave_the_running_head() -> None:
    known = files("Text.\n")
    title = b'titles: {en: "A } \\" </style><script>x()</script>"}'
    known["clauses/d/standard.yml"] = known["clauses/d/standard.yml"].replace(
        b"titles: {en: Counters}", title, 1
    )
    page = written(known).files["docs/editions/d-en-print.html"].decode()
    assert page.count("</style>") == 1
    assert "<script" not in page
