"""The number of the document itself, where its own text writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clausier.resolve.resolved import Place, Sentence, Version

THIS: Mapping[str, str] = {
    "en": "this document",
    "fr": "le présent document",
    "de": "dieses Dokument",
}
"""What a document calls itself in its text."""
_DRAFT = re.compile(r"\A(?:Fpr|pr)(?=[A-Z])")
_DATE = re.compile(r":\d{4}\Z")
_WRITTEN_ON = re.compile(
    r"\b(?:mark(?:ed|ing)?s?|labels?|labelled|numbers?|designat|plates?|inscri|bears?|carr(?:y|ies)"
    r"|declar|reports?|marqu|étiquet|numéros?|désign|plaque|porte(?:nt|r)?\b|mention|déclar|rapport"
    r"|gekennzeichnet|kennzeichn|nummern?|bezeichnung|schild|aufschrift|trägt|tragen|angabe"
    r"|erklär|prüfbericht)|nummer\b",
    re.IGNORECASE,
)
"""Words that tell of what is written on a product or into a report."""
_SHORT = 6
"""An item or a cell of so few words shows the number; a sentence on the document has more."""


def is_own_number(number: str, version: Version) -> bool:
    """Whether a number is that of the document in which it stands, as a draft or dated or not."""
    own = version.deliverable.metadata.number
    return own is not None and _bare(number) == _bare(own)


def _bare(number: str) -> str:
    return _DATE.sub("", _DRAFT.sub("", " ".join(number.split())))


def is_shown(sentence: Sentence) -> bool:
    """Whether a sentence tells what number is to be written somewhere, as marking does."""
    if sentence.place is Place.EXAMPLE or len(sentence.text.split()) <= _SHORT:
        return True
    return _WRITTEN_ON.search(sentence.text) is not None
