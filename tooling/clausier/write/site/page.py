"""Opening and finishing a page: its Markdown with what the theme needs to know of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from clausier.resolve.resolved import Version
from clausier.write.site.address import Key, href
from clausier.write.site.cards import cards
from clausier.write.site.markup import text
from clausier.write.site.sheet import Page, Sheet, Site
from clausier.write.site.yml import mapping

WIDE = ("trace", "provisions", "proposals")
"""Pages that are a wide table, without a list of their parts beside them."""


LISTS = ("trace", "provisions", "findings", "terms", "beside")
"""Pages that say again what stands elsewhere: a search leads to the place itself."""


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
        tuple(sheet.media), tuple(sheet.found), hidden,
    )  # fmt: skip


def markdown(site: Site, page: Page, made: Collection[tuple[str, Key]]) -> bytes:
    """The file of a page: front matter for the theme, then the body; `made` are all pages.

    Titles in the front matter are HTML already, because the theme puts them down as they are.
    """
    matter: dict[str, object] = {
        "title": text(page.title),
        "lang": page.language,
        "kind": page.key.kind,
        **_draft(page),
        "languages": languages(site, page, made),
        **_searched(page),
        **_hidden(page),
    }
    return f"---\n{mapping(matter)}---\n\n{page.body}\n".encode()


def languages(site: Site, page: Page, made: Collection[tuple[str, Key]]) -> list[dict[str, object]]:
    """The same page in the other languages; their first page where they do not have it."""
    found: list[dict[str, object]] = []
    for code in site.languages:
        if code != page.language:
            same = (code, page.key) in made
            folder = site.folders[(code, page.key if same else Key("home"))]
            found.append({"code": code, "href": href(page.folder, folder), "same": same})
    return found


def _draft(page: Page) -> dict[str, object]:
    """Which draft a page belongs to; the theme shows its designation alone at the top."""
    if not page.identity:
        return {}
    first = page.identity.partition(" · ")[0]
    return {"identity": text(page.identity), "designation": text(first)}


def _hidden(page: Page) -> dict[str, object]:
    if page.key.kind == "beside":
        return {"hide": ["navigation", "toc"]}
    return {"hide": ["toc"]} if page.key.kind in WIDE else {}


def _searched(page: Page) -> dict[str, object]:
    """The text of the standard comes before what is said of it; mere lists are not searched."""
    if page.key.kind in LISTS:
        return {"search": {"exclude": True}}
    return {"search": {"boost": 4}} if page.key.kind == "clause" else {}
