"""The words behind the text, from principles to provisions, are the words of their pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from clausier.cli.site_pages import site_pages
from clausier.language.interface import interface
from clausier.model.block import Block, Footnote
from clausier.model.inline import Inline
from clausier.model.prose import OBJECT, prose
from clausier.model.walk import blocks, own_inlines
from clausier.model.workspace import Principle, Proposal, Session
from clausier.pipeline import Compiled, compile_folder
from tests.write.site.shown import folded, shown

ROOT = Path(__file__).resolve().parents[3]
WORKSPACES = (ROOT, ROOT / "tests/corpus/mini", ROOT / "tests/corpus/hard")
SIGN = re.compile(
    r"^`{3,}.*|\]\([^)]*\)|<[^>]*>|\{[^}]*\}|[*`#>|\[\]\\]|^\s*(?:[-+]|\d+\.)\s", re.MULTILINE
)


@pytest.fixture(scope="module", params=WORKSPACES, ids=lambda root: root.name)
def compiled(request: pytest.FixtureRequest) -> Compiled:
    return compile_folder(request.param)


@pytest.fixture(scope="module")
def pages(compiled: Compiled) -> dict[str, str]:
    """The words of each page by its folder."""
    tree = site_pages(compiled)
    return {
        path.removeprefix("docs/").removesuffix("/index.md"): folded(shown(data).text)
        for path, data in tree.files.items()
        if path.endswith("/index.md")
    }


def written(
    compiled: Compiled, found: Iterable[Block], footnotes: Iterable[Footnote]
) -> Iterator[str]:
    """The words of a text behind the standard, in pieces where something else stands."""
    every = [*found, *(block for footnote in footnotes for block in footnote.blocks)]
    for block in blocks(every):
        for run in own_inlines(block):
            yield from pieces(compiled, run)


def pieces(compiled: Compiled, run: Iterable[Inline]) -> Iterator[str]:
    def read(inline: Inline) -> str:
        use = compiled.resolved.uses.get(inline.span)
        if type(inline).__name__ in ("FootnoteMark", "Mark"):
            return ""
        return use.text if use else getattr(inline, "value", OBJECT)

    yield from (folded(one) for one in prose(run, read).text.split(OBJECT) if one.strip())


def of_principle(compiled: Compiled, one: Principle) -> Iterator[str]:
    yield one.title.value
    yield from written(compiled, [one.statement] if one.statement else [], ())
    yield from written(compiled, one.rationale, one.footnotes)


def of_session(compiled: Compiled, one: Session) -> Iterator[str]:
    yield one.title.value
    for voice in one.contributions:
        known = interface(one.language)
        yield known.get(f"role-{voice.role}", voice.role)
        yield from filter(None, (voice.title, voice.speaker, voice.organization))
    yield from written(compiled, one.body, one.footnotes)


def of_proposal(compiled: Compiled, one: Proposal) -> Iterator[str]:
    yield from filter(None, (one.submitted, one.decided, one.by))
    yield from written(compiled, one.body, one.footnotes)


def test_no_word_of_a_principle_is_lost(compiled: Compiled, pages: dict[str, str]) -> None:
    for one in compiled.resolved.workspace.principles:
        page = pages[f"{one.language}/principles/{one.id.value}"]
        for words in of_principle(compiled, one):
            assert folded(words) in page, one.span.path


def test_no_word_of_a_session_is_lost(compiled: Compiled, pages: dict[str, str]) -> None:
    for seminar in compiled.resolved.workspace.seminars:
        for one in seminar.sessions:
            page = pages[f"{one.language}/proceedings/{one.key}"]
            for words in of_session(compiled, one):
                assert folded(words) in page, one.span.path
            programme = pages[f"{one.language}/proceedings/{seminar.id}"]
            assert folded(one.title.value) in programme


def test_no_word_of_a_proposal_is_lost(compiled: Compiled, pages: dict[str, str]) -> None:
    for one in compiled.resolved.workspace.proposals:
        for code, title in one.titles.items():
            page = pages.get(f"{code}/proposals/{one.id.value}")
            assert page is None or folded(title) in page
            assert page is None or interface(code)[f"decision-{one.decision}"] in page
        shown_in = pages[f"{one.language}/proposals/{one.id.value}"]
        for words in of_proposal(compiled, one):
            assert folded(words) in shown_in, one.span.path


def test_every_provision_and_every_term_is_listed(
    compiled: Compiled, pages: dict[str, str]
) -> None:
    for version in compiled.resolved.versions:
        code = version.standard.language
        for provision in version.provisions:
            assert folded(provision.text) in pages[f"{code}/provisions"], provision.id
        for clause in version.clauses:
            for term in clause.terms:
                assert folded(term.preferred.value) in pages[f"{code}/terms"]


def test_every_finding_is_listed_in_the_words_of_the_report(
    compiled: Compiled, pages: dict[str, str]
) -> None:
    for one in compiled.diagnostics:
        assert folded(str(one.message)).replace("`", "") in pages["en/findings"]


def test_no_word_of_the_guide_is_lost(compiled: Compiled, pages: dict[str, str]) -> None:
    for path, data in compiled.files.items():
        if path.startswith("docs/guide/") and path.endswith(".md"):
            folder = path.removeprefix("docs/guide/").removesuffix(".md")
            code, _, name = folder.partition("/")
            page = pages[f"{code}/guide" if name == "index" else f"{code}/guide/{name}"]
            words = re.findall(r"\w+", SIGN.sub(" ", data.decode()))
            assert set(words) <= set(re.findall(r"\w+", page)), path
