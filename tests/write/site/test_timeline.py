"""The page of a seminar: themes, the two voices, and the steps to the standard in order."""

from __future__ import annotations

import pytest

from clausier.write.site.timeline import dated
from tests.write.site.shown import folded, shown
from tests.write.site.workspace import files, written

SEMINAR = """title: {{en: A seminar}}
date: "2012-03-05"
{0}organizers: [Us]
languages: [en]
themes: [waiting-time]
"""
SESSION = """---
id: queue
title: The queue
date: "2012-03-06"
theme: waiting-time
principles: [waiting-time]
contributions:
  - {role: research, title: On queues, organization: A university, speaker: A. Person}
  - {role: practice, title: null, organization: null, speaker: null}
---

Said.
"""
PRINCIPLE = """---
id: waiting-time
title: Waiting time
origin: [day/queue]
expected: required
---

Waiting is announced.
"""
PROPOSAL = """---
id: {0}
title: {{en: Ask {0}}}
principle: waiting-time
deliverable: d
targets: [waiting]
submitted: "2013-01"
decision: {1}
decided: {2}
by: Us
lang: en
---

Why.
"""


def workspace(closed: str = "") -> dict[str, bytes]:
    known = files("The organization shall wait.\n")
    path = "clauses/d/en/04-waiting.md"
    known[path] = known[path].replace(b"kind: clause", b"kind: clause\nprinciples: [waiting-time]")
    return known | {
        "docs/principles/en/waiting-time.md": PRINCIPLE.encode(),
        "docs/proceedings/day/seminar.yml": SEMINAR.format(closed).encode(),
        "docs/proceedings/day/en/01-queue.md": SESSION.encode(),
        "docs/proposals/a.md": PROPOSAL.format("a", "accepted", '"2013-06"').encode(),
        "docs/proposals/b.md": PROPOSAL.format("b", "rejected", '"2013-05"').encode(),
        "docs/proposals/c.md": PROPOSAL.format("c", "pending", "null").encode(),
    }


def page(known: dict[str, bytes], path: str = "proceedings/day") -> str:
    return folded(shown(written(known).files[f"docs/en/{path}/index.md"]).text)


def test_the_steps_stand_in_their_order() -> None:
    text = page(workspace()).partition("From the seminar to the standard")[2]
    steps = (
        "5 March 2012 The seminar takes place", "January 2013 3 proposals are submitted",
        "May 2013 One proposal is rejected Ask b", "June 2013 One proposal is accepted Ask a",
        "Now Working draft", "20.60 (preparation)",
    )  # fmt: skip
    places = [text.find(step) for step in steps]
    assert -1 not in places
    assert places == sorted(places)


def test_a_seminar_of_several_days_has_a_closing_day() -> None:
    text = page(workspace('closed: "2012-12"\n'))
    assert "The seminar begins" in text
    assert "December 2012 Closing day of the seminar" in text


def test_the_programme_names_both_voices_and_the_themes() -> None:
    text = page(workspace())
    assert "Waiting time Waiting is announced." in text
    assert "Research On queues – A. Person, A university" in text
    assert "Practice to be completed" in text
    assert "6 March 2012" in text


def test_a_session_says_what_became_of_it() -> None:
    text = page(workspace(), "proceedings/day/queue")
    assert "Became 4; pending: Ask c; not taken up: Ask b." in text
    assert "Became 4; pending: Ask c; not taken up: Ask b." in page(workspace(), "principles/waiting-time")  # fmt: skip


def test_what_nothing_came_of_is_said() -> None:
    known = workspace()
    path = "clauses/d/en/04-waiting.md"
    known[path] = known[path].replace(b"principles: [waiting-time]\n", b"")
    for name in ("a", "b", "c"):
        del known[f"docs/proposals/{name}.md"]
    assert "Nothing in the text names it yet." in page(known, "principles/waiting-time")
    assert "The seminar takes place" in page(known)


@pytest.mark.parametrize(
    ("code", "date", "words"),
    [
        ("en", "2012", "2012"),
        ("fr", "2012-12", "décembre 2012"),
        ("de", "2012-12-05", "5. Dezember 2012"),
        ("en", "2012-13", "2012-13"),
        ("en", "spring", "spring"),
    ],
)
def test_dates_are_said_in_words(code: str, date: str, words: str) -> None:
    assert dated(code, date) == words
