"""The command line from outside: what it prints, what it leaves, how it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

SARIF_SCHEMA = (
    Path(__file__).parents[1]
    / "browser/node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json"
)


def clausier(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would, without colours and in English unless told."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    home = {"LANG": "C.UTF-8", "XDG_CACHE_HOME": str(cwd / ".cache"), "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "clausier", *words],
        cwd=cwd, capture_output=True, text=True, encoding="utf-8", env={**kept, **home, **environment},
    )  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path, mini: Path) -> Path:
    shutil.copytree(mini, tmp_path / "mini")
    return tmp_path / "mini"


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


WAITING = "clauses/everyday-service/en/04-waiting.md"


def test_check_of_a_clean_workspace_is_quiet_and_ends_with_0(workspace: Path) -> None:
    done = clausier("check", "--select", "references,ids,principles,schema,read", cwd=workspace)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "error" not in done.stdout


def test_check_shows_the_line_with_carets_under_the_word(workspace: Path) -> None:
    replaced(workspace / WAITING, "@annex-calculation and", "@anex-calculation and")
    done = clausier("check", cwd=workspace)
    assert done.returncode == 1
    head, place, line, carets, *rest = done.stdout.split("error[references/unknown-id]")[
        1
    ].splitlines()
    assert re.fullmatch(r"  --> clauses/everyday-service/en/04-waiting.md:\d+:\d+", place)
    start = line.index("anex-calculation")
    assert carets[start : start + 4] == "^^^^"
    assert "did you mean `annex-calculation`" in " ".join([head, *rest])


def test_a_stage_stands_in_for_that_of_the_deliverable_in_every_rule(workspace: Path) -> None:
    words = ("check", "--select", "foreword/no-dates")
    assert "foreword/no-dates" not in clausier(*words, cwd=workspace).stdout
    assert "foreword/no-dates" in clausier(*words, "--stage", "60.60", cwd=workspace).stdout


def test_json_has_the_keys_of_the_contract(workspace: Path) -> None:
    replaced(workspace / WAITING, "@iso-99902.", "@iso-99999.")
    done = clausier("check", "--format", "json", cwd=workspace)
    report = json.loads(done.stdout)
    assert set(report) == {"diagnostics", "summary"}
    assert set(report["summary"]) == {"errors", "warnings", "infos"}
    unknown = [one for one in report["diagnostics"] if one["rule"] == "references/unknown-id"]
    assert len(unknown) == 1
    assert set(unknown[0]) == {
        "rule", "severity", "message", "help", "source", "path", "line", "column",
        "end_line", "end_column", "language",
    }  # fmt: skip
    one = unknown[0]
    text = (workspace / one["path"]).read_text("utf-8").split("\n")[one["line"] - 1]
    assert "iso-99999" in text[one["column"] - 1 : one["end_column"] - 1]
    assert one["language"] == "en"


def test_github_commands_are_one_line_each(workspace: Path) -> None:
    replaced(workspace / WAITING, "@iso-99902.", "@iso-99999.")
    done = clausier("check", "--format", "github", cwd=workspace)
    lines = done.stdout.splitlines()
    assert lines
    for line in lines:
        assert re.match(r"::(error|warning|notice) file=[^,]+,line=\d+,", line)


@pytest.mark.skipif(
    not SARIF_SCHEMA.exists(),
    reason="npm install --prefix tests/browser brings the schema, on Linux",
)
def test_sarif_is_valid(workspace: Path) -> None:
    (workspace / "clauses/everyday-service/en/04-waiting.md").write_text(
        "---\nid: waiting\n", "utf-8"
    )
    schema = json.loads(SARIF_SCHEMA.read_text("utf-8-sig"))
    for language in ("en", "fr"):
        done = clausier("check", "--format", "sarif", cwd=workspace, LANG=language)
        report = json.loads(done.stdout)
        assert report["runs"][0]["results"]
        assert not [error.message for error in Draft202012Validator(schema).iter_errors(report)]


def test_sarif_has_what_readers_ask_for(workspace: Path) -> None:
    replaced(workspace / WAITING, "@iso-99902.", "@iso-99999.")
    done = clausier("check", "--format", "sarif", cwd=workspace)
    log = json.loads(done.stdout)
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1 and region["endColumn"] >= 1


def test_check_of_one_file_speaks_of_that_file_only(workspace: Path) -> None:
    replaced(workspace / WAITING, "@iso-99902.", "@iso-99999.")
    other = "clauses/everyday-service/en/A-calculation.md"
    assert clausier("check", other, cwd=workspace).returncode == 0
    assert clausier("check", WAITING, cwd=workspace).returncode == 1
    words = ("check", "--lang", "fr", "--select", "references")
    assert clausier(*words, cwd=workspace).returncode == 0


def test_strict_lets_a_warning_fail(workspace: Path) -> None:
    replaced(workspace / WAITING, "## Announcement {#announcement}", "## Announcement")
    words = ("check", "--select", "read/heading-without-id")
    assert clausier(*words, cwd=workspace).returncode == 0
    assert clausier(*words, "--strict", cwd=workspace).returncode == 1


def test_messages_are_french_when_asked_for(workspace: Path) -> None:
    replaced(workspace / WAITING, "@iso-99902.", "@iso-99999.")
    for done in (
        clausier("check", "--ui-lang", "fr", cwd=workspace),
        clausier("check", cwd=workspace, LANG="fr_FR.UTF-8"),
    ):
        assert "erreur[references/unknown-id]" in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("chek",), "did you mean `check`"),
        (("check", "nowhere"), "there is no file or folder `nowhere`"),
        (("explain", "references/unknwon-id"), "did you mean `references/unknown-id`"),
        (("check", "--select", "referencse/unknown-id"), "did you mean"),
        (("show", "mkdocs.yml"), "no file"),
        (("build", "docx", "--lang", "xx"), "no language version `xx`"),
        (("build", "docs"), "unknown word"),
        (("new", "proposal", "Title"), "--principle"),
        (("new", "clause", "???"), "name one with `--id`"),
    ],
)
def test_a_mistake_is_one_line_and_ends_with_2(
    workspace: Path, words: tuple[str, ...], told: str
) -> None:
    done = clausier(*words, cwd=workspace)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_explain_and_rules_know_every_rule(workspace: Path) -> None:
    rules = json.loads(clausier("rules", "--format", "json", cwd=workspace).stdout)
    keys = {"id", "severity", "from_stage", "languages", "source", "catalogue", "fixable", "title"}
    assert all(set(rule) == keys for rule in rules)
    page = clausier("explain", rules[0]["id"], cwd=workspace)
    assert page.returncode == 0 and rules[0]["title"] in page.stdout
    assert "schema/unknown-key" in {rule["id"] for rule in rules}


def test_trace_is_printed_as_text_json_and_csv(workspace: Path) -> None:
    found = json.loads(clausier("trace", "--format", "json", cwd=workspace).stdout)
    principle = found[0]["principles"][0]
    assert principle["principle"] == "announced-waiting"
    assert principle["state"] == {"en": "carried", "fr": "carried", "de": "carried"}
    assert principle["proposals"][0]["decision"] == "accepted"
    table = list(
        csv.DictReader(io.StringIO(clausier("trace", "--format", "csv", cwd=workspace).stdout))
    )
    assert {"principle", "clause", "state"} <= set(table[0])
    assert "announced-waiting" in clausier("trace", cwd=workspace).stdout


@pytest.mark.parametrize(
    "view", ["blocks", "model", "numbers", "references", "provisions", "trace"]
)
def test_every_view_of_a_file_can_be_shown(workspace: Path, view: str) -> None:
    for form in ("text", "json"):
        done = clausier("show", WAITING, "--as", view, "--format", form, cwd=workspace)
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()
    assert json.loads(done.stdout)


def test_provisions_are_shown_with_the_keys_of_the_contract(workspace: Path) -> None:
    done = clausier("show", WAITING, "--as", "provisions", "--format", "json", cwd=workspace)
    found = {one["id"]: one for one in json.loads(done.stdout)}
    one = found["req-announce"]
    assert one["type"] == "requirement" and one["verb"] == "shall"
    assert one["clause"] == {"id": "announcement", "number": "4.1", "title": "Announcement"}
    assert one["principles"] == ["announced-waiting"] and one["language"] == "en"
    assert {"text", "path", "line", "column"} <= set(one)


def test_init_gives_a_workspace_that_checks_clean_and_takes_new_things(tmp_path: Path) -> None:
    done = clausier("init", "Frist-Day 2", "--lang", "en,fr,de", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    home = tmp_path / "Frist-Day 2"
    strict = clausier("check", "--strict", cwd=home)
    assert strict.returncode == 0, strict.stdout
    for words in (
        ("clause", "A: \"quoted\" title"), ("annex", "Measures"), ("term", "answer"),
        ("principle", "Ça va bien"), ("session", "Second session"),
        ("proposal", "More", "--principle", "heard-first"),
    ):  # fmt: skip
        made = clausier("new", *words, cwd=home)
        assert made.returncode == 0, made.stderr
        assert made.stdout.startswith("made ")
        again = clausier("new", *words, cwd=home)
        assert again.returncode == 2, "a second one must not overwrite the first"
    report = json.loads(clausier("check", "--format", "json", cwd=home).stdout)
    schema = [one for one in report["diagnostics"] if one["rule"].startswith(("schema/", "read/"))]
    assert not schema


def test_init_touches_nothing_that_exists(tmp_path: Path) -> None:
    home = tmp_path / "mine"
    (home / "docs").mkdir(parents=True)
    (home / "docs" / "index.md").write_text("my own words", "utf-8")
    done = clausier("init", "mine", cwd=tmp_path)
    assert done.returncode == 2 and "exists already" in done.stderr
    assert (home / "docs" / "index.md").read_text("utf-8") == "my own words"
    assert not (home / "clauses").exists()


def test_review_records_and_a_changed_principle_is_suspect(workspace: Path) -> None:
    first = clausier("review", cwd=workspace)
    assert first.returncode == 0, first.stderr
    lock = workspace / "clauses/everyday-service/trace.lock"
    assert "announced-waiting" in lock.read_text("utf-8")
    principle = workspace / "docs/principles/en/announced-waiting.md"
    replaced(principle, "how long it lasts", "how long it will last")
    report = json.loads(clausier("check", "--format", "json", "--lang", "en", cwd=workspace).stdout)
    suspect = [one for one in report["diagnostics"] if one["rule"] == "trace/suspect-link"]
    assert {one["path"].rpartition("/")[2] for one in suspect} == {
        "04-waiting.md",
        "A-calculation.md",
    }
    shown = clausier("review", "--show", cwd=workspace)
    assert "lasts" in shown.stdout and "will last" in shown.stdout
    one = clausier("review", "waiting", cwd=workspace)
    assert one.returncode == 0, one.stderr
    report = json.loads(clausier("check", "--format", "json", "--lang", "en", cwd=workspace).stdout)
    suspect = [one for one in report["diagnostics"] if one["rule"] == "trace/suspect-link"]
    assert {one["path"].rpartition("/")[2] for one in suspect} == {"A-calculation.md"}


def test_builds_of_data_are_the_same_twice(workspace: Path) -> None:
    seen = []
    for out in ("one", "two"):
        for what in ("trace", "provisions", "docx"):
            done = clausier(
                "build", what, "--out", out, cwd=workspace, PYTHONHASHSEED=str(len(out))
            )
            assert done.returncode == 0, done.stderr
        files = sorted(path for path in (workspace / out).rglob("*") if path.is_file())
        seen.append({path.relative_to(workspace / out): path.read_bytes() for path in files})
    assert seen[0] == seen[1]
    names = {path.as_posix() for path in seen[0]}
    assert {
        "trace/everyday-service.json", "trace/everyday-service.csv", "trace/everyday-service.html",
        "provisions/everyday-service.json", "provisions/everyday-service.csv",
        "provisions/everyday-service.jsonld",
    } <= names  # fmt: skip


def test_a_changed_file_is_read_again_and_the_memory_tells_the_same(workspace: Path) -> None:
    cold = clausier("check", "--format", "json", "--no-cache", cwd=workspace).stdout
    assert clausier("check", "--format", "json", cwd=workspace).stdout == cold
    assert clausier("check", "--format", "json", cwd=workspace).stdout == cold
    replaced(workspace / WAITING, "@iso-99902.", "@iso-99999.")
    fresh = clausier("check", "--format", "json", "--no-cache", cwd=workspace).stdout
    assert fresh != cold
    assert clausier("check", "--format", "json", cwd=workspace).stdout == fresh


def test_a_broken_memory_is_no_failure(workspace: Path) -> None:
    first = clausier("check", "--format", "json", cwd=workspace).stdout
    for file in (workspace / ".cache").rglob("*.pickle"):
        file.write_bytes(b"not a pickle")
    assert clausier("check", "--format", "json", cwd=workspace).stdout == first


def test_help_and_version_end_with_0(tmp_path: Path) -> None:
    assert "clausier" in clausier("--version", cwd=tmp_path).stdout
    english, french = (
        clausier("--help", cwd=tmp_path),
        clausier("--ui-lang", "fr", "--help", cwd=tmp_path),
    )
    assert english.returncode == french.returncode == 0
    assert english.stdout != french.stdout
