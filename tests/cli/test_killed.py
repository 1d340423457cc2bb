"""A whole `clausier build` killed at any moment leaves each of its outputs as one good build left it."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.test_commands import clausier

ROUNDS = 50
WARM = """
import os, sys
from clausier.cli.run import run
root, rounds = sys.argv[1], int(sys.argv[2])
told, sys.stdout = sys.stdout, open(os.devnull, "w")
run(["build", "-w", root, "--out", root + "/warm"])
for _ in range(rounds):
    sys.stdin.readline()
    child = os.fork()
    if not child:
        os._exit(run(["build", "-w", root]))
    print(child, file=told, flush=True)
    os.waitpid(child, 0)
    print("ended", file=told, flush=True)
"""
"""One process that has loaded everything, so that a kill meets the build and not the imports."""


def state(build: Path) -> dict[str, str]:
    """A digest of each output: the site as a whole, and every other file."""
    site = hashlib.sha256()
    found: dict[str, str] = {}
    for file in sorted(build.rglob("*")):
        name = file.relative_to(build).as_posix()
        if not file.is_file() or name.startswith(".") or "/." in name:
            continue
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        if name.startswith("site/"):
            site.update(f"{name} {digest}".encode())
        elif not name.startswith("pages/"):
            found[name] = digest
    return found | {"site": site.hexdigest()}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_build_killed_at_any_moment(tmp_path: Path) -> None:
    root = tmp_path / "desk"
    clausier("init", str(root), cwd=tmp_path)
    clause = next((root / "clauses").rglob("04-*.md"))
    texts = [clause.read_text("utf-8"), clause.read_text("utf-8") + "\nOne more sentence.\n"]
    good = []
    for text in texts:
        clause.write_text(text, "utf-8")
        start = time.monotonic()
        assert clausier("build", cwd=root).returncode == 0
        good.append(state(root / "build"))
        took = time.monotonic() - start
    assert good[0].keys() == good[1].keys() and good[0]["site"] != good[1]["site"]
    assert killed(root, clause, texts, good, took) > ROUNDS / 2


def killed(
    root: Path, clause: Path, texts: list[str], good: list[dict[str, str]], took: float
) -> int:
    """Kill builds of two texts in turn; gives how many were killed before they ended.

    A build that has loaded everything takes about half the time that a cold one `took`.
    """
    dice, early = random.Random(11), 0
    builder = subprocess.Popen(
        [sys.executable, "-c", WARM, str(root), str(ROUNDS)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "XDG_CACHE_HOME": str(root.parent / "cache")},
    )  # fmt: skip
    assert builder.stdin is not None and builder.stdout is not None
    for number in range(ROUNDS):
        clause.write_text(texts[number % 2], "utf-8")
        builder.stdin.write("\n")
        builder.stdin.flush()
        child = int(builder.stdout.readline())
        time.sleep(dice.random() * took / 2)
        try:
            os.kill(child, signal.SIGKILL)
            early += 1
        except ProcessLookupError:
            pass
        assert builder.stdout.readline() == "ended\n"
        after = state(root / "build")
        assert after.keys() == good[0].keys()
        torn = [name for name in after if after[name] not in (good[0][name], good[1][name])]
        assert not torn, f"neither of the two good outputs: {torn}"
    builder.communicate()
    return early
