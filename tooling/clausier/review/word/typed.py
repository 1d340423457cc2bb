"""Numbers of headings that were typed, told from titles that merely begin with a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from clausier.review.word.file import Para, WordFile
from clausier.review.word.names import said_language
from clausier.review.word.rule import Found, word_rule
from clausier.review.word.styles import HEADING
from clausier.source.diagnostic import Severity, say

_FIGURES = re.compile(r"\s*([0-9]{1,2}(?:\.[0-9]+)*)([.)]?)\s+(\S+)")
_ANNEX = re.compile(
    r"\s*((?:Annex|Annexe|Anhang)\s+(?:[A-Z]|[NZ][A-Z])\b(?!\s+[a-zß-ÿ])"
    r"|[A-Z]\.[0-9]+(?:\.[0-9]+)*(?=\s))"
)
_UNIT = re.compile(r"[kMGTPmµn]?(?:Hz|Wh?|VA?|A|Pa|J|N|B|bit|g|m|s|[Ll])[²³]?|°C|K|%")
_LEVEL = re.compile(r"(?:heading|p)([1-9])")


@word_rule(Severity.ERROR, "DOC-04")
def typed_number(file: WordFile) -> Iterator[Found]:
    """The number of a heading is typed.

    A typed number stays when clauses move, and stands twice once Word numbers the heading too.
    Delete it; the style of the heading numbers it. A title that begins with a number of things
    (`5 Steps to a better desk`) is none.
    """
    ordinals = said_language(file).startswith("de")
    headings = _headings(file)
    counted = [one for one in headings if one.level == 1]
    befores = {one.paragraph.span: before for before, one in pairwise(counted)}
    afters = {one.paragraph.span: after for one, after in pairwise(counted)}
    for heading in headings:
        span = heading.paragraph.span
        beside = tuple(found[span] for found in (befores, afters) if span in found)
        if heading.annex or (heading.number and _is_typed(heading, beside, ordinals)):
            yield Found(
                span,
                say("typed number `{0}`", heading.annex or f"{heading.number}{heading.stop}"),
                say("delete it; the style numbers the heading"),
            )


class _Heading(Struct, frozen=True):
    """A heading: `place` is the number that counting gives it, the others are what it begins with.

    `level` is 0 where the heading is none of a clause.
    """

    paragraph: Para
    level: int
    place: str
    annex: str = ""
    number: str = ""
    stop: str = ""
    word: str = ""


def _headings(file: WordFile) -> list[_Heading]:
    made: list[_Heading] = []
    count: list[int] = []
    for paragraph in file.document.paragraphs:
        if HEADING.fullmatch(paragraph.style):
            found = _LEVEL.fullmatch(paragraph.style)
            level = int(found[1]) if found else 0
            count = _counted(count, level) if level else count
            place = ".".join(map(str, count)) if level else ""
            made.append(_heading(paragraph, level, place))
    return made


def _counted(count: list[int], level: int) -> list[int]:
    above = [*count, *[0] * level][: level - 1]
    return [*above, count[level - 1] + 1 if len(count) >= level else 1]


def _heading(paragraph: Para, level: int, place: str) -> _Heading:
    annex = _ANNEX.match(paragraph.text)
    figures = _FIGURES.match(paragraph.text)
    if annex:
        return _Heading(paragraph, level, place, annex[1])
    return _Heading(paragraph, level, place, "", *(figures.groups() if figures else ()))


def _is_typed(heading: _Heading, beside: tuple[_Heading, ...], ordinals: bool) -> bool:
    """Whether the number with which a heading begins is its own, and no number of things.

    One with points is, unless a unit or a small letter follows; one without is where it counts on
    from a heading beside it, or is what counting gives; so is a German ordinal (`2. Entwurf`).
    """
    capital = not heading.word[:1].islower()
    if heading.number == heading.place and (capital or heading.level > 1):
        return True
    if "." in heading.number:
        return capital and not _UNIT.fullmatch(heading.word)
    if heading.stop == ")" or (heading.stop and not ordinals):
        return True
    own = int(heading.number)
    counts = {one.number: one for one in beside if one.number.isdecimal()}
    return capital and any(str(own + step) in counts for step in (-1, 1))
