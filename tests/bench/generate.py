"""Workspaces of any size, the same items for us and for each peer."""

from __future__ import annotations

import json
import random
from pathlib import Path

WORDS = (
    "service customer answer person question counter letter promise time place staff leader "
    "measure record result review change reason example channel contact season morning "
    "evening street office message meeting member partner supplier product support method "
    "purpose quality feedback survey report signal moment attention relation experience"
).split()
LINKS = 3


def sentence(dice: random.Random, count: int) -> str:
    """Words with a requirement in them."""
    words = [dice.choice(WORDS) for _ in range(count - 4)]
    return f"The organization shall {' '.join(words)}."


def clauses(folder: Path, count: int, seed: int = 1) -> None:
    """A workspace of `count` clauses: 60 words and 3 references each, one principle in four."""
    dice = random.Random(seed)
    home = folder / "clauses" / "large"
    text = home / "en"
    text.mkdir(parents=True, exist_ok=True)
    (home / "standard.yml").write_text(STANDARD, "utf-8")
    (text / "01-scope.md").write_text(SCOPE, "utf-8")
    principles = folder / "docs" / "principles" / "en"
    principles.mkdir(parents=True, exist_ok=True)
    few = max(1, count // 4)
    _seminar(folder, few)
    for number in range(few):
        (principles / f"p{number}.md").write_text(PRINCIPLE.format(number), "utf-8")
    for number in range(count - few):
        names = [
            f"@c{(number + 1 + dice.randrange(count - few - 1)) % (count - few)}" for _ in "12"
        ]
        words = [sentence(dice, 18), f"See {names[0]}.", sentence(dice, 18), f"See {names[1]}.",
                 sentence(dice, 20)]  # fmt: skip
        page = CLAUSE.format(number, dice.randrange(few), " ".join(words))
        (text / f"{number + 4:05}-c{number}.md").write_text(page, "utf-8")


def _seminar(folder: Path, principles: int) -> None:
    """One session that brought out all principles, so that the workspace is without fault."""
    home = folder / "docs" / "proceedings" / "day"
    (home / "en").mkdir(parents=True, exist_ok=True)
    (home / "seminar.yml").write_text("title: {en: Day}\nlanguages: [en]\n", "utf-8")
    listed = ", ".join(f"p{number}" for number in range(principles))
    (home / "en" / "01-all.md").write_text(SESSION.format(listed), "utf-8")


def catalogue(folder: Path, count: int, seed: int = 1) -> None:
    """The same items as an OSCAL catalogue for compliance-trestle."""
    dice = random.Random(seed)
    controls = [
        {
            "id": f"c{number}",
            "title": f"Item {number}",
            "links": [
                {"href": f"#c{dice.randrange(count)}", "rel": "related"} for _ in range(LINKS)
            ],
            "parts": [{"id": f"c{number}_smt", "name": "statement", "prose": sentence(dice, 60)}],
        }
        for number in range(count)
    ]
    page = {
        "catalog": {
            "uuid": "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724",
            "metadata": {
                "title": "Large",
                "last-modified": "2026-01-01T00:00:00.000+00:00",
                "version": "1",
                "oscal-version": "1.1.3",
            },
            "groups": [{"id": "g", "title": "All", "controls": controls}],
        }
    }
    place = folder / "catalogs" / "large"
    place.mkdir(parents=True, exist_ok=True)
    (place / "catalog.json").write_text(json.dumps(page), "utf-8")


def volume(folder: Path, times: int, seed: int = 1) -> None:
    """A text of 3 000 paragraphs, 250 subclauses and 100 tables of 10 by 4, `times` over.

    Once as a workspace of 25 clauses, once as `whole.md`, the same words in one file for pandoc.
    """
    dice = random.Random(seed)
    home = folder / "clauses" / "large"
    (home / "en").mkdir(parents=True, exist_ok=True)
    (home / "standard.yml").write_text(STANDARD, "utf-8")
    (home / "en" / "01-scope.md").write_text(SCOPE, "utf-8")
    whole: list[str] = []
    for number in range(25 * times):
        parts = [_part(dice, f"c{number}-{part}", part) for part in range(10)]
        head = CLAUSE.format(number, "", "").replace("principles: [p]\n", "")
        (home / "en" / f"{number + 4:05}-c{number}.md").write_text(head + "".join(parts), "utf-8")
        whole.append(f"# Item {number}\n\n" + "".join(parts).replace("@c", "c"))
    (folder / "whole.md").write_text("\n".join(whole), "utf-8")


def _part(dice: random.Random, name: str, part: int) -> str:
    """A subclause of twelve paragraphs of five runs each; in four of ten a table."""
    head = f"## Part {part} of it {{#{name}}}\n\n"
    paragraphs = [
        f"{sentence(dice, 30)} The *{dice.choice(WORDS)}* of the **{dice.choice(WORDS)}** is told: "
        f"{' '.join(dice.choices(WORDS, k=20))}.\n"
        for _ in range(12)
    ]
    if part % 3 == 0:
        rows = [" | ".join(dice.choices(WORDS, k=4)) for _ in range(10)]
        lines = [rows[0], "---|---|---|---", *rows[1:]]
        table = "\n".join(f"| {line} |" for line in lines)
        paragraphs.append(f"Table: Numbers {name} {{#tab-{name}}}\n\n{table}\n\nSee @tab-{name}.\n")
    return head + "\n".join(paragraphs) + "\n"


def sphinx(folder: Path, count: int, seed: int = 1) -> None:
    """The same items for Sphinx with sphinx-needs, 50 items a file."""
    dice = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "conf.py").write_text(
        'project = "Large"\nextensions = ["sphinx_needs"]\nneeds_id_regex = "^[A-Za-z0-9_]+"\n',
        "utf-8",
    )
    pages = []
    for first in range(0, count, 50):
        items = []
        for number in range(first, min(count, first + 50)):
            links = ", ".join(f"C{dice.randrange(count)}" for _ in range(LINKS))
            items.append(
                f".. req:: Item {number}\n   :id: C{number}\n   :links: {links}\n\n"
                f"   {sentence(dice, 60)}\n"
            )
        name = f"page{first // 50:04}"
        pages.append(name)
        title = f"Page {first // 50}\n=========\n\n"
        (folder / f"{name}.rst").write_text(title + "\n".join(items), "utf-8")
    listed = "\n".join(f"   {name}" for name in pages)
    (folder / "index.rst").write_text(f"Large\n=====\n\n.. toctree::\n\n{listed}\n", "utf-8")


