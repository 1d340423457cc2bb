"""The words by which authors label things, in the three languages."""

from __future__ import annotations

import re

from clausier.model.block import Caution

NOTES = ("NOTE", "ANMERKUNG")
EXAMPLES = ("EXAMPLE", "EXEMPLE", "BEISPIEL")
CAUTIONS: dict[str, Caution] = {
    "WARNING": "warning", "AVERTISSEMENT": "warning", "WARNUNG": "warning",
    "CAUTION": "caution", "ATTENTION": "caution", "VORSICHT": "caution",
    "IMPORTANT": "important", "WICHTIG": "important",
    "DANGER": "danger", "GEFAHR": "danger",
}  # fmt: skip
"""In English, French and German; the same words in small letters stand after `!!!`."""

TABLES = ("table", "tableau", "tabelle")
FIGURES = ("figure", "bild", "abbildung")

_SPACE = "[ \u00a0\u202f]"
_WORDS = "|".join((*NOTES, *EXAMPLES, *CAUTIONS))
_UNIT = (
    r"(?:%|‰|°C|[mcdkµn]m|m[²³]|[mcdk]m[²³]|[kmµ]?g|[kMhG]?Pa|m?bar|kN|[kM]W|[kM]?Wh|mA|[mk]V|[kMG]?Hz"
    r"|dB|lx|m?l|min|m?s|[mh])(?![\w'’])"
    r"(?!\s+(?:is|are|denotes|stands|est|sont|désigne|ist|sind|bezeichnet)\b)"
)
"""A symbol after a number, which then is a quantity; not one that a sentence explains."""
_NUMBER = rf"\d{{1,2}}(?=\W|$)(?!{_SPACE}(?:\d{{3}}(?!\d)|{_UNIT}))"
"""The number of a label: none has a hundred in one subclause."""
_ENTRY = r"(?:to entry|à l['’]article|zum Begriff)"
LABEL = re.compile(
    rf"(?P<label>(?:(?P<word>{_WORDS})(?:{_SPACE}+{_NUMBER})?"
    rf"|(?:Note|Anmerkung)(?={_SPACE}+\d+{_SPACE}+{_ENTRY}))"
    rf"(?:{_SPACE}+\d+{_SPACE}+{_ENTRY}|{_SPACE}+{_ENTRY})?)"
    rf"(?:{_SPACE}*[:\u2013\u2014](?=\s)|(?=\s|$))\s*"
)
"""`NOTE`, `NOTE 1`, `EXEMPLE :`, `Note 1 to entry:` at the beginning of a paragraph."""

CAPTION = re.compile(rf"(?:Table|Tableau|Tabelle){_SPACE}?:\s*")
UNITS = re.compile(rf"(?:Units|Unités|Einheiten){_SPACE}?:\s*")
SOURCE = re.compile(rf"(?:Source|Quelle){_SPACE}?:\s*")
KEY = re.compile(rf"(?:Key|Légende|Legende){_SPACE}?:?")
WHERE = re.compile(rf"(?:[Ww]here|[Oo]ù|[Dd]abei ist|[Dd]abei sind){_SPACE}?[:,]?")

TYPED = re.compile(
    r"^[ ]*(?P<label>\(?[a-z]\)|\(?\d{1,2}\)|\(?[ivx]{1,4}\)|[•‣▪·–—])[ \u00a0]+(?=\S)",
    re.MULTILINE,
)
"""What people type who do not know how a list is written."""
