"""Finding the phrases that rules look for: all of them in one walk over the sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from clausier.language.words import Phrase, common_words, pattern, words
from clausier.resolve.resolved import Place, Provision, Sentence, Type, Version
from clausier.resolve.verb import blotted
from clausier.source.place import Span

_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"[0-9]")
_FEW = 4
_MANY = 4
_LOOK_BACK = 60
_SHARE = 5
_LISTS = frozenset({Place.NORMATIVE_REFERENCES, Place.BIBLIOGRAPHY})


class Hit(Struct, frozen=True):
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


class Numbered(Struct, frozen=True):
    """A sentence that holds a digit; in `text`, what is quoted, named or code is blotted out."""

    version: Version
    sentence: Sentence
    text: str


class _Index(Struct, frozen=True):
    """The phrases of a language by the words and signs that betray them, as places in `phrases`."""

    phrases: tuple[Phrase, ...]
    by_word: Mapping[str, list[int]]
    by_sign: Mapping[str, list[int]]
    common: frozenset[str]
    others: tuple[frozenset[str], ...]

    def is_strange(self, said: frozenset[str]) -> bool:
        """Whether words common in another language are many, and more than twice its own.

        Where there is none of its own, one less will do.
        """
        own = len(self.common & said)
        if _SHARE * own >= len(said):
            return False
        most = max((len(other & said) for other in self.others), default=0)
        return most >= _MANY - (own == 0) and most > 2 * own

    def candidates(self, text: str, said: frozenset[str], first: frozenset[str]) -> list[Phrase]:
        """The phrases that a text may hold, by its words and its first words (lower case)."""
        found = {rank for word in self.by_word.keys() & said for rank in self.by_word[word]}
        for sign, ranks in self.by_sign.items():
            if sign in text:
                found.update(ranks)
        phrases = (self.phrases[rank] for rank in sorted(found))
        return [phrase for phrase in phrases if _may_hold(phrase, said, first)]


def _may_hold(phrase: Phrase, said: frozenset[str], first: frozenset[str]) -> bool:
    if phrase.opens and first.isdisjoint(phrase.words):
        return False
    return not any(said.isdisjoint(forms) for forms in phrase.needs)


class Phrases:
    """The phrases in all sentences of some versions, looked for when first asked for."""

    __slots__ = ("_found", "_numbered", "_strange", "_versions")

    def __init__(self, versions: tuple[Version, ...] = ()) -> None:
        self._versions = versions
        self._found: dict[str, list[Hit]] | None = None
        self._numbered: tuple[Numbered, ...] | None = None
        self._strange: list[tuple[Version, Sentence]] = []

    def of(self, *lists: str) -> Iterator[Hit]:
        """The phrases of some lists, list by list, each in the order of reading."""
        found = self._looked_for()
        for name in lists:
            yield from found.get(name, ())

    def strange(self) -> Iterator[tuple[Version, Sentence]]:
        """The sentences whose common words are rather those of another language, quoted or not."""
        self._looked_for()
        yield from self._strange

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

    def _looked_for(self) -> Mapping[str, list[Hit]]:
        if self._found is None:
            found: defaultdict[str, list[Hit]] = defaultdict(list)
            for version in self._versions:
                for hit in self._hits(version):
                    found[hit.phrase.list].append(hit)
            self._found = dict(found)
        return self._found

    def _hits(self, version: Version) -> Iterator[Hit]:
        index = _index(version.standard.language)
        provided = provided_by(version)
        for sentence in version.sentences:
            in_order = _WORD.findall(sentence.text.lower())
            said = frozenset(in_order)
            if index.is_strange(said):
                self._strange.append((version, sentence))
            candidates = index.candidates(sentence.text, said, frozenset(in_order[:_FEW]))
            for phrase, start, end in _matches(candidates, sentence):
                yield Hit(phrase, sentence, start, end, version, provided.get(sentence.span))


def _matches(phrases: list[Phrase], sentence: Sentence) -> Iterator[tuple[Phrase, int, int]]:
    """The phrases in a sentence; of two of one list at one place, the longer."""
    text = blotted(sentence) if phrases else ""
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


@cache
def _index(code: str) -> _Index:
    """What is looked for in a language; nothing in one that we have no words of."""
    known = words(code)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    by_sign: defaultdict[str, list[int]] = defaultdict(list)
    for rank, phrase in enumerate(known.phrases):
        for word in phrase.words:
            by_word[word].append(rank)
        if phrase.sign is not None:
            by_sign[phrase.sign].append(rank)
    common = common_words()
    others = tuple(said for each, said in common.items() if code in common and each != code)
    return _Index(known.phrases, by_word, by_sign, common.get(code, frozenset()), others)


def is_strange(sentence: Sentence, code: str) -> bool:
    """Whether what the author says in a sentence, without what is quoted, is another language."""
    return _index(code).is_strange(frozenset(_WORD.findall(blotted(sentence).lower())))


def provided_by(version: Version) -> dict[Span, Provision]:
    """What each sentence provides, by its place; an item of a list what its lead-in does."""
    provided = {provision.span: provision for provision in version.provisions}
    for sentence in version.sentences:
        lead = provided.get(sentence.span) if sentence.items else None
        if lead is not None:
            for item in sentence.items:
                provided.setdefault(item.span, lead)
    return provided
