"""What the jump box finds: every place with a number or a name, one script file a language."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten

from msgspec import Struct

from clausier.language.interface import interface
from clausier.model.block import Block, Equation, Figure, Paragraph, Table
from clausier.model.clause import Clause, Term
from clausier.model.walk import blocks
from clausier.model.walk import clauses as walk
from clausier.resolve.resolved import Kind, Version
from clausier.resolve.title import plain
from clausier.source.place import Span
from clausier.write.site.address import Key
from clausier.write.site.clause import key as clause_key
from clausier.write.site.home import full_title
from clausier.write.site.sheet import Page, Site

BEGINNING = 70
"""So many signs of a text stand for a title that is not there."""

OWN = frozenset(("clause", "cover", "beside"))
"""Kinds of page that the documents themselves bring in, or that show them again."""


class Place(Struct, frozen=True):
    """Something to jump to: its number, its title, what it is, where it is, and its other names."""

    number: str
    title: str
    kind: str
    way: str
    names: str = ""


def script(site: Site, language: str, made: Mapping[tuple[str, Key], Page]) -> bytes:
    """The places of a language and the words of the dialogs, as a script that a disk can give."""
    found = list(_places(site, language, made))
    kinds = list(dict.fromkeys(place.kind for place in found))
    known = interface(language)
    value = {
        "words": {
            name.removeprefix("reading-"): words
            for name, words in known.items()
            if name.startswith("reading-")
        },
        "kinds": kinds,
        "places": [
            [one.number, one.title, kinds.index(one.kind), one.way, *filter(None, (one.names,))]
            for one in found
        ],
    }
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"window.clausierReading={data};\n".encode()


def _places(site: Site, language: str, made: Mapping[tuple[str, Key], Page]) -> Iterator[Place]:
    versions = site.in_language(language)
    for version in versions:
        first = full_title(version).partition(" — ")[0] if len(versions) > 1 else ""
        for clause in version.clauses:
            yield from _of_clause(site, version, clause, first)
    for (code, key), page in made.items():
        if code == language and key.kind not in OWN:
            word = interface(language).get(key.kind, "") if key.name else ""
            yield Place("", page.title, word, f"{page.folder}/index.html")


def _of_clause(site: Site, version: Version, root: Clause, document: str) -> Iterator[Place]:
    folder = site.folders[(version.standard.language, clause_key(version, root))]
    page = f"{folder}/index.html"
    for part in walk((root,)):
        number = version.numbers.get(part.span)
        title = version.titles.get(part.id.value) or _begins(version, part)
        way = page if part is root else f"{page}#{part.id.value}"
        label = number.label if number else ""
        called = f"{version.language.labels['clause']} {label}" if number else ""
        if title or label:
            yield Place(label, title, document, way, called if part.kind != "annex" else "")
        yield from _framed(version, part.body, page, document)
        for term in part.terms:
            yield _term(version, term, page)


def _begins(version: Version, untitled: Clause) -> str:
    """The first words of a subclause that has no title."""
    first = next((one for one in untitled.body if isinstance(one, Paragraph)), None)
    words = plain(first.inlines, version.uses) if first else ""
    return shorten(words, BEGINNING, placeholder=" …") if words else ""


def _framed(version: Version, body: Iterable[Block], page: str, document: str) -> Iterator[Place]:
    """The tables, figures and formulae among the blocks of a clause."""
    for block in blocks(body):
        match block:
            case Table(title=title) | Figure(title=title):
                words = plain(title, version.uses)
            case Equation():
                words = ""
            case _:
                continue
        yield from _numbered(version, block.span, words, page, document)


def _numbered(
    version: Version, span: Span, title: str, page: str, document: str
) -> Iterator[Place]:
    number, anchor = version.numbers.get(span), version.anchors.get(span)
    if number is None or anchor is None:
        return
    named = version.language.names["formula"].replace("{0}", number.value)
    label = named if number.kind is Kind.FORMULA else number.label
    yield Place(label, title, document, f"{page}#{anchor}")


def _term(version: Version, term: Term, page: str) -> Place:
    number = version.numbers.get(term.span)
    others = " · ".join(name.value for name in (*term.admitted, *term.deprecated))
    word = interface(version.standard.language)["reading-term"]
    way = f"{page}#{term.id.value}"
    return Place(number.label if number else "", term.preferred.value, word, way, others)
