"""The checklist: what a person looks at, in the order of a document, of what the document has."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from clausier.cli.checklist import asked
from clausier.language.catalogue import questions
from clausier.pipeline import compile
from tests.cli.test_commands import clausier

BARE = {
    "clauses/desk/standard.yml": b"number: null\ntype: EN\nstage: '20.00'\nedition: 1\n"
    b"titles: {en: Desks}\nlanguages: [en]\nreference_language: en\n",
    "clauses/desk/en/01-scope.md": b"---\nid: scope\nkind: scope\n---\n\nThis document is.\n",
}


def test_every_question_is_asked_in_three_languages_once() -> None:
    known = questions()
    assert len({one.id for one in known}) == len(known) > 20
    for one in known:
        assert len({one.words[code] for code in ("en", "fr", "de")}) == 3
        assert all(one.words[code].endswith("?") for code in ("en", "fr", "de"))


def test_only_what_a_document_has_is_asked_about() -> None:
    ids = {one.id for one in asked(compile(BARE))["desk"]}
    assert ids & {"need"}
    assert ids.isdisjoint(
        {"series", "languages", "annex-status", "word-class", "words-in-pictures"}
    )
    part = BARE | {
        "clauses/desk/standard.yml": BARE["clauses/desk/standard.yml"].replace(
            b"number: null", b"number: EN 99901-2"
        )
    }
    assert "series" in {one.id for one in asked(compile(part))["desk"]}


def test_it_is_printed_for_people_and_for_programs(tmp_path: Path, mini: Path) -> None:
    shutil.copytree(mini, tmp_path / "mini")
    text = clausier("check", "--checklist", "--ui-lang", "fr", cwd=tmp_path / "mini")
    assert (text.returncode, text.stderr) == (0, "")
    assert "[ ] 16.5.6   La définition d'un nom est-elle nominale" in text.stdout
    done = json.loads(
        clausier("check", "--checklist", "--format", "json", cwd=tmp_path / "mini").stdout
    )
    assert [one["deliverable"] for one in done] == ["everyday-service"]
    first = done[0]["questions"][0]
    assert set(first) == {"id", "question", "source", "catalogue"}
    assert first["source"].startswith("ISO/IEC Directives, Part 2:2021, ")


@pytest.mark.parametrize("form", ["sarif", "github"])
def test_a_report_is_no_checklist(form: str, tmp_path: Path) -> None:
    (tmp_path / "clauses").mkdir()
    done = clausier("check", "--checklist", "--format", form, cwd=tmp_path)
    assert done.returncode == 2
    assert f"not `{form}`" in done.stderr
