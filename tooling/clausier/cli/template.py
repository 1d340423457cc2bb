"""The texts that `init` and `new` begin with."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from clausier.language.packaged import packaged


@cache
def texts(language: str) -> dict[str, Any]:
    """The texts of one language (English where there are none) by file name."""
    folder = files("clausier.cli").joinpath("templates")
    known = language if folder.joinpath(f"{language}.yml").is_file() else "en"
    return packaged("clausier.cli", "templates", f"{known}.yml")


def standard_file(titles: dict[str, str], reference: str, schema: str) -> str:
    """A `standard.yml` for a standard with these titles by language."""
    text = files("clausier.cli").joinpath("templates", "standard.yml").read_text("utf-8")
    lines = "\n".join(f"  {language}: {quoted(title)}" for language, title in titles.items())
    return text.format(
        titles=lines, languages=", ".join(titles), reference=reference, schema=schema
    )


def quoted(text: str) -> str:
    """A text as a YAML scalar that reads back the same."""
    return json.dumps(text, ensure_ascii=False)
