"""From files to a workspace: what stands where, and what is said of files that are wrong."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausier.model.clause import Clause
from clausier.model.workspace import Deliverable
from clausier.read import (
    clause,
    config,
    deliverable,
    front_matter,
    lock,
    proceedings,
    workspace,
    yaml_faults,
)
from clausier.read.config import Config, read_config
from clausier.read.lock import HEADER, read_lock, render
from clausier.read.workspace import Reading, read
from clausier.source.files import Folder
from clausier.source.memory import Memory
from clausier.source.place import Source

HOME = "clauses/everyday-service"
STANDARD = """type: EN
stage: "20.60"
titles: {en: Everyday service}
languages: [en]
reference_language: en
"""
SEMINAR = "title: Counter day\ndate: '2023'\nlanguages: [en]\n"


def page(body: str = "Text.", **keys: str) -> str:
    """A file with front matter."""
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\n{lines}---\n\n{body}\n"


def part(id: str, kind: str = "clause", title: str = "Title", **more: str) -> str:
    return page(id=id, kind=kind, title=title, **more)


def read_these(files: Mapping[str, str]) -> Reading:
    """The reading of files below a deliverable's folder (`en/…`, `standard.yml`) or the root."""
    roots = ("clauses/", "docs/", "pyproject", "clausier")
    placed = {
        path if path.startswith(roots) else f"{HOME}/{path}": text for path, text in files.items()
    }
    known = placed if any("standard.yml" in path for path in placed) else {}
    whole = placed if known else {**placed, f"{HOME}/standard.yml": STANDARD}
    return read({path: text.encode() for path, text in whole.items()})


def said(reading: Reading) -> list[str]:
    """What is said, each as `rule path` with the folder of the deliverable left out."""
    return [
        f"{each.rule} {each.span.path.removeprefix(f'{HOME}/')}" for each in reading.diagnostics
    ]


def only(reading: Reading) -> Deliverable:
    (made,) = reading.workspace.deliverables
    return made


def clauses(reading: Reading, language: str = "en") -> tuple[Clause, ...]:
    return next(each for each in only(reading).standards if each.language == language).clauses


def test_the_invented_standard_reads_clean(mini: Path) -> None:
    reading = read(Folder(mini))
    assert not reading.diagnostics
    made = only(reading)
    assert [each.language for each in made.standards] == ["en", "fr", "de"]
    assert made.metadata.reference_language == "en" and made.documents
    assert reading.workspace.principles and reading.workspace.proposals
    assert {session.key for seminar in reading.workspace.seminars for session in seminar.sessions}


def test_parts_stand_in_the_order_of_the_directives() -> None:
    reading = read_these({
        "en/10-b.md": part("b"), "en/2-a.md": part("a"), "en/01-z.md": part("z"),
        "en/A.md": part("grid", "annex", obligation="informative"),
        "en/99-scope.md": part("scope", "scope"), "en/98-foreword.md": part("foreword", "foreword"),
    })  # fmt: skip
    assert [each.id.value for each in clauses(reading)] == [
        "foreword", "scope", "z", "a", "b", "grid",
    ]  # fmt: skip
    assert said(reading) == []


def test_terms_belong_to_the_terms_clause() -> None:
    term = page("definition\n\nNOTE A note.", id="promise", kind="term", term="service promise")
    reading = read_these({
        "en/03-terms.md": part("terms", "terms"), "en/03-terms/10-b.md": term,
        "en/03-terms/2-a.md": term.replace("id: promise", "id: pledge"),
    })  # fmt: skip
    (made,) = clauses(reading)
    assert [each.id.value for each in made.terms] == ["pledge", "promise"]
    assert made.terms[0].definition and len(made.terms[0].notes) == 1 and not made.terms[0].other
    assert said(reading) == []


def test_terms_without_a_terms_clause_get_one() -> None:
    reading = read_these({
        "en/01-scope.md": part("scope", "scope"), "en/04-a.md": part("a"),
        "en/03-terms/01-b.md": page("definition", id="promise", kind="term", term="promise"),
    })  # fmt: skip
    assert [(each.kind, each.derived) for each in clauses(reading)] == [
        ("scope", False), ("terms", True), ("clause", False),
    ]  # fmt: skip


def test_two_clauses_with_one_id_are_both_kept() -> None:
    reading = read_these({"en/04-a.md": part("a"), "en/05-b.md": part("a")})
    assert [each.id.value for each in clauses(reading)] == ["a", "a"]


