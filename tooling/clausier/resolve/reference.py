"""References: what each points at, and how it reads in the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from msgspec import Struct

from clausier.language.language import Language
from clausier.model.clause import Term
from clausier.model.inline import (
    Break,
    Code,
    Emphasis,
    FootnoteMark,
    Formula,
    Image,
    Inline,
    Link,
    Mark,
    Reference,
    Strong,
    Subscript,
    Superscript,
    Text,
)  # fmt: skip
from clausier.resolve.document import part_name
from clausier.resolve.resolved import Kind, Target, Use
from clausier.resolve.standing import Reading, Run, Where
from clausier.resolve.title import plain, typed
from clausier.source.place import Span

_MEMORY = 160
"""How many characters before a reference are looked at."""

_NAMED_BY_NOUN = frozenset(
    (Kind.CLAUSE, Kind.ANNEX, Kind.TABLE, Kind.FIGURE, Kind.SUBFIGURE, Kind.FORMULA)
)


class Words(Struct, frozen=True):
    """What decides how a reference reads: the targets, their names, and the language.

    `names` gives the names that differ from `Target.name`: `[3]` for literature.
    """

    language: Language
    targets: Mapping[str, Target]
    names: Mapping[str, str]


class Uses(Struct, frozen=True):
    """The uses of all references by their place; `seen` are those after a `see`, `voir`, `siehe`.

    `leads` gives for a reference in a list the paragraph that introduces the list.
    """

    by_span: dict[Span, Use]
    seen: frozenset[Span]
    leads: Mapping[Span, Span]


def uses(found: Reading, words: Words) -> Uses:
    """Every reference of a document with its target and its text; sources of terms among them."""
    known: dict[Span, Use] = {}
    seen: set[Span] = set()
    leads: dict[Span, Span] = {}
    for run in found:
        if isinstance(run, Run):
            for use, left in references(run.inlines, run.where, words, run.opens):
                known[use.reference.span] = use
                if _may_cite(use) and _is_for_information(left, words.language):
                    seen.add(use.reference.span)
                if run.where.lead is not None:
                    leads[use.reference.span] = run.where.lead
        elif isinstance(run.node, Term):
            _source(known, run.node, run.where, words)
    return Uses(known, frozenset(seen), leads)


def _may_cite(use: Use) -> bool:
    return use.target is None or use.target.kind is Kind.DOCUMENT


def _source(known: dict[Span, Use], term: Term, where: Where, words: Words) -> None:
    if term.source is not None:
        placed = term.source.reference
        reference = Reference(placed.span, placed.value, placed.span, term.source.clause)
        known[placed.span] = _use(reference, where, words, "", False)


def references(
    inlines: Iterable[Inline], where: Where, words: Words, opens: bool
) -> list[tuple[Use, str]]:
    """The uses in a run of text, each with the text before it."""
    found: list[tuple[Use, str]] = []
    _look(tuple(inlines), where, words, opens, "", found)
    return found


def _look(
    inlines: tuple[Inline, ...],
    where: Where,
    words: Words,
    opens: bool,
    left: str,
    found: list[tuple[Use, str]],
) -> str:
    """Add the uses in `inlines` to `found`; gives the text before what follows."""
    for inline in inlines:
        match inline:
            case Text(value=value):
                left = (left + value)[-_MEMORY:]
            case Reference():
                use = _use(inline, where, words, left, opens)
                found.append((use, left))
                if inline.children:
                    _look(inline.children, where, words, opens, left, found)
                left = (left + use.text)[-_MEMORY:]
            case Emphasis() | Strong() | Subscript() | Superscript() | Link():
                left = _look(inline.children, where, words, opens, left, found)
            case Code() | Formula():
                left = (left + plain((inline,)))[-_MEMORY:]
            case FootnoteMark() | Image() | Break() | Mark():
                pass
            case _:
                assert_never(inline)
    return left


def _use(reference: Reference, where: Where, words: Words, left: str, opens: bool) -> Use:
    target = words.targets.get(reference.target)
    if reference.children:
        text = plain(reference.children)
    elif target is None:
        text = typed(reference)
    else:
        text = _text(target, reference, words, left, opens)
    return Use(reference, target, text, where.place, where.clause)


def _text(target: Target, reference: Reference, words: Words, left: str, opens: bool) -> str:
    name = words.names.get(target.id, target.name) or typed(reference)
    if reference.part:
        return f"{name}, {part_name(reference.part, words.language)}"
    if target.kind in _NAMED_BY_NOUN and target.number:
        name = fitted(name, left, words.language)
    if _begins_sentence(left, opens, words.language):
        name = name[:1].upper() + name[1:]
    return name


def fitted(name: str, left: str, language: Language) -> str:
    """A name without what the text before it already says: an article, or the noun itself.

    `l'` + `l'Article 5` is `l'Article 5`; `Article ` + `l'Article 5` is `Article 5`.
    """
    bare = name.removeprefix("l'")
    if left.endswith(("l'", "l’", "d'", "d’", "L'", "L’", "D'", "D’")):
        return bare
    if not left[-1:].isspace():
        return name
    word = left.rstrip().rpartition(" ")[2].casefold().lstrip("(«\u00a0")
    noun, _, number = bare.partition(" ")
    if number and word.startswith(noun.casefold()) and len(word) <= len(noun) + 1:
        return number
    return bare if word in language.written.get("determiners", ()) else name


def _begins_sentence(left: str, opens: bool, language: Language) -> bool:
    before = left.rstrip()
    if not before:
        return opens
    if before[-1] not in ".!?" or before == left:
        return False
    spaced = " " + before.replace("\u00a0", " ").replace("(", " ")
    return not spaced.endswith(tuple(f" {word}" for word in language.abbreviations))


def _is_for_information(left: str, language: Language) -> bool:
    """Whether a reference after `left` only points the reader somewhere: DP2 15.5.3."""
    words = language.written.get("see", ())
    opened = left.rfind("(")
    if opened > left.rfind(")"):
        inside = left[opened + 1 :].lstrip().casefold()
        return inside.startswith(tuple(words))
    last = left.casefold().replace(",", " ").split()[-3:]
    return any(word in words for word in last)
