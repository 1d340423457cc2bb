"""What can be wrong with YAML itself, in sentences of ours."""

from __future__ import annotations

import yaml
from msgspec import Struct

from clausier.source.diagnostic import Diagnostic, Message, Related, Severity, fault, say
from clausier.source.place import Source, Span

SYNTAX = fault(
    "read/yaml-syntax",
    Severity.ERROR,
    """A front matter or YAML file cannot be read.

    YAML is `key: value`, one a line; what belongs to a key is indented below it by spaces. A value
    that holds a colon followed by a space, or that begins with a backtick or one of
    `@ % & * ! | > [ ] { } #`, stands in quotes. What stands after the mistake is not read.""",
)
TAB = fault(
    "read/yaml-tab",
    Severity.ERROR,
    """A tab stands where YAML wants spaces.

    Tabs are as wide as each program likes, so YAML does not allow them at the beginning of a line.
    Put spaces in their place, two a level.""",
)
DUPLICATE = fault(
    "read/duplicate-key",
    Severity.ERROR,
    """A key stands twice.

    Only the first value is used. Delete one of the two, or put both values into one list.""",
)
ALIAS = fault(
    "read/yaml-alias",
    Severity.ERROR,
    """A value is given a name, or refers to another value.

    `&` and `*` at the beginning of a value are YAML's way of repeating a part of the file; they are
    not used here. Put the value in quotes if it is text, or write out what it repeats.""",
)
TAG = fault(
    "read/yaml-tag",
    Severity.ERROR,
    """A value begins with an exclamation mark.

    YAML takes `!word` for the name of a data type, which is not used here. Put the value in quotes
    if it is text.""",
)
KEY = fault(
    "read/yaml-key",
    Severity.ERROR,
    """What stands before a colon is no word.

    A key is one word before a colon. Put text that holds a colon in quotes.""",
)
DEEP = fault(
    "read/yaml-depth",
    Severity.ERROR,
    """A YAML value is nested too deeply.

    No file of a workspace needs more than a few levels. What stands deeper is not read.""",
)
FAULTS = (SYNTAX, TAB, DUPLICATE, ALIAS, TAG, KEY, DEEP)


class _Trouble(Struct, frozen=True):
    """What YAML's own reader says: where, and where what it was reading began."""

    source: Source
    at: int
    began: int | None
    problem: str
    context: str

    def sign(self) -> str:
        return self.source.text[self.at : self.at + 1]


def syntax(source: Source, start: int, end: int, error: yaml.YAMLError) -> Diagnostic:
    """An error of YAML's reader, at its line and column, as a sentence."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    index = mark.index if mark else getattr(error, "position", 0)
    at = start + index if isinstance(index, int) else start
    trouble = _Trouble(
        source,
        max(start, min(at, end)),
        min(start + context.index, end) if context else None,
        str(getattr(error, "problem", None) or ""),
        str(getattr(error, "context", None) or ""),
    )
    return _tab(trouble) or _quote(trouble) or _bracket(trouble) or _other(trouble)


def _tab(trouble: _Trouble) -> Diagnostic | None:
    text, at = trouble.source.text, trouble.at
    line = text.rfind("\n", 0, at) + 1
    lead = text[line:at] + trouble.sign()
    if "tab" not in trouble.problem and not (lead.isspace() and "\t" in lead):
        return None
    tab = text.find("\t", line)
    found = tab if line <= tab <= at else at
    return TAB.at(
        trouble.source.span(found, found + 1),
        say("tab at the beginning of a line"),
        say("put spaces in its place"),
    )


def _quote(trouble: _Trouble) -> Diagnostic | None:
    if "quoted scalar" not in trouble.context or trouble.began is None:
        return None
    if "escape" in trouble.problem or "hexdecimal" in trouble.problem:
        return SYNTAX.at(
            _span(trouble.source, trouble.at, 1),
            say("unknown escape after a backslash"),
            say("write `\\\\` for a backslash, or put the value in single quotes"),
        )
    return SYNTAX.at(
        _span(trouble.source, trouble.began, 1),
        say("quote is never closed"),
        say("write the closing quote"),
    )


def _bracket(trouble: _Trouble) -> Diagnostic | None:
    if trouble.began is None or "flow" not in trouble.context:
        return None
    began = _span(trouble.source, trouble.began, 1)
    opening = trouble.source.text[began.start : began.end]
    if opening not in ("[", "{"):
        return None
    closing = "]" if opening == "[" else "}"
    return SYNTAX.at(
        _span(trouble.source, trouble.at, 1),
        say("`,` or `{0}` is expected here", closing),
        say("close the bracket, or put a value that holds a comma or bracket in quotes"),
        related=(Related(began, say("the bracket opens here")),),
    )


def _other(trouble: _Trouble) -> Diagnostic:
    message, help = _sentence(trouble)
    at = trouble.at
    if trouble.began is not None and trouble.context.endswith((" alias", " anchor")):
        at = trouble.began
        message = say("a value cannot begin with `{0}`", trouble.source.text[at])
        help = say("put the value in quotes")
    if "could not find expected ':'" in trouble.problem and trouble.began is not None:
        at = trouble.began
    return SYNTAX.at(_span(trouble.source, at, 1), message, help)


def _sentence(trouble: _Trouble) -> tuple[Message, Message]:
    problem = trouble.problem
    if "mapping values are not allowed" in problem:
        return (
            say("colon where none can stand"),
            say("put the value in quotes if the colon belongs to it, or see to the indentation"),
        )
    if "cannot start any token" in problem:
        return (
            say("a value cannot begin with `{0}`", trouble.sign()),
            say("put the value in quotes"),
        )
    if "could not find expected ':'" in problem:
        return say("line without a colon"), say("write `key: value`")
    if "document" in problem or "document" in trouble.context:
        return (
            say("a second part begins here"),
            say("delete the line of hyphens: a file has one part"),
        )
    if "block" in trouble.context or "indicator" in problem:
        return (
            say("this line does not go with the lines above it"),
            say("indent it as they are, with spaces"),
        )
    if not problem:
        return say("this character cannot stand here"), say("delete the character")
    return (
        say("this is not as YAML wants it"),
        say("write `key: value`, and put a value with unusual signs in quotes"),
    )


def _span(source: Source, at: int, length: int) -> Span:
    """A place of some characters; at the end of a line or of the text, the last one before it."""
    end = min(at + length, len(source.text))
    if end <= at or source.text[at] == "\n":
        back = len(source.text[:at].rstrip())
        return source.span(max(0, back - 1), max(1, back)) if source.text else source.span(0, 0)
    return source.span(at, end)
