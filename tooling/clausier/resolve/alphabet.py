"""The alphabetical order in which an index lists words, in all languages that we write."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l"})


def alphabetical(words: str) -> tuple[str, str, str]:
    """Where `words` stand in alphabetical order: a key for sorting.

    Word by word, without regard to case, accents and signs between the words, as DIN 5007-1 and
    the French and English dictionaries list them (`ä` as `a`, `ß` as `ss`, `œ` as `oe`); what is
    alike then stands without accents first, and with a small letter first.

    >>> sorted(["coté", "cote", "Cote", "cote de service", "coter", "œuvre", "offre"],
    ...     key=alphabetical)
    ['cote', 'Cote', 'coté', 'cote de service', 'coter', 'œuvre', 'offre']
    """
    composed = unicodedata.normalize("NFC", words)
    return " ".join(_WORD.findall(_folded(composed))), composed.casefold(), composed.swapcase()


def initial(words: str) -> str:
    """The capital letter under which `words` are listed; nothing for a figure or another sign.

    >>> initial("«\u202fÉquipe »"), initial("24-hour service")
    ('E', '')
    """
    first = alphabetical(words)[0][:1]
    return first.upper() if first.isalpha() else ""


def _folded(words: str) -> str:
    apart = unicodedata.normalize("NFKD", words.casefold().translate(_LETTERS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
