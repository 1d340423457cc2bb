"""Languages side by side: what belongs together, what lacks, what is out of date."""

from __future__ import annotations

import re

from clausier.pipeline import compile
from clausier.resolve.trace import whole
from clausier.write import site
from tests.write.site.shown import body_of, folded, shown
from tests.write.site.workspace import STANDARD, written

CLAUSE = "---\nid: waiting\nkind: clause\ntitle: {title}\n---\n\n{body}"
ENGLISH = """The first paragraph.

The organization shall wait. {#req-wait}

NOTE A note.

- one thing
- another thing

## Signs {#signs}

The last paragraph.
"""
FRENCH = """L'organisme doit attendre. {#req-wait}

NOTE Une note.

- une chose
- une autre chose

## Signes {#signs}

Le dernier alinéa.

Un alinéa de trop.
"""
BESIDE = "docs/{0}/d/waiting/beside/index.md"


def files(french: str = FRENCH) -> dict[str, bytes]:
    """A clause in two languages; the reference language is English."""
    standard = STANDARD.format(title="Counters").replace("languages: [en]", "languages: [en, fr]")
    return {
        "clauses/d/standard.yml": standard.encode(),
        "clauses/d/references.yml": b"{}\n",
        "clauses/d/en/04-waiting.md": CLAUSE.format(title="Waiting", body=ENGLISH).encode(),
        "clauses/d/fr/04-waiting.md": CLAUSE.format(title="Attente", body=french).encode(),
    }


def rows(page: bytes) -> list[tuple[str, ...]]:
    """The words of each row, cell by cell."""
    found = body_of(page).partition("<nav")[0].split('<div class="cl-beside-row')[1:]
    return [
        tuple(folded(shown(b"---\n\n---\n" + f"<div>{cell}".encode()).text)
              for cell in row.split("<div data-language=")[1:])
        for row in found
    ]  # fmt: skip


def cells(page: bytes) -> list[tuple[str, ...]]:
    return [tuple(cell.partition(">")[2].strip() for cell in row) for row in rows(page)]


def test_pieces_stand_beside_their_translation() -> None:
    page = written(files()).files[BESIDE.format("en")]
    found = cells(page)
    assert ("4 Waiting", "4 Attente") in found
    assert ("The organization shall wait.", "L'organisme doit attendre.") in found
    assert ("NOTE A note.", "NOTE Une note.") in found
    assert ("— another thing", "— une autre chose") in found
    assert ("The last paragraph.", "Le dernier alinéa.") in found


def test_what_lacks_is_said_in_words_of_the_reader() -> None:
    tree = written(files()).files
    found = cells(tree[BESIDE.format("en")])
    assert ("The first paragraph.", "Nothing corresponds to this in French.") in found
    assert ("Nothing corresponds to this in English.", "Un alinéa de trop.") in found
    french = cells(tree[BESIDE.format("fr")])
    assert ("Rien n'y correspond en français.", "The first paragraph.") in french


def test_each_text_says_its_language_and_no_anchor_stands_twice() -> None:
    page = written(files()).files[BESIDE.format("fr")]
    ids = shown(page).ids
    assert len(ids) == len(set(ids))
    assert {"signs", "en--signs", "req-wait", "en--req-wait"} <= set(ids)
    for language in re.findall(r'data-language="(\w\w)">(?:<p[^>]*>[^<]*</p>)?<div lang="(\w\w)"', page.decode()):  # fmt: skip
        assert language[0].casefold() == language[1]


def test_a_translation_that_is_out_of_date_is_marked_where_it_is() -> None:
    known = files()
    before = compile(known).resolved
    original = next(one for one in before.versions[0].clauses if one.id.value == "waiting")
    same = known | {"clauses/d/trace.lock": locked(whole(original), "")}
    assert ">translation, compared" in written(same).files[BESIDE.format("en")].decode()
    stale = known | {"clauses/d/trace.lock": locked("0" * 16, "")}
    page = written(stale).files[BESIDE.format("en")]
    assert b"<span>the original has changed since</span>" in page
    marked = [row for row in cells(page) if row[-1].startswith("the original has changed since")]
    assert ("4 Waiting", "the original has changed since 4 Attente") in marked
    french = written(stale).files["docs/fr/d/waiting/index.md"].decode()
    assert "L'original a changé depuis cette traduction." in french


def locked(fingerprint: str, text: str) -> bytes:
    return "\t".join(("translation", "fr", "waiting", "en", fingerprint, text)).encode() + b"\n"


def test_a_clause_in_one_language_has_no_such_page() -> None:
    known = files()
    other = known.pop("clauses/d/fr/04-waiting.md").replace(b"id: waiting", b"id: other")
    known["clauses/d/fr/05-other.md"] = other
    tree = written(known).files
    assert BESIDE.format("en") not in tree
    page = tree["docs/en/d/waiting/index.md"]
    assert b"cl-beside-open" not in page
    assert b"Not in French yet." in page


def test_the_pages_are_lean() -> None:
    compiled = compile(files())
    made = site.write(compiled.resolved, compiled.diagnostics, compiled.sources, compiled.files)
    assert b"cl-terms" not in made.files[BESIDE.format("en")]