STANDARD = """\
number: null
type: EN
stage: "20.60"
edition: 1
titles: {en: Large}
languages: [en]
reference_language: en
committee: {number: null, title: null, secretariat: null}
"""
SCOPE = """\
---
id: scope
kind: scope
---

This document specifies many things.
"""
PRINCIPLE = """\
---
id: p{0}
title: Principle {0}
origin: [day/all]
expected: optional
---

What is said in principle {0} of this large workspace is said once, so that every clause that names
it can be held against it, and so that a change of these words is seen by whoever wrote a clause
that answers to it, whether or not that person was in the room when the words were chosen, which is
why this sentence is as long as it is, to the sixtieth word.
"""
CLAUSE = """\
---
id: c{0}
kind: clause
title: Item {0}
principles: [p{1}]
---

{2}
"""
SESSION = """\
---
id: all
title: All
principles: [{0}]
---

All of them were brought out in one session.
"""


def proceedings(folder: Path, sessions: int, languages: tuple[str, ...], seed: int = 1) -> None:
    """A standard of one clause with `sessions` sessions, 40 a seminar, in each language."""
    dice = random.Random(seed)
    home = folder / "clauses" / "large"
    named = ", ".join(languages)
    titles = ", ".join(f"{code}: Large" for code in languages)
    for code in languages:
        (home / code).mkdir(parents=True, exist_ok=True)
        (home / code / "01-scope.md").write_text(SCOPE, "utf-8")
    (home / "standard.yml").write_text(
        STANDARD.replace("{en: Large}", f"{{{titles}}}").replace("[en]", f"[{named}]"), "utf-8"
    )
    for number in range(sessions):
        seminar, place = divmod(number, 40)
        day = folder / "docs" / "proceedings" / f"day-{seminar:03}"
        for code in languages:
            (day / code).mkdir(parents=True, exist_ok=True)
            (day / code / f"{place + 1:02}-s{place}.md").write_text(
                _session(dice, number, f"s{place}"), "utf-8"
            )
        days = ", ".join(f"{code}: Day {seminar}" for code in languages)
        (day / "seminar.yml").write_text(f"title: {{{days}}}\nlanguages: [{named}]\n", "utf-8")


def _session(dice: random.Random, number: int, id: str) -> str:
    parts = [
        f"## Part {part} of session {number} {{#part-{part}}}\n\n"
        + "\n\n".join(sentence(dice, 60) for _ in "123")
        for part in (1, 2, 3)
    ]
    return VOICES.format(id, number, "\n\n".join(parts))


VOICES = """\
---
id: {0}
title: Session {1}
date: "2026-01-15"
principles: []
contributions:
  - {{role: research, title: What is known, organization: A university, speaker: null}}
  - {{role: practice, title: What is done, organization: A company, speaker: null}}
---

{2}
"""