def test_an_id_never_climbs_out_of_a_folder() -> None:
    evil = {"en/04-a.md": part("../../etc/passwd"), "en/05-b.md": part("'A B'")}
    reading = read_these(evil)
    assert [each.id.value for each in clauses(reading)] == ["etc-passwd", "a-b"]
    assert said(reading) == ["schema/bad-form en/04-a.md", "schema/bad-form en/05-b.md"]


def test_a_workspace_without_anything() -> None:
    assert said(read({})) == ["read/no-deliverable clauses"]
    assert said(read({"clauses/README.md": b"", "docs/index.md": b""})) == [
        "read/no-deliverable clauses"
    ]


def test_a_deliverable_without_standard_yml_is_read_all_the_same() -> None:
    reading = read({f"{HOME}/fr/01-scope.md": part("scope", "scope").encode()})
    assert said(reading) == ["read/no-standard standard.yml"]
    assert only(reading).metadata.languages == ("fr",)
    assert len(clauses(reading, "fr")) == 1


def test_folders_where_files_are_expected() -> None:
    reading = read(
        {f"{HOME}/standard.yml/a": b"", f"{HOME}/en/04-x.md/b.md": b"", f"{HOME}/en/04-x.md/c": b""}
    )
    assert said(reading) == ["read/unreadable-file en/04-x.md", "read/unreadable-file standard.yml"]


class Broken(Mapping[str, bytes]):
    """Files that exist, and whose reading fails."""

    def __init__(self, *paths: str) -> None:
        self._paths = paths

    def __getitem__(self, path: str) -> bytes:
        raise PermissionError(13, "Permission denied")

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, path: object) -> bool:
        return path in self._paths


def test_files_that_cannot_be_read() -> None:
    reading = read(Broken("pyproject.toml", "clausier.toml", f"{HOME}/standard.yml"))
    assert said(reading) == [
        "read/unreadable-file clausier.toml",
        "read/unreadable-file standard.yml",
    ]
    assert "permission denied" in str(reading.diagnostics[0].message)


def test_languages_and_folders() -> None:
    listed = STANDARD.replace("[en]", "[en, fr]")
    reading = read_these({
        "standard.yml": listed, "en/04-a.md": part("a"), "de/04-a.md": part("a"),
    })  # fmt: skip
    assert said(reading) == [
        "read/no-language-folder standard.yml", "read/unlisted-language standard.yml",
    ]  # fmt: skip
    place = reading.diagnostics[0].span
    assert listed[place.start : place.end] == "fr"
    assert [each.language for each in only(reading).standards] == ["en", "de"]


def test_files_in_unexpected_places() -> None:
    reading = read_these({
        "en/04-a.md": part("a"), "en/notes.txt": "", "en/README.md": "", "x.yaml": "",
        "images/a.svg": "", "images/b/c.png": "", "iso.dotx": "", "en/a/b/c.md": "", "04-a.md": "",
        "docs/principles/a.md": "", "docs/proposals/x/a.md": "", "docs/guide/en/a.md": "",
        "clauses/a.md": "", "docs/principles/en/.hidden.md": "",
    })  # fmt: skip
    assert sorted(said(reading)) == [
        "read/unknown-file 04-a.md", "read/unknown-file clauses/a.md",
        "read/unknown-file docs/principles/a.md", "read/unknown-file docs/proposals/x/a.md",
        "read/unknown-file en/a/b/c.md", "read/unknown-file en/notes.txt",
        "read/unknown-file x.yaml",
    ]  # fmt: skip


def test_a_clause_among_terms_and_a_heading_in_a_term() -> None:
    term = page("definition\n\n## More {#more}\n\nText.", id="a", kind="term", term="a")
    reading = read_these({"en/03-terms/01-a.md": term, "en/03-terms/02-b.md": part("b")})
    assert said(reading) == [
        "read/heading-in-term en/03-terms/01-a.md", "read/clause-among-terms en/03-terms/02-b.md",
    ]  # fmt: skip
    assert len(clauses(reading)) == 2
    assert len(clauses(reading)[0].terms[0].other) == 2


