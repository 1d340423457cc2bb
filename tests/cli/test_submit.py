"""`clausier submit`: whole or untouched, refused while an error stands, named as CEN asks."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_commands import WAITING, clausier, replaced

STANDARD = "clauses/everyday-service/standard.yml"


@pytest.fixture
def workspace(tmp_path: Path, mini: Path) -> Path:
    shutil.copytree(mini, tmp_path / "mini")
    return tmp_path / "mini"


def submit(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Submit where there is no LibreOffice."""
    return clausier("submit", *words, cwd=folder, CLAUSIER_OFFICE="")


def files(folder: Path) -> dict[str, bytes]:
    root = folder / "build" / "submission"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_what_cen_asks_for_is_gathered(workspace: Path) -> None:
    done = submit(workspace)
    assert done.returncode == 0, done.stdout + done.stderr
    made = files(workspace)
    figures = {f"Figure_{number}" for number in ("1.svg", "2_a.png", "2_b.png")}
    wanted = {f"prEN_99901_({letter}).docx" for letter in "EFD"}
    wanted |= {f"figures/prEN_99901_({letter})/{name}" for letter in "EFD" for name in figures}
    assert set(made) == wanted | {"manifest.json", "still-open.txt"}
    image = workspace / "clauses/everyday-service/images/loop.svg"
    assert made["figures/prEN_99901_(E)/Figure_1.svg"] == image.read_bytes()


def test_supplementary_files_go_with_it(workspace: Path) -> None:
    folder = workspace / "clauses/everyday-service"
    (folder / "files").mkdir()
    (folder / "files" / "grid.csv").write_bytes(b"a,b\n")
    with (folder / "standard.yml").open("a", encoding="utf-8") as standard:
        standard.write("supplementary_files: [{file: files/grid.csv, obligation: informative}]\n")
    done = submit(workspace)
    assert done.returncode == 0, done.stdout + done.stderr
    assert files(workspace)["files/everyday-service/grid.csv"] == b"a,b\n"


def test_the_manifest_has_checksums_and_says_what_is_open(workspace: Path) -> None:
    done = submit(workspace)
    made = files(workspace)
    told = json.loads(made["manifest.json"])
    listed = {one["path"]: one["sha256"] for one in told["files"]}
    assert listed == {
        path: hashlib.sha256(data).hexdigest()
        for path, data in made.items()
        if path not in ("manifest.json", "still-open.txt")
    }
    assert [one["docx"] for one in told["documents"]] == [
        f"prEN_99901_({letter}).docx" for letter in "EFD"
    ]
    assert told["pdf"] is None
    assert "LibreOffice was not found: add a PDF of each Word file" in told["open"]
    assert made["still-open.txt"].decode() in done.stdout.replace("  - ", "")


def test_what_is_missing_is_listed(workspace: Path) -> None:
    replaced(workspace / STANDARD, "number: prEN 99901", "number: null")
    replaced(workspace / STANDARD, 'stage: "20.60"', 'stage: "45.99"')
    submit(workspace)
    open_ = files(workspace)["still-open.txt"].decode()
    assert "`number` is not given" in open_ and "with their decisions" in open_
    assert "everyday-service_(E).docx" in files(workspace)


def test_the_manifest_speaks_one_language(workspace: Path) -> None:
    """That of the interface, the messages within its messages too."""
    replaced(workspace / STANDARD, "number: prEN 99901", "number: null")
    replaced(workspace / STANDARD, 'stage: "20.60"', 'stage: "45.99"')
    replaced(workspace / WAITING, "A large screen", "A large screen and/or a board")
    found = []
    for language in ("en", "fr"):
        done = submit(workspace, "--ui-lang", language)
        assert done.returncode == 0, done.stdout + done.stderr
        made = files(workspace)
        told = json.loads(made["manifest.json"])["open"]
        assert made["still-open.txt"].decode().splitlines() == told
        found.append(told)
    english, french = found
    assert len(english) == len(french)
    assert any(": wording/and-or: " in one for one in english)
    for one, other in zip(english, french, strict=True):
        assert one.rpartition("/and-or")[2] != other.rpartition("/and-or")[2]
    assert "`number` n'est pas donné" in french[0]


def test_an_error_refuses_and_leaves_the_last_submission(workspace: Path) -> None:
    assert submit(workspace).returncode == 0
    before = files(workspace)
    replaced(workspace / WAITING, "@iso-99902.", "@iso-99999.")
    done = submit(workspace)
    assert done.returncode == 1
    assert "error[references/unknown-id]" in done.stdout
    assert done.stderr == "clausier: nothing was gathered: 1 error stands in the way\n"
    assert files(workspace) == before


def test_an_error_in_one_language_leaves_the_others(workspace: Path) -> None:
    replaced(workspace / WAITING, "@iso-99902.", "@iso-99999.")
    assert submit(workspace, "--lang", "fr").returncode == 0
    assert "prEN_99901_(F).docx" in files(workspace)
    assert "prEN_99901_(E).docx" not in files(workspace)


def test_a_picture_that_cannot_be_shown_refuses(workspace: Path) -> None:
    (workspace / "clauses/everyday-service/images/loop.svg").write_bytes(b"<svg")
    done = submit(workspace)
    assert done.returncode == 1 and "write/unreadable-image" in done.stdout
    assert not (workspace / "build" / "submission").exists()


def test_the_same_text_gives_the_same_bytes(workspace: Path) -> None:
    submit(workspace)
    first = files(workspace)
    (workspace / "build" / "submission" / "of-the-last-time.txt").write_bytes(b"x")
    submit(workspace)
    assert files(workspace) == first


def test_an_office_that_fails_is_told(workspace: Path) -> None:
    done = clausier("submit", "--lang", "fr", cwd=workspace, CLAUSIER_OFFICE="false")
    assert done.returncode == 0
    assert "LibreOffice made no PDF of `prEN_99901_(F).docx`: add it" in done.stdout


def test_what_is_gathered_is_what_cen_takes(workspace: Path) -> None:
    submit(workspace)
    done = clausier("check", "--strict", "--output", "build/submission", cwd=workspace)
    assert (done.returncode, done.stdout) == (0, "nothing to say; 3 files read\n")
    (workspace / "build/submission/figures/prEN_99901_(E)/Figure_1.svg").unlink()
    done = clausier("check", "--strict", "--output", "build/submission", cwd=workspace)
    assert "docx/figure-without-file" in done.stdout
