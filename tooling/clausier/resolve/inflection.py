"""The forms in which a word of a designation may stand in a text. Simple, and on the safe side."""

from __future__ import annotations

import re

_ENGLISH = (
    ("sis", ("ses",)),
    ("xis", ("xes",)),
    ("ife", ("ives",)),
    ("half", ("halves",)),
    ("shelf", ("shelves",)),
    ("leaf", ("leaves",)),
    ("woman", ("women",)),
    ("sman", ("smen",)),
    ("child", ("children",)),
    ("foot", ("feet",)),
    ("tooth", ("teeth",)),
    ("erion", ("eria", "erions")),
    ("enon", ("ena",)),
    ("ium", ("ia", "iums")),
    ("trum", ("tra", "trums")),
    ("imum", ("ima", "imums")),
    ("dum", ("da", "dums")),
    ("dex", ("dices", "dexes")),
    ("trix", ("trices", "trixes")),
    ("dius", ("dii", "diuses")),
    ("cleus", ("clei",)),
    ("ulus", ("uli",)),
    ("mula", ("mulae", "mulas")),
    ("enna", ("ennas", "ennae")),
)
"""The endings of nouns whose plural is not made with an s alone."""
_FRENCH = (
    ("travail", ("travaux",)),
    ("bail", ("baux",)),
    ("vitrail", ("vitraux",)),
    ("eux", ("euse", "euses")),
    ("if", ("ifs", "ive", "ives")),
    ("al", ("aux", "ale", "ales")),
    ("el", ("els", "elle", "elles")),
    ("er", ("ers", "ère", "ères")),
    ("nouveau", ("nouveaux", "nouvelle", "nouvelles")),
    ("au", ("aux",)),
    ("eu", ("eux",)),
    ("en", ("ens", "enne", "ennes")),
    ("on", ("ons", "onne", "onnes")),
    ("et", ("ets", "ète", "ètes", "ette", "ettes", "ete", "etes")),
    ("ic", ("ics", "ique", "iques")),
    ("eur", ("eurs", "euse", "euses", "rice", "rices", "eure", "eures")),
)
_GERMAN = ("", "e", "en", "er", "es", "em", "n", "s", "ern")
_GERMAN_ENDINGS = (
    ("nis", ("nisse", "nissen", "nisses")),
    ("ium", ("ien",)),
    ("trum", ("tren",)),
    ("Datum", ("Daten",)),
    ("datum", ("daten",)),
    ("ma", ("men", "mata")),
    ("iko", ("iken",)),
    ("onto", ("onten",)),
    ("rus", ("ren",)),
    ("klus", ("klen",)),
    ("mus", ("men",)),
    ("sis", ("sen",)),
    ("rin", ("rinnen",)),
    ("din", ("dinnen",)),
    ("rial", ("rialien",)),
)
"""The endings of German nouns whose forms are not made by adding to them."""
_WITH_UMLAUT = re.compile(
    r"(?i:haus|buch|blatt|rad|bad|band|dach|dorf|fach|fass|glas|gras|holz|horn|korn|kraut|land"
    r"|loch|mann|rand|schloss|tal|tuch|volk|wald|wort|wurm|amt|tum|strauch)\Z"
)
"""Nouns whose plural has `er` and an umlaut, alone and as the head of a compound (`Häuser`)."""
_ADJECTIVE = ("er", "es", "en", "em", "e")
_SHORT_ADJECTIVE = ("er", "es", "e")
"""The endings of short adjectives (`lange`); a short word in `en` is rather a verb."""
_UMLAUT = re.compile(r"(?:(?<![AEOaeo])(?:au|[aou])|^(?:Au|[AOU]))(?=[^aeiouyäöü]+$)")
_DOTS = str.maketrans("aouAOU", "äöüÄÖÜ")
_VERBS = ("wahl", "zahl", "kampf", "druck", "kauf", "fall")
"""Endings of nouns whose form in `en` with an umlaut is rather a verb (`Wählen`)."""
_UNCHANGED = ("ung", "gut", "blut")
"""Endings of nouns without an umlaut, or whose form with one is another word (`Güte`)."""


