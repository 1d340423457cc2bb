"""Outputs are whole or untouched: failures, full disks, and builds killed at any moment."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clausier.cli import output

WRITER = """
import sys
from pathlib import Path
from clausier.cli.output import beside, put_files, put_tree, write_tree
home = Path(sys.argv[1])
generation = int(sys.argv[2])
while True:
    generation += 1
    files = {f"{n % 7}/page{n}.html": f"{generation}\\n".encode() * 200 for n in range(80)}
    new = beside(home / "site")
    write_tree(new, files)
    put_tree(new, home / "site")
    put_files(home / "docx", {f"{n}.docx": f"{generation}\\n".encode() * 9000 for n in range(3)})
    if generation % 4 == 0:
        print(generation, flush=True)
"""


def generations(folder: Path, count: int) -> set[str]:
    """The generations of the files in `folder`; each file must be whole."""
    found = set()
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    files = [file for file in files if not file.name.startswith(output.PREFIX)]
    assert len(files) == count
    for file in files:
        lines = file.read_text("ascii").split("\n")
        assert len(set(lines[:-1])) == 1, f"{file} is half written"
        assert lines[-1] == ""
        assert len(lines) - 1 in (200, 9000), f"{file} is cut off"
        found.add(lines[0])
    return found


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_build_leaves_the_last_good_output(tmp_path: Path) -> None:
    dice = random.Random(7)
    last = 0
    for _ in range(60):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(last)], stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(dice.random() * 0.05)
        child.send_signal(signal.SIGKILL)
        child.communicate()
        site = generations(tmp_path / "site", 80)
        assert len(site) == 1, "files of two builds in one site"
        generations(tmp_path / "docx", 3)
        last = int(site.pop())


def test_what_a_killed_build_left_is_swept_away(tmp_path: Path) -> None:
    left = tmp_path / f"{output.PREFIX}1-site"
    left.mkdir()
    (left / "page.html").write_text("half")
    old = time.time() - output.STALE - 1
    os.utime(left, (old, old))
    output.sweep(tmp_path)
    assert not left.exists()


def test_what_was_set_aside_between_two_steps_is_brought_back(tmp_path: Path) -> None:
    aside = tmp_path / f"{output.PREFIX}last-site"
    aside.mkdir()
    (aside / "page.html").write_text("good")
    output.sweep(tmp_path)
    assert (tmp_path / "site" / "page.html").read_text() == "good"


def test_systems_that_cannot_exchange_move_in_two_steps(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(output, "_exchanged", lambda one, other: False)
    for generation in ("1", "2"):
        new = output.beside(tmp_path / "site")
        output.write_tree(new, {"a/b.html": generation.encode()})
        output.put_tree(new, tmp_path / "site")
    assert (tmp_path / "site/a/b.html").read_text() == "2"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_failed_write_keeps_every_file(tmp_path: Path, monkeypatch) -> None:
    output.put_files(tmp_path, {"a.docx": b"old", "b.docx": b"old"})
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name.endswith("b.docx"):
            raise OSError(28, "No space left on device", str(self))
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(output.OutputError) as error:
        output.put_files(tmp_path, {"a.docx": b"new", "b.docx": b"new"})
    assert "no space left" in str(error.value)
    assert (tmp_path / "a.docx").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "b.docx"]


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("I am a file")
    with pytest.raises(output.OutputError) as error:
        output.put_files(tmp_path / "build" / "docx", {"a.docx": b"new"})
    assert "cannot write" in str(error.value)
