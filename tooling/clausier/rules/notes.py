"""Notes and examples carry the label of their language, and no number of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.language.words import words
from clausier.model.block import Block, Example, Note, Paragraph
from clausier.model.prose import Prose, prose
from clausier.resolve.resolved import Version
from clausier.source.diagnostic import Edit, Severity, say
from clausier.source.place import Span

_NUMBER = re.compile(r"[ \u00a0\u202f]+\d+\Z")
_SIGN = r"(?:[ \u00a0]?(?P<number>\d+))?[ \u00a0]?(?:[:—–]|\.(?=[ \u00a0])|-(?=[ \u00a0]))"
_TYPED = re.compile(
    r"(?P<note>(?:Notes?|(?:Important|General)[ ]notes?|Notes?[ ](?:importante|générale)s?"
    r"|Nota(?:[ \u00a0][Bb]ene)?|N\.[ \u00a0]?B\.?|NB|NOTA|Remarks?|REMARKS?"
    r"|Remarques?|REMARQUES?|Anmerkung(?:en)?|Anm\.|ANM\.|(?:Wichtiger[ ]|Allgemeiner[ ])?Hinweise?"
    r"|HINWEISE?|Bemerkung(?:en)?|Zur[ ]Beachtung|Zu[ ]beachten|Comments?"
    r"|Commentaires?|Kommentare?)"
    rf"{_SIGN}|(?:N\.[ \u00a0]?B\.|NB|Nota|NOTA)(?=[ \u00a0])"
    r"|(?:HINWEIS|REMARQUE|REMARK|BEMERKUNG)(?:[ \u00a0]\d+)?(?=[ \u00a0][A-ZÀ-Þ“„«]))"
    r"|(?P<example>(?:Examples?|Exemples?|Ex\.|Beispiele?|Bsp\.)"
    rf"{_SIGN.replace('P<number>', ':')})"
)
_SPOKEN = re.compile(
    r"(?P<note>(?:Please[ ]n|N)ote[ ]that|It[ ](?:should|is[ ]to)[ ]be[ ]noted[ ]that"
    r"|It[ ]is[ ](?:worth|important)[ ](?:noting|to[ ]note)[ ]that"
    r"|[AÀ][ ]noter(?:[ ]que|[ ]qu['’])?"
    r"|Il[ ](?:est[ ]à|convient[ ]de|faut)[ ]noter[ ](?:que|qu['’])"
    r"|Es[ ](?:ist|sei)[ ](?:zu[ ]beachten|darauf[ ]hingewiesen|anzumerken),[ ]dass"
    r"|Zu[ ]beachten[ ]ist,[ ]dass)(?!\w)"
)
_SPACE = re.compile(r"[ \u00a0]*")
_PARTED = re.compile(r"[ \u00a0\u202f]*[:—–](?!\s*\d)")
_FIRST_WORD = re.compile(r"[^\W\d_]+['’]?")


class _Labelled(Struct, frozen=True):
    """A note or example with its label as it was typed."""

    version: Version
    block: Note | Example
    typed: str
    parted: bool

    @property
    def label(self) -> str:
        """The label of its language."""
        word = "note" if isinstance(self.block, Note) else "example"
        return self.version.language.labels[word]

    @property
    def beginning(self) -> str:
        """The words that follow the label, as far as they are plain."""
        first = self.block.blocks[0] if self.block.blocks else None
        text = _beginning(first) if first is not None else None
        return text.text if text is not None else ""

    @property
    def begins_anew(self) -> bool:
        """Whether a number before what follows cannot count it: a sign parts them, or it begins
        with a word of which there are not several (`The`; `in` may go on: `3 in ten`)."""
        found = _FIRST_WORD.match(self.beginning)
        if self.parted or found is None or found[0][0].islower():
            return self.parted
        known = words(self.version.standard.language).sets.get("uncounted", frozenset())
        return found[0].lower().replace("’", "'") in known


def _labelled(subject: Subject) -> Iterator[_Labelled]:
    for part in subject.parts:
        source = subject.sources.get(part.span.path)
        if part.version is None or source is None:
            continue
        for block in part.contents.blocks:
            if isinstance(block, Note | Example):
                typed = source.text[block.label.start : block.label.end]
                parted = _PARTED.match(source.text, block.label.end) is not None
                yield _Labelled(part.version, block, typed, parted)


@rule(Severity.ERROR, dp2("24.5"), catalogue=("NEF-09",), fixable=True, alone=True)
def label_of_another_language(subject: Subject) -> Iterator[Finding]:
    """A note or example has the label of another language.

    English texts say `NOTE` and `EXAMPLE`, French ones `NOTE` and `EXEMPLE`, German ones
    `ANMERKUNG` and `BEISPIEL`. Write the label of the text's own language.
    """
    for one in _labelled(subject):
        word = one.typed.split()[0] if one.typed.split() else ""
        if not word.isupper() or word.startswith("!") or word == one.label:
            continue
        place = Span(one.block.label.path, one.block.label.start, one.block.label.start + len(word))
        yield Finding(
            place,
            say("`{0}` in a text in `{1}`", word, one.version.standard.language),
            say("write `{0}`", one.label),
            edits=(Edit(place, one.label),),
        )


@rule(Severity.WARNING, dp2("24.3"), catalogue=("NEF-01", "NEF-02"), fixable=True, alone=True)
def typed_number(subject: Subject) -> Iterator[Finding]:
    """A note or example has a number that was typed.

    The program numbers notes and examples where there are several, and prints no number where
    there is one. Delete the number. A sentence that itself begins with a number begins better with
    a word, or its number is lost; one before the symbol of a unit is kept.
    """
    for one in _labelled(subject):
        found = _NUMBER.search(one.typed)
        if found and one.typed.split()[0].isupper():
            number, start = found.group().strip(), one.block.label.start
            place = Span(one.block.label.path, start + found.start(), start + found.end())
            own = Span(place.path, place.end - len(number), place.end)
            yield _typed(one, number, own, place)


def _typed(one: _Labelled, number: str, own: Span, whole: Span) -> Finding:
    """What is said of a typed number; it is deleted only where no sentence can begin with it."""
    if one.begins_anew:
        return Finding(
            own,
            say("the number `{0}` is typed", number),
            say("write `{0}` alone", one.label),
            edits=(Edit(whole, ""),),
        )
    return Finding(
        own,
        say("`{0}` is read as the number of the label", number),
        say("begin the sentence with a word")
        if one.beginning[:1].islower()
        else say("delete it, or begin the sentence with a word"),
    )


@rule(Severity.WARNING, dp2("24.2"), catalogue=("NEF-10", "NEF-11"), fixable=True, alone=True)
def without_label(subject: Subject) -> Iterator[Finding]:
    """A paragraph is a note or an example, but has not its label.

    Written `Note:`, `Note that`, `N.B.` or `Remark:`, it is running text: it may oblige, it has no
    number, and readers cannot skip it. Begin it with the label in capitals, without a colon.
    """
    for part in subject.parts:
        for block in part.contents.blocks if part.version else ():
            text = _beginning(block)
            found = (_TYPED.match(text.text) or _SPOKEN.match(text.text)) if text else None
            if part.version is None or text is None or found is None:
                continue
            word = "note" if found["note"] else "example"
            spoken = found.re is _SPOKEN
            label = part.version.language.labels[word]
            space = _SPACE.match(text.text, found.end())
            end = space.end() if space else found.end()
            yield Finding(
                text.span(0, found.end()),
                say("`{0}` begins a paragraph", found.group().strip()),
                say("begin it with `{0}`", label),
                edits=() if spoken else _relabelled(block, text, end, label),
            )


def _beginning(block: Block) -> Prose | None:
    return prose(block.inlines[:2]) if isinstance(block, Paragraph) and block.inlines else None


def _relabelled(block: Block, text: Prose, end: int, label: str) -> tuple[Edit, ...]:
    """The edit that puts the label in the place of the words, where they are plain text."""
    if end >= len(text.text) or text.span(0, 1).start != block.span.start:
        return ()
    return (Edit(text.span(0, end), f"{label} "),)
