"""Terms are written as they stand within a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.german import is_adjective
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.check.vocabulary import Vocabulary
from clausier.language.words import words as sets
from clausier.model.clause import Placed, Term
from clausier.model.prose import prose
from clausier.resolve.inflection import inflected
from clausier.resolve.resolved import Place, Version
from clausier.source.diagnostic import Edit, Message, Severity, say
from clausier.source.place import Span

_FIRST = re.compile(r"[^\W\d_]+")
_BRACKETS = re.compile(r"\([^()]*[^\W\d_]{2}[^()]*\)")
_LABEL = re.compile(
    r"(?:DEPRECATED|DÉCONSEILLÉE?|VERALTET|ABGELEHNT|admitted|preferred)[ \u00a0]?:\s*",
    re.IGNORECASE,
)
_SINGULAR = ("ss", "us", "is", "ics", "lens", "series", "species")
_SINGULAR_FRENCH = ("us", "is", "ès", "as", "os", "ps", "ds", "ens", "ours")
"""How words end that are written so in the singular as well."""
_ADJECTIVE = ("e", "er", "es", "en", "em")


@rule(Severity.WARNING, dp2("16.5.5"), catalogue=("TRM-05",), fixable=True)
def capital(subject: Subject) -> Iterator[Finding]:
    """A term begins with a capital, and the text writes it small; a German noun, the reverse.

    A term is printed as it is written within a sentence; only names have capitals. German nouns
    keep theirs, and the adjective before a noun is small. Write the first letter as the text does.
    """
    for version in subject.versions:
        for term in _terms(version):
            for designation in (term.preferred, *term.admitted, *term.deprecated):
                value = designation.value
                first = _FIRST.match(value)
                if first is None or first.group().isupper():
                    continue
                language, large = version.standard.language, first.group()[:1].isupper()
                if not large and language != "de":
                    continue
                words = subject.vocabularies.of(version)
                if large and _wrongly(value, first.group(), words, language):
                    message = say("the term `{0}` begins with a capital", value)
                    yield _begun(designation, value[0].lower(), message)
                if language == "de" and _is_noun(value, words):
                    message = say("the term `{0}` begins with a small letter", value)
                    yield _begun(designation, value[0].upper(), message)


def _wrongly(term: str, first: str, words: Vocabulary, language: str) -> bool:
    if language == "de":
        plain = is_adjective(term) and first not in words.capital
        adjective = " " in term and first.endswith(_ADJECTIVE)
        return plain or (adjective and not words.is_name(first))
    return not words.is_name(first)


def _is_noun(term: str, words: Vocabulary) -> bool:
    """Whether a German word written small has a capital wherever the text uses it."""
    small = term.isalpha() and term.islower() and term not in words.small
    return small and term.capitalize() in words.capital


def _begun(designation: Placed, letter: str, message: Message) -> Finding:
    """A term that is to begin with another letter."""
    place = designation.span
    return Finding(
        place,
        message,
        say("write `{0}`", letter + designation.value[1:]),
        edits=(Edit(Span(place.path, place.start, place.start + 1), letter),),
    )


@rule(Severity.WARNING, dp2("16.5.5"), languages=("en", "fr"), catalogue=("TRM-05",))
def plural(subject: Subject) -> Iterator[Finding]:
    """A term is in the plural, and the text uses it in the singular.

    Terms are defined in the singular, so that a reader finds them under one form. Write the
    singular.
    """
    for version in subject.versions:
        text: str | None = None
        for term in _terms(version):
            single = _singular(term.preferred.value, version.standard.language)
            if single is None:
                continue
            text = text or " ".join(_read(version))
            used = re.search(rf"\b{re.escape(single)}\b", text, re.IGNORECASE)
            if used or _is_many(term, version.standard.language):
                yield Finding(
                    term.preferred.span,
                    say("the term `{0}` is in the plural", term.preferred.value),
                    say("write `{0}`", single),
                )


def _is_many(term: Term, language: str) -> bool:
    """Whether a term in the plural is defined by a noun in the plural, and is no word that has no
    singular (`goods`)."""
    said = _FIRST.match(prose(term.definition).text)
    words = term.preferred.value.casefold().split()
    noun = words[-1] if language == "en" else words[0]
    if said is None or noun in sets(language).sets.get("plural-only", ()):
        return False
    return _singular(said.group(), language) is not None


def _singular(term: str, language: str) -> str | None:
    """What a term in the plural is in the singular, where that is plain; None for other terms."""
    if language == "fr":
        single = " ".join(map(_french_singular, term.split()))
        return None if single == term else single
    head, space, last = term.rpartition(" ")
    single = last[:-1]
    if last.endswith(_SINGULAR) or last in sets("en").sets.get("plural-only", ()):
        return None
    if language != "en" or not last.endswith("s") or last not in inflected(single, language):
        return None
    return head + space + single if len(single) > 2 else None


def _french_singular(word: str) -> str:
    """The noun and its adjectives in the singular; the noun stands first in French."""
    if word.endswith(_SINGULAR_FRENCH) or word in sets("fr").sets.get("invariable", ()):
        return word
    for plural, ending in (("s", ""), ("aux", "al"), ("aux", "au"), ("eux", "eu")):
        single = word.removesuffix(plural) + ending
        if word.endswith(plural) and len(single) > 2 and word in inflected(single, "fr"):
            return single
    return word


def _read(version: Version) -> Iterator[str]:
    for sentence in version.sentences:
        if sentence.place is not Place.DEFINITION:
            yield sentence.text


@rule(Severity.WARNING, dp2("16.5.5"), languages=("en",), catalogue=("TRM-05",), fixable=True)
def infinitive(subject: Subject) -> Iterator[Finding]:
    """A verb is defined with `to` before it.

    A term is written as a dictionary lists it. Write the verb alone.
    """
    for version in subject.versions:
        for term in _terms(version) if version.standard.language == "en" else ():
            for designation in (term.preferred, *term.admitted, *term.deprecated):
                if designation.value.startswith("to "):
                    place = designation.span
                    verb = Span(place.path, place.start, place.start + 3)
                    yield Finding(
                        place,
                        say("the term `{0}` begins with `to`", designation.value),
                        say("write `{0}`", designation.value[3:]),
                        edits=(Edit(verb, ""),),
                    )


@rule(Severity.WARNING, dp2("16.5.5"), catalogue=("TRM-05",))
def brackets(subject: Subject) -> Iterator[Finding]:
    """A term holds words in brackets.

    Another word for the same thing is an admitted term, a field of use is the entry's `domain`,
    and an abbreviation is a term of its own. Write `admitted: […]` or `domain: …`.
    """
    for version in subject.versions:
        for term in _terms(version):
            for designation in (term.preferred, *term.admitted, *term.deprecated):
                found = _BRACKETS.search(designation.value)
                if found:
                    yield Finding(
                        designation.span,
                        say("the term `{0}` holds words in brackets", designation.value),
                        say("write them as `admitted` or as `domain`"),
                    )


@rule(Severity.ERROR, dp2("16.5.5"), catalogue=("TRM-06",), fixable=True)
def typed_label(subject: Subject) -> Iterator[Finding]:
    """The label of a deprecated or admitted term was typed.

    The program prints it in the words of each language. Write the term alone, in the list
    `deprecated` or `admitted`.
    """
    for version in subject.versions:
        for term in _terms(version):
            for designation in (term.preferred, *term.admitted, *term.deprecated):
                found = _LABEL.match(designation.value)
                if found:
                    place = designation.span
                    label = Span(place.path, place.start, place.start + found.end())
                    yield Finding(
                        label,
                        say("the label `{0}` is typed", found.group().strip()),
                        say("write the term alone"),
                        edits=(Edit(label, ""),),
                    )


def _terms(version: Version) -> Iterator[Term]:
    for clause in version.clauses:
        yield from clause.terms
