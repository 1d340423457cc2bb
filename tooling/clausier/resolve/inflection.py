"""The forms in which a word of a designation may stand in a text. Simple, and on the safe side."""

from __future__ import annotations

import re

_FRENCH = (
    ("travail", ("travaux",)),
    ("bail", ("baux",)),
    ("vitrail", ("vitraux",)),
    ("eux", ("euse", "euses")),
    ("if", ("ifs", "ive", "ives")),
    ("al", ("aux", "ale", "ales")),
    ("el", ("els", "elle", "elles")),
    ("er", ("ers", "ère", "ères")),
    ("eau", ("eaux",)),
    ("eu", ("eux",)),
)
_GERMAN = ("", "e", "en", "er", "es", "em", "n", "s", "ern")
_ADJECTIVE = ("er", "es", "en", "em", "e")
_SHORT_ADJECTIVE = ("er", "es", "e")
"""The endings of short adjectives (`lange`); a short word in `en` is rather a verb."""
_UMLAUT = re.compile(r"(?:(?<![AEOaeo])(?:au|[aou])|^(?:Au|[AOU]))(?=[^aeiouyäöü]+$)")
_DOTS = str.maketrans("aouAOU", "äöüÄÖÜ")
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
    return (*(word + ending for ending in _GERMAN), *_umlauted(word))


def _umlauted(word: str) -> tuple[str, ...]:
    """The plural with an umlaut (`Ausgänge`). That in `er` would be another word (`Verkäufer`)
    as often as not, that in `en` a verb (`Wählen`)."""
    found = None if word.lower().endswith(_UNCHANGED) else _UMLAUT.search(word)
    if found is None:
        return ()
    at = found.start()
    return (f"{word[:at]}{word[at].translate(_DOTS)}{word[at + 1 :]}e",)
