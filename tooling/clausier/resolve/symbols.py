"""Lists of symbols and abbreviated terms: which clauses they are, and what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clausier.model.block import DefinitionList
from clausier.model.clause import Clause
from clausier.model.inline import Emphasis, Subscript, Text
from clausier.model.prose import OBJECT, prose
from clausier.model.walk import blocks, inlines
from clausier.resolve.title import plain

_TITLE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:(?:terms, )?definitions, )?(?:list of )?"
        r"(?:symbols|abbreviated terms|abbreviations|units)"
        r"(?:,? (?:and )?(?:symbols|abbreviated terms|abbreviations|units|indices))*",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:liste des )?(?:symboles|termes abrégés|abréviations|unités)"
        r"(?:(?:,| et) (?:symboles|termes abrégés|abréviations|unités|indices))*",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"(?:symbole|formelzeichen|abkürzungen|kurzzeichen|einheiten)"
        r"(?:(?:,| und) (?:symbole|formelzeichen|abkürzungen|kurzzeichen|einheiten|indizes))*",
        re.IGNORECASE,
    ),
}
_BEGINNINGS = (
    "symbol", "abbrev", "list", "terms", "defin", "unit", "abrév", "termes", "unité", "formelz",
    "abkürz", "kurz", "einheit",
)  # fmt: skip
_SHORT = re.compile(r"(?=.*[^\W\d_].*[^\W\d_])(?=.*[A-ZÀ-Þ]).+")


def is_list_of_symbols(clause: Clause, language: str) -> bool:
    """Whether a clause or subclause is the list of symbols or abbreviated terms, by its title."""
    first = clause.title[0] if clause.title else None
    if not isinstance(first, Text) or not first.value.lower().startswith(_BEGINNINGS):
        return False
    pattern = _TITLE.get(language)
    return pattern is not None and pattern.fullmatch(plain(clause.title)) is not None


def abbreviated_terms(clause: Clause) -> Iterator[str]:
    """The abbreviated terms that a list explains; symbols of quantities are slanted or formulae."""
    for block in blocks(clause.body):
        for entry in block.entries if isinstance(block, DefinitionList) else ():
            symbol = any(isinstance(one, Emphasis | Subscript) for one in inlines(entry.term))
            short = prose(entry.term).text.strip()
            if not symbol and OBJECT not in short and _SHORT.fullmatch(short):
                yield short


def mentions(text: str, short: str) -> bool:
    """Whether an abbreviation stands in a text, in the plural or within a compound too."""
    start = r"(?<!\w)" if short[:1].isalnum() else ""
    return re.search(rf"{start}{re.escape(short)}s?(?!\w)", text) is not None
