"""Sentences in the imperative: the steps of a procedure, which oblige as requirements do."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.language.words import Phrase, pattern, words
from clausier.resolve.resolved import Sentence
from clausier.resolve.verb import blotted

_READING = ("consult", "lesen")
"""Verbs that only ask the reader to look somewhere, as `see` does."""


def is_instruction(sentence: Sentence, code: str) -> bool:
    """Whether a sentence in the language `code` asks for something to be done: DP2 7.3.

    What the author marked is what the mark says, and no instruction here.
    """
    text = blotted(sentence)
    first = next((sign for sign in text if sign.isalpha()), "")
    if not first.isupper() or any(mark.provision for mark in sentence.marks):
        return False
    return any(not said.startswith(_READING) for said in _commands(text, code))


def _commands(text: str, code: str) -> Iterator[str]:
    """The verbs in the imperative in a text, in small letters."""
    for phrase in words(code).phrases:
        if phrase.list == "imperative":
            yield from _found(phrase, text)


def _found(phrase: Phrase, text: str) -> Iterator[str]:
    form = pattern(phrase.source)
    group = "at" if "at" in form.groupindex else 0
    for match in form.finditer(text):
        yield match.group(group).lower()
