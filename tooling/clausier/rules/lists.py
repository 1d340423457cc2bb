"""A list is led in, its items are alike, and those that are referred to have letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct

from clausier.check.quantities import UNIT
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.check.wording import (
    Met,
    Wording,
    met,
    touches_quoted,
    wording,
)
from clausier.model.block import (
    Admonition,
    Block,
    Equation,
    Example,
    Item,
    List,
    Note,
    Paragraph,
    Quote,
)
from clausier.model.clause import Clause
from clausier.model.inline import Text
from clausier.model.prose import Prose, prose
from clausier.model.walk import clauses
from clausier.resolve.resolved import Kind, Version
from clausier.source.diagnostic import Edit, Related, Severity, say
from clausier.source.place import Span

_KINDS = ("foreword", "introduction", "scope", "clause", "annex")
_DEEPEST = 4
_JOINED = re.compile(r"[ \u00a0]?(?P<sign>[;,])\s+(?:and|or|et|ou|und|oder|sowie)\Z")
_BARE_JOINED = re.compile(r"\w\s+(?:and|or|et|ou|und|oder|sowie)\Z")
_SIGNS: Mapping[str, str] = {
    ";": "semicolon", ",": "comma", ":": "colon",
    ".": "stop", "!": "stop", "?": "stop", "…": "stop",
}  # fmt: skip
_WRITTEN: Mapping[str, str] = {"semicolon": ";", "comma": ",", "stop": ".", "none": ""}
_WORD = re.compile(r"[^\W\d_]+")


class _Listed(Struct, frozen=True):
    """A list and where it stands: what follows it, and whether it stands in an item."""

    block: List
    version: Version
    inner: bool
    following: Block | None


class _Ending(Struct, frozen=True):
    """How the text of an item ends: the kind of sign, and its place in the text.

    `joins` is whether a word without a sign leads on to the next item.
    """

    item: Item
    text: Prose
    kind: str
    start: int
    end: int
    joins: bool = False


class _Start(Struct, frozen=True):
    """The first word of an item, and its place."""

    text: str
    span: Span


def _written(subject: Subject) -> Iterator[tuple[Version, Clause]]:
    """Each clause and subclause whose lists are the author's."""
    for part in subject.parts:
        if part.version is not None and part.clause is not None and part.clause.kind in _KINDS:
            for clause in clauses((part.clause,)):
                yield part.version, clause


def _lists(subject: Subject) -> Iterator[_Listed]:
    for version, clause in _written(subject):
        yield from _in(clause.body, version, False)


def _in(body: tuple[Block, ...], version: Version, inner: bool) -> Iterator[_Listed]:
    for index, block in enumerate(body):
        if isinstance(block, List):
            following = body[index + 1] if index + 1 < len(body) else None
            yield _Listed(block, version, inner, following)
            for item in block.items:
                yield from _in(item.blocks, version, True)
        elif isinstance(block, Note | Example | Admonition | Quote):
            yield from _in(block.blocks, version, inner)
        elif isinstance(block, Equation):
            yield from _in(block.where, version, inner)


@rule(Severity.WARNING, dp2("23.2"), catalogue=("LST-01",), alone=True)
def no_introduction(subject: Subject) -> Iterator[Finding]:
    """A list begins a clause without a word before it.

    A list carries on a sentence; without one the reader does not know whether its items are
    required, recommended or examples. Write the sentence that leads it in. The steps of a
    procedure, lettered and in the imperative, need none below their title.
    """
    commands = [hit.span for hit in subject.phrases.of("imperative")]
    for _, clause in _written(subject):
        first = clause.body[0] if clause.body else None
        if isinstance(first, List) and not (clause.title and _are_steps(first, commands)):
            yield Finding(
                first.span.first(60),
                say("nothing leads in this list"),
                say("write a sentence before it"),
            )


def _are_steps(block: List, commands: list[Span]) -> bool:
    """Whether the first item of a lettered list, or most of them, is in the imperative."""
    asking = [any(item.span.holds(one) for one in commands) for item in block.items]
    return block.ordered and (asking[0] or 2 * sum(asking) > len(asking))


@rule(Severity.ERROR, dp2("23.4"), catalogue=("LST-02",))
def reference_to_dash(subject: Subject) -> Iterator[Finding]:
    """A text refers to an item that has no letter.

    Items with a dash have no name of their own, so the reader would only find the clause. Make the
    list a numbered one: write `1.` in the place of `-`.
    """
    for version in subject.versions:
        for use in version.uses.values():
            if use.target is None or use.target.kind is not Kind.ITEM:
                continue
            number = version.numbers.get(use.target.span)
            if number is not None and number.value == "—":
                yield Finding(
                    use.reference.span,
                    say("`{0}` is an item without a letter", use.target.id),
                    say("write its list with `1.` in the place of `-`"),
                    (Related(use.target.span.first(60), say("the item stands here")),),
                )


