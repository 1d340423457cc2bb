"""The contents list beside each page: what stands under what, in each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausier.language.interface import interface
from clausier.write.site.address import Key
from clausier.write.site.clause import key as clause_key
from clausier.write.site.home import HOME, cover_key, full_title
from clausier.write.site.markup import text
from clausier.write.site.proceedings import keys, seminar_key
from clausier.write.site.sheet import Page, Site

Entry = dict[str, object]
Pages = Mapping[Key, Page]

LONGEST = 60
"""More pages than this are listed in groups, or every page would carry the names of all."""


def navigation(site: Site, pages: Mapping[tuple[str, Key], Page]) -> list[Entry]:
    """The contents of all languages; the theme shows the reader those of the page's own."""
    return [
        {code: _language(site, code, {key: page for (c, key), page in pages.items() if c == code})}
        for code in site.languages
    ]


def _language(site: Site, language: str, pages: Pages) -> list[Entry]:
    entries: list[Entry] = []
    versions = site.in_language(language)
    single = len(versions) == 1
    if not single:
        entries.append(_entry(pages[HOME]))
    for version in versions:
        first = pages[HOME if single else cover_key(version)]
        own = [pages[clause_key(version, clause)] for clause in version.clauses]
        title = full_title(version).partition(" — ")[0]
        cover = {_word(language, "cover"): f"{first.folder}/index.md"}
        entries.append({text(title): [cover, *_entries(own)]})
    if not versions:
        entries = [_entry(pages[HOME])]
    entries += _kinds(site, pages)
    guide = [page for key, page in pages.items() if key.kind == "guide"]
    if guide:
        entries.append({_word(language, "guide"): _entries(guide)})
    return entries


def _kinds(site: Site, pages: Pages) -> list[Entry]:
    """The pages behind the text: principles, proposals, proceedings, trace, lists."""
    language = next(iter(pages.values())).language
    entries: list[Entry] = []
    for kind, word in (("principle", "principles"), ("proposal", "proposals")):
        own = [page for key, page in pages.items() if key.kind == kind]
        if own:
            overview = {_word(language, "overview"): f"{pages[Key(word)].folder}/index.md"}
            entries.append({_word(language, word): [overview, *_entries(own)]})
    for seminar in site.resolved.workspace.seminars:
        first = pages[seminar_key(seminar)]
        own = [pages[Key("session", key)] for key in keys(seminar)]
        programme = {_word(language, "programme"): f"{first.folder}/index.md"}
        entries.append({text(first.title): [programme, *_entries(own)]})
    singles = [Key(word) for word in ("terms", "provisions", "trace", "findings")]
    found = [_entry(pages[key]) for key in singles if key in pages]
    return [*entries, {_word(language, "lists"): found}] if found else entries


def _word(language: str, word: str) -> str:
    return text(interface(language)[word])


def _entry(page: Page) -> Entry:
    return {text(page.title): f"{page.folder}/index.md"}


def _entries(pages: Iterable[Page]) -> list[Entry]:
    """The pages, in groups where there are too many."""
    found = [_entry(page) for page in pages]
    if len(found) <= LONGEST:
        return found
    return [
        {f"{start + 1}–{min(start + LONGEST, len(found))}": found[start : start + LONGEST]}
        for start in range(0, len(found), LONGEST)
    ]
