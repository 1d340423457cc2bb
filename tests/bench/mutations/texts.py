"""The clean texts: the real one in English and in French, and a German one."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from clausier.source.files import Folder

ROOT = Path(__file__).resolve().parents[3]
GERMAN = ROOT / "tests" / "corpus" / "werkstatt"
LANGUAGES = ("en", "fr", "de")
Files = dict[str, bytes]
Setting = tuple[tuple[str, str, str], ...]
"""Changes without a fault: in the files that a pattern finds, what is to be replaced by what; with
nothing to be replaced, a file to be added and its text."""


@cache
def clean(language: str) -> Files:
    """A workspace in one language, or (`both`) the real one in English and French."""
    if language == "de":
        return dict(Folder(GERMAN).items())
    files = dict(Folder(ROOT).items())
    return files if language == "both" else _only(files, language)


def settled(files: Files, setting: Setting) -> Files:
    """A clean text after the changes of a setting."""
    changed = dict(files)
    for where, pattern, replacement in setting:
        if not pattern:
            changed[where] = replacement.encode()
        for path in [path for path in changed if pattern and re.search(where, path)]:
            text = changed[path].decode()
            changed[path] = re.sub(pattern, replacement, text, flags=re.MULTILINE).encode()
    return changed


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