def inflected(word: str, language: str) -> frozenset[str]:
    """The word and its plural, and in French and German its agreement and cases.

    >>> sorted(inflected("promise", "en"))
    ['promise', 'promises']
    """
    if len(word) < 3 or not word.isalpha() or word.isupper():
        return frozenset((word, f"{word}s")) if word.isupper() else frozenset((word,))
    match language:
        case "fr":
            return frozenset((word, *_french(word)))
        case "de":
            return frozenset((word, *_german(word)))
        case _:
            return frozenset((word, *_english(word)))


def in_any_form(words: str, language: str) -> re.Pattern[str]:
    """What finds words in a text in each of their forms, at the beginning of a sentence too.

    >>> in_any_form("last customer", "en").findall("Last customers leave; the last one too.")
    ['Last customers']
    """
    each = []
    for at, word in enumerate(words.split()):
        forms = sorted(inflected(word, language), key=len, reverse=True)
        if not at:
            forms += [form[:1].upper() + form[1:] for form in forms if form[:1].islower()]
        each.append("|".join(map(re.escape, forms)))
    return re.compile(r"(?<!\w)" + r"\s+".join(f"(?:{forms})" for forms in each) + r"(?!\w)")


def _english(word: str) -> tuple[str, ...]:
    for ending, others in _ENGLISH:
        if word.endswith(ending):
            return (f"{word}s", *(word[: -len(ending)] + other for other in others))
    if word.endswith("y") and word[-2] not in "aeiou":
        return (f"{word[:-1]}ies",)
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (f"{word}es",)
    return (f"{word}s", f"{word}es") if word.endswith("o") else (f"{word}s",)


def _french(word: str) -> tuple[str, ...]:
    for ending, others in _FRENCH:
        if word.endswith(ending):
            return tuple(word[: -len(ending)] + other for other in others)
    if word.endswith(("s", "x", "z")):
        return (f"{word}e", f"{word}es") if word.endswith("s") else ()
    return (f"{word}s",) if word.endswith("e") else (f"{word}s", f"{word}e", f"{word}es")


def _german(word: str) -> tuple[str, ...]:
    """A noun with its endings; a word in lower case is an adjective, whose endings change."""
    if word[0].islower():
        endings = _ADJECTIVE if len(word) > 5 else _SHORT_ADJECTIVE
        ending = next((end for end in endings if word[3:].endswith(end)), "")
        stem = word[: len(word) - len(ending)]
        return tuple(stem + other for other in ("", *_ADJECTIVE))
    if word.endswith("e"):
        return (f"{word}n", f"{word}r", f"{word}s")
    others = next((made for end, made in _GERMAN_ENDINGS if word.endswith(end)), ())
    stem = next((end for end, _ in _GERMAN_ENDINGS if word.endswith(end)), "")
    special = tuple(word.removesuffix(stem) + other for other in others)
    return (*(word + ending for ending in _GERMAN), *_umlauted(word), *special)


def _umlauted(word: str) -> tuple[str, ...]:
    """The plural with an umlaut (`Ausgänge`, `Ausgängen`). That in `er` would be another word
    (`Verkäufer`) as often as not, that in `en` sometimes a verb (`Wählen`)."""
    known = _WITH_UMLAUT.search(word) is not None
    found = _UMLAUT.search(word)
    if found is None or (word.lower().endswith(_UNCHANGED) and not known):
        return ()
    at = found.start()
    stem = f"{word[:at]}{word[at].translate(_DOTS)}{word[at + 1 :]}"
    if word.lower().endswith(_VERBS):
        return (f"{stem}e",)
    return tuple(stem + ending for ending in (("e", "en", "er", "ern") if known else ("e", "en")))
