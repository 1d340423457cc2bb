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
LONG_UNITS = (
    "%|‰|°[CF]|mm[²³]?|cm[²³]?|dm[²³]?|km/h|km²?|m²|m³|m/s|µm|nm|kg|mg|µg|hg|kPa|hPa|MPa|Pa|mbar|bar|"
    "kN|MN|Nm|kJ|MJ|kWh|MWh|GWh|Wh|kW|MW|GW|mA|kA|mV|kV|kHz|MHz|GHz|Hz|dB|lx|lm|mol|ml|mL|cl|dl|hl|"
    "min|ms|µs|ns|r/min|kB|MB|GB|TB|kbit/s|Mbit/s|ppm"
)
SHORT_UNITS = "[mgshltVWNKJL]"
UNIT = rf"(?:(?:{LONG_UNITS})(?![\w'’/²³])|{SHORT_UNITS}(?![\w'’/²³)]))"
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
    def is_designation(self) -> bool:
        """Whether the word before it is an abbreviation in capitals (`ISO`), a sign or a number."""
        word = self.word_before
        return (len(word) > 1 and word.isupper() and word.isalpha()) or "°" in word


def written(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Written]:
    """Every place where a pattern is found in the authors' own words that hold a digit."""
    for said in subject.phrases.numbered():
        for match in pattern.finditer(said.text):
            yield Written(said, match)
