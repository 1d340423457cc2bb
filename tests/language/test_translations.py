"""Everything the program says to its users is said in English and in French."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from clausier.language.translate import catalogue
from clausier.pipeline import all_faults

HOUSE = Path(__file__).resolve().parents[2] / "tooling" / "clausier"
SAYING = {"say", "text", "progress", "fail"}


def templates() -> Iterator[tuple[str, str]]:
    """Each English template that is a constant in a call that says something, with its file."""
    for file in sorted(HOUSE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                first = node.args[0]
                if (
                    name in SAYING
                    and isinstance(first, ast.Constant)
                    and isinstance(first.value, str)
                ):
                    yield first.value, file.relative_to(HOUSE).as_posix()


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_every_message_is_translated() -> None:
    known = catalogue("fr").messages
    missing = sorted({f"{file}: {text}" for text, file in templates() if text not in known})
    assert not missing, "\n".join(missing)


def test_translations_take_the_same_values() -> None:
    for english, french in catalogue("fr").messages.items():
        assert fields(english) >= fields(french), french


def test_no_translation_is_left_over() -> None:
    said = {text for text, _ in templates()}
    constants = {
        node.value
        for file in HOUSE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    left = sorted(set(catalogue("fr").messages) - said - constants)
    assert not left, "\n".join(left)


@pytest.mark.parametrize("fault", all_faults(), ids=lambda fault: fault.id)
def test_every_fault_is_explained_in_both_languages(fault) -> None:
    assert fault.title.endswith(".") and fault.explanation
    french = catalogue("fr").faults.get(fault.id)
    assert french, "no French"
    assert french["title"].endswith(".") and french["explanation"]
