"""Symbols and abbreviated terms: listed once, in order, and explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from clausier.check.quantities import UNIT
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Part, Subject
from clausier.check.tex import signs
from clausier.check.wording import Wording, around, is_own, met, touches_quoted, wording
from clausier.language.words import words
from clausier.model.block import DefinitionList, Equation, Note, Paragraph
from clausier.model.clause import Clause
from clausier.model.inline import Formula, Inline
from clausier.model.prose import prose
from clausier.model.walk import blocks, clauses, inlines
from clausier.resolve.resolved import Place, Sentence, Version
from clausier.resolve.symbols import is_list_of_symbols, mentions
from clausier.source.diagnostic import Edit, Related, Severity, say
from clausier.source.place import Span

_STOPPED = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,}(?![\w-])")
_NAME = re.compile(r"\s+[A-ZÀ-Ý][a-zà-ÿ]")
_STOPPED_SIGN = re.compile(r"[A-Z]\.[A-Z]\.")
_ABBREVIATION = re.compile(r"(?<![\w/.&-])[A-Z]{2,6}(?:s\b)?(?![\w/&-]|\.[A-Z])")
_EXPANDED = re.compile(r"\((?P<short>[A-Z][A-Za-z]{0,3}[A-Z])s?\)")
_WORDS = re.compile(r"[^\W\d_]+")
_ENDINGS = "emnrsx"
"""The letters in which the endings of plural and case are written."""
_ROMAN = re.compile(r"(?:C{1,3}|X?C|L?X{0,3}|X?L)(?:IX|IV|V?I{0,3})")
_GERMAN_ABBREVIATION = re.compile(
    r"(?<![\w/.&-])[A-ZÄÖÜ]{2,6}(?:s\b)?(?![\w/&]|-(?![A-ZÄÖÜ][a-zäöü])|\.[A-Z])"
)
"""German joins them to the noun that follows (`CNC-Drehbank`)."""
_LABELLED = re.compile(
    r"\b(?:buttons?|keys?|switch|signs?|labels?|words?|position|mode|command|field|marked|marking"
    r"|inscription|boutons?|touches?|mot|étiquette|mention|marquage|commande|champ|Tasten?|Knopf"
    r"|Schalter|Schild|Aufschrift|Stellung|Wort|Befehl|Feld|Kennzeichnung)\s+\Z"
)
"""Words before what stands on a thing in capitals."""
_LABEL_OF = re.compile(r"\s+(?:key|button|switch)\b|-(?:Taste|Knopf|Schalter)\b")
"""Words behind it."""
_SMALL_WORDS_TEXT = """
a an and at by for from in of on or the to with à au aux d de des du en et l la le les ou par pour
sur der die das des dem den und oder für von zur zum im in mit
"""
_SMALL_WORDS = frozenset(_SMALL_WORDS_TEXT.split())
_KNOWN_TEXT = """
CEN CENELEC ISO IEC ETSI EN TS TR CWA EFTA AELE AFNOR BSI DIN EU UE EC CE UN ONU OK ID PDF HTML XML
JSON YAML URL URI CD DVD USB TV SMS GPS PIN AM PM BC AD USA UK US UTC SI ICS NOTE TIC AG GMBH SA SE
NB PS VIP WC CV RAL XXL XXXL NOTA ANM AC DC TBD TBC TBA TODO FIXME XXX
"""
_KNOWN = frozenset(_KNOWN_TEXT.split())
_LOOK_BACK = 150
_TEXT_PLACES = frozenset(
    (Place.SCOPE, Place.BODY, Place.INFORMATIVE_ANNEX, Place.NOTE, Place.EXAMPLE)
)


def _symbol_clauses(subject: Subject) -> Iterator[tuple[Part, Version, Clause]]:
    for part in subject.parts:
        if part.version is None or part.clause is None:
            continue
        if part.clause.kind in ("clause", "terms"):
            for clause in clauses((part.clause,)):
                if is_list_of_symbols(clause, part.version.standard.language):
                    yield part, part.version, clause


@rule(Severity.WARNING, dp2("17.4"), catalogue=("STR-09",))
def not_after_terms(subject: Subject) -> Iterator[Finding]:
    """The symbols do not stand after the terms.

    Whoever meets a symbol looks for it in Clause 4, directly after the terms. Rename the file so
    that it is the first clause.
    """
    for _, version, clause in _symbol_clauses(subject):
        number = version.numbers.get(clause.span)
        if clause.level == 1 and clause.kind == "clause" and number and number.value != "4":
            yield Finding(
                around(clause.title),
                say("the symbols are Clause {0}", number.value),
                say("put them directly after the terms"),
            )


@rule(Severity.WARNING, dp2("17.5"), catalogue=("SYM-06",))
def other_text(subject: Subject) -> Iterator[Finding]:
    """A list of symbols holds other text.

    The clause explains symbols and abbreviated terms and nothing else. Move the text into another
    clause, and write the list with a line for the symbol and `:   ` before its explanation.
    """
    for _, _, clause in _symbol_clauses(subject):
        for index, block in enumerate(clause.body):
            lead = index == 0 and isinstance(block, Paragraph)
            if not (lead or isinstance(block, DefinitionList | Note)):
                yield Finding(
                    block.span.first(60),
                    say("other text in the list of symbols"),
                    say("write each symbol on a line, and `:   ` before its explanation"),
                )


class _Entry(Struct, frozen=True):
    """An entry of a list of symbols: how it reads, its notation if it is a formula, its place."""

    text: str
    tex: str | None
    span: Span


def _entries(clause: Clause) -> Iterator[list[_Entry]]:
    for block in blocks(clause.body):
        if isinstance(block, DefinitionList):
            yield [_entry(entry.term) for entry in block.entries if entry.term]


def _entry(term: tuple[Inline, ...]) -> _Entry:
    formula = next((one for one in inlines(term) if isinstance(one, Formula)), None)
    text = prose(term, lambda one: one.tex if isinstance(one, Formula) else "").text.strip()
    return _Entry(text, formula.tex if formula else None, around(term))


@rule(Severity.WARNING, dp2("17.5"), catalogue=("SYM-01",))
def unused(subject: Subject) -> Iterator[Finding]:
    """A symbol or abbreviated term is listed and not used.

    Only what the document uses is listed in it. Use it, or take it out.
    """
    for _, version, clause in _symbol_clauses(subject):
        text, formulas = _rest(subject, version, clause)
        for entry in (entry for entries in _entries(clause) for entry in entries):
            used = mentions(text, entry.text)
            if entry.tex is not None:
                used = all(sign.value in formulas for sign in signs(entry.tex))
            if entry.text and not used:
                yield Finding(
                    entry.span,
                    say("`{0}` is used nowhere", entry.text),
                    say("use it, or take it out of the list"),
                )


def _rest(subject: Subject, version: Version, clause: Clause) -> tuple[str, frozenset[str]]:
    """The text and the symbols of formulas of a version outside one of its clauses."""
    texts: list[str] = []
    formulas: list[str] = []
    for contents in (part.contents for part in subject.parts if part.version is version):
        runs = [run for run in contents.runs if not clause.span.holds(run[0].span)]
        texts += [prose(run).text for run in runs]
        formulas += [one.tex for run in runs for one in inlines(run) if isinstance(one, Formula)]
        formulas += [
            block.tex
            for block in contents.blocks
            if isinstance(block, Equation) and not clause.span.holds(block.span)
        ]
    return "\n".join(texts), frozenset(sign.value for tex in formulas for sign in signs(tex))


@rule(Severity.WARNING, dp2("17.5"), catalogue=("SYM-02",))
def out_of_order(subject: Subject) -> Iterator[Finding]:
    """Symbols are not listed in their order.

    Readers look a symbol up: Latin letters come first (`A`, `a`, `B`, `b`; without an index before
    those with one), then Greek letters, then other signs. Move the entry.
    """
    for _, _, clause in _symbol_clauses(subject):
        for entries in _entries(clause):
            for before, entry in pairwise(entries):
                if _rank(entry) < _rank(before):
                    yield Finding(
                        entry.span,
                        say("`{0}` stands after `{1}`", entry.text, before.text),
                        say("put it before: letters in alphabetical order, Greek ones after them"),
                        (Related(before.span, say("this one comes later")),),
                    )
                    break


def _rank(entry: _Entry) -> tuple[object, ...]:
    """Where an entry stands: alphabet, letters, capital first, index letters before numbers."""
    text = entry.tex or entry.text
    base, _, index = text.replace("{", "").replace("}", "").partition("_")
    greek = base.startswith("\\") or "α" <= base[:1].lower() <= "ω"
    kind = 1 if greek else 0 if base[:1].isalpha() else 2
    name = base.lstrip("\\").casefold()
    return (kind, name, base.casefold() == base, index != "", index[:1].isdigit(), index.casefold())


@rule(Severity.WARNING, dp2("8.4"), catalogue=("SYM-04",), fixable=True, alone=True)
def stops_in_abbreviation(subject: Subject) -> Iterator[Finding]:
    """An abbreviation of capitals has stops.

    Capital letters say by themselves that they are an abbreviation. Write them without stops.
    """
    for part in subject.parts:
        if part.version is None or not _STOPPED_SIGN.search(part.contents.words):
            continue
        for sentence in part.version.sentences:
            if sentence.span.path == part.span.path:
                yield from _stopped(sentence)


def _stopped(sentence: Sentence) -> Iterator[Finding]:
    for found in _STOPPED.finditer(sentence.text):
        after = sentence.start + found.end()
        person = len(found.group()) == 4 and _NAME.match(sentence.prose.text, after)
        if not person and is_own(sentence, found.start(), found.end()):
            place = sentence.at(found.start(), found.end())
            last = "." if found.end() == len(sentence.text) else ""
            short = found.group().replace(".", "")
            yield Finding(
                place,
                say("`{0}` has stops", found.group()),
                say("write `{0}`", short),
                edits=(Edit(place, short + last),),
            )


@rule(Severity.ERROR, dp2("8.4"), catalogue=("SYM-05",))
def two_expansions(subject: Subject) -> Iterator[Finding]:
    """One abbreviation stands for two things.

    The reader cannot know which is meant. Write one of them out, or abbreviate it otherwise.
    """
    first: dict[tuple[int, str], tuple[str, Span]] = {}
    for one in met(subject, _IN_BRACKETS):
        start = one.match.start()
        text = one.sentence.text[max(0, start - _LOOK_BACK) : start]
        short = one.match["short"]
        words = _expansion(text, short)
        if words is None and one.version.standard.language == "de":
            words = _compound(text, short)
        if words is None:
            continue
        place = one.span("short")
        known, span = first.setdefault((id(one.version), short), (words, place))
        if _folded(known) != _folded(words):
            yield Finding(
                place,
                say("`{0}` stands for `{1}` here and for `{2}` elsewhere", short, words, known),
                say("write one of them out, or abbreviate it otherwise"),
                (Related(span, say("the other stands here")),),
            )


_IN_BRACKETS: dict[str, Wording] = {
    language: wording("(", _EXPANDED.pattern) for language in ("en", "fr", "de")
}


def _folded(words: str) -> str:
    """Words without the endings of plural and case, by which alone they may differ."""
    each = words.casefold().replace("-", " ").split()
    return " ".join(word[:3] + word[3:].rstrip(_ENDINGS) for word in each)


def _expansion(text: str, short: str) -> str | None:
    """The words before an abbreviation in brackets whose first letters it is made of."""
    words = list(_WORDS.finditer(text))
    letters = short.casefold()
    at = len(words)
    for letter in reversed(letters):
        at -= 1
        while at >= 0 and words[at].group().casefold() in _SMALL_WORDS:
            if words[at].group()[0].casefold() == letter:
                break
            at -= 1
        if at < 0 or words[at].group()[0].casefold() != letter:
            return None
    if not words or text[words[-1].end() :].strip():
        return None
    return " ".join(text[words[at].start() :].split())


def _compound(text: str, short: str) -> str | None:
    """The fewest German words before an abbreviation in brackets in which its letters stand, the
    first at their beginning: `Gebäudeleittechnik (GLT)`."""
    words = list(_WORDS.finditer(text))
    if not words or text[words[-1].end() :].strip():
        return None
    for count in range(1, min(len(short), len(words)) + 1):
        said = text[words[-count].start() :].strip()
        letters = iter(said.casefold())
        if said[0].casefold() == short[0].casefold() and all(
            letter in letters for letter in short.casefold()
        ):
            return " ".join(said.split())
    return None


@rule(Severity.WARNING, dp2("8.4"), catalogue=("SYM-03", "TAB-05"))
def unexplained_abbreviation(subject: Subject) -> Iterator[Finding]:
    """An abbreviation is not explained.

    Not every reader of a standard is of the trade, and other languages abbreviate otherwise.
    Write the words where it first stands, with the abbreviation in brackets, or list it with the
    symbols.
    """
    explained: dict[int, set[str]] = {}
    for version, sentence in _with_capitals(subject):
        if id(version) not in explained:
            explained[id(version)] = set(_explained(subject, version))
        known = explained[id(version)]
        shouted = _is_shouted(sentence.text)
        loud = words(version.standard.language).sets.get("emphasized", frozenset())
        german = version.standard.language == "de"
        pattern = _GERMAN_ABBREVIATION if german else _ABBREVIATION
        for found in pattern.finditer(sentence.text):
            short = found.group().rstrip("s")
            start, end = found.span()
            if short in known or shouted or short.lower() in loud:
                continue
            common = _is_common(short, sentence.text, start, end)
            if not common and not touches_quoted(sentence, start, end):
                known.add(short)
                yield Finding(
                    sentence.at(start, end),
                    say("nothing explains the abbreviation `{0}`", short),
                    say("write the words before it, as `… ({0})`, or list it with the symbols",
                        short),
                )  # fmt: skip


_UNSPOKEN = re.compile(r"[BCDFGHJ-NP-TV-XZ]{3,6}")
_NAMES_NUMBER = re.compile(rf"[ \u00a0]\d{{3,}}(?!\d|[.,]\d|[ \u00a0\u202f]?{UNIT})")
"""What follows an abbreviation that is the name of a list of numbers: `RAL 9005`."""
_CODE = re.compile(r"(?:IP|IK|DN|PN)[ \u00a0]?X?\d")  # protection, sizes and pressures of pipes


def _is_shouted(text: str) -> bool:
    """Whether all is in capitals for its own sake: words, or one word that can be spoken."""
    return text.isupper() and _UNSPOKEN.match(text) is None


_CAPITALS = re.compile(r"[A-ZÄÖÜ]{2}")


def _with_capitals(subject: Subject) -> Iterator[tuple[Version, Sentence]]:
    paths = {
        part.span.path
        for part in subject.parts
        if part.version is not None and _CAPITALS.search(part.contents.words)
    }
    for version in subject.versions if paths else ():
        for sentence in version.sentences:
            if sentence.place in _TEXT_PLACES and sentence.span.path in paths:
                yield version, sentence


def _is_common(short: str, text: str, start: int, end: int) -> bool:
    """Whether an abbreviation needs no words: known to all, a number, a unit, or what stands on a
    thing."""
    if short in _KNOWN or _ROMAN.fullmatch(short):
        return True
    before = text[max(0, start - 20) : start]
    if before.rstrip(" \u00a0\u202f")[-1:].isdigit() or _LABELLED.search(before):
        return True
    after = _NAMES_NUMBER.match(text, end) or _LABEL_OF.match(text, end)
    return after is not None or _CODE.match(text, start) is not None


def _explained(subject: Subject, version: Version) -> Iterator[str]:
    """What is explained in brackets, in lists, keys and term entries, or named by a document."""
    for sentence in version.sentences:
        for found in _EXPANDED.finditer(sentence.text) if "(" in sentence.text else ():
            yield found["short"]
        if "(" in sentence.text:
            yield from (one[1] for one in _OPENED.finditer(sentence.text))
    for part in subject.parts:
        if part.version is version:
            yield from _in_lists(part)
    for clause in version.clauses:
        for term in clause.terms:
            for designation in (term.preferred, *term.admitted, *term.deprecated):
                yield from _WORDS.findall(designation.value)
    for document in version.deliverable.documents.values():
        yield from _WORDS.findall(f"{document.number} {document.publisher}")
    committee = version.deliverable.metadata.committee
    yield from _WORDS.findall(f"{committee.number} {committee.secretariat}")


_OPENED = re.compile(r"\b([A-Z]{2,6})s? \((?=[^\W\d_]{3})")


def _in_lists(part: Part) -> Iterator[str]:
    for block in part.contents.blocks:
        if isinstance(block, DefinitionList):
            for entry in block.entries:
                yield from _WORDS.findall(prose(entry.term).text)
        legend = getattr(block, "legend", None)
        for entry in legend.key if legend else ():
            yield from _WORDS.findall(prose(entry.term).text)
