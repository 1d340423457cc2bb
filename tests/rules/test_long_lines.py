"""A line of 100 000 characters costs no rule more than as many short ones.

Nothing is timed: a pattern that goes back and forth over the line would not come to an end.
"""

from __future__ import annotations

import json
from itertools import cycle

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

FIELDS = {
    "clauses/desk/standard.yml": """\
number: null
type: EN
stage: "20.00"
edition: 1
titles: {{{0}: {1}}}
languages: [{0}]
reference_language: {0}
committee: {{number: "1", title: {{{0}: {1}}}, secretariat: {1}}}
""",
    "clauses/desk/references.yml": """\
iso-1: {{number: "ISO 1", publisher: ISO, title: {{{0}: {1}}}}}
paper: {{type: article, title: {1}, author: [{{family: {1}}}], container: {1}}}
""",
    "clauses/desk/{0}/03-desk.md": """\
---
id: desk
kind: term
term: {1}
admitted: [{1}]
deprecated: [{1}]
domain: {1}
---

place
""",
    "clauses/desk/{0}/04-waiting.md": """\
---
id: waiting
kind: clause
title: {1}
principles: [open-doors]
---

## {2} {{#first}}

See @iso-1, @paper and @tab-one.

Table: {2} {{#tab-one}}

| {2} | b |
|---|---|
| 1 | 2 |
""",
    "docs/principles/{0}/open-doors.md": """\
---
id: open-doors
title: {1}
origin: [day/talk]
expected: required
---

{2}
""",
    "docs/proposals/01-doors.md": """\
---
id: doors
title: {{{0}: {1}}}
principle: open-doors
deliverable: desk
targets: [waiting]
decision: pending
by: {1}
---

{2}
""",
    "docs/proceedings/day/seminar.yml": """\
title: {{{0}: {1}}}
organizers: [{1}]
languages: [{0}]
links: [{{title: {1}, url: null}}]
""",
    "docs/proceedings/day/{0}/01-talk.md": """\
---
id: talk
title: {1}
principles: [open-doors]
contributions:
  - {{role: {1}, title: {1}, organization: {1}, speaker: {1}}}
---

{2}
""",
}
"""Every place outside a clause's body where an author writes words: `{1}` quoted, `{2}` bare."""


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


@pytest.mark.parametrize(
    ("sign", "language"), tuple(zip(SIGNS, cycle(sorted(LANGUAGES)), strict=False))
)
def test_long_titles_and_names(sign: str, language: str) -> None:
    line = repeated(sign).strip()
    files = {
        path.format(language): text.format(language, json.dumps(line), line).encode()
        for path, text in FIELDS.items()
    }
    reading = read(files)
    assert len(reading.workspace.deliverables) == len(reading.workspace.seminars) == 1
    assert check(resolve(reading.workspace), discover())
