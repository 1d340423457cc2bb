"""`check --fix` and `--diff` from outside: what is written, what is said, what is left alone."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from clausier.cli import output
from tests.cli.test_commands import clausier

PAGE = "clauses/everyday-service/en/04-waiting.md"
FAULTY = "\nThe queue shall be 3.5 m or 2 sec long, straight and/or short.\n"
MENDED = "\nThe queue shall be 3,5\u00a0m or 2\u00a0s long, straight or short, or both.\n"


@pytest.fixture
def workspace(tmp_path: Path, mini: Path) -> Path:
    shutil.copytree(mini, tmp_path / "mini")
    return tmp_path / "mini"


def spoilt(workspace: Path, add: str = FAULTY) -> bytes:
    """Add a paragraph full of faults to a page; gives its bytes."""
    file = workspace / PAGE
    file.write_bytes(file.read_bytes() + add.encode())
    return file.read_bytes()


def everything(workspace: Path) -> dict[str, bytes]:
    files = (file for file in workspace.rglob("*") if ".cache" not in file.parts and file.is_file())
    return {file.relative_to(workspace).as_posix(): file.read_bytes() for file in files}


def test_fix_writes_what_can_be_mended_and_nothing_else(workspace: Path) -> None:
    before = everything(workspace)
    spoilt(workspace)
    done = clausier("check", "--fix", cwd=workspace)
    assert done.stdout.endswith(" findings mended in 1 file\n"), done.stdout + done.stderr
    kept = before[PAGE].decode()
    assert everything(workspace) == before | {PAGE: (kept + MENDED).encode()}
    again = clausier("check", "--fix", cwd=workspace)
    assert again.stdout.endswith("nothing was mended\n")


def test_a_check_tells_what_fix_would_mend(workspace: Path) -> None:
    spoilt(workspace)
    assert "`clausier check --fix` mends " in clausier("check", cwd=workspace).stdout


def test_diff_shows_it_and_writes_nothing(workspace: Path) -> None:
    clean = clausier("check", "--diff", cwd=workspace)
    assert (clean.returncode, clean.stdout) == (0, "")
    spoilt(workspace)
    before = everything(workspace)
    for words in (("--diff",), ("--fix", "--diff")):
        done = clausier("check", *words, cwd=workspace)
        assert done.returncode == 1
        assert f"--- {PAGE}\n+++ {PAGE}\n" in done.stdout
        assert f"-{FAULTY[1:]}+{MENDED[1:]}" in done.stdout
        assert everything(workspace) == before


@pytest.mark.skipif(shutil.which("patch") is None, reason="there is no `patch`")
@pytest.mark.parametrize("add", [FAULTY, FAULTY.replace("\n", "\r\n"), FAULTY.rstrip("\n")])
def test_patch_takes_the_diff(workspace: Path, add: str) -> None:
    spoilt(workspace, add)
    done = subprocess.run(
        [sys.executable, "-m", "clausier", "check", "--diff"],
        cwd=workspace, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    subprocess.run(["patch", "-p0", "--binary"], input=done.stdout, cwd=workspace, check=True)
    patched = everything(workspace)
    clausier("check", "--fix", cwd=workspace)
    assert everything(workspace) == patched


def test_line_ends_a_mark_and_permissions_stay(workspace: Path) -> None:
    file = workspace / PAGE
    before = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before + FAULTY.replace("\n", "\r\n").encode())
    file.chmod(0o640)
    clausier("check", "--fix", cwd=workspace)
    assert file.read_bytes() == before + MENDED.replace("\n", "\r\n").encode()
    assert sys.platform == "win32" or stat.S_IMODE(file.stat().st_mode) == 0o640


def test_selection_language_place_and_exceptions_are_respected(workspace: Path) -> None:
    before = spoilt(workspace)
    for words in (
        ("--ignore", "numbers,units,wording,typography"),
        ("--lang", "fr"),
        ("clauses/everyday-service/fr",),
        ("--select", "verbs"),
    ):
        clausier("check", "--fix", *words, cwd=workspace)
        assert (workspace / PAGE).read_bytes() == before, words
    clausier("check", "--fix", "--select", "wording/and-or", cwd=workspace)
    assert "straight or short, or both" in (workspace / PAGE).read_text("utf-8")
    allowed = (
        "\n<!-- allow numbers/decimal-point: the maker prints it -->\nIt is 3.5\u00a0m long.\n"
    )
    (workspace / PAGE).write_bytes(before.replace(b"3.5 m", b"3,5 m"))
    before = spoilt(workspace, allowed)
    clausier("check", "--fix", "--select", "numbers", cwd=workspace)
    assert (workspace / PAGE).read_bytes() == before


def test_an_unfinished_merge_is_left_with_a_sentence(workspace: Path) -> None:
    before = spoilt(workspace, f"{FAULTY}\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n")
    done = clausier("check", "--fix", cwd=workspace)
    assert (workspace / PAGE).read_bytes() == before
    assert f"`{PAGE}` is left as it is: it holds marks of a merge" in done.stderr


def test_a_report_for_programs_stays_one(workspace: Path) -> None:
    spoilt(workspace)
    done = clausier("check", "--fix", "--format", "json", cwd=workspace)
    assert set(json.loads(done.stdout)) == {"diagnostics", "summary"}
    assert done.stderr.endswith(" findings mended in 1 file\n")


def test_a_file_that_may_not_be_written_is_told(workspace: Path, monkeypatch) -> None:
    files = {"one": b"1", "two": b"2"}
    for name in files:
        (workspace / name).write_bytes(b"0")
    refused = workspace / "two"
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != refused and allowed(path, mode))
    with pytest.raises(output.OutputError):
        output.exchange(workspace, dict.fromkeys(files, b"0"), files)
    assert (workspace / "one").read_bytes() == b"0"
    assert not list(workspace.glob(f"{output.PREFIX}*"))


def test_what_changed_meanwhile_is_left(workspace: Path) -> None:
    (workspace / "one").write_bytes(b"mine")
    (workspace / "two").write_bytes(b"0")
    before, after = {"one": b"0", "two": b"0"}, {"one": b"1", "two": b"2"}
    assert output.exchange(workspace, before, after) == ["one"]
    assert [(workspace / name).read_bytes() for name in after] == [b"mine", b"2"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(workspace: Path) -> None:
    file = workspace / PAGE
    file.rename(file.with_name("kept.txt"))
    file.symlink_to("kept.txt")
    before = spoilt(workspace)
    clausier("check", "--fix", cwd=workspace)
    assert file.is_symlink()
    assert file.read_bytes() != before
