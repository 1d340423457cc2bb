"""What is to be looked at, and what the lock says once it was."""

from __future__ import annotations

from pathlib import Path

from clausier.language.translate import catalogue
from clausier.model.workspace import Reviewed
from clausier.pipeline import compile
from clausier.read.lock import render
from clausier.resolve.resolved import Resolved
from clausier.review.review import Change, changes, difference, locks, reviewed, unknown
from clausier.source.files import Folder

HOME = "clauses/everyday-service"
LOCK = f"{HOME}/trace.lock"
PRINCIPLE = "docs/principles/{0}/announced-waiting.md"
SOURCE = f"{HOME}/en/04-waiting.md"

Files = dict[str, bytes]


def workspace(folder: Path) -> Files:
    return {path: data for path, data in Folder(folder).items() if path != LOCK}


def resolved(files: Files) -> Resolved:
    return compile(files).resolved


def looked_at(files: Files, *clauses: str) -> Files:
    """The files after `clausier review`."""
    lines = locks(resolved(files), clauses)
    return files | {path: render(known).encode() for path, known in lines.items()}


def changed(files: Files, path: str, old: str, new: str) -> Files:
    text = files[path].decode()
    assert old in text
    return files | {path: text.replace(old, new).encode()}


def told(found: tuple[Change, ...]) -> list[tuple[str, str, str, str]]:
    return [(each.kind, each.state, each.language, each.clause) for each in found]


def test_all_is_new_at_first_and_nothing_is_once_looked_at(mini: Path) -> None:
    files = workspace(mini)
    found = changes(resolved(files))
    assert {each.state for each in found} == {"new"}
    principles = tuple(each for each in found if each.kind == "principle")
    assert told(principles) == [
        ("principle", "new", language, clause)
        for language in ("en", "fr", "de")
        for clause in ("waiting", "annex-calculation")
    ]
    assert principles[0].words == (
        ("new", "People bear waiting when they know how long it lasts."),
    )
    translated = {each.clause for each in found if each.kind == "translation"}
    assert {"waiting", "service-promise", "annex-grid"} <= translated
    assert changes(resolved(looked_at(files))) == ()


def test_a_principle_that_changed_is_shown_word_by_word(mini: Path) -> None:
    files = looked_at(workspace(mini))
    path = PRINCIPLE.format("en")
    found = changes(resolved(changed(files, path, "how long it lasts", "how long it will last")))
    assert told(found) == [
        ("principle", "changed", "en", "waiting"),
        ("principle", "changed", "en", "annex-calculation"),
    ]
    assert found[0].words == (
        ("same", "People bear waiting when they know how long it"),
        ("gone", "lasts."),
        ("new", "will last."),
    )
    assert str(found[0].message) == (
        "principle `announced-waiting` has changed since clause `waiting` was looked at"
    )
    assert found[0].span.path == SOURCE


def test_what_is_no_statement_changes_nothing(mini: Path) -> None:
    files = looked_at(workspace(mini))
    path = PRINCIPLE.format("en")
    assert changes(resolved(changed(files, path, "A person who knows", "Who knows"))) == ()


def test_translations_are_to_be_looked_at_when_their_source_changed(mini: Path) -> None:
    files = looked_at(workspace(mini))
    after = changed(files, SOURCE, "at the entrance", "at the door")
    found = changes(resolved(after))
    assert told(found) == [
        ("translation", "changed", "fr", "waiting"),
        ("translation", "changed", "de", "waiting"),
    ]
    ((span, text),) = found[0].paragraphs
    assert text == "The organization shall announce the waiting time at the door."
    assert span.path == SOURCE
    assert str(found[0].message) == (
        "clause `waiting` has changed in `en` since its text in `fr` was looked at"
    )


def test_numbers_that_move_change_no_translation(mini: Path) -> None:
    files = looked_at(workspace(mini))
    more = files[f"{HOME}/en/04-waiting.md"]
    early = more.decode().split("---")[1].replace("id: waiting", "id: early")
    for language in ("en", "fr", "de"):
        files[f"{HOME}/{language}/03-1-early.md"] = f"---{early}---\n".encode()
    assert "waiting" not in {each.clause for each in changes(resolved(files))}


def test_only_the_clauses_that_were_named_are_recorded(mini: Path) -> None:
    files = looked_at(workspace(mini), "waiting")
    assert {line.clause for line in reviewed(resolved(files))} > {"waiting"}
    known = locks(resolved(files), ("annex-grid",))[LOCK]
    assert {line.clause for line in known} == {"waiting", "annex-grid"}
    assert told(changes(resolved(files), ("announcement",))) == []
    assert told(changes(resolved(files), ("annex-grid",))) == [
        ("translation", "new", "fr", "annex-grid"),
        ("translation", "new", "de", "annex-grid"),
    ]


def test_links_of_other_clauses_stay_as_they_were(mini: Path) -> None:
    files = looked_at(workspace(mini))
    path = PRINCIPLE.format("en")
    after = changed(files, path, "bear waiting", "bear little")
    again = looked_at(after, "annex-grid")
    assert again[LOCK] == files[LOCK]
    assert len(changes(resolved(again))) == 2
    assert told(changes(resolved(looked_at(after, SOURCE)))) == [
        ("principle", "changed", "en", "annex-calculation")
    ]


def test_lines_whose_clause_or_principle_is_gone_go(mini: Path) -> None:
    files = looked_at(workspace(mini))
    without = {path: data for path, data in files.items() if "B-grid" not in path}
    without = {path: data for path, data in without.items() if "docs/principles" not in path}
    left = locks(resolved(without), ("annex-calculation",))[LOCK]
    assert "annex-grid" not in {line.clause for line in left}
    assert {line.kind for line in left} == {"translation"}
    assert "waiting" in {line.clause for line in left}


def test_a_lock_is_written_and_read_without_loss(mini: Path) -> None:
    files = looked_at(workspace(mini))
    (deliverable,) = resolved(files).workspace.deliverables
    written = {_known(line) for line in reviewed(resolved(files))}
    assert {_known(line) for line in deliverable.reviewed} == written
    assert looked_at(files)[LOCK] == files[LOCK]


def _known(line: Reviewed) -> tuple[object, ...]:
    names = (line.kind, line.language, line.clause, line.target)
    return (*names, line.fingerprint, line.text)


def test_names_that_name_nothing_are_told(mini: Path) -> None:
    names = ("waiting", "announcement", "service-promise", SOURCE, "no-such")
    assert unknown(resolved(workspace(mini)), names) == ("no-such",)


def test_a_difference_keeps_the_order_of_reading() -> None:
    assert difference("", "new words") == (("new", "new words"),)
    assert difference("old words", "") == (("gone", "old words"),)
    assert difference("a b c", "a x c") == (
        ("same", "a"), ("gone", "b"), ("new", "x"), ("same", "c"),
    )  # fmt: skip


def test_each_message_has_its_french(mini: Path) -> None:
    files = workspace(mini)
    known = catalogue("fr").messages
    after = changed(looked_at(files), SOURCE, "entrance", "door")
    after = changed(after, PRINCIPLE.format("fr"), "attente", "patience")
    found = (*changes(resolved(files)), *changes(resolved(after)))
    assert len({each.message.template for each in found}) == 4
    assert all(each.message.template in known for each in found)