def test_a_definition_with_an_id_of_its_own() -> None:
    entry = page("definition {#def-a}\n\nNOTE Text. {#n}", id="a", kind="term", term="a")
    (found,) = read_these({"en/03-terms/01-a.md": entry}).diagnostics
    assert found.rule == "read/unknown-attribute"
    assert entry[found.span.start : found.span.end] == "#def-a"


def test_principles_proposals_and_sessions() -> None:
    folder = "docs/proceedings/counter-day"
    reading = read_these({
        "docs/principles/en/a.md": page("It is so.\n\nFor this reason.", id="care", title="Care"),
        "docs/principles/fr/a.md": page("- no statement", id="care", title="Soin"),
        "docs/proposals/1.md": page(
            id="announce", title="Announce", principle="care", deliverable="everyday-service",
            decision="accepted",
        ),
        "en/04-a.md": part("a"), f"{folder}/seminar.yml": SEMINAR,
        f"{folder}/en/1.md": page("## Heading {#h}\n\nText.", id="queue", title="Queue"),
        "docs/proceedings/other/fr/1.md": page(id="x", title="X"),
    })  # fmt: skip
    assert said(reading) == [
        "read/no-statement docs/principles/fr/a.md",
        "read/no-seminar docs/proceedings/other/seminar.yml",
    ]
    english, french = reading.workspace.principles
    assert english.statement and len(english.rationale) == 1 and english.expected == "required"
    assert french.statement is None and french.rationale
    (proposal,) = reading.workspace.proposals
    assert (proposal.language, proposal.titles) == ("en", {"en": "Announce"})
    day, other = reading.workspace.seminars
    assert day.titles == {"en": "Counter day"} and day.sessions[0].key == "counter-day/queue"
    assert len(day.sessions[0].body) == 2 and other.languages == ("fr",)


def test_a_folder_whose_name_is_no_identifier() -> None:
    reading = read({"clauses/Every day/standard.yml": STANDARD.encode()})
    assert said(reading)[0] == "read/folder-name clauses/Every day"
    assert (only(reading).id, only(reading).folder) == ("every-day", "clauses/Every day")


@pytest.mark.parametrize(
    ("data", "rules"),
    [
        (b"\xef\xbb\xbf---\r\nid: a\r\nkind: clause\r\ntitle: A\r\n---\r\n\r\nText.\r\n", set()),
        (b"---\nid: a\nkind: clause\ntitle: caf\xe9\n---\n", {"read/not-utf-8"}),
        (b"---\nid: a\nkind: clause\ntitle: A\x00\n---\n", {"read/control-character"}),
        (b"", {"read/no-front-matter"}),
        (b"---", {"read/unclosed-front-matter", "schema/missing-key"}),
        (b"---\n" + b"a: {" * 5000 + b"\n---\n", {"read/yaml-depth", "schema/unknown-key"}),
        (b"---\nid: a\nkind: clause\ntitle: " + b"x" * 100_000 + b"\n---\n", set()),
    ],
)
def test_bytes_of_every_sort(data: bytes, rules: set[str]) -> None:
    reading = read({f"{HOME}/standard.yml": STANDARD.encode(), f"{HOME}/en/04-a.md": data})
    assert {each.rule for each in reading.diagnostics} == rules
    assert len(clauses(reading)) == 1


def test_a_file_that_breaks_off_is_not_said_to_miss_what_follows() -> None:
    reading = read_these({"en/04-a.md": "---\nid: a\nkind: 'x\ntitle: A\n---\n"})
    assert said(reading) == ["read/yaml-syntax en/04-a.md"]


def test_what_was_read_of_a_file_can_be_kept() -> None:
    files = {f"{HOME}/standard.yml": STANDARD.encode(), f"{HOME}/en/04-a.md": part("a").encode()}
    first = Memory()
    reading = read(files, first)
    again = Memory(pickle.loads(pickle.dumps(first.seen)))
    assert read(files, again) == reading == read(files)
    assert first.fresh == set(files) and not again.fresh
    assert read(files | {f"{HOME}/en/04-a.md": part("b").encode()}, again) != reading
    assert again.fresh == {f"{HOME}/en/04-a.md"}


def test_a_lock_is_written_as_it_is_read() -> None:
    lines = (
        "principle\ten\twaiting\tcare\t0123456789abcdef\tIt is so.\n"
        "translation\tfr\twaiting\ten\tfedcba9876543210\t\n"
    )
    source = Source.of("trace.lock", HEADER + lines)
    reviewed, found = read_lock(source)
    assert not found and [each.text for each in reviewed] == ["It is so.", None]
    assert render(reversed(reviewed)) == source.text


