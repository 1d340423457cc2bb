"""The words of a front matter with their places, whatever stands in it."""

from __future__ import annotations

import re

from clausier.model.clause import Placed
from clausier.model.inline import Inline, Text
from clausier.schema.slug import LONGEST, slug
from clausier.schema.tree import Tree
from clausier.source.place import Source, Span

_OTHERWISE = re.compile(
    r"\A[|>][-+0-9]*[ \t]*\n\s*|\\(x..|u.{4}|U.{8}|.)|[ \t]*\n\s*|(?<=')'", re.DOTALL
)
_IDENTIFIER = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile("[0-9]+[-_. ]*")


def word(tree: Tree | None, key: str) -> str | None:
    """The text of a key, a number as it was written; None where there is none."""
    found = placed(tree, key)
    return found.value if found else None


def placed(tree: Tree | None, key: str) -> Placed | None:
    """The text of a key with its place."""
    return _placed(tree.get(key)) if tree else None


def _placed(tree: Tree | None) -> Placed | None:
    if tree is None or isinstance(tree.value, dict | list) or tree.value in (None, ""):
        return None
    value = tree.value if isinstance(tree.value, str) else tree.written
    return Placed(tree.span, str(value))


def all_placed(tree: Tree | None, key: str) -> tuple[Placed, ...]:
    """The texts of a list with their places; of a single text, that text alone."""
    found = tree.get(key) if tree else None
    if found is None:
        return ()
    items = found.items.values() if isinstance(found.value, list) else (found,)
    return tuple(one for one in map(_placed, items) if one is not None)


def words(tree: Tree | None, key: str) -> tuple[str, ...]:
    """The texts of a list."""
    return tuple(one.value for one in all_placed(tree, key))


def by_key(tree: Tree | None, key: str, alone: str = "") -> dict[str, str]:
    """The texts of a group of keys, such as titles by language; a single text stands at `alone`."""
    found = tree.get(key) if tree else None
    if found is None:
        return {}
    if not isinstance(found.value, dict):
        single = _placed(found)
        return {alone: single.value} if single else {}
    return {name: text for name in found.keys if (text := word(found, name)) is not None}


def address(tree: Tree | None, key: str) -> str | None:
    """An address of the web; anything else is not given on, so that nobody links to it."""
    written = word(tree, key)
    return written if written and written.startswith(("https://", "http://")) else None


def identifier(tree: Tree | None, source: Source) -> Placed:
    """The `id`; where there is none, one made of the file's name.

    What is written otherwise than identifiers are is made into one: an id names files and pages,
    so no slash and no dot may ever reach a writer.
    """
    found = placed(tree, "id")
    if found and len(found.value) <= LONGEST and _IDENTIFIER.fullmatch(found.value):
        return found
    stem = source.path.rpartition("/")[2].partition(".")[0]
    other = slug(found.value if found else "") or slug(_NUMBER.sub("", stem, count=1))
    return Placed(found.span if found else Span(source.path, 0, 0), other or "unnamed")


def inlines(tree: Tree | None, key: str) -> tuple[Inline, ...]:
    """The text of a key as inlines; every character that stands in the file has its place."""
    found = tree.get(key) if tree else None
    text = _placed(found)
    if found is None or text is None:
        return ()
    if found.written is None or found.written == text.value:
        return (Text(text.span, text.value),)
    return _aligned(text, found.written) or (Text(text.span, text.value),)


def _aligned(text: Placed, written: str) -> tuple[Inline, ...]:
    """The pieces of a text that is written with escapes or over several lines."""
    pieces: list[Inline] = []
    at = known = 0
    while at < len(written):
        same = at
        while same < len(written) and written[same : same + 1] == text.value[known : known + 1]:
            same, known = same + 1, known + 1
        if same > at:
            pieces.append(Text(_part(text, at, same), written[at:same]))
        at = same
        if at == len(written):
            break
        other = _OTHERWISE.match(written, at)
        if other is None:
            return ()
        stands_for_a_sign = other.group().isspace() or other.group()[0] == "\\"
        if stands_for_a_sign:
            pieces.append(Text(_part(text, at, other.end()), text.value[known : known + 1]))
            known += 1
        at = other.end()
    return tuple(pieces) if known == len(text.value) else ()


def _part(text: Placed, start: int, end: int) -> Span:
    return Span(text.span.path, text.span.start + start, text.span.start + end)
