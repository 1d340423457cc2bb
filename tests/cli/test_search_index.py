"""The index of the search, parted by language."""

from __future__ import annotations

import json

from clausier.write.site.search_index import parted


def entry(location: str, text: str) -> dict[str, str]:
    return {"location": location, "title": "", "text": text}


def test_each_language_has_its_own_entries_in_order() -> None:
    made = parted([entry("en/b/index.html", "shall"), entry("fr/index.html", "doit à l'été"),
                   entry("en/a/index.html#x", "may"), entry("index.html", "front")])  # fmt: skip
    assert list(made) == ["search/en.js", "search/fr.js"]
    start = b"var clausierSearch = "
    assert made["search/en.js"].startswith(start)
    found = json.loads(made["search/en.js"].removeprefix(start))
    assert [one["location"] for one in found] == ["en/b/index.html", "en/a/index.html#x"]
    assert "doit à l'été" in made["search/fr.js"].decode()
