"""The words of a version, to tell names from words that only begin a sentence."""

from __future__ import annotations

import re

from msgspec import Struct

from clausier.resolve.resolved import Place, Version

_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?<=[\w,;] )[^\W\d_]+")


class Vocabulary(Struct, frozen=True):
    """The words of a text: those written small, and those with a capital within a sentence."""

    small: frozenset[str]
    capital: frozenset[str]

    def is_name(self, word: str) -> bool:
        """Whether a word has its capital by itself, as far as this text can tell."""
        return word in self.capital or word.lower() not in self.small


class Vocabularies:
    """The vocabularies of versions, each made when a rule first asks for it."""

    def __init__(self) -> None:
        self._known: dict[int, Vocabulary] = {}

    def of(self, version: Version) -> Vocabulary:
        """The words of a version's sentences; titles say nothing of capitals."""
        if id(version) not in self._known:
            self._known[id(version)] = _made(version)
        return self._known[id(version)]


def _made(version: Version) -> Vocabulary:
    small: set[str] = set()
    capital: set[str] = set()
    for sentence in version.sentences:
        small.update(word for word in _WORD.findall(sentence.text) if word[0].islower())
        if sentence.place is not Place.TITLE:
            inside = _INSIDE.findall(sentence.text)
            capital.update(word for word in inside if word[0].isupper())
    return Vocabulary(frozenset(small), frozenset(capital))
