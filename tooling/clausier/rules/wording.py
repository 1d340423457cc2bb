"""The words of a standard are plain, verifiable, and those of its house."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from clausier.check.phrases import Hit, is_strange
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.language.words import words as words_of
from clausier.resolve.inflection import in_any_form
from clausier.resolve.resolved import Place, Provision, Type, Version
from clausier.resolve.verb import blotted
from clausier.source.diagnostic import Edit, Related, Severity, say

_NORMATIVE = frozenset({Place.BODY, Place.INFORMATIVE_ANNEX, Place.TABLE_FOOTNOTE})
_LISTS = frozenset({Place.NORMATIVE_REFERENCES, Place.BIBLIOGRAPHY})
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ONE_WORD = re.compile(r"[ \u00a0][^\W\d_]+(?=[.;:)]|$)")
_BOTH = {"en": ", or both", "fr": ", ou les deux", "de": " oder beides"}
_LONGEST = {"en": 40, "fr": 40, "de": 35}
_ISE = ("isational", "isations", "isation", "ising", "ised", "ises", "ise")
_SHORTEST_REPEATED = 6
_LIGHT = "·"
"""Stands for each word that carries no meaning of its own, and for several together."""
_LEFT_OUT = 3
_Words = tuple[str, ...]


@rule(Severity.WARNING, dp2("5.5"), catalogue=("WRD-01", "VRB-09"), alone=True)
def unverifiable_word(subject: Subject) -> Iterator[Finding]:
    """A requirement holds a word that nobody can verify.

    Two assessors do not agree on what is adequate, timely or easy. Write a value, a limit, a
    document or a person who decides; or recommend it, if it is a wish.
    """
    for hit in subject.phrases.of("unverifiable"):
        if hit.obliges and hit.sentence.place in _NORMATIVE:
            yield Finding(
                hit.span,
                say("`{0}` cannot be verified", hit.words),
                say("write a value, a limit or a criterion"),
            )


@rule(Severity.WARNING, dp2("5.5"), catalogue=("WRD-10", "WRD-01"), alone=True)
def open_list(subject: Subject) -> Iterator[Finding]:
    """A requirement leaves a list open.

    With `etc.` (`usw.`) nobody knows what else is asked. Write all that is asked; examples can
    stand in an example or a note.
    """
    for hit in subject.phrases.of("open-list", "etc"):
        if hit.obliges and hit.sentence.place in _NORMATIVE:
            yield Finding(
                hit.span,
                say("`{0}` leaves open what is asked", hit.words),
                say("write all that is asked, and put what is not asked into an example"),
            )


@rule(Severity.WARNING, dp2("5.6"), catalogue=("WRD-04",))
def other_word(subject: Subject) -> Iterator[Finding]:
    """The text calls a thing by another word than the one that was agreed.

    One thing has one name throughout a document; a reader who meets a second name looks for a
    second thing. `preferred_words` in `standard.yml` says which word is used, and which are not.
    """
    for version in subject.versions:
        language = version.standard.language
        preferred = version.deliverable.metadata.preferred_words.get(language, ())
        named = [
            (in_any_form(other.value, language), one.word)
            for one in preferred
            for other in one.others
        ]
        for sentence in version.sentences if named else ():
            text = blotted(sentence)
            for pattern, word in named:
                for found in pattern.finditer(text):
                    yield Finding(
                        sentence.at(found.start(), found.end()),
                        say("`{0}` stands for `{1}`", found.group(), word),
                        say("write `{0}`", word),
                    )


@rule(Severity.WARNING, catalogue=("WRD-02",), fixable=True, alone=True)
def and_or(subject: Subject) -> Iterator[Finding]:
    """Two words are joined by `and/or`.

    It cannot be read aloud, and each reader picks the meaning that suits. Write `x or y`, and add
    `or both` where that is to be said.
    """
    for hit in subject.phrases.of("and-or"):
        language = hit.version.standard.language
        yield Finding(
            hit.span,
            say("`{0}` can be read in several ways", hit.words),
            say("write `x {0} y{1}`", hit.phrase.write, _BOTH[language]),
            edits=_x_or_y(hit, _BOTH[language]),
        )


def _x_or_y(hit: Hit, both: str) -> tuple[Edit, ...]:
    """The edits where a single word follows, so that it is sure where `y` ends."""
    after = _ONE_WORD.match(hit.sentence.text, hit.end)
    if after is None or hit.phrase.write is None:
        return ()
    end = hit.sentence.at(after.end() - 1, after.end()).end
    at = hit.span._replace(start=end, end=end)
    return (Edit(hit.span, hit.phrase.write), Edit(at, both))


@rule(Severity.WARNING, catalogue=("WRD-02",), fixable=True, alone=True)
def ampersand(subject: Subject) -> Iterator[Finding]:
    """`&` stands for `and`.

    It belongs to names of companies and to code. Write the word.
    """
    for hit in subject.phrases.of("ampersand"):
        write = hit.phrase.write or ""
        yield Finding(
            hit.span,
            say("`&` stands for a word"),
            say("write `{0}`", write),
            edits=(Edit(hit.span, write),),
        )


@rule(Severity.WARNING, dp2("8.6"), editions=("dp2-2021",), catalogue=("WRD-03",), alone=True)
def non_inclusive_term(subject: Subject) -> Iterator[Finding]:
    """A word shuts people out.

    A standard is written for everyone who uses it. Write a word that names the thing or the task
    and not a sex, a colour or a bondage.
    """
    for hit in subject.phrases.of("non-inclusive", "generic-he"):
        if hit.phrase.list == "generic-he" and hit.sentence.place not in _NORMATIVE:
            continue
        yield Finding(
            hit.span,
            say("`{0}` shuts people out", hit.words),
            say("write `{0}`", hit.phrase.write)
            if hit.phrase.write
            else say("write a word that names the thing or the task"),
        )


@rule(
    Severity.WARNING,
    dp2("10.6"),
    catalogue=("WRD-07", "SCO-05", "NRM-18"),
    fixable=True,
    alone=True,
)
def this_standard(subject: Subject) -> Iterator[Finding]:
    """The document calls itself something else than `this document`.

    Its type can still change, and is adopted under other names. Write `this document` (`le présent
    document`, `dieses Dokument`).
    """
    for hit in subject.phrases.of("this-standard"):
        write = hit.phrase.write
        english = write is not None and hit.version.standard.language == "en"
        capital = (write or "this document").capitalize() if hit.words[0].isupper() else write
        yield Finding(
            hit.span,
            say("`{0}` is the document itself", hit.words),
            say("write `{0}`", write or "this document"),
            edits=(Edit(hit.span, capital or ""),) if english else (),
        )


@rule(Severity.INFO, catalogue=("WRD-08",), alone=True)
def standard_family(subject: Subject) -> Iterator[Finding]:
    """Several standards are called a family or a suite.

    What belongs together by number is a series. Write `series`.
    """
    for hit in subject.phrases.of("standard-family"):
        yield Finding(
            hit.span,
            say("`{0}` is called a series", hit.words),
            say("write `{0}`", hit.phrase.write),
        )


@rule(Severity.INFO, catalogue=("WRD-06",), fixable=True, alone=True)
def house_spelling(subject: Subject) -> Iterator[Finding]:
    """A word is spelled otherwise than in the publications of ISO and CEN.

    One spelling in all documents lets readers find a word. Write it as the house does.
    """
    for hit in subject.phrases.of("house-spelling"):
        write = hit.phrase.write or ""
        if hit.words == write:
            continue
        cased = write[:1].upper() + write[1:] if hit.words[:1].isupper() else write
        yield Finding(
            hit.span,
            say("`{0}` has another spelling in standards", hit.words),
            say("write `{0}`", write),
            edits=(Edit(hit.span, cased),),
        )


@rule(Severity.INFO, languages=("en",), catalogue=("WRD-06",), fixable=True, alone=True)
def ise_spelling(subject: Subject) -> Iterator[Finding]:
    """A word ends in `-ise` where ISO and CEN write `-ize`.

    Both are British; the dictionary of the house has `-ize`. It is told once a word and file; the
    fix changes all of them.
    """
    first: dict[tuple[str, str], list[Hit]] = defaultdict(list)
    for hit in subject.phrases.of("ise"):
        first[hit.sentence.span.path, hit.words.lower()].append(hit)
    for hits in first.values():
        yield Finding(
            hits[0].span,
            say("`{0}` is written with `z` in standards", hits[0].words),
            say("write `{0}`", _with_z(hits[0].words)),
            edits=tuple(Edit(hit.span, _with_z(hit.words)) for hit in hits),
        )


def _with_z(word: str) -> str:
    ending = next((each for each in _ISE if word.endswith(each)), "")
    at = len(word) - len(ending)
    return f"{word[:at]}{ending.replace('is', 'iz', 1)}"


@rule(Severity.WARNING, catalogue=("WRD-10",), fixable=True, alone=True)
def latin_abbreviation(subject: Subject) -> Iterator[Finding]:
    """A text uses a Latin abbreviation.

    `e.g.` and `i.e.` are confused by many readers and do not translate. Write `for example`, `that
    is`, or the words of your language.
    """
    for hit in subject.phrases.of("latin"):
        write = hit.phrase.write or ""
        yield Finding(
            hit.span,
            say("`{0}` is Latin", hit.words),
            say("write `{0}`", write),
            edits=(Edit(hit.span, write),),
        )
    for hit in subject.phrases.of("etc"):
        if not hit.obliges and hit.sentence.place not in _LISTS:
            yield Finding(
                hit.span,
                say("`{0}` is Latin", hit.words),
                say("begin with `such as` or `for example`, or write the whole list"),
            )


@rule(Severity.INFO, dp2("8.5"), catalogue=("WRD-09",), alone=True)
def long_sentence(subject: Subject) -> Iterator[Finding]:
    """A sentence has more than 40 words (in German 35).

    Translators and readers lose the thread. Write two sentences, or a list.
    """
    for version in subject.versions:
        most = _LONGEST.get(version.standard.language, 40)
        for sentence in version.sentences:
            if len(sentence.text.split()) <= most or sentence.place in _LISTS:
                continue
            found = list(_WORD.finditer(sentence.text))
            if len(found) > most:
                yield Finding(
                    sentence.at(found[most].start(), found[most].end()),
                    say("sentence of {0} words, more than {1}", len(found), most),
                    say("write two sentences, or a list"),
                )


@rule(Severity.WARNING, dp2("5.7"), catalogue=("WRD-05",))
def repeated_requirement(subject: Subject) -> Iterator[Finding]:
    """The same requirement stands in two places.

    One of them will be changed and the other forgotten. Write it once, and refer to it.
    """
    for version in subject.versions:
        for alike in _alike(version):
            yield from _repeated(alike)


def _alike(version: Version) -> Iterable[list[tuple[Provision, _Words]]]:
    """The requirements that begin with the same words, each with all of its own.

    `The` and `each`, `that` and `which` count as the same word. A German sentence ends with its
    verb: there it comes first.
    """
    light = words_of(version.standard.language).sets.get("light", frozenset())
    found: dict[_Words, list[tuple[Provision, _Words]]] = {}
    for provision in version.provisions:
        if provision.type is Type.REQUIREMENT:
            words = _without_light(provision.text.lower().rstrip(" .").split(), light)
            if version.standard.language == "de":
                words = words[-1:] + words[:-1]
            if len(words) >= _SHORTEST_REPEATED:
                found.setdefault(words[:_SHORTEST_REPEATED], []).append((provision, words))
    return found.values()


def _without_light(words: list[str], light: frozenset[str]) -> _Words:
    kept: list[str] = []
    after_light = False
    for word in words:
        is_light = word in light
        if not is_light:
            kept.append(word)
        elif not after_light:
            kept.append(_LIGHT)
        after_light = is_light
    return tuple(kept)


def _repeated(alike: list[tuple[Provision, _Words]]) -> Iterator[Finding]:
    """Of requirements with one beginning, those that say the same as an earlier one but for the
    last one, two or three words."""
    first: dict[_Words, Provision] = {}
    longer: dict[_Words, Provision] = {}
    for provision, words in alike if len(alike) > 1 else ():
        shortest = max(len(words) - _LEFT_OUT, _SHORTEST_REPEATED)
        stems = [words[:left] for left in range(len(words), shortest - 1, -1)]
        found = [first[each] for each in stems if each in first]
        found += [longer[each] for each in stems[:1] if each in longer]
        for number, each in enumerate(stems):
            (longer if number else first).setdefault(each, provision)
        if found:
            yield Finding(
                provision.span,
                say("this requirement stands twice"),
                say("write it once, and refer to it"),
                (Related(found[0].span, say("the first stands here")),),
            )


@rule(Severity.WARNING, dp2("8.1"), catalogue=("WRD-13",), alone=True)
def foreign_sentence(subject: Subject) -> Iterator[Finding]:
    """A sentence is written in another language than its version.

    It was probably not yet translated. Translate it; if it is quoted, put it into quotation marks.
    """
    for version, sentence in subject.phrases.strange():
        own = version.standard.language
        if sentence.place not in _LISTS and is_strange(sentence, own):
            yield Finding(
                sentence.span,
                say("this sentence is not written in `{0}`", own),
                say("translate it, or quote it"),
            )
