"""`clausier submit` with LibreOffice: a tagged PDF of each Word file, the same bytes again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.test_commands import clausier

pytestmark = pytest.mark.office


def test_each_word_file_has_its_pdf_and_the_same_again(program, mini, tmp_path: Path) -> None:
    program("soffice", "libreoffice")
    shutil.copytree(mini, tmp_path / "mini")
    found = []
    for _ in "12":
        done = clausier("submit", "--lang", "en,fr", cwd=tmp_path / "mini")
        assert done.returncode == 0, done.stdout + done.stderr
        folder = tmp_path / "mini" / "build" / "submission"
        found.append({path.name: path.read_bytes() for path in folder.glob("*.*")})
    assert found[0] == found[1]
    told = json.loads(found[0]["manifest.json"])
    assert told["pdf"]["program"].startswith("LibreOffice")
    for letter in "EF":
        pdf = found[0][f"prEN_99901_({letter}).pdf"]
        assert pdf.startswith(b"%PDF") and b"/StructTreeRoot" in pdf
        assert b"D:19800101000000" in pdf
