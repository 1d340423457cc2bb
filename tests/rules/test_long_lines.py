"""A line of 100 000 characters costs no rule more than as many short ones.

Nothing is timed: a pattern that goes back and forth over the line would not come to an end.
"""

from __future__ import annotations

import pytest

from clausier.check.run import check
from clausier.language.language import LANGUAGES
from clausier.language.words import words
from clausier.read.workspace import read
from clausier.resolve.run import resolve
from clausier.rules import discover

LENGTH = 100_000
STANDARD = """\
number: null
type: EN
stage: "20.00"
edition: 1
titles: {{{0}: Desk}}
languages: [{0}]
reference_language: {0}
committee: {{number: null, title: null, secretariat: null}}
"""
CLAUSE = "---\nid: waiting\nkind: clause\ntitle: Waiting\n---\n\n{}\n"
TERM = "---\nid: desk\nkind: term\nterm: desk\n---\n\n{}\n"
PLACES = ("{}", "- {}\n- {}", "Note: {}", "> {}", "| a | b |\n|---|---|\n| {} | b |", "$$\n{}\n$$")
"""Where the words may stand: rules look at each in its own way."""
SIGNS = (
    "a", "1 ", "123 ", "1,", "1.1 ", "111,", "« ", "„a", '"a ', "“a", "-1 ", "10-", "1±", "1 x ",
    "z. ", "e.g. ", "a® ", "1%", "1'000 ", "12 to ", "and/or ", "a & ", "1 m ", "1 000 ",
)  # fmt: skip


def repeated(text: str) -> str:
    return (text * (LENGTH // len(text) + 1))[:LENGTH]


def told(language: str, clause: str, definition: str) -> int:
    files = {
        "clauses/desk/standard.yml": STANDARD.format(language).encode(),
        f"clauses/desk/{language}/03-desk.md": TERM.format(definition).encode(),
        f"clauses/desk/{language}/04-waiting.md": CLAUSE.format(clause).encode(),
    }
    return len(check(resolve(read(files).workspace), discover()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sign", SIGNS)
def test_one_sign_again_and_again(sign: str, language: str) -> None:
    line = repeated(sign).strip()
    assert told(language, line, line) > 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_the_words_that_rules_look_for(place: str, language: str) -> None:
    known = [word for phrase in words(language).phrases for word in phrase.words]
    for line in (" ".join(known), f"{known[0]} shall doit muss "):
        assert told(language, place.replace("{}", repeated(f"{line} ").strip()), "place") > 0
