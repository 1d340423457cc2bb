"""Words and phrases of a language that rules look for, read from its data file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from clausier.language.language import LANGUAGES
from clausier.language.packaged import packaged

_WORD = re.compile(r"\w+")


class Phrase(Struct, frozen=True):
    """One way in which something is said that a rule looks for.

    `list` is the name of the list it stands in. A sentence without any of `words` (lower case),
    or without `sign`, does not hold it; `source` is the pattern that finds it, without regard to
    capitals, with the group `at` where only a part of it is meant. Where `unless` is found just
    before it, it is a false friend. `write` are the words to write instead, in the language of the
    text. `needs` are the other words of which the sentence holds some, each in one of its forms;
    `opens` says that one of `words` is among the first of the sentence.
    """

    list: str
    source: str
    words: tuple[str, ...] = ()
    sign: str | None = None
    unless: str | None = None
    write: str | None = None
    needs: tuple[frozenset[str], ...] = ()
    opens: bool = False


class Words(Struct, frozen=True):
    """The phrases of a language, and its sets of single words by name."""

    phrases: tuple[Phrase, ...]
    sets: Mapping[str, frozenset[str]]


@cache
def words(code: str) -> Words:
    """The phrases of a language; none for a language that we have no data for."""
    if code not in LANGUAGES:
        return Words((), {})
    data = packaged("clausier.language", f"words.{code}.yml")
    lines = [phrase for name, text in data["phrases"].items() for phrase in _lines(name, text)]
    patterns = [
        Phrase(
            list=str(row["list"]),
            source=str(row["pattern"]),
            words=tuple(str(row.get("words", "")).split()),
            sign=row.get("sign"),
            unless=row.get("unless"),
            write=row.get("write"),
            opens=bool(row.get("opens", False)),
        )
        for row in data["patterns"]
    ]
    sets = {name: frozenset(str(text).split()) for name, text in data["sets"].items()}
    return Words((*lines, *patterns), sets)


@cache
def common_words() -> Mapping[str, frozenset[str]]:
    """Common words of each language, none of which another one has."""
    data = packaged("clausier.language", "common.yml")
    return {code: frozenset(str(said).split()) for code, said in data.items()}


@cache
def pattern(source: str) -> re.Pattern[str]:
    """A pattern of the data, made ready when it is first needed: most never are."""
    return re.compile(source, re.IGNORECASE)


def _lines(name: str, text: str) -> Iterator[Phrase]:
    for line in text.splitlines():
        found, _, write = line.partition("=>")
        if found.strip():
            yield _phrase(name, found.split(), write.strip() or None)


def _phrase(name: str, tokens: list[str], write: str | None) -> Phrase:
    """A phrase from its tokens, each with its alternatives: `adequate/adequately`."""
    each = [token.split("/") for token in tokens]
    telling = max(each, key=lambda forms: min(map(len, forms)))
    needs = tuple(_longest(forms) for forms in each if forms is not telling)
    source = r"\s+".join(_either(forms) for forms in each)
    source = rf"(?<![\w-]){source}(?![\w-])"
    return Phrase(name, source, tuple(sorted(_longest(telling))), write=write, needs=needs)


def _longest(forms: list[str]) -> frozenset[str]:
    """The longest word of each form, without its apostrophes and hyphens."""
    return frozenset(max(_WORD.findall(form.lower()), key=len) for form in forms)


def _either(forms: list[str]) -> str:
    escaped = [re.escape(form).replace("'", "['’]") for form in forms]
    return escaped[0] if len(escaped) == 1 else f"(?:{'|'.join(escaped)})"
