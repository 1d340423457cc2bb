"""A small document in one language, resolved, whose texts a test writes."""

from __future__ import annotations

from collections.abc import Mapping

from clausier.pipeline import compile
from clausier.resolve.resolved import Version

STANDARD = """
type: EN
stage: "20.60"
titles: {{en: Waiting, fr: Attente, de: Warten}}
languages: [{language}]
reference_language: {language}
{more}
"""


def version(texts: Mapping[str, str], language: str = "en", more: str = "") -> Version:
    """The version with `texts` by their names in its folder, and `more` keys of `standard.yml`."""
    files = {f"clauses/x/{language}/{name}": text for name, text in texts.items()}
    files["clauses/x/standard.yml"] = STANDARD.format(language=language, more=more)
    return compile({path: text.encode() for path, text in files.items()}).resolved.versions[0]
