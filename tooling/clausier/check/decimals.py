"""What surrounds a number with a point: whether the point is a decimal sign, as words tell."""

from __future__ import annotations

import re

from clausier.check.quantities import Written
from clausier.language.words import words

_CLOCK = re.compile(r"(?:0\d|1?[1-9]|10|2[0-3])\.[0-5]\d(?!\d)[\s\u00a0]?(?:h\b|heures?\b)")
_AT_TIME = re.compile(
    r"(?:\d[\s\u00a0]?h(?:eures?)?[\s\u00a0]*[-–]?|\b(?:at|from|to|until|till|by|before|between|and"
    r"|à|de|dès|jusqu['’]à|avant|vers|entre|et|um|ab|bis|von|vor|gegen|zwischen|und))[\s\u00a0]*$",
    re.IGNORECASE,
)
_MEASURING = re.compile(
    r"(?:\b(?:at\s+least|at\s+most|more\s+than|less\s+than|fewer\s+than|about|approximately|up\s+to|"
    r"au\s+moins|au\s+plus|plus\s+de|moins\s+de|environ|jusqu['’]à|"
    r"mindestens|höchstens|mehr\s+als|weniger\s+als|etwa|ungefähr|bis\s+zu)|[=<>≤≥±×+−≈])\s*$",
    re.IGNORECASE,
)
_OTHER_BOUND = re.compile(r"[\s\u00a0](?:and|et|und)[\s\u00a0]\d++[.,]\d")
_AND_BEFORE = re.compile(r"\d[.,]\d+[\s\u00a0](?:and|et|und)[\s\u00a0]$")
_OUT_OF = re.compile(r"[\s\u00a0](?:out[\s\u00a0]of|sur|von)[\s\u00a0]\d")
_WORD = re.compile(r"[^\W\d_]+(?:-wert)?")


def is_measured(found: Written) -> bool:
    """Whether the words or the sign before a number say how much: `at least`, `=`."""
    return _MEASURING.search(found.before) is not None


def is_clock(found: Written) -> bool:
    """Whether a number can be a time of day (`at 10.30 h`), which has no decimal sign."""
    told = _CLOCK.match(found.said.text, found.match.start("whole"))
    return told is not None and _AT_TIME.search(found.before) is not None


def is_score(found: Written) -> bool:
    """Whether a number is so many of another: `7.5 out of 10`."""
    return _OUT_OF.match(found.said.text, found.match.end()) is not None


def is_value(found: Written) -> bool:
    """Whether a quantity without a unit (`a pH of`, `the factor is`) leads to a number."""
    known = words(found.language).sets.get("pure-quantities", frozenset())
    other = _OTHER_BOUND.match(found.said.text, found.match.end())
    if not (found.is_said_to_be or other or _AND_BEFORE.search(found.before)):
        return False
    others = words(found.language).sets.get("designators", frozenset())
    before = _WORD.findall(found.said.text[: found.match.start()].lower())
    after = _WORD.findall(found.said.text[found.match.end() :].lower())
    return not known.isdisjoint(before + after) and others.isdisjoint(before)
