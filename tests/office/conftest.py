"""Word files of the invented standard and the real text, and what other programs make of them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from clausier.pipeline import Compiled, compile_folder
from clausier.resolve.resolved import Version
from clausier.write import docx

ROOT = Path(__file__).parents[2]
WORKSPACES = {
    "mini": ROOT / "tests" / "corpus" / "mini",
    "real": ROOT,
    "hard": ROOT / "tests" / "corpus" / "hard",
}


@cache
def compiled(name: str) -> Compiled:
    return compile_folder(WORKSPACES[name])


@pytest.fixture(params=WORKSPACES)
def workspace(request: pytest.FixtureRequest) -> Compiled:
    return compiled(request.param)


@pytest.fixture
def files(workspace: Compiled, tmp_path: Path) -> dict[str, Path]:
    """The Word files of a workspace, put down under their names."""
    made: dict[str, Path] = {}
    for name, data in docx.write(workspace.resolved, workspace.files).files.items():
        made[name] = tmp_path / name
        made[name].write_bytes(data)
    return made


@pytest.fixture
def versions(workspace: Compiled, files: dict[str, Path]) -> list[tuple[Version, Path]]:
    return [(version, files[docx.file_name(version)]) for version in workspace.resolved.versions]


@pytest.fixture
def pandoc(program) -> Callable[[Path], dict[str, Any]]:
    """What pandoc reads in a Word file."""
    executable = program("pandoc")

    def read(path: Path) -> dict[str, Any]:
        command = [executable, "--from", "docx", "--to", "json", str(path)]
        found = subprocess.run(command, capture_output=True, timeout=60, check=True)
        return dict(json.loads(found.stdout))

    return read


@pytest.fixture(scope="session")
def texts() -> dict[bytes, str]:
    """The texts of the PDF files made so far: LibreOffice takes its time."""
    return {}


@pytest.fixture
def pdf_text(program, tmp_path: Path, texts: dict[bytes, str]) -> Callable[[Path], str]:
    """The text of the PDF that LibreOffice makes of a Word file."""
    office, reader = program("soffice", "libreoffice"), program("pdftotext")

    def read(path: Path) -> str:
        data = path.read_bytes()
        if data not in texts:
            texts[data] = made(path)
        return texts[data]

    def made(path: Path) -> str:
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        out = str(path.parent)
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", out, str(path)]
        subprocess.run(command, capture_output=True, timeout=180, check=True)
        found = subprocess.run(
            [reader, "-layout", str(path.with_suffix(".pdf")), "-"],
            capture_output=True,
            timeout=60,
            check=True,
        )
        return found.stdout.decode("utf-8")

    return read