_LETTER = (
    r"(?P<many>{many})?[ \u00a0][a-z]\)(?:[ \u00a0](?P<and>and|or|to|et|ou|à|und|oder|bis)"
    r"[ \u00a0][a-z]\))?"
)
_COUNT = rf"\d{{1,2}}(?![\w.,:]?\d|[ \u00a0]?{UNIT})"
_FIRST_EN = "first|second|third|fourth|fifth|sixth|last"
_NEXT_LETTER = re.compile(r"[,;]?\s(?:and|or|et|ou|und|oder)\s[b-z]\)")
_ITEMS: dict[str, Wording] = {
    "en": wording(
        "item Item oint bullet Bullet indent Indent",
        r"\b(?:[Ss]ub-?item|(?:[Ll]ist )?[Ii]tem|[Pp]oint|[Bb]ullet(?: point)?|[Ii]ndent)"
        rf"{_LETTER.format(many='s')}"
        rf"|\b(?:[Bb]ullet(?: point)?|[Ii]ndent|[Ll]ist item)[ \u00a0]{_COUNT}"
        rf"|\bthe (?:{_FIRST_EN}) (?:list item|bullet point|indent)\b",
    ),
    "fr": wording(
        "item point alinéa tiret lettre élément",
        rf"\b(?:item|point|alinéa|tiret|lettre|élément){_LETTER.format(many='s')}"
        rf"|\btiret[ \u00a0]{_COUNT}"
        r"|\b(?:au|du|le|la) (?:premi[eè]re?|second|\w{3,7}ième|derni[eè]re?) tiret\b",
    ),
    "de": wording(
        "unkt uchstabe ufzählung piegelstrich lit.",
        r"\b(?:(?:Aufzählungsp|Listenp|Unterp|P)unkt|Aufzählung|Buchstabe|Spiegelstrich|lit\.)"
        rf"{_LETTER.format(many='e?n?')}|\b(?:Aufzählungspunkt|Spiegelstrich)[ \u00a0]{_COUNT}"
        r"|\b(?:erste|zweite|dritte|vierte|fünfte|letzte)[nr]?"
        r" (?:Aufzählungspunkt|Spiegelstrich)\b",
    ),
}


@rule(Severity.WARNING, dp2("23.4"), catalogue=("LST-06",), alone=True)
def typed_letter(subject: Subject) -> Iterator[Finding]:
    """The letter of a list item was typed.

    It is wrong as soon as an item is added before it, and does not say which list is meant. Give
    the item an id and write `@id`: the program prints `5.2 b)`.
    """
    for one in met(subject, _ITEMS):
        if not _is_run_in(one) and not _is_of_another(one):
            yield Finding(
                one.span(),
                say("the item `{0}` is typed", " ".join(one.match.group().split())),
                say("give the item an id, and write `@id`"),
            )


def _is_run_in(one: Met) -> bool:
    """Whether letters count within the sentence: `the boiling point a) of water and b) of oil`."""
    if one.match["and"] or not one.match.group().endswith(")"):
        return False
    return _NEXT_LETTER.search(one.sentence.text, one.match.end()) is not None


def _is_of_another(one: Met) -> bool:
    """Whether a reference beside it says in which document it stands."""
    start, end = one.match.span()
    return touches_quoted(one.sentence, max(0, start - 4), end + 12)


@rule(Severity.WARNING, dp2("23.4"), catalogue=("LST-03",), alone=True)
def second_numbered_list(subject: Subject) -> Iterator[Finding]:
    """A clause has two numbered lists.

    Both have an item a), and nobody could tell which one `5.2 a)` means. Write dashes in one of
    them, or divide the clause.
    """
    for _, clause in _written(subject):
        numbered = [one for one in clause.body if isinstance(one, List) and one.ordered]
        for block in numbered[1:]:
            yield Finding(
                block.span.first(60),
                say("second numbered list of `{0}`", clause.id.value),
                say("write dashes in one of them, or divide the clause"),
                (Related(numbered[0].span.first(60), say("the first stands here")),),
            )


@rule(Severity.WARNING, dp2("23.3"), catalogue=("LST-04",), alone=True)
def too_deep(subject: Subject) -> Iterator[Finding]:
    """A list stands more than four levels deep.

    Nobody can keep so many steps in mind. Divide the text into subclauses, or write sentences.
    """
    for _, clause in _written(subject):
        for block in clause.body:
            if isinstance(block, List):
                yield from _deep(block, 1)


def _deep(block: List, level: int) -> Iterator[Finding]:
    if level > _DEEPEST:
        yield Finding(
            block.span.first(60),
            say("a list at level {0}", level),
            say("divide the text into subclauses, or write sentences"),
        )
        return
    for item in block.items:
        for inner in item.blocks:
            if isinstance(inner, List):
                yield from _deep(inner, level + 1)


