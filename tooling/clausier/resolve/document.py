"""How cited documents are called in the text and listed: DP2:2021, 10.3 to 10.5 and ISO 690."""

from __future__ import annotations

from collections.abc import Mapping

from clausier.language.language import Language
from clausier.model.workspace import Document, Person

Parts = tuple[tuple[str, bool], ...]

_PREFIXES = ("clause", "annex", "table", "figure", "formula")


def designation(document: Document, language: Language) -> str:
    """What the text calls a document: `ISO 23592:2021`, `ISO 10002 (all parts)`, `Heskett (1994)`.

    A draft without a date has a dash in the place of its year.
    """
    if document.number is None:
        return _by_author(document, language)
    if document.all_parts:
        return f"{document.number} ({language.labels['all-parts']})"
    date = document.date or ("—" if document.status == "draft" else None)
    return f"{document.number}:{date}" if date else document.number


def _by_author(document: Document, language: Language) -> str:
    families = [author.family for author in document.authors]
    match families:
        case []:
            name = document.publisher or title(document, language)
        case [one]:
            name = one
        case [one, other]:
            name = f"{one} {language.labels['and']} {other}"
        case [one, *_]:
            name = f"{one} et al."
    return f"{name} ({document.issued})" if document.issued else name


def with_article(name: str, language: Language) -> str:
    """A designation as it stands in a sentence: `l'ISO 9000` in French."""
    return article(name, language) + name


def article(name: str, language: Language) -> str:
    """The article that a designation takes in a sentence, if any: `l'`."""
    return language.labels["before-vowel"] if name[:1] in tuple("AEIOU") else ""


def title(document: Document, language: Language, reference: str = "en") -> str:
    """The title of a document in `language`, or else in the reference language, or in any."""
    return in_language(document.titles, language.code, reference)


def in_language(words: Mapping[str, str], language: str, reference: str) -> str:
    """Words in a language, or those that hold for all, or those of the reference language."""
    known = (words.get(key) for key in (language, "", reference))
    return next(filter(None, known), next(iter(words.values()), ""))


def part_name(part: str, language: Language) -> str:
    """What the text calls a part of another document: `5.2`, `Clause 5`, `Table 1`, `A.2`."""
    if part.isascii() and part.isdigit():
        return language.names["part-clause"].format(part)
    word, _, number = part.partition("-")
    if word in _PREFIXES and number:
        return language.names[f"part-{word}"].format(_capital(number))
    return _capital(part)


def _capital(number: str) -> str:
    """The letter of an annex as a capital: `a.2` is `A.2`, but `introduction` stays."""
    letter, dot, rest = number.partition(".")
    return letter.upper() + dot + rest if len(letter) <= 2 else number


def entry(document: Document, language: Language, reference: str = "en") -> Parts:
    """A document as Clause 2 or the Bibliography lists it: texts, and whether they are italic."""
    if document.number is None:
        return _literature(document, language, reference)
    name, words = designation(document, language), title(document, language, reference)
    parts = [(f"{name}, " if words else name, False), (words, True)]
    if document.status == "draft":
        parts.append((f" ({language.labels['under-preparation']})", False))
    if document.url:
        parts.append((f". {_available(document.url, language)}", False))
    return _filled(parts)


def _literature(document: Document, language: Language, reference: str) -> Parts:
    contained = document.container is not None
    parts = [(_authors(document.authors, language), False)]
    parts.append((title(document, language, reference), not contained))
    parts.append((". ", False))
    if contained:
        inside = document.type in ("chapter", "proceedings")
        parts.append(
            (f"{language.labels['in']}{language.labels['colon']} " if inside else "", False)
        )
        parts.append((document.container or "", True))
    details = [document.publisher, document.issued or document.date, document.locator]
    known = ", ".join(detail for detail in details if detail)
    separator = ", " if contained and known else ""
    parts.append((f"{separator}{known}." if known or contained else "", False))
    if document.url:
        parts.append((f" {_available(document.url, language)}", False))
    return _filled(parts)


def _authors(authors: tuple[Person, ...], language: Language) -> str:
    names = [
        author.family.upper() + (f", {author.given}" if author.given else "") for author in authors
    ]
    if not names:
        return ""
    joined = enumeration(names, language)
    return joined + (" " if joined.endswith(".") else ". ")


def _available(url: str, language: Language) -> str:
    return language.labels["available-at"].format(url)


def _filled(parts: list[tuple[str, bool]]) -> Parts:
    return tuple((text, italic) for text, italic in parts if text)


def enumeration(names: list[str], language: Language) -> str:
    """Names as running text lists them: `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {language.labels['and']} {names[-1]}"
