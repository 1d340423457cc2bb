"""The clean texts: the real one in English and in French, and a German one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from clausier.source.files import Folder

ROOT = Path(__file__).resolve().parents[3]
GERMAN = ROOT / "tests" / "corpus" / "werkstatt"
LANGUAGES = ("en", "fr", "de")
Files = dict[str, bytes]


@cache
def clean(language: str) -> Files:
    """A workspace in one language, or (`both`) the real one in English and French."""
    if language == "de":
        return dict(Folder(GERMAN).items())
    files = dict(Folder(ROOT).items())
    return files if language == "both" else _only(files, language)


def _only(files: Files, language: str) -> Files:
    """The files of one language, so that nothing can differ from a translation."""
    other = {"en": "fr", "fr": "en"}[language]
    kept = {
        path: data
        for path, data in files.items()
        if f"/{other}/" not in path and not path.endswith("trace.lock")
    }
    for path, data in kept.items():
        if path.endswith(("standard.yml", "seminar.yml")):
            text = data.decode()
            text = text.replace("[en, fr]", f"[{language}]")
            kept[path] = text.replace(
                "reference_language: en", f"reference_language: {language}"
            ).encode()
    return kept
