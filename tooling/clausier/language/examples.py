"""An example of each rule: a line of a text, the place in it, what is said and what to write."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pkgutil import get_data

from msgspec import Struct, json


class Example(Struct, frozen=True, omit_defaults=True):
    """A line of a file that a rule reports, from the character `start` of it to before `end`.

    `message` and `help` are said in the language of the interface; `instead` is the line after
    `clausier check --fix`, empty where a person must find the words.
    """

    path: str
    line: int
    text: str
    start: int
    end: int
    message: str
    help: str = ""
    instead: str = ""


Examples = Mapping[str, Mapping[str, Example]]


@cache
def examples() -> Examples:
    """The examples by rule and by language; made from the pages of `tests/rules`."""
    data = get_data("clausier.language", "examples.json") or b"{}"
    return json.decode(data, type=dict[str, dict[str, Example]])


def example(rule: str, language: str) -> Example | None:
    """The example of a rule in a language, in English where it has none of its own."""
    known = examples().get(rule, {})
    return known.get(language) or known.get("en")
