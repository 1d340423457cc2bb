"""Units have their own symbols, and stand beside their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clausier.check.decimals import is_measured
from clausier.check.quantities import (
    LONG_UNITS,
    NO_BREAK,
    NUMBER,
    SHORT_UNITS,
    START,
    UNIT,
    Written,
    written,
)
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.source.diagnostic import Edit, Severity, say
from clausier.source.place import Span

_BREAKING = re.compile(rf"{START}{NUMBER}(?P<space>[ \n]){UNIT}")
_BREAKING_GROUP = re.compile(r"(?<![\w.,:/§#\u00a0-])[1-9]\d{0,2}(?:[ \n]\d{3}(?!\d)){1,4}")
_BREAKING_TOLERANCE = re.compile(
    rf"\([−-]?{NUMBER}[ \u00a0\n](?:±|\+/[-−])[ \u00a0\n]?{NUMBER}\)(?P<space>[ \n]){UNIT}"
)
_GLUED = re.compile(
    rf"(?<![\w.,:/§#–-]){NUMBER}(?P<glued>)(?:(?:{LONG_UNITS})(?![\w'’/²³]))(?!\s?\()"
)
_GLUED_LETTER = re.compile(
    rf"(?<![\w.,:/§#–-]){NUMBER}(?P<glued>)(?P<letter>{SHORT_UNITS})(?![\w'’/²³)-])(?!\s?\()"
)
_LASTING = re.compile(
    r"\b(?:during|for|within|after|every|pendant|durant|sous|après|chaque|toutes\s+les"
    r"|während|nach|alle|innerhalb\s+von|über)[ \u00a0]\Z",
    re.IGNORECASE,
)
_ANGLE = re.compile(r"(?<=\d)(?P<space>[ \u00a0\u202f])°(?!\s?[CFKR])")
_ODD = {
    "sec": "s", "secs": "s", "Sek.": "s", "sek": "s", "Sek": "s", "hr": "h", "hrs": "h",
    "Std.": "h", "Std": "h", "mins": "min", "mn": "min", "Min.": "min", "cc": "cm³", "ccm": "cm³",
    "rpm": "r/min",
    "U/min": "r/min", "tr/min": "r/min", "tr/mn": "r/min", "rev/min": "r/min",
    "Kg": "kg", "KG": "kg", "kgs": "kg", "gr": "g", "grs": "g",
    "Km": "km", "KM": "km", "kms": "km", "mtr": "m", "mtrs": "m", "sqm": "m²", "qm": "m²",
    "cbm": "m³", "kmh": "km/h", "kph": "km/h", "amps": "A", "amp": "A", "Khz": "kHz",
    "khz": "kHz", "hz": "Hz", "Mpa": "MPa", "Kpa": "kPa", "KPa": "kPa", "kpa": "kPa", "KN": "kN",
    "mms": "mm", "cms": "cm", "ltr": "l", "ltrs": "l", "lts": "l",
    "KHz": "kHz", "Kw": "kW", "KW": "kW", "m2": "m²", "m3": "m³", "mm2": "mm²", "mm3": "mm³",
    "cm2": "cm²", "cm3": "cm³", "dm2": "dm²", "dm3": "dm³", "km2": "km²",
}  # fmt: skip
_SYMBOL = re.compile(
    rf"{START}{NUMBER}[ \u00a0\u202f]?(?:[A-Za-zµ]{{1,3}}[²³]?/)?"
    rf"(?P<unit>{'|'.join(re.escape(odd) for odd in sorted(_ODD, key=len, reverse=True))})(?!\w)"
)
_MODIFIED = re.compile(
    rf"{START}{NUMBER}\s?(?P<unit>%\s?\(?(?:V/V|v/v|m/m|w/w|W/W|w/v|m/v|vol\b|Vol\b|by\s+(?:mass|volume))\)?"
    r"|[kM]?VA?\s?(?:DC|AC|dc|ac|max|rms|eff)\b|[kM]?W(?:th|el|p|e|t)\b|bar(?:[ag]|abs|ü)\b|bar\s?\([ag]\)"
    r"|Nm[³3](?!\w)|k?g(?:max|net|eq)\b|°C(?:max|min)\b"
    rf"|(?:{LONG_UNITS}|{SHORT_UNITS})[ \u00a0]?(?:max|maxi|mini|min)\b(?=\.|\s*(?:[,;:)]|$)))"
)
_MASS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"\bweights?\b", re.IGNORECASE),
    "fr": re.compile(r"\bpoids\b(?!\s+lourds?)", re.IGNORECASE),
    "de": re.compile(r"\bGewicht(?:e|es|en)?\b"),
}
_MASS_WORD = {"en": "mass", "fr": "masse", "de": "Masse"}
_WEIGHT_SHARE = re.compile(
    rf"{START}{NUMBER}\s?%\s(?:by\s|en\s|nach\s)(?P<weight>weight|poids|Gewicht)\b", re.IGNORECASE
)
_VALUE = rf"(?:{NUMBER}|\([−-]?{NUMBER}\s?±\s?{NUMBER}\))"
_NOTHING_AFTER = (
    r"(?=[.;:)]?\Z|[.;:)]\s|,\s\D|\s(?:and|or|shall|when|if|at|from|on|et|ou|quand|lorsque|si|und|oder"
    r"|wenn|betragen|sein|haben|nicht|(?:to|in)\s+(?:the|an?|any|each|its)"
    r"|(?:sur|dans|à)\s+(?:le|la|une?|chaque))\b(?!\s(?:\d|more\b|less\b|fewer\b|plus\b|moins\b|mehr\b)))"
)
_WITHOUT: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:radius|diameter|width|height|thickness|distance|mass|force|temperature|pressure"
        r"|voltage|speed|torque)\s+(?:of|(?:shall|should)\s+(?:not\s+)?(?:be|exceed)|not\s+exceeding)"
        r"\s+(?:(?:at\s+(?:least|most)|up\s+to|an?\s+(?:minimum|maximum)\s+of"
        r"|(?:not|no)\s+(?:less|more|greater|lower|higher|smaller)\s+than"
        rf"|(?:less|more|greater|lower|higher|smaller)\s+than)\s+)?(?P<value>(?!0\b){_VALUE}){_NOTHING_AFTER}"
    ),
    "fr": re.compile(
        r"\b(?:rayon|diamètre|largeur|hauteur|épaisseur|distance|masse|force|température|pression"
        r"|tension|vitesse|couple)\s+(?:(?:minimale?|maximale?)\s+)?(?:de|d['’]au\s+(?:moins|plus)"
        r"|(?:inférieure?|supérieure?)\s+(?:ou\s+égale?\s+)?à|doit\s+être\s+d(?:e|['’]au\s+(?:moins|plus))"
        rf"|ne\s+doit\s+pas\s+dépasser)\s+(?P<value>(?!0\b){_VALUE}){_NOTHING_AFTER}"
    ),
    "de": re.compile(
        r"\b(?:Radius|Durchmesser|Druck|Abstand|\w{0,20}(?:[Bb]reite|[Hh]öhe|[Dd]icke|[Mm]asse|[Kk]raft"
        r"|[Tt]emperatur|[Ss]pannung|[Gg]eschwindigkeit|[Mm]oment))\s+(?:von|muss|darf)\s+"
        r"(?:(?:mindestens|höchstens|bis\s+zu|nicht\s+(?:mehr|weniger)\s+als|mehr\s+als|weniger\s+als)"
        rf"\s+)?(?P<value>(?!0\b){_VALUE}){_NOTHING_AFTER}"
    ),
}
_WEIGHED = re.compile(rf"{START}{NUMBER}\s?(?:kg|g|mg|µg|t)(?![\w'’/)])")


@rule(Severity.WARNING, dp2("9.3"), catalogue=("NUM-07", "NUM-03"), fixable=True, alone=True)
def breaking_space(subject: Subject) -> Iterator[Finding]:
    """A line can break within a number or between a number and its unit.

    Write a no-break space (U+00A0) between groups of digits and before the symbol of a unit.
    """
    groups = [found for found in written(subject, _BREAKING_GROUP) if _is_one_number(found)]
    within = {one.span(): _spaces(one) for one in groups}
    told = set[Span]()
    for found in (*written(subject, _BREAKING), *written(subject, _BREAKING_TOLERANCE)):
        held = [span for span in within if found.span().holds(span)]
        told.update(held)
        spaces = [at for span in held for at in within[span]]
        yield _broken(found, [*spaces, found.match.start("space")])
    yield from (_broken(one, within[one.span()]) for one in groups if one.span() not in told)


def _is_one_number(found: Written) -> bool:
    """Whether groups of digits are those of one number: no designation, and no list of numbers."""
    named = found.is_designation or found.follows("designators")
    return not named and not _is_listed(found.before)


def _spaces(found: Written) -> list[int]:
    """Where the spaces of a number stand in its sentence."""
    first = found.match.start()
    return [first + at for at, sign in enumerate(found.match.group()) if sign in " \n"]


def _broken(found: Written, spaces: list[int]) -> Finding:
    sentence = found.said.sentence
    return Finding(
        found.span(),
        say("a line can break within `{0}`", found.words),
        say("write a no-break space"),
        edits=tuple(Edit(sentence.at(at, at + 1), NO_BREAK) for at in spaces),
    )


def _is_listed(before: str) -> bool:
    """Whether another number stands before, so that the two are not one."""
    return before.rstrip(" \n,;")[-1:].isdigit()


@rule(Severity.WARNING, dp2("9.3"), catalogue=("NUM-07",), fixable=True, alone=True)
def unit_space(subject: Subject) -> Iterator[Finding]:
    """A unit is joined to its number, or the sign of an angle is not.

    A no-break space stands between a number and the symbol of its unit, `%` and `°C` too; only the
    degree, minute and second of an angle follow directly. Write `5 %` and `45°`.
    """
    letters = (found for found in written(subject, _GLUED_LETTER) if _is_quantity(found))
    for found in (*written(subject, _GLUED), *letters):
        if found.is_designation:
            continue
        at = found.span("glued")
        yield Finding(
            found.span(),
            say("no space between number and unit in `{0}`", found.words),
            say("write a no-break space"),
            edits=(Edit(at._replace(end=at.start), NO_BREAK),),
        )
    for found in written(subject, _ANGLE):
        yield Finding(
            found.span(),
            say("space before the sign of an angle"),
            say("write the sign directly after the number"),
            edits=(Edit(found.span("space"), ""),),
        )


def _is_quantity(found: Written) -> bool:
    """Whether the words before a number tell that its single letter is a unit: `3G` has none."""
    leads = found.is_said_to_be or is_measured(found) or _LASTING.search(found.before)
    return bool(leads)


@rule(Severity.WARNING, dp2("9.3"), alone=True)
def missing_unit(subject: Subject) -> Iterator[Finding]:
    """The value of a quantity has no unit.

    What is 3 mm to its author is 3 cm to somebody else. Write the unit after the value.
    """
    for said in subject.phrases.numbered():
        pattern = _WITHOUT.get(said.version.standard.language)
        for match in pattern.finditer(said.text) if pattern else ():
            found = Written(said, match)
            yield Finding(
                found.span("value"),
                say("no unit after `{0}`", " ".join(match["value"].split())),
                say("write the unit after it"),
            )


@rule(Severity.WARNING, dp2("Annex B"), catalogue=("NUM-08",), fixable=True, alone=True)
def unit_symbol(subject: Subject) -> Iterator[Finding]:
    """A unit does not have its international symbol.

    Abbreviations differ between languages, symbols do not. Write `s`, `min`, `h`, `kg`, `cm³`,
    `r/min`.
    """
    for found in written(subject, _SYMBOL):
        if not found.is_plain:
            continue
        unit, span = found.match["unit"], found.span("unit")
        stop = unit.endswith(".") and found.match.end() == len(found.said.text)
        yield Finding(
            span,
            say("`{0}` is not the symbol of a unit", unit),
            say("write `{0}`", _ODD[unit]),
            edits=(Edit(span, f"{_ODD[unit]}." if stop else _ODD[unit]),),
        )


@rule(Severity.WARNING, dp2("Annex B"), catalogue=("NUM-11",), alone=True)
def modified_unit(subject: Subject) -> Iterator[Finding]:
    """The symbol of a unit says more than the unit.

    What is special belongs to the quantity: write `the volume fraction is 5 %` and not `5 % (V/V)`,
    `an alternating voltage of 230 V` and not `230 VAC`.
    """
    for found in written(subject, _MODIFIED):
        yield Finding(
            found.span("unit"),
            say("`{0}` is a unit and more", found.match["unit"]),
            say("say it of the quantity, and leave the unit alone"),
        )


@rule(Severity.WARNING, dp2("Annex B"), catalogue=("NUM-09",), alone=True)
def language_dependent_number(subject: Subject) -> Iterator[Finding]:
    """A number word or abbreviation means another number in another language.

    A billion is 10⁹ here and 10¹² there; `ppm` and `ppb` depend on such words. Write `10⁹`, or
    `mg/kg`.
    """
    for hit in subject.phrases.of("language-dependent"):
        yield Finding(
            hit.span,
            say("`{0}` depends on the language", hit.words),
            say("write `{0}`", hit.phrase.write),
        )


@rule(Severity.WARNING, dp2("Annex B"), catalogue=("NUM-09",), alone=True)
def weight_for_mass(subject: Subject) -> Iterator[Finding]:
    """A mass is called a weight.

    What kilograms measure is a mass; a weight is a force. Write `mass`.
    """
    for found in written(subject, _WEIGHED):
        pattern = _MASS.get(found.language)
        match = pattern.search(found.said.text) if pattern else None
        if match is not None:
            yield _weighed(found, match.span())
    for found in written(subject, _WEIGHT_SHARE):
        yield _weighed(found, found.match.span("weight"))


def _weighed(found: Written, place: tuple[int, int]) -> Finding:
    return Finding(
        found.said.sentence.at(*place),
        say("`{0}` is measured in newtons", found.said.text[slice(*place)]),
        say("write `{0}`", _MASS_WORD[found.language]),
    )
