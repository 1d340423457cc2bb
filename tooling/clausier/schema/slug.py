"""An identifier made of words."""

from __future__ import annotations

import re
from unicodedata import normalize

_SPELT = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
_ACCENTS = re.compile("[\u0300-\u036f]+")
_OTHERS = re.compile("[^a-z0-9]+")


LONGEST = 80
"""Characters of an identifier: it names files and pages."""


def slug(words: str) -> str:
    """An identifier from a title or file name; empty where nothing of it can stand in one.

    >>> slug("Symétrie des attentions : l'essentiel")
    'symetrie-des-attentions-l-essentiel'
    """
    plain = normalize("NFKD", words[: 4 * LONGEST].lower().translate(_SPELT))
    return _OTHERS.sub("-", _ACCENTS.sub("", plain)).strip("-")[:LONGEST].strip("-")
