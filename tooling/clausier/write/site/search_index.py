"""The index of the search, parted by language: a reader loads the entries of one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping


def parted(entries: Iterable[Mapping[str, str]]) -> dict[str, bytes]:
    """The file `search/<language>.js` of each language, whose pages stand in a folder of its name.

    The page loads it as a script, because a script is loaded from a disk too.
    """
    by_language: dict[str, list[Mapping[str, str]]] = {}
    for entry in entries:
        language, slash, _ = entry["location"].partition("/")
        if slash:
            by_language.setdefault(language, []).append(entry)
    return {
        f"search/{language}.js": _script(found) for language, found in sorted(by_language.items())
    }


def _script(found: list[Mapping[str, str]]) -> bytes:
    said = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return f"var clausierSearch = {said}".encode()
