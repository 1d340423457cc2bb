"""Looking for wordings in the authors' own sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from msgspec import Struct

from clausier.check.subject import Subject
from clausier.model.inline import Inline
from clausier.resolve.resolved import Place, Sentence, Version
from clausier.source.place import Span


class Wording(Struct, frozen=True):
    """How one language says what is looked for: `pattern` finds it in one sentence.

    A sentence that holds none of `signs` does not hold it either; capitals count in signs. One in
    whose own words `needs` is not found is not searched.
    """

    signs: tuple[str, ...]
    pattern: str
    flags: int = 0
    needs: str = ""

    def found_in(self, sentence: Sentence) -> Iterator[re.Match[str]]:
        """Where it stands in the author's own words of a sentence."""
        text = sentence.text
        if not any(sign in text for sign in self.signs):
            return
        if not self.needs or any(_own(_compiled(self.needs, 0), sentence)):
            yield from _own(_compiled(self.pattern, self.flags), sentence)


@cache
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """A pattern, made ready when it is first needed: most never are."""
    return re.compile(pattern, flags)


def _own(pattern: re.Pattern[str], sentence: Sentence) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(sentence.text):
        if is_own(sentence, match.start(), match.end()):
            yield match


class Met(Struct, frozen=True):
    """A place where a wording was met in a sentence."""

    version: Version
    sentence: Sentence
    match: re.Match[str]

    def span(self, group: int | str = 0) -> Span:
        """The place of the match, or of one of its groups."""
        return self.sentence.at(self.match.start(group), self.match.end(group))


def wording(signs: str, pattern: str, flags: int = 0, needs: str = "") -> Wording:
    """A wording from its signs, parted by spaces, and its pattern."""
    return Wording(tuple(signs.split()), pattern, flags, needs)


def sentences(
    subject: Subject, signs: Mapping[str, Collection[str]]
) -> Iterator[tuple[Version, Sentence]]:
    """The sentences of those files that hold a sign of their language, in the order of reading."""
    paths = {
        part.span.path
        for part in subject.parts
        if part.version is not None
        and any(sign in part.contents.words for sign in signs.get(part.language, ()))
    }
    if not paths:
        return
    for version in subject.versions:
        for sentence in version.sentences:
            if sentence.span.path in paths:
                yield version, sentence


def met(
    subject: Subject, wordings: Mapping[str, Wording], places: Collection[Place] = ()
) -> Iterator[Met]:
    """Every place where the wording of a version's language stands in the author's own words.

    What is quoted, referred to or written as code does not count; with `places`, only sentences
    that stand there.
    """
    signs = {language: one.signs for language, one in wordings.items()}
    for version, sentence in sentences(subject, signs):
        known = wordings.get(version.standard.language)
        if known is not None and (not places or sentence.place in places):
            yield from (Met(version, sentence, match) for match in known.found_in(sentence))


def is_own(sentence: Sentence, start: int, end: int) -> bool:
    """Whether some of the characters `start` to `end` of a sentence are its author's own words."""
    index = bisect_right(sentence.quoted, start, key=_low) - 1
    return index < 0 or sentence.quoted[index][1] < end


def touches_quoted(sentence: Sentence, start: int, end: int) -> bool:
    """Whether some of the characters `start` to `end` are no running words of the author."""
    index = bisect_right(sentence.quoted, start, key=_high)
    return index < len(sentence.quoted) and sentence.quoted[index][0] < end


def quoted_from(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """The characters that are quoted or referred to from exactly `start` on."""
    index = bisect_right(sentence.quoted, start, key=_low) - 1
    found = sentence.quoted[index] if index >= 0 else None
    return found if found is not None and found[0] == start and found[1] > start else None


def _low(part: tuple[int, int]) -> int:
    return part[0]


def _high(part: tuple[int, int]) -> int:
    return part[1]


def around(inlines: tuple[Inline, ...]) -> Span:
    """The place of a run of text that is not empty."""
    first, last = inlines[0].span, inlines[-1].span
    return Span(first.path, first.start, max(first.end, last.end))
