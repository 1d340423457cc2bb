"""A page as a reader has it: its Markdown read as the generator reads it, its visible words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import markdown
from markdown.extensions.toc import TocExtension

EXTENSIONS = ("attr_list", "admonition", "def_list", "toc", "tables", "fenced_code")
OUTSIDE = re.compile(r"(?:https?|mailto):")
VOID = frozenset(("br", "img", "input", "hr", "link", "meta", "col"))
UNSEEN = frozenset(("script", "style", "math"))
APART = frozenset(("p", "div", "li", "td", "th", "dt", "dd", "caption", "figcaption", "br", "pre",
                   "h1", "h2", "h3", "h4", "h5", "h6", "tr", "summary"))  # fmt: skip


@dataclass
class Shown:
    """What a page holds: visible text, ids, links, images, tags, and the cells that do not fit."""

    text: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.shown = Shown()
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.shown.tags.append(tag)
        self.shown.handlers += [name for name, _ in attrs if name.startswith("on")]
        if found.get("id"):
            self.shown.ids.append(found["id"] or "")
        if tag == "a" and "href" in found:
            self.shown.links.append(found["href"] or "")
        if "src" in found:
            self.shown.sources.append(found["src"] or "")
        if tag in APART:
            self.parts.append("\n")
        if self.unseen or tag in UNSEEN or found.get("class") == "cl-fn":
            self.unseen += tag not in VOID

    def handle_endtag(self, tag: str) -> None:
        if self.unseen:
            self.unseen -= 1
        elif tag in APART:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(data)


def shown(page: bytes) -> Shown:
    """What a page of the tree shows."""
    return of_html(markdown.markdown(body_of(page), extensions=list(EXTENSIONS)))


def body_of(page: bytes) -> str:
    """The Markdown of a page without its front matter."""
    return page.decode().removeprefix("---\n").partition("\n---\n")[2]


def of_html(html: str) -> Shown:
    """What a piece of HTML shows."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.shown.text = "".join(reader.parts)
    return reader.shown


def contents(page: bytes) -> list[tuple[int, str, str]]:
    """The headings of a page as the generator lists them: level, id and name."""
    reader = markdown.Markdown(extensions=[*EXTENSIONS[:-3], *EXTENSIONS[-2:], TocExtension()])
    reader.convert(body_of(page))
    found: list[tuple[int, str, str]] = []
    waiting = list(reader.toc_tokens)
    while waiting:
        token = waiting.pop(0)
        found.append((token["level"], token["id"], token["name"]))
        waiting = [*token["children"], *waiting]
    return found


def lost(files: Iterable[str], pages: Mapping[str, Shown]) -> list[str]:
    """The links and images of pages that lead to no file or to no place on a page."""
    known = {path.removeprefix("docs/") for path in files} | set(pages)
    found = []
    for path, page in pages.items():
        for link in (*page.links, *page.sources):
            file, _, anchor = link.partition("#")
            target = normpath(join(dirname(path), unquote(file))) if file else path
            missing = anchor and (target not in pages or anchor not in pages[target].ids)
            if not OUTSIDE.match(link) and (target not in known or missing):
                found.append(f"{path}: {link}")
    return found


def folded(text: str) -> str:
    """Words with their white space made one (a no-break space counts as one)."""
    return " ".join(text.split())
