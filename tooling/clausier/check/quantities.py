"""How numbers and units are written, for the rules that look at them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from clausier.check.phrases import Numbered
from clausier.check.subject import Subject
from clausier.language.words import words
from clausier.source.place import Span

NO_BREAK = "\u00a0"
NUMBER = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d)){1,4}|\d++)(?:[.,]\d++(?![.,]\d))?"
"""A number with its groups of three; where it begins, no digit or decimal sign stands before."""
START = r"(?<![\w.,:/§#])"
_LONG = (
    "%|‰|°[CF]|[mcdkµn]m[²³23]?|m[²³23]|[kmµh]g|[kMhG]?Pa|[mµ]?bar|[kMGmcd]N|daN|[kMGm]J|[kMGT]?Wh|[kMGm]W|"
    "[mkµn]A|[mkµ]V|k?VA|[kMG]Hz|Hz|dB|lx|lm|cd|m?mol|[mµcdh][lL]|min|[mµn]s|[µnp]F|[kM]?Ω|[kMG]?Bq|"
    "m?Sv|Gy|[mµ]T|k?eV|[kMGT]i?B|kbit|Mbit|ppm"
)
_DIVISOR = r"(?:mm|cm|dm|km|µm|m|kg|mg|g|kW|W|dl|ml|l|L|min|ms|s|h|d|K|A|mol|Pa|N)[²³23]?"
LONG_UNITS = rf"(?:{_LONG}|[mgshlLNWJVAK]|r)/{_DIVISOR}(?:·{_DIVISOR})?|[kM]?N[·⋅]?mm?|{_LONG}"
SHORT_UNITS = "[mgshltVWNKJL]"
UNIT = rf"(?:(?:{LONG_UNITS})(?![\w'’/²³])|{SHORT_UNITS}(?!-[^\W\d_]|[\w'’/²³)]))"
_LAST_WORD = re.compile(r"[\w.°]+(?=[\s\u00a0(]*$)")
_LOOK_BACK = 40


class Written(Struct, frozen=True):
    """A number or quantity in a sentence, where a pattern found it."""

    said: Numbered
    match: re.Match[str]

    def span(self, group: int | str = 0) -> Span:
        """The place of the match, or of one of its groups."""
        return self.said.sentence.at(self.match.start(group), self.match.end(group))

    @property
    def is_plain(self) -> bool:
        """Whether it was written as it is read, without marks such as `<sup>` in it."""
        span = self.span()
        return span.end - span.start == len(self.match.group())

    @property
    def words(self) -> str:
        """It as written, on one line."""
        return " ".join(self.match.group().split())

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.said.version.standard.language

    @property
    def before(self) -> str:
        """The characters of the sentence just before it."""
        return self.said.text[max(0, self.match.start() - _LOOK_BACK) : self.match.start()]

    @property
    def word_before(self) -> str:
        """The last word before it, or nothing."""
        found = _LAST_WORD.search(self.before)
        return found.group() if found else ""

    def follows(self, name: str) -> bool:
        """Whether the word before it is one of a set of the language's words."""
        known = words(self.language).sets.get(name, frozenset())
        return self.word_before.lower().rstrip(".") in known

    @property
    def is_said_to_be(self) -> bool:
        """Whether a verb or a preposition leads to the number (`is 3`, `between 3`): a value."""
        known = words(self.language).sets.get("before-values", frozenset())
        return self.word_before.lower() in known

    @property
    def is_designation(self) -> bool:
        """Whether the word before it is an abbreviation in capitals (`ISO`), a sign or a number."""
        word = self.word_before
        return (len(word) > 1 and word.isupper() and word.isalpha()) or "°" in word


def written(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Written]:
    """Every place where a pattern is found in the authors' own words that hold a digit."""
    for said in subject.phrases.numbered():
        for match in pattern.finditer(said.text):
            yield Written(said, match)
