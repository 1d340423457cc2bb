"""The workspace's own pages: the guide of each language, and the words of the first page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath

from clausier.write.site.address import Key, relative
from clausier.write.site.page import opened
from clausier.write.site.sheet import Page, Site

ROOT = "docs/guide/"
_LINK = re.compile(r"\]\(([^()\s#]+\.md)(#[^()\s]*)?\)")


def names(site_files: Mapping[str, bytes], languages: tuple[str, ...]) -> list[str]:
    """The names of the guide's pages, in any of the languages, without `.md`.

    They stand in the order in which the guide's `index.md` links to them, the others after these.
    """
    found: dict[str, None] = {}
    for path in sorted(site_files):
        if path.startswith(ROOT) and path.endswith(".md"):
            language, _, name = path.removeprefix(ROOT).partition("/")
            if language in languages and name:
                found[name.removesuffix(".md")] = None
    indexes = (source(code, "index") for code in languages)
    index = next((path for path in indexes if path in site_files), "")
    words = site_files[index].decode("utf-8", "replace") if index else ""
    linked = dict.fromkeys(match[1].removesuffix(".md") for match in _LINK.finditer(words))
    order = dict.fromkeys(("index", *linked, *found))
    return [name for name in order if name in found]


def source(language: str, name: str) -> str:
    """The file that a page of the guide is written in."""
    return f"{ROOT}{language}/{name}.md"


def key(name: str) -> Key:
    """What a page of the guide is known by."""
    return Key("guide", name)


def page(site: Site, language: str, name: str, places: Mapping[str, str]) -> Page | None:
    """A page of the guide as its author wrote it, its links to other pages mended."""
    path = source(language, name)
    if path not in site.files:
        return None
    sheet = opened(site, language, key(name))
    body = _without_matter(site.files[path].decode("utf-8", "replace").lstrip("\ufeff"))
    mended = mend(body, path, f"{sheet.folder}/index.md", places)
    return Page(sheet.key, language, sheet.folder, _title(body, name), mended)


def mend(body: str, path: str, here: str, places: Mapping[str, str]) -> str:
    """A Markdown text moved from `path` to `here`: links to files that have pages lead to these."""

    def moved(match: re.Match[str]) -> str:
        target = normpath(join(dirname(path), match[1]))
        if target not in places:
            return match[0]
        return f"]({relative(dirname(here), places[target] + '/index.md')}{match[2] or ''})"

    return _LINK.sub(moved, body)


def _title(body: str, name: str) -> str:
    for line in body.split("\n"):
        if line.startswith("# "):
            return line[2:].partition("{")[0].strip().replace("`", "")
    return name


def _without_matter(body: str) -> str:
    normal = body.replace("\r\n", "\n")
    if not normal.startswith("---\n"):
        return normal
    _, closed, rest = normal[4:].partition("\n---\n")
    return rest if closed else normal