def test_lines_of_a_lock_that_are_no_links() -> None:
    text = "<<<<<<< ours\nprinciple\ten\ta\tb\txyz\n=======\nprinciple\ten\ta\n>>>>>>> theirs\n"
    reviewed, found = read_lock(Source.of("trace.lock", text))
    assert not reviewed and [each.span.start for each in found] == [0, 13, 34, 42, 57]


def test_configuration() -> None:
    text = (
        '[project]\nname = "x"\n\n[tool.clausier]\nselect = ["notes"]\n'
        'stage = "20.60"\n'
        '[tool.clausier.per-file-ignores]\n"docs/**" = ["wording", "terms/*"]\n'
    )
    made, found = read_config({"pyproject.toml": text.encode()})
    assert not found
    assert made == Config(
        select=("notes",), per_file_ignores=(("docs/**", ("wording", "terms/*")),),
        stage="20.60",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("selct = ['a']\n", "schema/unknown-key", "selct"),
        ("out = 'x'\nstage = 20.60\n", "schema/wrong-type", "20.60"),
        ("select = ['a', 3]\n", "schema/wrong-type", "3"),
        ("[per-file-ignores]\n'a' = 'b'\n", "schema/wrong-type", "b"),
        ("select = [\n", "read/toml-syntax", "["),
        ("select = = 1\n", "read/toml-syntax", "="),
    ],
)
def test_a_configuration_that_is_wrong(text: str, rule: str, words: str) -> None:
    _, (found,) = read_config({"clausier.toml": text.encode()})
    assert (found.rule, text[found.span.start : found.span.end]) == (rule, words)


def test_two_configurations() -> None:
    files = {"clausier.toml": b"out = 'x'\n", "pyproject.toml": b"[tool.clausier]\nout = 'y'\n"}
    made, (found,) = read_config(files)
    assert made.out == "x" and found.rule == "read/two-configurations"
    assert read_config({"pyproject.toml": b"[tool.other]\nx = ["}) == (Config(), ())


def test_every_fault_of_these_rooms_has_an_id_of_its_own() -> None:
    rooms = (clause, config, deliverable, front_matter, lock, proceedings, workspace, yaml_faults)
    ids = [fault.id for room in rooms for fault in room.FAULTS]
    assert len(ids) == len(set(ids))


PATHS = (
    "pyproject.toml", "clausier.toml", f"{HOME}/standard.yml", f"{HOME}/references.yml",
    f"{HOME}/trace.lock", f"{HOME}/en/04-a.md", f"{HOME}/en/03-terms/a.md",
    "docs/principles/en/a.md", "docs/proposals/a.md", "docs/proceedings/day/seminar.yml",
    "docs/proceedings/day/en/01-a.md", "clauses//x", "clauses", "docs/proceedings//en/a.md", "",
    "clauses/../en/a.md",
)  # fmt: skip
PIECES = st.sampled_from(
    [b"---\n", b"id: a\n", b"kind: clause\n", b"kind: term\n", b"title: ", b"{en: x}\n", b"[a, [b",
     b"\n",
     b"principle\ten\ta\tb\t", b"0123456789abcdef", b"[tool.clausier]\n", b"select = 1\n", b"- x\n",
     b"contributions:\n", b"  - role: x\n", b"source: 1\n", b"edition: 1e999\n", b"committee: 3\n",
     b"author: [1]\n", b"languages: [en, [x]]\n", b"\x00", b"\xff", b"\xc3\xa9", b"# x\n",
     b"NOTE x\n\n",
     b"dates: [1]\n", b"participants: {a: 1}\n", b"links: [{title: x, url: 3}, 4]\n", b"lang: 7\n"]
)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(PATHS),
        st.one_of(st.binary(max_size=60), st.lists(PIECES, max_size=8).map(b"".join)),
        max_size=6,
    )
)
def test_reading_never_raises(files: dict[str, bytes]) -> None:
    reading = read(files)
    for each in reading.diagnostics:
        text = reading.sources[each.span.path].text if each.span.path in reading.sources else ""
        assert 0 <= each.span.start <= each.span.end <= len(text)
    for made in reading.workspace.deliverables:
        assert "/" not in made.id and "." not in made.id
