"""What the guide shows is true: every example is compiled, every statement on it compared."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from clausier.cli import as_text
from clausier.cli.report import Report
from clausier.cli.voice import Voice
from clausier.pipeline import Compiled, compile
from clausier.resolve.resolved import Version
from clausier.source.diagnostic import Severity
from clausier.write.site.clause import page as clause_page
from clausier.write.site.pages import site_of
from tests.guide.page import GUIDE, LANGUAGES, Example, examples, pages

FOLDER = "clauses/everyday-service"
FRONT = "---\nid: example\nkind: clause\ntitle: Example\n---\n\n"
USES = "---\nid: uses\nkind: clause\ntitle: Uses\n---\n\nSee {0}.\n"
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
SPACES = str.maketrans("\u00a0\u202f", "  ")

COMPILED = ("body", "term", "file")
ALL = [example for page in pages() for example in examples(page)]
TEXTS = [example for example in ALL if example.kind in COMPILED and example.page.stem != "files"]


@cache
def workspace(language: str) -> dict[str, str]:
    """The files that the page on files shows: one small standard in one language."""
    shown = examples(GUIDE / language / "files.md")
    return {one.argument: f"{one.text}\n" for one in shown if one.kind == "file"}


def files_of(example: Example) -> dict[str, str]:
    """The workspace with the example in it, and a clause that refers to all that has an id."""
    files = dict(workspace(example.language))
    folder = f"{FOLDER}/{example.language}"
    if example.kind == "file":
        return files | {example.argument: f"{example.text}\n"}
    if example.kind == "term":
        if example.argument == "with the last":
            files = files_of(before(example))
        return files | {f"{folder}/03-terms/30-example.md": f"{example.text}\n"}
    body = re.sub(r"^(`{3,}).*?^\1$", "", example.text, flags=re.MULTILINE | re.DOTALL)
    ids = re.findall(r"\{#([a-z0-9-]+)", re.sub(r"`[^`\n]+`", "", body))
    made = {f"{folder}/05-example.md": f"{FRONT}{example.text}\n"}
    if ids:
        named = ", ".join(f"@{id}" for id in dict.fromkeys(ids))
        made[f"{folder}/06-uses.md"] = USES.format(named)
    return files | made


def before(example: Example) -> Example:
    shown = examples(example.page)
    return shown[shown.index(example) - 1]


def compiled(files: dict[str, str]) -> Compiled:
    """The workspace of some texts, with a picture wherever one is shown."""
    shown = {
        path for text in files.values() for path in re.findall(r"\]\((images/[^)\s]+)\)", text)
    }
    pictures = {f"{FOLDER}/{path}": PICTURE for path in sorted(shown)}
    return compile({path: text.encode() for path, text in files.items()} | pictures)


PART = "structure/only-subclause"
"""What an example may break, since it shows a part of a clause."""


def errors(result: Compiled) -> list[str]:
    return [
        f"{one.span.path} {one.rule}: {one.message}"
        for one in result.diagnostics
        if one.severity is Severity.ERROR and one.rule != PART
    ]


def printed(result: Compiled, path: str) -> str:
    """The words of the page on which the clause or term of a file stands."""
    version = next(v for v in result.resolved.versions if f"/{v.standard.language}/" in path)
    root = next(
        clause
        for clause in version.clauses
        if clause.span.path == path or any(term.span.path == path for term in clause.terms)
    )
    site = site_of(result.resolved, result.diagnostics, result.sources, result.files)
    return words(clause_page(site, version, root).body)


def words(page: str) -> str:
    """The words of a page without its markup, with folded white space."""
    text = re.sub(r"<script\b.*?</script>", " ", page, flags=re.DOTALL)
    text = re.sub(r"</?(?:p|div|li|td|th|dt|dd|tr|figcaption|caption|h\d)\b[^>]*>", " ", text)
    text = re.sub(r"^#+ |\{ #[^}]*\}", " ", re.sub(r"<[^>]+>", "", text), flags=re.MULTILINE)
    text = unescape(text).replace("\\", "")
    return " ".join(text.translate(SPACES).split())


def path_of(example: Example) -> str:
    folder = f"{FOLDER}/{example.language}"
    made = {"body": f"{folder}/05-example.md", "term": f"{folder}/03-terms/30-example.md"}
    return made.get(example.kind, example.argument)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_of_the_page_on_files_are_one_clean_workspace(language: str) -> None:
    assert errors(compiled(workspace(language))) == []


@pytest.mark.parametrize("example", TEXTS, ids=lambda example: example.name)
def test_an_example_is_as_it_is_said_to_be(example: Example) -> None:
    result = compiled(files_of(example))
    found = {one.rule for one in result.diagnostics if one.span.path == path_of(example)}
    if example.reports:
        assert set(example.reports) <= found
    else:
        assert errors(result) == []
        assert not {rule for rule in found if rule.startswith(("read/", "schema/"))}
    if example.becomes:
        shown = printed(result, path_of(example))
        missing = [text for text in example.becomes if text.translate(SPACES) not in shown]
        assert not missing, shown


@pytest.mark.parametrize("example", [e for e in ALL if e.page.stem == "files" and e.becomes],
                         ids=lambda example: example.name)  # fmt: skip
def test_a_file_becomes_what_is_said(example: Example) -> None:
    shown = printed(compiled(workspace(example.language)), example.argument)
    assert not [text for text in example.becomes if text.translate(SPACES) not in shown], shown


def test_both_languages_show_the_same_examples() -> None:
    for page in sorted((GUIDE / "en").glob("*.md")):
        english = Counter((one.kind, one.reports) for one in examples(page))
        french = Counter((one.kind, one.reports) for one in examples(GUIDE / "fr" / page.name))
        assert english == french, page.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_derived_is_derived(language: str) -> None:
    """Clause 2, the Bibliography and the lead-ins, as the page on files says."""
    version: Version = compiled(workspace(language)).resolved.versions[0]
    assert [one.document.id for one in version.normative] == ["iso-99902"]
    assert [one.document.id for one in version.bibliography] == [
        "iso-10002", "iso-99903", "heskett-1994",
    ]  # fmt: skip
    assert version.boilerplate["terms"].before
    assert version.boilerplate["foreword"].before


@pytest.mark.parametrize("example", [e for e in ALL if e.kind == "message"], ids=lambda e: e.name)
def test_a_message_is_what_check_says(example: Example) -> None:
    wrong = before(example)
    result = compiled(files_of(wrong))
    found = tuple(one for one in result.diagnostics if one.span.path == path_of(wrong))
    voice = Voice(example.language, False, sys.stdout, sys.stderr, False)
    shown = as_text.printed(Report(found, result.sources), voice)
    assert example.text in shown


@pytest.mark.parametrize("example", [e for e in ALL if e.kind == "json"], ids=lambda e: e.name)
def test_json_has_the_keys_that_are_shown(
    example: Example, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from clausier.cli import main

    words = example.argument.split()
    if words[0] in ("check", "trace"):
        wrong = f"{FOLDER}/{example.language}/05-wrong.md"
        files = workspace(example.language) | {wrong: f"{FRONT}See @waitng.\n"}
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        words = [*words, str(tmp_path)] if words[0] == "check" else [*words, "-w", str(tmp_path)]
    main([*words, "--ui-lang", example.language])
    shown, real = json.loads(example.text), json.loads(capsys.readouterr().out)
    assert shape(shown) == shape(real)
    if words[0] == "rules":
        assert shown[0] in real
    elif words[0] == "check":
        assert shown["diagnostics"][0] in real["diagnostics"]


def test_a_mark_settles_what_a_provision_is() -> None:
    marked = [one for one in ALL if one.kind == "body" and "{provision=" in one.text]
    assert [one.language for one in marked] == ["en", "fr"]
    for example in marked:
        version = compiled(files_of(example)).resolved.versions[0]
        found = [one.type for one in version.provisions if one.span.path == path_of(example)]
        assert found == ["external", "permission"]


def test_provisions_have_the_keys_that_are_shown() -> None:
    from clausier.write.provisions import records

    for example in (one for one in ALL if one.kind == "provisions"):
        result = compiled(workspace(example.language))
        shown = json.loads(example.text)
        real = records(result.resolved.versions[0], result.sources)
        assert shown == next(one for one in real if one["id"] == shown["id"])


def shape(value: object) -> object:
    """The keys of a value, of the first item of each list."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value and isinstance(value[0], dict) else []
    return None


@pytest.mark.parametrize("example", [e for e in ALL if e.kind == "python"], ids=lambda e: e.name)
def test_python_runs(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    for path, text in workspace(example.language).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    exec(example.text, {})
    assert capsys.readouterr().out
