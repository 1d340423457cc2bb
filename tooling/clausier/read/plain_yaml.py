"""The plainest YAML, read quickly: `key: text` and `key: [text, text]`, one a line.

Nearly every front matter is written so, and a library's reader takes ten times as long for it.
What is not as plain as that is left to `yaml_tree`; a test holds both to the same answers.
"""

from __future__ import annotations

import re
from typing import Any

from clausier.schema.tree import Tree
from clausier.source.place import Source, Span

_FIRST = r"[0-9A-Za-z\u00c0-\u024f]"
_LAST = r"[!$-9;-~\u00a1-\u024f\u2010-\u2027]"
_ANY = r"[!$-9;-~ \u00a0-\u024f\u2010-\u2027]"
_QUOTED = r"[!#-\[\]-~ \u00a0-\u024f\u2010-\u2027]"
_LISTED = r"[!$-+.-9;-Z^-z ~\u00a0-\u024f\u2010-\u2027-]"
_LINE = re.compile(
    rf"([a-z][a-z_-]*):(?: +(?:({_FIRST}(?:{_ANY}*{_LAST})?)"
    rf"|\"({_QUOTED}*)\"|\[((?:{_LISTED}|,)*)\]))? *(?:\n|\Z)"
)
_ITEM = re.compile(rf"{_FIRST}(?:{_LISTED}*{_LAST})?")
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]{1,40}|[0-9]{1,40}\.[0-9]{0,40})([eE][-+]?[0-9]{1,3})?")
_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


def scalar(written: str) -> Any:
    """What a text without quotes stands for: a number, true, false, nothing, or itself."""
    if written in _WORDS:
        return _WORDS[written]
    if written[0] in "0123456789+-.":
        if _INTEGER.fullmatch(written):
            return int(written)
        if _DECIMAL.fullmatch(written):
            return float(written)
    return written


def quick(source: Source, start: int, end: int) -> Tree | None:
    """The tree of plain YAML between two characters; None where it is not as plain as that."""
    text, path = source.text, source.path
    keys: dict[str, Span] = {}
    items: dict[str | int, Tree] = {}
    values: dict[str, Any] = {}
    at = last = start
    while at < end:
        line = _LINE.match(text, at, end)
        if line is None or line[1] in keys:
            return None
        key = line[1]
        item = _value(path, line)
        if item is None:
            return None
        keys[key] = Span(path, at, at + len(key))
        items[key] = item
        values[key] = item.value
        last = at + len(line[0].rstrip(" \n"))
        at = line.end()
    return Tree(Span(path, start, last), values, keys, items) if keys else None


def _value(path: str, line: re.Match[str]) -> Tree | None:
    if line[2] is not None:
        return Tree(Span(path, *line.span(2)), scalar(line[2]), written=line[2])
    if line[3] is not None:
        return Tree(Span(path, *line.span(3)), line[3], written=line[3])
    if line[4] is not None:
        return _list(path, line[4], line.start(4))
    place = line.end(1) + 1
    return Tree(Span(path, place, place), None, written="")


def _list(path: str, written: str, start: int) -> Tree | None:
    items: dict[str | int, Tree] = {}
    at = start
    for part in written.split(",") if written.strip(" ") else ():
        begin = at + len(part) - len(part.lstrip(" "))
        at += len(part) + 1
        text = part.strip(" ")
        if not _ITEM.fullmatch(text):
            return None
        items[len(items)] = Tree(Span(path, begin, begin + len(text)), scalar(text), written=text)
    values = [item.value for item in items.values()]
    return Tree(Span(path, start - 1, start + len(written) + 1), values, {}, items)
