"""The same text makes the same Word files: on another day, elsewhere, under other settings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import hashlib, sys, time
from pathlib import Path
shift, real = float(sys.argv[2]), time.time
time.time = lambda: real() + shift
local = time.localtime
time.localtime = lambda at=None: local(time.time() if at is None else at)
from clausier.pipeline import compile_folder
from clausier.write import docx
made = compile_folder(Path(sys.argv[1]))
for name, data in sorted(docx.write(made.resolved, made.files).files.items()):
    print(name.encode("unicode_escape").decode(), hashlib.sha256(data).hexdigest())
"""


def built(folder: Path, days: int = 0, **settings: str) -> str:
    """The names of the Word files of a workspace with their checksums, made in a process anew."""
    command = [sys.executable, "-c", SCRIPT, str(folder), str(days * 86_400)]
    found = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, **settings}
    )
    return found.stdout


@pytest.mark.parametrize(
    "settings",
    [{"PYTHONHASHSEED": "1"}, {"TZ": "Asia/Tokyo"}, {"LC_ALL": "C"}, {"LANG": "de_DE.UTF-8"}],
    ids=lambda settings: next(iter(settings)),
)
def test_the_same_bytes_under_other_settings(mini, settings):
    assert built(mini, PYTHONHASHSEED="0") == built(mini, **{"PYTHONHASHSEED": "0", **settings})


def test_the_same_bytes_on_another_day_in_another_folder(mini, tmp_path):
    elsewhere = tmp_path / "another place"
    shutil.copytree(mini, elsewhere)
    assert built(mini) == built(elsewhere, days=400)
