"""How titles and other runs of text read when nothing but their words can be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import assert_never

from clausier.language.language import Language
from clausier.model.clause import Clause
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
from clausier.model.prose import prose
from clausier.model.walk import clauses as walk
from clausier.resolve.order import fixed_title
from clausier.resolve.resolved import Use
from clausier.source.place import Span


def plain(roots: Iterable[Inline], uses: Mapping[Span, Use] | None = None) -> str:
    """The words of `roots` in one line; references read as in `uses`, or as they were typed."""
    roots = tuple(roots)
    return " ".join(prose(roots, shown(uses or {})).text.split()) if roots else ""


def shown(uses: Mapping[Span, Use]) -> Callable[[Inline], str]:
    """How an inline that is no plain text reads: see `prose`."""

    def words(inline: Inline) -> str:
        match inline:
            case Reference(span=span):
                use = uses.get(span)
                return typed(inline) if use is None else use.text
            case Code(value=value):
                return value
            case Formula(tex=tex):
                return tex
            case Image(alternative=alternative):
                return alternative
            case Text() | Emphasis() | Strong() | Subscript() | Superscript() | Link():
                return ""
            case FootnoteMark() | Break() | Mark():
                return ""
            case _:
                assert_never(inline)

    return words


def typed(reference: Reference) -> str:
    """A reference as its author typed it."""
    return f"@{reference.target}" + (f"#{reference.part}" if reference.part else "")


def titles(
    clauses: Iterable[Clause], language: Language, uses: Mapping[Span, Use] | None = None
) -> dict[str, str]:
    """The title of every clause and subclause by its id: the author's, or the fixed one."""
    found: dict[str, str] = {}
    for clause in walk(clauses):
        title = plain(clause.title, uses) or fixed_title(clause, language)
        found.setdefault(clause.id.value, title)
    return found
