"""The index that ends the editions of the whole text, and the order of the index of terms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausier.pipeline import Compiled, compile, folder
from clausier.resolve.index import MANY, index
from clausier.resolve.resolved import Version
from clausier.write import site
from clausier.write.site.address import edition
from clausier.write.writer import Output
from tests.write.site.shown import of_html
from tests.write.site.workspace import files, written

MINI = Path(__file__).resolve().parents[2] / "corpus" / "mini"
STANDARD = "clauses/everyday-service/standard.yml"
KINDS = ("single", "print")


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    """The invented standard with an index."""
    known = folder(MINI)
    return compile(known.under({STANDARD: known[STANDARD] + b"\nindex: true\n"}))


@pytest.fixture(scope="module")
def tree(compiled: Compiled) -> Output:
    return site.write(compiled.resolved, compiled.diagnostics, compiled.sources, compiled.files)


def closing(page: str) -> str:
    """The last section of an edition."""
    return page[page.rindex("<section ") : page.index("</main>")]


def place(version: Version, id: str) -> str:
    known = version.numbers.get(version.targets[id].span)
    return known.label if known else version.titles[id]


@pytest.mark.parametrize("kind", KINDS)
def test_an_edition_ends_with_the_index(compiled: Compiled, tree: Output, kind: str) -> None:
    for version in compiled.resolved.versions:
        code = version.standard.language
        page = tree.files[f"docs/{edition('everyday-service', code, kind)}"].decode()
        title = version.language.labels["index"]
        assert f'<h1 id="cl--index">{title}</h1>' in closing(page)
        lines = [re.sub("<[^>]+>", "", one) for one in re.findall("<li>.*</li>", closing(page))]
        assert lines == [
            ", ".join((entry.words, *(place(version, id) for id in entry.places)))
            for entry in index(version)
        ]
        shown = of_html(page)
        assert len(shown.ids) == len(set(shown.ids))
        inside = {link[1:] for link in shown.links if link.startswith("#")}
        assert "cl--index" in inside
        assert inside <= set(shown.ids)


def test_each_place_is_linked(tree: Output) -> None:
    page = tree.files[f"docs/{edition('everyday-service', 'en', 'single')}"].decode()
    assert '<a href="#service-promise">3.1.1</a>' in closing(page)
    assert closing(page).count("<a ") == closing(page).count(", ")


def test_the_contents_on_the_web_lead_to_the_index_of_terms(tree: Output) -> None:
    home = tree.files["docs/en/index.md"].decode()
    assert re.search(r'<li><a href="terms/(index\.\w+)?">Index</a></li>', home)


def test_nobody_who_does_not_ask_gets_one() -> None:
    found = written(files("Text.\n"))
    assert not any(b"cl--index" in data for data in found.files.values())


def test_letters_and_their_order() -> None:
    names = ["Öl", "œuvre", "ohm", "zest", *(f"a{at}" for at in range(MANY))]
    known = files("Text.\n")
    known["clauses/d/standard.yml"] += b"index: true\n"
    for at, name in enumerate(names):
        entry = f"---\nid: t{at}\nkind: term\nterm: {name}\n---\n\nx\n"
        known[f"clauses/d/en/03-terms/{at:02}.md"] = entry.encode()
    made = written(known).files
    page = closing(made["docs/editions/d-en-print.html"].decode())
    assert re.findall(r"<h2[^>]*>(.)</h2>", page) == ["A", "O", "Z"]
    assert [page.index(name) for name in ("œuvre,", "ohm,", "Öl,", "zest,")] == sorted(
        page.index(name) for name in ("œuvre,", "ohm,", "Öl,", "zest,")
    )
    terms = made["docs/en/terms/index.md"].decode()
    assert terms.index(">œuvre<") < terms.index(">ohm<") < terms.index(">Öl<")
