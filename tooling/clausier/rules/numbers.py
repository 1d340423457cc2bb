"""Numbers are written as the Directives write them, in every language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from clausier.check.decimals import is_clock, is_measured, is_score, is_value
from clausier.check.quantities import (
    NO_BREAK,
    NUMBER,
    START,
    UNIT,
    Written,
    written,
)
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Part, Subject
from clausier.language.words import words
from clausier.model.block import Cell, Equation, Paragraph, Table
from clausier.model.inline import Inline, Text
from clausier.resolve.resolved import Version
from clausier.source.diagnostic import Edit, Severity, say
from clausier.source.place import Span

_POINT = re.compile(rf"{START}(?P<whole>\d++)(?P<point>\.)\d++(?![.,:/-]?\d)(?P<unit>\s?{UNIT})?")
_DOCUMENT = re.compile(r"\d{3}(?::\d{4})?,\s*$")
_TEX_POINT = re.compile(r"(?<![\d.])\d++(\.)\d++(?!\.?\d)")
_CELL = re.compile(r"[+−-]?\d++(?:[ \u00a0\u202f]\d{3}){0,4}(?P<decimals>[.,]\d++)?")
_NEXT_WORD = re.compile(r"[\s\u00a0]([^\W\d_]+)")
_NO_ZERO = re.compile(r"(?:(?<!\S)|(?<=[(=<>≤≥±−]))(?P<sign>[.,])\d++(?![.,]?\w)")
_GROUPED = re.compile(
    r"(?<![\w.,:/§#'’-])\d{1,3}(?:(?:,\d{3}){2,4}|(?:\.\d{3}){2,4}|['’]\d{3}|,\d{3}|\.\d{3})(?![\w.,'’]?\d)"
)
_UNGROUPED = re.compile(r"(?<![\w.,:/§#+–-])[1-9]\d{3,14}+(?![\w:/–-])")
_DECIMALS = re.compile(r"(?<=\d),(?P<digits>\d{4,15}+)(?!\d)")
_TIMES = re.compile(rf"{START}{NUMBER}(?:\s?{UNIT})?(?P<times>\s?[xX*]\s?)(?={NUMBER})")
_DRIVEN = re.compile(r"([4-8])x\1(?![\w.,]|[ \u00a0]?(?:[a-zµ]?m|in)\b)")
_PLUS_MINUS = re.compile(r"(?<=[\d\w%\s])(?P<sign>\+\s?/\s?[-–−]|\+[-–−])(?=\s?\d)")
_TOLERANCE = re.compile(rf"{START}(?P<value>{NUMBER})\s?±\s?(?P<by>{NUMBER})\s?(?P<unit>{UNIT})")
_RANGE = re.compile(
    rf"(?<![\w.,:/§#–-])(?P<low>{NUMBER})(?:\s?[-–]\s?|\s(?:to|à|bis)\s)"
    rf"(?P<high>{NUMBER})\s?(?P<unit>{UNIT})"
)
_MINUS = re.compile(
    rf"(?:(?<!\S)|(?<=[(=<>≤≥±]))(?P<sign>[-–])(?P<number>{NUMBER})(?P<unit>\s?{UNIT})?(?![\w–-])"
)
_BETWEEN = re.compile(
    rf"\b(?P<word>between|entre|zwischen)[ \u00a0](?P<low>{NUMBER})\s?[-–]\s?(?P<high>{NUMBER})"
    rf"(?![\w.,:/–-]|\s(?:and|et|und)\s[+−–-]?\d)",
    re.IGNORECASE,
)
_NOT_COUNTED_TEXT = """
and was has had are were for from with which that when shall should may can will does
est sont était ont avait sur qui que dans pour avec doit doivent peut
"""
_NOT_COUNTED = frozenset(_NOT_COUNTED_TEXT.split())
"""Words that follow what is told by a number, and not what is counted."""
_IN_THREE = re.compile(r"[1-9]\d{0,2}\.\d{3}(?!\d)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_AND = {"between": "and", "entre": "et", "zwischen": "und"}
_SHARED = re.compile(
    rf"\b(?:between|entre|zwischen)[ \u00a0](?P<low>{NUMBER})"
    rf"(?P<and>[ \u00a0](?:and|et|und)[ \u00a0])(?P<high>{NUMBER})[ \u00a0]?(?P<unit>{UNIT})",
    re.IGNORECASE,
)
_BOUND = re.compile(rf"\s(?:and|to|et|à|und|bis)\s[+−–-]?{NUMBER}\s?{UNIT}")
_UNIT = re.compile(rf"\s?{UNIT}")
_TO = {"en": "to", "fr": "à", "de": "bis"}


@rule(Severity.ERROR, dp2("9.1"), catalogue=("NUM-01",), fixable=True, alone=True)
def decimal_point(subject: Subject) -> Iterator[Finding]:
    """A decimal sign is a point.

    In all language versions of a standard, English too, the decimal sign is a comma on the line.
    Write `0,5`; in formulas `0{,}5`. Numbers of clauses, versions, dates and times of day
    keep their points.
    """
    clauses = {id(version): _clause_numbers(version) for version in subject.versions}
    for found in written(subject, _POINT):
        if _is_decimal(found, clauses[id(found.said.version)]) and not _is_grouping(found):
            number = found.match.group().strip()
            yield _comma(found.span("point"), number, fix=not _IN_THREE.match(number))
    for part in subject.parts:
        if part.version is not None:
            yield from _in_cells(part)
            yield from _in_formulas(part, subject)


def _comma(span: Span, number: str, write: str = ",", fix: bool = True) -> Finding:
    """Before three digits a point may part thousands; then only a person knows what to write."""
    decimal = number.replace(".", write, 1)
    return Finding(
        span,
        say("decimal point in `{0}`", number),
        say("write `{0}`", decimal)
        if fix
        else say("write `{0}`, or `{1}` if it parts thousands", decimal,
                 number.replace(".", NO_BREAK, 1)),
        edits=(Edit(span, write),) if fix else (),
    )  # fmt: skip


def _clause_numbers(version: Version) -> frozenset[str]:
    return frozenset(number.value for number in version.numbers.values())


def _is_decimal(found: Written, clauses: frozenset[str]) -> bool:
    if found.is_designation or is_clock(found):
        return False
    if found.match["unit"] or is_measured(found):
        return True
    following = _NEXT_WORD.match(found.said.text, found.match.end())
    if following and following[1] in words(found.language).sets.get("unit-words", frozenset()):
        return True
    named = found.follows("designators") or found.match.group() in clauses
    if is_score(found) or (not named and is_value(found)):
        return True
    return found.match["whole"] == "0" and not named and not _DOCUMENT.search(found.before)


def _is_grouping(found: Written) -> bool:
    """Whether a point rather parts thousands, as another rule says: `48.000 Tonnen`."""
    following = _NEXT_WORD.match(found.said.text, found.match.end())
    number = found.match.group()
    return following is not None and _THOUSANDS.fullmatch(number) is not None and _is_grouped(found)


def _in_cells(part: Part) -> Iterator[Finding]:
    """Decimal points in cells that hold a number alone beside others, which no clause number does.

    The first column names the rows.
    """
    for block in part.contents.blocks:
        if not isinstance(block, Table):
            continue
        columns: defaultdict[int, list[tuple[Text, re.Match[str]]]] = defaultdict(list)
        for row in block.body:
            for at, cell in enumerate(row.cells[1:]):
                number = _alone(cell)
                if number is not None:
                    columns[at].append(number)
        for numbers in columns.values():
            yield from _points(numbers, sure=bool(block.legend.units))


def _points(numbers: list[tuple[Text, re.Match[str]]], sure: bool) -> Iterator[Finding]:
    signs = [(match["decimals"] or " ")[0] for _, match in numbers]
    if not sure and set(signs) <= {"."}:
        return
    for (text, match), sign in zip(numbers, signs, strict=True):
        if sign == "." and not match.group().startswith("0."):
            at = text.span.start + match.start("decimals")
            yield _comma(Span(text.span.path, at, at + 1), match.group())


def _alone(cell: Cell) -> tuple[Text, re.Match[str]] | None:
    """The number that a cell holds and nothing else."""
    if len(cell.blocks) != 1 or not isinstance(cell.blocks[0], Paragraph):
        return None
    inlines: tuple[Inline, ...] = cell.blocks[0].inlines
    if len(inlines) != 1 or not isinstance(inlines[0], Text):
        return None
    match = _CELL.fullmatch(inlines[0].value)
    return None if match is None else (inlines[0], match)


def _in_formulas(part: Part, subject: Subject) -> Iterator[Finding]:
    source = subject.sources.get(part.span.path)
    spans = [formula.span for formula in part.contents.formulas]
    spans += [block.tex_span for block in part.contents.blocks if isinstance(block, Equation)]
    for span in spans if source else ():
        tex = source.text[span.start : span.end] if source else ""
        for match in _TEX_POINT.finditer(tex):
            at = span.start + match.start(1)
            yield _comma(Span(span.path, at, at + 1), match.group(), "{,}")


@rule(Severity.ERROR, dp2("9.1"), catalogue=("NUM-02",), fixable=True, alone=True)
def missing_zero(subject: Subject) -> Iterator[Finding]:
    """A number below one begins with its decimal sign.

    The sign is easily overlooked, and the value read as ten or a hundred times as large. Write
    `0,5`.
    """
    for found in written(subject, _NO_ZERO):
        if found.follows("designators"):
            continue
        yield Finding(
            found.span(),
            say("`{0}` has no zero before its decimal sign", found.words),
            say("write `0,{0}`", found.words[1:]),
            edits=(Edit(found.span("sign"), "0,"),),
        )


@rule(Severity.WARNING, dp2("9.1"), catalogue=("NUM-03",), fixable=True, alone=True)
def grouping_sign(subject: Subject) -> Iterator[Finding]:
    """Groups of digits are parted by a comma, a point or an apostrophe.

    Readers elsewhere take it for a decimal sign. Part groups of three with a no-break space.
    """
    for found in written(subject, _GROUPED):
        if _is_grouped(found):
            number = re.sub(r"[.,'’]", NO_BREAK, found.match.group())
            yield Finding(
                found.span(),
                say("`{0}` has a sign between its groups of digits", found.words),
                say("write `{0}`, with no-break spaces", number),
                edits=(Edit(found.span(), number),),
            )


def _is_grouped(found: Written) -> bool:
    number = found.match.group()
    if "'" in number or "’" in number or number.count(",") > 1 or number.count(".") > 1:
        return not found.is_designation
    if number.startswith("0") or found.is_designation or found.follows("designators"):
        return False
    following = _NEXT_WORD.match(found.said.text, found.match.end())
    if following is None or len(following[1]) < 4:
        return False
    known = words(found.language).sets.get("unit-words", frozenset())
    noun = following[1].islower() or found.language == "de"
    return noun and (following[1] not in known or number.endswith("000"))


@rule(Severity.WARNING, dp2("9.1"), catalogue=("NUM-03",), fixable=True, alone=True)
def ungrouped_digits(subject: Subject) -> Iterator[Finding]:
    """A number of four digits or more is not parted into groups of three.

    Long numbers are misread. Part the groups with a no-break space, `2 345` and `2,345 6`; years
    and the numbers of standards stay whole.
    """
    for found in written(subject, _UNGROUPED):
        digits = found.match.group()
        if _is_quantity(found):
            yield _ungrouped(found.span(), digits, _from_right(digits))
    for found in written(subject, _DECIMALS):
        digits = found.match["digits"]
        if not found.is_designation:
            yield _ungrouped(found.span("digits"), digits, _from_left(digits))


def _ungrouped(span: Span, digits: str, write: str) -> Finding:
    return Finding(
        span,
        say("`{0}` is not parted into groups of three digits", digits),
        say("write `{0}`, with no-break spaces", write),
        edits=(Edit(span, write),),
    )


def _from_right(digits: str) -> str:
    return f"{int(digits):,}".replace(",", NO_BREAK)


def _from_left(digits: str) -> str:
    return NO_BREAK.join(digits[at : at + 3] for at in range(0, len(digits), 3))


def _is_quantity(found: Written) -> bool:
    """Whether a number counts or measures something, and is no year and no designation."""
    digits = found.match.group()
    if found.is_designation or found.follows("designators") or found.word_before.isdigit():
        return False
    if _UNIT.match(found.said.text, found.match.end()):
        return True
    following = _NEXT_WORD.match(found.said.text, found.match.end())
    if following is None or len(following[1]) < 3 or following[1] in _NOT_COUNTED:
        return False
    if following[1] in words(found.language).sets.get("unit-words", frozenset()):
        return True
    year = len(digits) == 4 and (1800 <= int(digits) < 2200 or found.follows("before-years"))
    if found.language == "de":
        return not year and digits.endswith("0") and found.word_before != ""
    return not year and following[1].islower()


@rule(Severity.WARNING, dp2("9.1"), catalogue=("NUM-04",), fixable=True, alone=True)
def multiplication_letter(subject: Subject) -> Iterator[Finding]:
    """Numbers are multiplied with a letter or an asterisk.

    The letter `x` mostly names a quantity. Write the multiplication sign `×` (U+00D7).
    """
    for found in written(subject, _TIMES):
        if not found.match.group().startswith("0x") and not _DRIVEN.match(
            found.said.text, found.match.start()
        ):
            yield Finding(
                found.span("times"),
                say("`{0}` stands for the multiplication sign", found.match["times"].strip()),
                say("write `×`"),
                edits=(Edit(found.span("times"), f"{NO_BREAK}×{NO_BREAK}"),),
            )


@rule(Severity.WARNING, dp2("9.2.1"), catalogue=("NUM-05",), fixable=True, alone=True)
def unclear_tolerance(subject: Subject) -> Iterator[Finding]:
    """A tolerance does not say to what its unit belongs.

    `65 ± 2 %` can be two per cent of 65. Write `80 mm ± 2 mm`, and for per cent `(65 ± 2) %`.
    """
    for found in written(subject, _PLUS_MINUS):
        yield Finding(
            found.span("sign"),
            say("`{0}` stands for `±`", found.match["sign"]),
            say("write `±`"),
            edits=(Edit(found.span("sign"), "±"),),
        )
    for found in written(subject, _TOLERANCE):
        value, by, unit = found.match["value"], found.match["by"], found.match["unit"]
        both = f"{value}{NO_BREAK}{unit} ± {by}{NO_BREAK}{unit}"
        clear = f"({value} ± {by}){NO_BREAK}%" if unit == "%" else both
        yield Finding(
            found.span(),
            say("`{0}` gives its unit once", found.words),
            say("write `{0}`", clear),
            edits=(Edit(found.span(), clear),) if found.is_plain else (),
        )


@rule(Severity.WARNING, dp2("9.2.1"), catalogue=("NUM-06",), fixable=True, alone=True)
def unclear_range(subject: Subject) -> Iterator[Finding]:
    """A range of values has a dash, or its unit only once.

    A dash can be read as a minus sign. Write `10 kPa to 12 kPa`.
    """
    yield from _between(subject)
    for found in written(subject, _SHARED):
        low, unit = found.match["low"], found.match["unit"]
        high = f"{found.match['high']}{NO_BREAK}{unit}"
        span = found.said.sentence.at(found.match.start("low"), found.match.end())
        clear = f"{low}{NO_BREAK}{unit}{found.match['and']}{high}"
        range = " ".join(found.match.group().split()[1:])
        yield _misread(span, range, clear, found.is_plain)
    for found in written(subject, _RANGE):
        if found.is_designation or (found.follows("designators") and "-" in found.words):
            continue
        low, high, unit = found.match["low"], found.match["high"], found.match["unit"]
        dated = found.language == "fr" and found.word_before == "le" and unit == "h"
        if _amount(low) > _amount(high) or dated:
            continue
        to = _AND.get(found.word_before.lower()) or _TO.get(found.language, "to")
        clear = f"{low}{NO_BREAK}{unit} {to} {high}{NO_BREAK}{unit}"
        yield _misread(found.span(), found.words, clear, found.is_plain)


def _amount(number: str) -> float:
    return float(re.sub(r"[^\d.]", "", number.replace(",", ".")))


def _between(subject: Subject) -> Iterator[Finding]:
    """Ranges of what is counted behind `between`; those with a unit are found by their unit."""
    for found in written(subject, _BETWEEN):
        if _UNIT.match(found.said.text, found.match.end()) is None:
            low, high = found.match["low"], found.match["high"]
            span = found.said.sentence.at(found.match.start("low"), found.match.end("high"))
            range = " ".join(found.match.group().split()[1:])
            yield _misread(span, range, f"{low} {_AND[found.match['word'].lower()]} {high}")


def _misread(span: Span, range: str, clear: str, plain: bool = True) -> Finding:
    return Finding(
        span,
        say("the range `{0}` can be misread", range),
        say("write `{0}`", clear),
        edits=(Edit(span, clear),) if plain else (),
    )


@rule(Severity.WARNING, dp2("9.1"), catalogue=("NUM-12",), fixable=True, alone=True)
def hyphen_for_minus(subject: Subject) -> Iterator[Finding]:
    """A hyphen or dash stands for the minus sign.

    It is too short to be seen, and a line may break after it. Write `−` (U+2212).
    """
    for found in written(subject, _MINUS):
        whole = found.said.text.strip() == found.words
        bound = _BOUND.match(found.said.text, found.match.end())
        led = found.is_said_to_be or is_measured(found)
        sure = found.match["unit"] or bound or whole or led
        if sure and not found.word_before.isdigit() and not found.is_designation:
            yield Finding(
                found.span("sign"),
                say("`{0}` stands for the minus sign", found.match["sign"]),
                say("write `−`"),
                edits=(Edit(found.span("sign"), "−"),),
            )
