"""Verbal forms in a sentence, and the type of provision that they make of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from clausier.language.language import Language, VerbalForm
from clausier.model.prose import OBJECT
from clausier.resolve.resolved import Sentence, Type

_WORD = re.compile(r"\w+")
_LOOK_BACK = 120

_STRENGTH: Mapping[str, int] = {
    Type.REQUIREMENT: 0,
    Type.RECOMMENDATION: 0,
    Type.EXTERNAL: 1,
    Type.INSTRUCTION: 1,
    Type.PERMISSION: 2,
    Type.POSSIBILITY: 2,
}


class Found(Struct, frozen=True):
    """A verbal form in a sentence; `start` and `end` count in its text.

    `verb` reads as written, or as the form's name where many other words stand within it;
    `conditional` says that it stands in a condition before the main clause.
    """

    form: VerbalForm
    start: int
    end: int
    verb: str
    conditional: bool

    @property
    def strength(self) -> int:
        """0 for what obliges or recommends, more for what binds less."""
        return _STRENGTH[self.form.type]


class Lexicon(Struct, frozen=True):
    """The verbal forms of a language, and for each word that betrays some, their places in it."""

    forms: tuple[VerbalForm, ...]
    by_word: Mapping[str, tuple[int, ...]]
    conditions: frozenset[str]


def lexicon(language: Language) -> Lexicon:
    """The verbal forms of a language, made ready for many sentences."""
    by_word: dict[str, tuple[int, ...]] = {}
    for rank, form in enumerate(language.forms):
        for word in form.words:
            by_word[word] = (*by_word.get(word, ()), rank)
    return Lexicon(language.forms, by_word, frozenset(language.conditions))


def verbal_forms(sentence: Sentence, lexicon: Lexicon) -> tuple[Found, ...]:
    """The verbal forms in a sentence, in order; of two at one place, the longer.

    What the author quotes, names or writes as code holds none.
    """
    words = _WORD.findall(sentence.text.lower())
    present = lexicon.by_word.keys() & words
    if not present:
        return ()
    text = blotted(sentence)
    ranks = {rank for word in present for rank in lexicon.by_word[word]}
    found = [
        (start, -end, rank) for rank in ranks for start, end in _matches(lexicon.forms[rank], text)
    ]
    main_from = text.find(",") if words[0] in lexicon.conditions else -1
    return tuple(_apart(sorted(found), lexicon.forms, text, main_from))


def _matches(form: VerbalForm, text: str) -> Iterable[tuple[int, int]]:
    for match in form.pattern.finditer(text):
        start, end = match.span()
        while start < end and not text[start].isalnum():
            start += 1
        before = max(0, start - _LOOK_BACK)
        if form.unless is None or form.unless.search(text[before:start]) is None:
            yield start, end


def _apart(
    found: list[tuple[int, int, int]], forms: tuple[VerbalForm, ...], text: str, main_from: int
) -> Iterable[Found]:
    reached = 0
    for start, minus_end, rank in found:
        if start >= reached:
            reached = -minus_end
            form = forms[rank]
            yield Found(form, start, reached, _verb(text[start:reached], form), start < main_from)


def _verb(written: str, form: VerbalForm) -> str:
    words = written.split()
    return " ".join(words) if len(words) <= len(form.form.split()) + 1 else form.form


def blotted(sentence: Sentence) -> str:
    """The text of a sentence with signs in the place of what is quoted, named or code."""
    text = sentence.text
    if not sentence.quoted:
        return text
    parts: list[str] = []
    at = 0
    for start, end in sentence.quoted:
        parts += [text[at:start], OBJECT * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def governing(found: tuple[Found, ...]) -> Found | None:
    """The form that says what a sentence is; None where there is none.

    What obliges or recommends comes before what permits or enables, wherever it stands: "staff can
    decide, and shall say why" is a requirement. Then the main clause comes before a condition, a
    main form before an equivalent expression, and the first before the next.
    """
    return min(
        found,
        key=lambda each: (each.strength, each.conditional, not each.form.main, each.start),
        default=None,
    )
