"""Whole standards as their committees would write them give no error and no warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.pipeline import compile_folder
from clausier.source.diagnostic import Severity

CORPUS = Path(__file__).parents[1] / "corpus"
FOLDERS = ("climbing-frame", "fontaine", "hebebuehne")


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_is_wrong_with_a_text_that_is_right(folder: str) -> None:
    said = compile_folder(CORPUS / folder).diagnostics
    grave = [f"{one.rule}: {one.message}" for one in said if one.severity is not Severity.INFO]
    assert grave == []
