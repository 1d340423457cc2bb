"""The numbers that a text says, in figures and in words, so that languages can be compared."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from clausier.check.quantities import UNIT
from clausier.model.prose import Prose
from clausier.source.place import Span

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_LABEL = re.compile(
    r"\b(?:[Cc]lause|[Aa]nnexe?|[Tt]able|[Ff]igure|[Ff]ormula|[Aa]rticle|[Tt]ableau|[Ff]ormule"
    r"|Abschnitt|Anhang|Tabelle|Bild|Formel)[ \u00a0]\(?\Z"
)
_MINUS = re.compile(
    r"(?:(?<![\w\d)])[−-]|\b(?:minus|(?<!au\s)(?<!du\s)(?<!le\s)moins)[ \u00a0])\Z", re.IGNORECASE
)
_UNIT = re.compile(rf"[ \u00a0\u202f]?({UNIT})")
_HOUR = re.compile(r"(?:[:.]\d\d)?[ \u00a0]?(?:(?P<pm>p\.?\s?m\b)|a\.?\s?m\b|Uhr\b|o['’]clock\b)")
_SPACES = str.maketrans("", "", "\u00a0\u202f ")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMERALS: Mapping[str, str] = {
    "en": "zero/nil/no one/first/once/single two/second/twice/both three/third/thrice four/fourth "
          "five/fifth six/sixth seven/seventh eight/eighth nine/ninth ten/tenth eleven twelve "
          "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "fr": "zéro/aucun/aucune un/une/premier/première deux/second/seconde/deuxième "
          "trois/troisième quatre/quatrième cinq/cinquième six/sixième "
          "sept/septième huit/huitième neuf/neuvième "
          "dix/dixième onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
    "de": "null/kein/keine ein/eine/einem/einen/einer/eines/erste/ersten/einmal "
          "zwei/zweite/zweiten/zweimal/beide drei/dritte/dritten vier/vierte fünf/fünfte "
          "sechs/sechste sieben/siebte acht/achte neun/neunte zehn/zehnte elf zwölf dreizehn "
          "vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
}  # fmt: skip
_HALVES = frozenset(("half", "halves", "demi", "demie", "moitié", "halb", "halbe", "hälfte"))
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LAST_ROMAN = 39


class Said(Struct, frozen=True):
    """A number in figures: its value as all languages would write it, its unit and its place."""

    value: str
    unit: str
    span: Span


def numbers(text: Prose) -> list[Said]:
    """The numbers in a text that are no labels (`Table 1`)."""
    return [one for match in _NUMBER.finditer(text.text) for one in _said(text, match)]


def _said(text: Prose, match: re.Match[str]) -> Iterator[Said]:
    start, end = match.span()
    if _LABEL.search(text.text, max(0, start - 15), start):
        return
    span = text.span(start, end)
    value = match.group().translate(_SPACES).replace(",", ".")
    hour = _HOUR.match(text.text, end)
    if hour is not None:
        first, *minutes = value.split(".")
        late = hour["pm"] and first.isdecimal() and int(first) < 12
        yield Said(str(int(first) + 12) if late else first, "", span)
        yield from (Said(each, "", span) for each in minutes if each.strip("0"))
        return
    unit = _UNIT.match(text.text, end)
    sign = "−" if _MINUS.search(text.text, max(0, start - 7), start) else ""
    yield Said(sign + value, unit[1] if unit else "", span)


def lacking(ours: list[Said], theirs: list[Said]) -> Iterator[Said]:
    """The numbers that the other text has less often, each at its last place."""
    left = Counter(one.value for one in ours) - Counter(one.value for one in theirs)
    for one in reversed(ours):
        if left[one.value] > 0:
            left[one.value] -= 1
            yield one


def other_units(ours: list[Said], theirs: list[Said]) -> Iterator[tuple[Said, Said]]:
    """The numbers that have the symbol of another unit in the other text."""
    left: defaultdict[str, list[Said]] = defaultdict(list)
    for one in theirs:
        left[one.value].append(one)
    for one in ours:
        known = left[one.value]
        same = next((each for each in known if each.unit.lower() == one.unit.lower()), None)
        if same is not None:
            known.remove(same)
        elif known and one.unit and all(each.unit for each in known):
            yield one, known[0]


def is_said(number: str, text: str, language: str) -> bool:
    """Whether a text says a number in words, or in Roman figures."""
    words = {word.lower() for word in _WORDS.findall(text)}
    if number in ("0.5", "50"):
        return not words.isdisjoint(_HALVES)
    if number == "100" and words & {"hundred", "cent", "hundert"}:
        return True
    if not number.isdecimal():
        return False
    numerals = _NUMERALS.get(language, "").split()
    if int(number) < len(numerals) and not words.isdisjoint(numerals[int(number)].split("/")):
        return True
    return 0 < int(number) <= _LAST_ROMAN and _is_roman(int(number), text)


def _is_roman(number: int, text: str) -> bool:
    roman = ""
    for value, letters in _ROMAN:
        roman += letters * (number // value)
        number %= value
    return re.search(rf"\b{roman}(?:e|er|ère|re|th)?\b", text) is not None
