"""The words of the site's interface, read from its data files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from clausier.language.language import LANGUAGES
from clausier.language.packaged import packaged


@cache
def interface(code: str) -> Mapping[str, str]:
    """What the site says around the texts, in a language; in English where there are no words."""
    english = _words("en")
    return english | _words(code) if code in LANGUAGES and code != "en" else english


def _words(code: str) -> dict[str, str]:
    return packaged("clausier.language", f"site.{code}.yml")
