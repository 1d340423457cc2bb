"""German words that are no nouns, by their form and by the noun after them."""

from __future__ import annotations

import re

from clausier.check.vocabulary import Vocabulary
from clausier.language.words import words

_STEMS = (
    r"Mittler|Ober|Unter|Inner|Äußer|Größt|Kleinst|Erst|Zweit|Letzt|Gesamt|Einzeln|Ander|Besonder"
    r"|Ganz|Halb|Voll|Neu|Alt|Kurz|Lang|Hoh|Groß|Klein|Frei|Fest|Fein|Grob|Grün|Rot|Blau|Weiß"
)
_NOUNS = (
    r"gebiet|gerät|gewicht|gericht|geschäft|gebot|gehalt|geschicht|gestalt|bericht|verlust|verbot"
)
_BEFORE_NOUN = re.compile(
    rf"(?!Erste\s+Hilfe\b|(?i:[^\W\d_]*(?:{_NOUNS})en?\s))"
    r"(?:[^\W\d_]+(?:lich|bar|sam|haft|ig|los|isch|iert|end)|[^\W\d_]*[Gg]e[^\W\d_]{2,}(?:t|en)"
    r"|(?:Be|Ver|Er|Ent|Zer)[^\W\d_]{3,}t"
    rf"|(?:{_STEMS}))e[mnrs]?\s+[A-ZÄÖÜ]"
)
_ENDINGS = ("e", "er", "es", "en", "em")
_PREPOSITIONS = frozenset(("zwischen", "während", "innerhalb", "außerhalb"))


def is_adjective(text: str) -> bool:
    """Whether a text begins with an adjective or participle, and goes on with its noun."""
    return _BEFORE_NOUN.match(text) is not None


def is_no_noun(text: str, word: str, known: Vocabulary) -> bool:
    """Whether the first word of a text has its capital only because it stands first."""
    little = words("de").sets.get("uncounted", frozenset()) | _PREPOSITIONS
    if word not in known.capital and (is_adjective(text) or word.lower() in little):
        return True
    return word.endswith(_ENDINGS) and not known.is_name(word)