@rule(Severity.INFO, dp2("23.1"), catalogue=("LST-07",), alone=True)
def single_item(subject: Subject) -> Iterator[Finding]:
    """A list has one item.

    What stands alone is no list. Write it as part of the sentence.
    """
    for listed in _lists(subject):
        if len(listed.block.items) == 1:
            yield Finding(
                listed.block.span.first(60),
                say("a list with one item"),
                say("write it as part of the sentence"),
            )


@rule(Severity.WARNING, dp2("23.3"), catalogue=("LST-05",), fixable=True, alone=True)
def uneven_signs(subject: Subject) -> Iterator[Finding]:
    """The items of a list end with different signs.

    Items that carry on the sentence before them end with a semicolon, the last with a stop; items
    that are sentences end with a stop. Write the same sign at the end of all.
    """
    for listed in _lists(subject):
        endings = [one for item in listed.block.items[:-1] if (one := _ending(item)) is not None]
        kinds = Counter(one.kind for one in endings)
        if not kinds:
            continue
        usual = max(kinds, key=lambda kind: (kinds[kind], kind != "none"))
        for one in endings:
            if one.kind != usual and not (usual == "comma" and one.joins):
                yield _uneven(one, usual, listed.version)
        last = _ending(listed.block.items[-1])
        ended = last is None or last.kind == "stop" or usual == "none" or not _closes(listed)
        if last is not None and not ended:
            yield _uneven(last, "stop", listed.version)


def _ending(item: Item) -> _Ending | None:
    """How an item of one paragraph ends; None for others, and where a list follows in it."""
    if len(item.blocks) != 1 or not isinstance(item.blocks[0], Paragraph):
        return None
    text = prose(item.blocks[0].inlines)
    words = text.text.rstrip()
    joined = _JOINED.search(words, max(0, len(words) - 12))
    if joined:
        return _Ending(item, text, _SIGNS[joined["sign"]], joined.start(), joined.end("sign"))
    kind = _SIGNS.get(words.rstrip("”»“\"')\u00a0 ")[-1:], "none") if words else "none"
    kind = _SIGNS.get(words[-1:], kind)
    if not words or kind == "colon":
        return None
    if _BARE_JOINED.search(words, max(0, len(words) - 12)):
        return _Ending(item, text, kind, len(words), len(words), True)
    start = len(words) - 1 if words[-1] in _SIGNS else len(words)
    if words[:start].endswith("\u00a0"):
        start -= 1
    return _Ending(item, text, kind, start, len(words))


def _closes(listed: _Listed) -> bool:
    """Whether the sentence ends with the list: neither an item nor a paragraph carries it on."""
    following = listed.following
    if listed.inner:
        return False
    if not isinstance(following, Paragraph):
        return True
    return not prose(following.inlines[:1]).text[:1].islower()


def _uneven(one: _Ending, usual: str, version: Version) -> Finding:
    sign = _WRITTEN[usual]
    space = "\u00a0" if sign == ";" and version.standard.language == "fr" else ""
    return Finding(
        one.text.span(max(0, one.end - 1), one.end),
        say("this item does not end as it should among the others"),
        say("end it with `{0}`", sign) if sign else say("end it without a sign"),
        edits=(Edit(_exactly(one), space + sign),),
    )


def _exactly(one: _Ending) -> Span:
    """The place of the sign, or the empty place where one is to stand."""
    if one.start < one.end:
        return one.text.span(one.start, one.end)
    after = one.text.span(one.end - 1, one.end)
    return Span(after.path, after.end, after.end)


@rule(Severity.WARNING, dp2("23.3"), languages=("en", "fr"), catalogue=("LST-05",), alone=True)
def uneven_capitals(subject: Subject) -> Iterator[Finding]:
    """Some items of a list begin with a capital and others do not.

    Items that carry on a sentence begin small, items that are sentences with a capital. Begin all
    alike.
    """
    for listed in _lists(subject):
        if listed.version.standard.language not in ("en", "fr"):
            continue
        starts = [one for item in listed.block.items if (one := _start(item)) is not None]
        small = [one for one in starts if one.text[0].islower()]
        large = [one for one in starts if one.text[0].isupper()]
        if not small or not large:
            continue
        known = subject.vocabularies.of(listed.version)
        large = [one for one in large if one.text == "A" or not known.is_name(one.text)]
        if large:
            yield from _uneven_start(small, large)


def _start(item: Item) -> _Start | None:
    """The first word of an item that begins with a word."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph) or not first.inlines:
        return None
    inline = first.inlines[0]
    word = _WORD.match(inline.value) if isinstance(inline, Text) else None
    if word is None or (len(word.group()) > 1 and word.group().isupper()):
        return None
    start = inline.span.start
    return _Start(word.group(), Span(inline.span.path, start, start + word.end()))


def _uneven_start(small: list[_Start], large: list[_Start]) -> Iterator[Finding]:
    odd = large if len(large) <= len(small) else small
    for one in odd:
        yield Finding(
            one.span,
            say("`{0}` begins otherwise than the other items", one.text),
            say("begin it small") if odd is large else say("begin it with a capital"),
        )
