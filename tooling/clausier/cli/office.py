"""LibreOffice, where it is there: PDF files of Word files."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from clausier.cli.output import write_tree
from clausier.source.files import Below

OWN = "CLAUSIER_OFFICE"
NAMES = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/opt/libreoffice/program/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
PATIENCE = 600.0
"""Seconds after which LibreOffice is given up."""
MOST = 1_000_000_000
EXPORT = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
_DATE = re.compile(rb"(?<=Date\(D:)[0-9]{14}|(?<=Date>)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}")
_ID = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")


def office() -> str | None:
    """The path of LibreOffice: on PATH, or in the usual places of three systems.

    `CLAUSIER_OFFICE` names another; where it names nothing, there is none.
    """
    named = os.environ.get(OWN)
    if named is not None:
        return shutil.which(named) if named else None
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    return next((place for place in PLACES if Path(place).is_file()), None)


def version(program: str) -> str:
    """What LibreOffice says it is, without its build: `LibreOffice 24.2.7`."""
    with suppress(OSError, subprocess.TimeoutExpired):
        done = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=60, check=False
        )
        words = done.stdout.split()
        return " ".join(words[:2]) or "LibreOffice"
    return "LibreOffice"


def pdf_files(program: str, words: Mapping[str, bytes]) -> dict[str, bytes]:
    """The PDF of each Word file by name; one that could not be made is not among them."""
    with tempfile.TemporaryDirectory(prefix="clausier-") as place:
        write_tree(Path(place) / "in", words)
        if not _converted(program, Path(place), sorted(words)):
            return {}
        made = Below(Path(place) / "out", MOST)
        stems = {Path(path).stem: path for path in made}
        return {
            f"{Path(name).stem}.pdf": same_bytes(made[stems[Path(name).stem]], data)
            for name, data in words.items()
            if Path(name).stem in stems
        }


def _converted(program: str, place: Path, names: list[str]) -> bool:
    """One run for all files, in a profile of its own: a window that is open is left alone."""
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    files = [str(place / "in" / name) for name in names]
    command = [program, profile, "--headless", "--convert-to", EXPORT, "--outdir",
               str(place / "out"), *files]  # fmt: skip
    try:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"TZ": "UTC"},
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return child.wait(PATIENCE) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and what it started, where it has not ended by itself."""
    if child.poll() is not None:
        return
    if sys.platform == "win32":
        child.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, 9)
    child.wait()


def same_bytes(pdf: bytes, source: bytes) -> bytes:
    """The PDF with a date and ids that hang on its source alone; no place in it is moved."""
    id = hashlib.sha256(source).hexdigest()[:32].upper().encode()
    dated = _DATE.sub(lambda found: _long_ago(len(found.group())), pdf)
    head, trailer, rest = dated.rpartition(b"trailer")
    return head + trailer + _ID.sub(id, rest)


def _long_ago(length: int) -> bytes:
    return b"19800101000000" if length == 14 else b"1980-01-01T00:00:00"
