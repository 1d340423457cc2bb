"""Each language has its own signs and spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.quantities import NO_BREAK
from clausier.check.rule import Finding, rule
from clausier.check.subject import Subject
from clausier.resolve.resolved import Place, Sentence
from clausier.source.diagnostic import Edit, Severity, say
from clausier.source.place import Span

_LISTS = frozenset({Place.NORMATIVE_REFERENCES, Place.BIBLIOGRAPHY})
_SIGN = re.compile(r"[;:!?«»]")
_FRENCH = re.compile(
    r"(?<=[^\s;:!?«])(?P<before>[ \n]?)(?P<sign>[;:!?»])(?=[\s»)”]|$)"
    r"|(?P<open>«)(?P<after>[ \n]?)(?=\S)"
)
_GERMAN = re.compile(
    r"(?<!\w)(?:z\.[ \n]?[BTZ]|d\.[ \n]?h|u\.[ \n]?[aUÄä]|o\.[ \n]?[Ääg]|v\.[ \n]?a"
    r"|s\.[ \n]?[ou]|i\.[ \n]?d\.[ \n]?R)\.(?!\w)"
)
_STRAIGHT = r'(?<![\w"])"(?P<straight>[^"\n]{1,400})"(?!\w)'
_SINGLE = r"(?<![\w'’])'(?P<single>[^\W\d_][^'\n]{0,200})'(?![\w'])"
_CURLY = "“(?P<curly>[^“”„]{1,400})”"
_LOW = "„(?P<low>[^„“”]{1,400})[“”]"
_ANGLE = "«[ \u00a0\u202f]?(?P<angle>[^«»]{1,400}?)[ \u00a0\u202f]?»"
_TURNED = "»(?P<turned>[^«»]{1,400})«"
_GERMAN_OWN = "„[^„“”]{1,400}“"
_CLOSED = "„(?P<closed>[^„“”]{1,400})”"
"""A German quotation, and one with the closing mark of English."""
_WITHIN = '«[^«»„"]{1,400}»'
"""A French quotation; a quotation within it stands in “ ”."""
_STRANGE = {
    "en": re.compile(f"{_STRAIGHT}|{_SINGLE}|{_ANGLE}|{_LOW}"),
    "fr": re.compile(f"{_WITHIN}|{_STRAIGHT}|{_SINGLE}|{_CURLY}|{_LOW}"),
    "de": re.compile(f"{_GERMAN_OWN}|{_CLOSED}|{_STRAIGHT}|{_SINGLE}|{_CURLY}|{_ANGLE}|{_TURNED}"),
}
_STRANGE_MARKS = ('"', "«", "„", "“", "'")
_MARKS = {"en": ("“", "”"), "fr": (f"«{NO_BREAK}", f"{NO_BREAK}»"), "de": ("„", "“")}
_SINGLE_MARKS = {**_MARKS, "en": ("‘", "’"), "de": ("‚", "‘")}


@rule(Severity.INFO, languages=("fr",), catalogue=("WRD-11",), fixable=True, alone=True)
def french_space(subject: Subject) -> Iterator[Finding]:
    """A French sign has no no-break space beside it.

    Without it the sign can begin a line, or touches the word. In French a no-break space stands
    before `;` `:` `!` `?` `»` and after `«`.
    """
    for sentence in _sentences(subject, "fr"):
        if _SIGN.search(sentence.text) is None:
            continue
        for match in _FRENCH.finditer(sentence.text):
            opens = match["open"] is not None
            sign, space = ("open", "after") if opens else ("sign", "before")
            span = sentence.at(*match.span(sign))
            if span.end - span.start == 1:
                yield Finding(
                    span,
                    say("no no-break space after `{0}`", match[sign])
                    if opens
                    else say("no no-break space before `{0}`", match[sign]),
                    say("write a no-break space"),
                    edits=(_spaced(sentence, span, match.span(space), opens),),
                )


def _spaced(sentence: Sentence, sign: Span, space: tuple[int, int], opens: bool) -> Edit:
    if space[0] < space[1]:
        return Edit(sentence.at(*space), NO_BREAK)
    at = sign.end if opens else sign.start
    return Edit(Span(sign.path, at, at), NO_BREAK)


@rule(Severity.INFO, languages=("de",), catalogue=("WRD-11",), fixable=True, alone=True)
def german_abbreviation(subject: Subject) -> Iterator[Finding]:
    """A German abbreviation of several words has no no-break space between them.

    Write `z. B.`, `d. h.` and the like with a no-break space, so that no line breaks within them.
    """
    for sentence in _sentences(subject, "de"):
        if "." not in sentence.text[:-1]:
            continue
        for match in _GERMAN.finditer(sentence.text):
            span = sentence.at(*match.span())
            if span.end - span.start != len(match.group()):
                continue
            write = f".{NO_BREAK}".join(re.split(r"\.[ \n]?", match.group())[:-1]) + "."
            yield Finding(
                span,
                say("no no-break space within `{0}`", " ".join(match.group().split())),
                say("write `{0}`", write),
                edits=(Edit(span, write),),
            )


@rule(Severity.INFO, catalogue=("WRD-11",), fixable=True, alone=True)
def quotation_marks(subject: Subject) -> Iterator[Finding]:
    """Quotation marks are straight, or those of another language.

    Straight marks do not show where a quotation begins. Write “ ” in English, « » in French and
    „ “ in German.
    """
    for language, strange in _STRANGE.items():
        for sentence in _sentences(subject, language):
            if not any(mark in sentence.text for mark in _STRANGE_MARKS):
                continue
            for match in strange.finditer(sentence.text):
                if match.lastgroup is not None:
                    own = _SINGLE_MARKS if match.lastgroup == "single" else _MARKS
                    yield from _requoted(sentence, match, own[language])


def _requoted(
    sentence: Sentence, match: re.Match[str], marks: tuple[str, str]
) -> Iterator[Finding]:
    start, end = match.span(match.lastgroup or 0)
    first, last = sentence.at(match.start(), start), sentence.at(end, match.end())
    if first.end - first.start != start - match.start():
        return
    closed = match.lastgroup == "closed"
    yield Finding(
        last if closed else first.first(),
        say("`{0}` is no quotation mark of this language", match.group()[-1 if closed else 0]),
        say("write {0}…{1}", *marks),
        edits=(Edit(last, marks[1]),) if closed else (Edit(first, marks[0]), Edit(last, marks[1])),
    )


def _sentences(subject: Subject, language: str) -> Iterator[Sentence]:
    for version in subject.versions:
        if version.standard.language == language:
            for sentence in version.sentences:
                if sentence.place not in _LISTS:
                    yield sentence
