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
TAGGED = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
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
def exported() -> dict[bytes, bytes]:
    """The PDF files made so far: LibreOffice takes its time."""
    return {}


@pytest.fixture
def pdf_data(program, tmp_path: Path, exported: dict[bytes, bytes]) -> Callable[[Path], bytes]:
    """The tagged PDF that LibreOffice makes of a Word file."""
    office = program("soffice", "libreoffice")

    def read(path: Path) -> bytes:
        data = path.read_bytes()
        if data not in exported:
            exported[data] = made(path)
        return exported[data]

    def made(path: Path) -> bytes:
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        out = str(path.parent)
        command = [office, profile, "--headless", "--convert-to", TAGGED, "--outdir", out]
        subprocess.run([*command, str(path)], capture_output=True, timeout=180, check=True)
        return path.with_suffix(".pdf").read_bytes()

    return read


@pytest.fixture
def pdf_text(program, pdf_data: Callable[[Path], bytes]) -> Callable[[Path], str]:
    """The text of that PDF."""
    reader = program("pdftotext")

    def read(path: Path) -> str:
        command = [reader, "-layout", "-", "-"]
        found = subprocess.run(
            command, input=pdf_data(path), capture_output=True, timeout=60, check=True
        )
        return found.stdout.decode("utf-8")

    return read
