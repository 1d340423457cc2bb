"""ARCHITECTURE.md speaks of what is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "tooling" / "clausier"
PAGE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
SPANS = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", PAGE, flags=re.S))


def test_every_path_exists() -> None:
    paths = [span for span in SPANS if re.fullmatch(r"[\w./-]+(\.py|\.md|/)", span)]
    assert len(paths) > 20
    missing = [path for path in paths if not (HOUSE / path).exists() and not (ROOT / path).exists()]
    assert not missing


def test_every_type_and_function_exists() -> None:
    names = {
        node.name
        for file in HOUSE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
    }
    spoken = {span for span in SPANS if re.fullmatch(r"[A-Z][A-Za-z]+", span)} - {"Mapping", "NOTE"}
    spoken -= {"PyYAML", "Struct"}
    assert len(spoken) > 8
    assert not spoken - names


def test_every_room_is_described() -> None:
    rooms = {path.name for path in HOUSE.iterdir() if path.is_dir() and path.name.isalpha()}
    assert all(f"`{room}/`" in PAGE for room in rooms)


def test_it_stays_a_page() -> None:
    assert len(PAGE.splitlines()) <= 130
