"""The pages of the guide as tests look at them: their examples, anchors, links and code.

An example is a fenced block after a comment `<!-- example: … -->`, which says what it is:

    body                    the body of a clause, put into the workspace of the page `files.md`
    term                    a whole term entry, put there likewise; `term with the last` together
                            with the example before it
    file PATH               a whole file of that workspace; those of `files.md` make it up
    message                 what `clausier check` says of the example before it
    json WORDS              what `clausier WORDS` prints: the same keys
    provisions              a provision of that workspace
    python                  a program that runs in its folder
    … reports RULE, RULE    the rules that must find something (none, where nothing is said)

A paragraph after the fence that begins with `Becomes` (`Devient`) shows in code what is then
printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"
LANGUAGES = ("en", "fr")

_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)$", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(
    r"^<!-- example: (?P<what>[^\n]+?) -->\n+(?P<fence>`{3,})[a-z]*\n(?P<text>.*?)\n(?P=fence)$"
    r"(?:\n\n(?:Becomes|Devient)(?P<becomes>(?:[^\n]+\n?)+))?",
    re.MULTILINE | re.DOTALL,
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_HEADING = re.compile(r"^(#{1,6} .*?)(?:\{#(?P<id>[a-z0-9-]+)\})?$", re.MULTILINE)
_LINK = re.compile(r"\]\((?P<path>[^)\s#]*)(?:#(?P<anchor>[^)\s]*))?\)")


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced block of a page; `line` is that of its comment."""

    page: Path
    line: int
    kind: str
    argument: str
    reports: tuple[str, ...]
    text: str
    becomes: tuple[str, ...]

    @property
    def language(self) -> str:
        return self.page.parent.name

    @property
    def name(self) -> str:
        return f"{self.language}/{self.page.name}:{self.line}"


def pages() -> list[Path]:
    """Every page of the guide."""
    return [page for language in LANGUAGES for page in sorted((GUIDE / language).glob("*.md"))]


def text_of(page: Path) -> str:
    return page.read_text("utf-8")


def examples(page: Path) -> list[Example]:
    """The examples of a page, in order."""
    text = text_of(page)
    return [_example(page, text, match) for match in _EXAMPLE.finditer(text)]


def _example(page: Path, text: str, match: re.Match[str]) -> Example:
    what, _, reports = match["what"].partition(" reports ")
    kind, _, argument = what.partition(" ")
    shown = tuple(code for code in codes(match["becomes"] or ""))
    line = text.count("\n", 0, match.start()) + 1
    rules = tuple(rule.strip() for rule in reports.split(",") if rule.strip())
    return Example(page, line, kind, argument, rules, match["text"], shown)


def codes(text: str) -> list[str]:
    """What stands in backticks within running text."""
    return [" ".join(match[2].split()) for match in _CODE.finditer(text)]


def fences(page: Path) -> list[str]:
    """The fenced blocks of a page, with their fences."""
    return [match[0] for match in _FENCE.finditer(text_of(page))]


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return _FENCE.sub("", text_of(page))


def headings(page: Path) -> list[tuple[int, str | None]]:
    """The level and anchor of every heading, in order."""
    found = _HEADING.finditer(prose(page))
    return [(match[1].index(" "), match["id"]) for match in found]


def links(page: Path) -> list[tuple[str, str]]:
    """The path and anchor of every link within running text."""
    bare = _CODE.sub("", prose(page))
    return [(match["path"], match["anchor"] or "") for match in _LINK.finditer(bare)]
