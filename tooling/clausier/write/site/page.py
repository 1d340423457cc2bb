"""Opening and finishing a page: its Markdown with what the theme needs to know of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausier.resolve.resolved import Version
from clausier.write.site.address import Key, href
from clausier.write.site.cards import cards
from clausier.write.site.markup import text
from clausier.write.site.sheet import Page, Sheet, Site
from clausier.write.site.yml import mapping


WIDE = ("trace", "provisions", "proposals")
"""Pages that are a wide table, without a list of their parts beside them."""


def opened(site: Site, language: str, key: Key, version: Version | None = None) -> Sheet:
    """An empty page on `key`."""
    return Sheet(site, key, language, site.folders[(language, key)], version)


def finished(
    sheet: Sheet, title: str, parts: Iterable[str], identity: str = "", hidden: bool = False
) -> Page:
    """The page that was being written; the cards of the terms it uses come last."""
    body = "\n\n".join(part for part in (*parts, cards(sheet)) if part)
    return Page(
        sheet.key, sheet.language, sheet.folder, title, body, identity,
        tuple(sheet.images), tuple(sheet.found), hidden,
    )  # fmt: skip


def markdown(site: Site, page: Page, extra: Mapping[str, object]) -> bytes:
    """The file of a page: front matter for the theme, then the body.

    Titles in the front matter are HTML already, because the theme puts them down as they are.
    """
    matter: dict[str, object] = {
        "title": text(page.title),
        "lang": page.language,
        "kind": page.key.kind,
        **({"identity": text(page.identity)} if page.identity else {}),
        "languages": languages(site, page),
        **({"hide": ["toc"]} if page.key.kind in WIDE else {}),
        **extra,
    }
    return f"---\n{mapping(matter)}---\n\n{page.body}\n".encode()


def languages(site: Site, page: Page) -> list[dict[str, object]]:
    """The same page in the other languages; their first page where they do not have it."""
    found: list[dict[str, object]] = []
    for code in site.languages:
        if code != page.language:
            folder = site.folder(code, page.key)
            whole = folder is not None and (code, page.key) in site.folders
            target = folder if folder is not None else site.folders[(code, Key("home"))]
            found.append({"code": code, "href": href(page.folder, target), "same": whole})
    return found
