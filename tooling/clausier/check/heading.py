"""The titles within documents, and the words in them that have a capital by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from clausier.check.subject import Subject
from clausier.check.vocabulary import Vocabularies
from clausier.language.words import words
from clausier.model.block import Figure, Table
from clausier.model.inline import Inline
from clausier.model.walk import clauses
from clausier.resolve.resolved import Version

_CAPITAL = re.compile(r"(?:(?<=[^\W\d_] )|(?<=[^\W\d_], )|(?<=[dl]['’]))[^\W\d_]+")
_NOMINAL = re.compile(r"\b(?:das|dem|im|vom|zum|am|ein|kein)\s\Z", re.IGNORECASE)
_ARTICLES = frozenset(("The", "Le", "La", "Les", "Los", "Las"))


class Heading(Struct, frozen=True):
    """A title within a document."""

    version: Version
    inlines: tuple[Inline, ...]


def headings(subject: Subject) -> Iterator[Heading]:
    """The titles of clauses, tables and figures."""
    for version in subject.versions:
        for clause in clauses(version.written):
            if clause.title and not clause.run_in:
                yield Heading(version, clause.title)
    for part in subject.parts:
        for block in part.contents.blocks if part.version else ():
            if part.version and isinstance(block, Table | Figure) and block.title:
                yield Heading(part.version, block.title)


def wrong_capital(text: str, version: Version, known: Vocabularies) -> re.Match[str] | None:
    """The first word within a title that has a capital and is no name.

    German nouns have theirs, so that only words such as `und` can be told there.
    """
    language = version.standard.language
    little = words(language).sets.get("uncounted", frozenset()) - {"no"}
    for word in _CAPITAL.finditer(text):
        if not _is_capital(word.group()):
            continue
        if word.group().lower() in little:
            if not _is_named(text, word, language):
                return word
        elif language != "de" and not known.of(version).is_name(word.group()):
            return word
    return None


def _is_capital(word: str) -> bool:
    return word[0].isupper() and len(word) > 1 and word[1:].islower()


def _is_named(text: str, word: re.Match[str], language: str) -> bool:
    """Whether a little word is part of a name (`La Rochelle`), or in German a noun (`im Aus`)."""
    if language == "de":
        return _NOMINAL.search(text, 0, word.start()) is not None
    after = text[word.end() + 1 : word.end() + 2]
    return word.group() in _ARTICLES and after.isupper()
