"""The few words that only a Word file needs: on its cover, in its margins, in the proceedings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def words(language: str) -> Mapping[str, str]:
    """The words in a language; English for one that has none."""
    text = files("clausier.write.docx").joinpath("words.json").read_text("utf-8")
    known: dict[str, dict[str, str]] = json.loads(text)
    return known.get(language, known["en"])
