"""The known word that someone probably meant."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

from clausier.source.diagnostic import Message, say

_CANDIDATES = 5
_LIKE_ENOUGH = 0.6
_LONGEST = 100
_LOOKED_AT = 300


class Nearest:
    """Words among which the nearest to a mistyped one is found.

    Only the few words that share most pairs of letters, rare pairs first, are compared letter by
    letter, so that a thousand mistakes among ten thousand words take little time.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(dict.fromkeys(words))
        self._by_pair: dict[str, list[str]] = {}
        self._answers: dict[str, str | None] = {}

    def __call__(self, word: str) -> str | None:
        """The word most like `word`, or None where none is like enough."""
        if word not in self._answers:
            self._answers[word] = self._nearest(word) if len(word) <= _LONGEST else None
        return self._answers[word]

    def _nearest(self, word: str) -> str | None:
        folded = word.casefold()
        rated = [
            (SequenceMatcher(None, folded, near.casefold()).ratio(), near)
            for near in self._candidates(folded)
        ]
        best, near = max(rated, key=lambda pair: pair[0], default=(0.0, None))
        return near if best >= _LIKE_ENOUGH else None

    def _candidates(self, folded: str) -> list[str]:
        index = self._index()
        shared: Counter[str] = Counter()
        looked_at = 0
        for having in sorted((index.get(pair, []) for pair in _pairs(folded)), key=len):
            if looked_at > _LOOKED_AT:
                break
            shared.update(having)
            looked_at += len(having)
        return [word for word, _ in shared.most_common(_CANDIDATES)]

    def _index(self) -> dict[str, list[str]]:
        if not self._by_pair:
            index: defaultdict[str, list[str]] = defaultdict(list)
            for word in self._words:
                for pair in _pairs(word.casefold()):
                    index[pair].append(word)
            self._by_pair = dict(index)
        return self._by_pair


def _pairs(word: str) -> tuple[str, ...]:
    framed = f" {word} "
    return tuple(dict.fromkeys(framed[at : at + 2] for at in range(len(framed) - 1)))


def did_you_mean(near: str | None, otherwise: Message) -> Message:
    """The help for a word that nothing is called: the nearest, or what else to do."""
    return otherwise if near is None else say("did you mean `{0}`?", near)
