"""The front matter of a file: the YAML between two lines of three hyphens."""

from __future__ import annotations

import re

from msgspec.structs import replace

from clausier.read.yaml_tree import load
from clausier.schema.tree import Tree
from clausier.source.diagnostic import Diagnostic, Edit, Severity, fault, say
from clausier.source.place import Source, Span

NONE = fault(
    "read/no-front-matter",
    Severity.ERROR,
    """A file has no front matter.

    The lines between two lines of three hyphens say what the file is and how it is referred to.
    Without them the program guesses from the file's name.""",
)
UNCLOSED = replace(
    fault(
        "read/unclosed-front-matter",
        Severity.ERROR,
        """The line that ends the front matter is missing.

        A front matter begins and ends with a line of three hyphens. Without the second one nobody
        can tell where the text begins; what looks like `key: value` is taken for front matter.""",
    ),
    fixable=True,
)
NO_KEYS = fault(
    "read/front-matter-without-keys",
    Severity.ERROR,
    """A front matter is no group of keys.

    Each line of a front matter is `key: value`.""",
)
FAULTS = (NONE, UNCLOSED, NO_KEYS)

Split = tuple[Tree | None, int, tuple[Diagnostic, ...]]

_LIKE_YAML = re.compile(r"[ \t]+\S|[\w-]+[ \t]*:(?=[ \t]|$)|-[ \t]|#|[\]}]")
_HEADING = re.compile(r"#{1,6}[ \t]")


def split(source: Source) -> Split:
    """The front matter's tree, where the body begins, and what is wrong with the YAML.

    The tree's place is the front matter with its lines of hyphens. It is None where there is no
    front matter or no key can be read in it.
    """
    opening = _opening(source)
    if opening is None:
        return None, 0, (_absent(source),)
    start = min(opening.end + 1, len(source.text))
    closing = _closing(source, start)
    if closing is None:
        return _unclosed(source, opening, start)
    tree, found = load(source, start, closing.start)
    if found and _end_of_keys(source, start) < _end_of_text(source, start, closing.start):
        return _unclosed(source, opening, start)
    whole = Span(source.path, opening.start, closing.end)
    tree, more = _keys(tree, whole)
    return tree, min(closing.end + 1, len(source.text)), (*found, *more)


def _opening(source: Source) -> Span | None:
    start = len(source.text) - len(source.text.lstrip("\n \t"))
    if not source.text.startswith("---", start):
        return None
    start = source.text.rfind("\n", 0, start) + 1
    return _line(source, start) if _is_hyphens(source, start) else None


def _closing(source: Source, start: int) -> Span | None:
    at = start
    while at < len(source.text):
        if source.text.startswith(("---", "..."), at) and _is_hyphens(source, at):
            return _line(source, at)
        at = source.text.find("\n", at) + 1
        if at == 0:
            break
    return None


def _line(source: Source, start: int) -> Span:
    end = source.text.find("\n", start)
    return Span(source.path, start, len(source.text) if end < 0 else end)


def _is_hyphens(source: Source, start: int) -> bool:
    line = _line(source, start)
    return source.text[start : line.end].strip() in ("---", "...")


def _absent(source: Source) -> Diagnostic:
    return NONE.at(
        source.span().first(1),
        say("the file has no front matter"),
        say("begin it with a line `---`, lines such as `id: waiting`, and a line `---`"),
    )


def _unclosed(source: Source, opening: Span, start: int) -> Split:
    """What looks like keys is the front matter, the rest the body: nothing is lost."""
    end = _end_of_keys(source, start)
    tree, found = load(source, start, end)
    tree, more = _keys(tree, Span(source.path, opening.start, max(opening.end, end)))
    unclosed = UNCLOSED.at(
        opening,
        say("the front matter that begins here has no end"),
        say("write a line `---` after its last key"),
        edits=(Edit(source.span(end, end), "---\n" if _at_line(source, end) else "\n---\n"),),
    )
    return tree, end, (unclosed, *found, *more)


def _at_line(source: Source, at: int) -> bool:
    return at == 0 or source.text[at - 1] == "\n"


def _end_of_keys(source: Source, start: int) -> int:
    """Where the lines that look like `key: value`, or belong to one, come to an end."""
    at = start
    while at < len(source.text):
        line = _line(source, at)
        if not _LIKE_YAML.match(source.text, at, line.end) or _HEADING.match(source.text, at):
            return at
        at = min(line.end + 1, len(source.text))
    return at


def _end_of_text(source: Source, start: int, end: int) -> int:
    """The beginning of the last paragraph before `end` that a blank line parts from the keys."""
    text = source.text[start:end]
    blank = text.rstrip().rfind("\n\n")
    return start + blank + 2 if blank >= 0 else start


def _keys(tree: Tree | None, whole: Span) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    if tree is None or tree.value is None:
        return Tree(whole, {}), ()
    if isinstance(tree.value, dict):
        return Tree(whole, tree.value, tree.keys, tree.items), ()
    said = NO_KEYS.at(
        tree.span if tree.span.end > tree.span.start else whole.first(3),
        say("the front matter is no group of keys"),
        say("write `key: value`, one a line"),
    )
    return None, (said,)
