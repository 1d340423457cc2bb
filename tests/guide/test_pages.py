"""The pages of the guide go together: anchors, links, commands, options and rules."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from clausier.cli import main
from clausier.cli.arguments import COMMANDS
from clausier.cli.faults import all_faults
from tests.guide.page import GUIDE, ROOT, codes, fences, headings, links, pages, prose, text_of

PAGES = pages()
NAMES = ("index", "editors", "format", "files", "reviewers", "secretaries", "rapporteurs", "quality",
         "engineers", "choices")  # fmt: skip
RULES = {fault.id for fault in all_faults()}
FAMILIES = {rule.partition("/")[0] for rule in RULES}


def name(page: Path) -> str:
    return f"{page.parent.name}/{page.name}"


def test_every_page_exists_in_both_languages() -> None:
    expected = {f"{language}/{one}.md" for language in ("en", "fr") for one in NAMES}
    assert {name(page) for page in PAGES} == expected


@pytest.mark.parametrize("page", NAMES)
def test_both_languages_have_the_same_anchors(page: str) -> None:
    english, french = (headings(GUIDE / language / f"{page}.md") for language in ("en", "fr"))
    assert english == french
    anchors = [anchor for _, anchor in english]
    assert all(anchors)
    assert len(set(anchors)) == len(anchors)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for path, anchor in links(page):
        if path.startswith(("http://", "https://", "mailto:")):
            continue
        target = (page.parent / path).resolve() if path else page
        assert target.is_relative_to(GUIDE)
        assert target.exists(), f"{path} in {name(page)}"
        if anchor:
            assert anchor in [known for _, known in headings(target)], f"{path}#{anchor}"


def spoken(page: Path) -> list[str]:
    """Every command line that a page names, without what follows a pipe or a comment."""
    lines = codes(prose(page))
    lines += [line for fence in fences(page) for line in fence.splitlines()]
    found = [re.search(r"(?:^|[\s$])clausier( [a-z].*|$)", line) for line in lines]
    return [re.split(r"[|>;]|&&|  #", match[1])[0] for match in found if match and match[1]]


@cache
def options_of(command: str) -> frozenset[str]:
    import contextlib
    import io

    out = io.StringIO()
    with contextlib.redirect_stdout(out), pytest.raises(SystemExit):
        main([command, "--help", "--ui-lang", "en"])
    return frozenset(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", out.getvalue()))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_and_option_exists(page: Path) -> None:
    for line in spoken(page):
        command, *rest = line.split()
        assert command in COMMANDS, f"clausier{line}"
        asked = {word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word)}
        assert not asked - options_of(command), f"clausier{line}"


def test_every_command_is_explained() -> None:
    for language in ("en", "fr"):
        said = [
            line.split()[0] for page in (GUIDE / language).glob("*.md") for line in spoken(page)
        ]
        assert set(COMMANDS) <= set(said)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_rule_exists(page: Path) -> None:
    named = [code for code in codes(prose(page)) if re.fullmatch(r"[a-z-]+/[a-z-]+", code)]
    wrong = [one for one in named if one.partition("/")[0] in FAMILIES and one not in RULES]
    assert not wrong


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_prose_is_wrapped(page: Path) -> None:
    lines = [line for line in prose(page).splitlines() if not line.startswith(("|", "<!--", "#"))]
    assert not [line for line in lines if len(line) > 100]


@pytest.mark.parametrize("page", [one for one in PAGES if one.parent.name == "fr"], ids=name)
def test_french_is_set_as_french_is(page: Path) -> None:
    bare = re.sub(r"`[^`]+`", "", re.sub(r"<!--.*?-->", "", prose(page)))
    bare = re.sub(r"^\|[-:| ]+\|$|^:   ", "", bare, flags=re.MULTILINE)
    assert not re.findall(r".{12} [:;!?»]|« ", re.sub(r"!!!", "", bare))
    assert "’" not in bare


def test_the_guide_is_no_larger_than_what_is_read() -> None:
    assert all(len(text_of(page).split()) < 6000 for page in PAGES)
    assert (ROOT / "docs" / "index.md").is_file()
