"""The tree of pages of the invented standard: whole, linked, and true to the model's words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from clausier.model.clause import Clause, Term
from clausier.model.inline import Inline
from clausier.model.prose import OBJECT, prose
from clausier.model.walk import blocks, own_inlines
from clausier.model.walk import clauses as walk
from clausier.pipeline import Compiled, compile_folder
from clausier.resolve.resolved import Version
from clausier.write import site
from clausier.write.site.ready import ready
from clausier.write.writer import Output
from tests.write.site.shown import Shown, body_of, contents, folded, lost, of_html, shown

MINI = Path(__file__).resolve().parents[2] / "corpus" / "mini"


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    return compile_folder(MINI)


@pytest.fixture(scope="module")
def tree(compiled: Compiled) -> Output:
    return site.write(compiled.resolved, compiled.diagnostics, compiled.sources, compiled.files)


@pytest.fixture(scope="module")
def pages(tree: Output) -> dict[str, Shown]:
    return {
        path.removeprefix("docs/").removesuffix(".md") + ".html": shown(data)
        for path, data in tree.files.items()
        if path.startswith("docs/") and path.endswith(".md")
    }


def test_everything_can_be_shown(tree: Output) -> None:
    assert tree.diagnostics == ()


def test_the_same_input_gives_the_same_bytes(compiled: Compiled, tree: Output) -> None:
    again = site.write(compiled.resolved, compiled.diagnostics, compiled.sources, compiled.files)
    assert again.files == tree.files
    assert list(again.files) == list(tree.files)


def test_every_kind_of_page_stands_in_each_language(pages: dict[str, Shown]) -> None:
    for language in ("en", "fr", "de"):
        for path in (
            "index", "everyday-service/waiting/index", "everyday-service/annex-grid/index",
            "principles/index", "principles/announced-waiting/index", "proposals/index",
            "proposals/announce/index", "proceedings/counter-day-2023/index",
            "proceedings/counter-day-2023/long-queue/index", "trace/index", "provisions/index",
            "terms/index", "findings/index",
        ):  # fmt: skip
            assert f"{language}/{path}.html" in pages


def test_ids_are_unique_on_each_page(pages: dict[str, Shown]) -> None:
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path


def test_every_link_leads_to_a_place(tree: Output, pages: dict[str, Shown]) -> None:
    assert lost(tree.files, pages) == []


def test_our_own_reading_is_that_of_markdown(tree: Output) -> None:
    for path, data in tree.files.items():
        if path.endswith("index.md") and path != "docs/index.md":
            made = ready(body_of(data))
            ours, theirs = of_html(made.html), shown(data)
            assert folded(ours.text) == folded(theirs.text), path
            assert ours.ids == theirs.ids, path
            assert ours.links == theirs.links, path
            assert ours.tags == theirs.tags, path
            assert [(one.level, one.id, one.name) for one in made.headings] == contents(data), path


def test_nothing_is_fetched_from_elsewhere(pages: dict[str, Shown]) -> None:
    for page in pages.values():
        assert not [source for source in page.sources if "//" in source]
        assert not page.handlers


def test_the_navigation_names_every_page(tree: Output) -> None:
    named = set(leaves(yaml.safe_load(tree.files["mkdocs.yml"])["nav"]))
    written = {
        path.removeprefix("docs/")
        for path in tree.files
        if path.endswith("index.md") and not path.endswith("/beside/index.md")
    }
    assert written == named


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)


def test_the_words_of_the_model_are_the_words_of_the_page(
    compiled: Compiled, pages: dict[str, Shown]
) -> None:
    for version in compiled.resolved.versions:
        for clause in version.clauses:
            path = f"{version.standard.language}/{version.deliverable.id}/{clause.id.value}"
            text = folded(pages[f"{path}/index.html"].text)
            for run in runs(version, clause):
                for words in said(version, run):
                    assert words in text, f"{path}: {words}"


def runs(version: Version, clause: Clause) -> Iterator[tuple[Inline, ...]]:
    """Every run of text of a clause, its subclauses and terms."""
    fixed = version.boilerplate.get(clause.id.value)
    taken = fixed.taken if fixed else ()
    for part in walk((clause,)):
        yield part.title
        found = [block for block in part.body if block.span not in taken]
        for footnote in part.footnotes:
            found += footnote.blocks
        for term in part.terms:
            yield term.definition
            found += around(term)
        for block in blocks(found):
            yield from own_inlines(block)
    for block in blocks((*fixed.before, *fixed.after) if fixed else ()):
        yield from own_inlines(block)


def around(term: Term) -> list:
    notes = [block for footnote in term.footnotes for block in footnote.blocks]
    return [*term.notes, *term.examples, *term.other, *notes]


def said(version: Version, run: tuple[Inline, ...]) -> list[str]:
    """The words of a run, in pieces where a formula or an image stands."""

    def words(inline: Inline) -> str:
        use = version.uses.get(inline.span)
        if use:
            return use.text
        return getattr(inline, "value", "") if type(inline).__name__ == "Code" else OBJECT

    plain = prose(run, lambda one: "" if type(one).__name__ in UNSEEN else words(one)).text
    return [folded(piece) for piece in plain.split(OBJECT) if piece.strip()]


UNSEEN = ("FootnoteMark", "Mark")


def test_the_card_of_a_term_says_where_its_definition_comes_from(tree: Output) -> None:
    page = tree.files["docs/en/terms/index.md"].decode()
    card = page.partition('id="cl-terms">')[2].partition("</script>")[0]
    assert "[SOURCE: " in card
    assert "href" not in card
