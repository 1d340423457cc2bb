"""Where sentences end. A stop after an abbreviation, an initial or an ordinal ends none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from clausier.language.language import Language

Range = tuple[int, int]
"""Characters of a text, the second excluded."""

_STOP = re.compile(r"""[.!?…]++(?:[ \u00a0\u202f]?»|[”“"’')\]])*+""")
_INK = re.compile(r"""[^\s(\[“„«"‘']""")
_WORD = re.compile(r"\w+")
_QUOTATION = re.compile(r"""“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|‘[^‘’]*’|(?<!\w)"[^"]*\"""")
_QUOTING = re.compile(r"""[“„«‘"]""")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_OPENING = "([“„«\"‘'"
_LOOK_BACK = 40

_CLOSING = frozenset({"etc", "usw", "al", "ff", "sqq"})
"""Abbreviations that a sentence may well end with."""

_UNITS = frozenset({"min", "Min"})
"""Abbreviations that are units too: after a number, a sentence ends with them."""

_CAPITAL_UNITS = frozenset("NWVAKJLCFTHS")
"""Units of one capital letter: after a number, a sentence ends with them."""

_YEAR = re.compile(r"(?:1[89]|20)\d\d")

_JOINING = frozenset({"and", "or", "to", "et", "ou", "à", "und", "oder", "bis", "nach"})
"""What stands between two letters that tell places or variants apart: `from A to B.`"""

_LETTERED = frozenset({
    "point", "points", "punkt", "punkte", "position", "positions", "stellung", "zone", "zones",
    "mode", "modes", "modus", "line", "ligne", "linie", "axis", "axe", "achse", "side", "côté",
    "seite", "method", "méthode", "methode", "procedure", "procédure", "verfahren", "solution",
    "lösung", "size", "taille", "größe", "category", "catégorie", "kategorie", "appendix",
    "annex", "annexe", "anhang", "class", "classe", "klasse", "type", "typ", "option", "level",
    "niveau", "stufe", "grade", "group", "groupe", "gruppe", "case", "cas", "fall", "figure",
    "bild", "table", "tableau", "tabelle", "step", "étape", "schritt", "part", "partie", "teil",
    "variant", "variante", "version", "channel", "canal", "kanal",
})  # fmt: skip
"""What is told apart by a capital letter, so that `Annex A.` may end a sentence."""


class Stops(Struct, frozen=True):
    """What a language knows of stops that end no sentence."""

    abbreviations: frozenset[str]
    ordinals: frozenset[str]
    determiners: frozenset[str]


def stops(language: Language) -> Stops:
    """The abbreviations of a language without their last stop, and the words after ordinals."""
    words: set[str] = set()
    for abbreviation in language.abbreviations:
        parts = [part for part in abbreviation.split() if part.endswith(".")]
        words.update(part[:-1] for part in parts)
    words |= {word[:1].upper() + word[1:] for word in words if len(word) > 1}
    return Stops(
        frozenset(words) - _CLOSING,
        frozenset(language.ordinals),
        frozenset(language.determiners),
    )


def quotations(text: str) -> list[Range]:
    """The quotations in a text, with their signs; an opening sign without a closing one is none."""
    if _QUOTING.search(text) is None:
        return []
    return [match.span() for match in _QUOTATION.finditer(text)]


def cut(text: str, stops: Stops, quoted: Iterable[Range]) -> Iterator[Range]:
    """The sentences of a text, in order, without the white space around them.

    No sentence ends within brackets or within `quoted`; a closing quotation mark or bracket
    belongs to the sentence that it closes.
    """
    start = _skip(text, 0)
    inside = 0
    whole = union([*quoted, *_brackets(text)])
    for match in _STOP.finditer(text):
        at, end = match.span()
        if end == len(text) or not text[end].isspace():
            continue
        while inside < len(whole) and whole[inside][1] < at:
            inside += 1
        low, high = whole[inside] if inside < len(whole) else (end, end)
        if low <= at and end < high:
            continue
        if _ends(text, start, match, stops, named=low < at <= high):
            yield start, end
            start = _skip(text, end)
    stop = len(text.rstrip())
    if start < stop:
        yield start, stop


def _brackets(text: str) -> list[Range]:
    if "(" not in text and "[" not in text:
        return []
    return [match.span() for match in _BRACKETS.finditer(text)]


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def union(ranges: Iterable[Range]) -> list[Range]:
    """The same characters in ranges that do not overlap, in order."""
    merged: list[Range] = []
    for low, high in sorted(ranges):
        if merged and low < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _ends(text: str, start: int, match: re.Match[str], stops: Stops, named: bool) -> bool:
    """Whether a stop ends a sentence; `named`: it follows what is written as one (`Annex A`)."""
    at, end = match.span()
    ink = _INK.search(text, end)
    if ink is None or ink.group().islower():
        return False
    if named or match.group() != ".":
        return True
    return not _is_short(text[max(start, at - _LOOK_BACK) : at], text, ink.start(), stops)


def _is_short(before: str, text: str, next_at: int, stops: Stops) -> bool:
    words = before.split()
    if not words or before[-1].isspace():
        return False
    last = words[-1].lstrip(_OPENING)
    last = last.rpartition("’")[2].rpartition("'")[2]
    previous = words[-2] if len(words) > 1 else ""
    if last.isdigit():
        following = _WORD.match(text, next_at)
        ordinal = following is not None and following.group() in stops.ordinals
        return not previous or ordinal or previous.lower() in stops.determiners
    if last == "no":
        return text[next_at].isdigit()
    if len(last) == 1 and last.isupper():
        return not _tells_apart(last, words)
    follows = last in _UNITS and previous[-1:].isdigit() and text[next_at].isalpha()
    return last in stops.abbreviations and not follows


def _tells_apart(letter: str, words: list[str]) -> bool:
    """Whether the last of some words, a capital letter, is a unit or a label and no initial."""
    previous = words[-2].lower() if len(words) > 1 else ""
    if previous[-1:].isdigit():
        return letter in _CAPITAL_UNITS and _YEAR.fullmatch(previous) is None
    other = words[-3].lstrip(_OPENING) if len(words) > 2 else ""
    paired = previous in _JOINING and len(other) == 1 and other.isupper()
    return paired or previous in _LETTERED
