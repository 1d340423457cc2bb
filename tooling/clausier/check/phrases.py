"""Finding the phrases that rules look for: all of them in one walk over the sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clausier.language.words import Phrase, Words, pattern, words
from clausier.resolve.resolved import Place, Provision, Sentence, Type, Version
from clausier.resolve.verb import blotted
from clausier.source.place import Span

_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"[0-9]")
_LOOK_BACK = 60
_LISTS = frozenset({Place.NORMATIVE_REFERENCES, Place.BIBLIOGRAPHY})


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase in a sentence; `start` and `end` count in the sentence's text.

    `provision` is what the sentence, or the sentence that leads in its list, provides.
    """

    phrase: Phrase
    sentence: Sentence
    start: int
    end: int
    version: Version
    provision: Provision | None

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return self.sentence.at(self.start, self.end)

    @property
    def words(self) -> str:
        """It as written, on one line."""
        return " ".join(self.sentence.text[self.start : self.end].split())

    @property
    def obliges(self) -> bool:
        """Whether it stands in a requirement."""
        return self.provision is not None and self.provision.type is Type.REQUIREMENT


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sentence that holds a digit; in `text`, what is quoted, named or code is blotted out."""

    version: Version
    sentence: Sentence
    text: str


class Phrases:
    """The phrases in all sentences of some versions, looked for when first asked for."""

    __slots__ = ("_found", "_numbered", "_versions")

    def __init__(self, versions: tuple[Version, ...] = ()) -> None:
        self._versions = versions
        self._found: dict[str, list[Hit]] | None = None
        self._numbered: tuple[Numbered, ...] | None = None

    def of(self, *lists: str) -> Iterator[Hit]:
        """The phrases of some lists, list by list, each in the order of reading."""
        if self._found is None:
            found: defaultdict[str, list[Hit]] = defaultdict(list)
            for version in self._versions:
                for hit in _hits(version):
                    found[hit.phrase.list].append(hit)
            self._found = dict(found)
        for name in lists:
            yield from self._found.get(name, ())

    def numbered(self) -> tuple[Numbered, ...]:
        """The sentences that hold a digit, in the order of reading."""
        if self._numbered is None:
            self._numbered = tuple(
                Numbered(version, sentence, text)
                for version in self._versions
                for sentence in version.sentences
                if sentence.place not in _LISTS and _DIGIT.search(sentence.text)
                if _DIGIT.search(text := blotted(sentence))
            )
        return self._numbered


def _hits(version: Version) -> Iterator[Hit]:
    known = words(version.standard.language)
    by_word, by_sign = _by_word(known), _by_sign(known)
    provided = provided_by(version)
    for sentence in version.sentences:
        text = sentence.text
        found = {rank for word in by_word.keys() & _WORD.findall(text.lower())
                 for rank in by_word[word]}  # fmt: skip
        found.update(rank for sign, ranks in by_sign.items() if sign in text for rank in ranks)
        if found:
            phrases = [known.phrases[rank] for rank in sorted(found)]
            for phrase, start, end in _matches(phrases, blotted(sentence)):
                yield Hit(phrase, sentence, start, end, version, provided.get(sentence.span))


def _matches(phrases: Iterable[Phrase], text: str) -> Iterator[tuple[Phrase, int, int]]:
    """The phrases in a text; of two of one list at one place, the longer."""
    found = sorted(
        (start, -end, rank, phrase)
        for rank, phrase in enumerate(phrases)
        for start, end in _places(phrase, text)
    )
    reached: dict[str, int] = {}
    for start, minus_end, _, phrase in found:
        if start >= reached.get(phrase.list, 0):
            reached[phrase.list] = -minus_end
            yield phrase, start, -minus_end


def _places(phrase: Phrase, text: str) -> Iterator[tuple[int, int]]:
    found = pattern(phrase.source)
    group = "at" if "at" in found.groupindex else 0
    for match in found.finditer(text):
        start, end = match.span(group)
        before = text[max(0, start - _LOOK_BACK) : start]
        if phrase.unless is None or pattern(phrase.unless).search(before) is None:
            yield start, end


def _by_word(known: Words) -> Mapping[str, list[int]]:
    ranks: defaultdict[str, list[int]] = defaultdict(list)
    for rank, phrase in enumerate(known.phrases):
        for word in phrase.words:
            ranks[word].append(rank)
    return ranks


def _by_sign(known: Words) -> Mapping[str, list[int]]:
    ranks: defaultdict[str, list[int]] = defaultdict(list)
    for rank, phrase in enumerate(known.phrases):
        if phrase.sign is not None:
            ranks[phrase.sign].append(rank)
    return ranks


def provided_by(version: Version) -> dict[Span, Provision]:
    """What each sentence provides, by its place; an item of a list what its lead-in does."""
    provided = {provision.span: provision for provision in version.provisions}
    for sentence in version.sentences:
        lead = provided.get(sentence.span) if sentence.items else None
        if lead is not None:
            for item in sentence.items:
                provided.setdefault(item.span, lead)
    return provided
