"""Front matters and YAML: each example of the page `front_matter.md` gives its report."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausier.model.clause import Placed
from clausier.model.inline import Text
from clausier.model.prose import prose
from clausier.read import front_matter, yaml_faults, yaml_tree
from clausier.read.front_matter import split
from clausier.read.placed import identifier, inlines, placed
from clausier.read.plain_yaml import quick
from clausier.read.yaml_tree import load
from clausier.schema.tree import Tree
from clausier.schema.validate import validate
from clausier.source.diagnostic import Diagnostic
from clausier.source.place import Source, Span
from tests.schema.reports import Example, examples, reported, settle

PAGE = Path(__file__).with_name("front_matter.md")


def read(text: str) -> tuple[Source, Tree | None, int, tuple[Diagnostic, ...]]:
    source = Source.of("05-waiting.md", text)
    return source, *split(source)


def tree_of(text: str) -> Tree:
    tree, found = load(Source.of("a.yml", text), 0, len(text))
    assert tree is not None and not found
    return tree


@pytest.mark.parametrize("example", examples(PAGE), ids=lambda example: example.name)
def test_page(example: Example, update: bool) -> None:
    source, tree, start, found = read(example.text)
    said = validate("clause", tree) if tree and not found else ()
    body = source.text[start:].strip("\n").replace("\n", "⏎")
    settle(example, reported(source, (*found, *said)) + f"body: {body}\n", update)


def test_the_page_shows_every_fault() -> None:
    shown = {each.rule for example in examples(PAGE) for each in read(example.text)[3]}
    faults = (*front_matter.FAULTS, *yaml_faults.FAULTS)
    assert shown == {fault.id for fault in faults} - {"read/yaml-depth"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{"])
@pytest.mark.parametrize("times", [60, 5_000, 100_000])
def test_deep_nesting_is_reported_and_quick(opening: str, times: int) -> None:
    began = time.process_time()
    tree, found = load(Source.of("a.yml", opening * times), 0, len(opening) * times)
    assert found and time.process_time() - began < 1
    assert tree is None or isinstance(tree.value, list | dict)


def test_places_of_everything() -> None:
    text = "a: é\nb:\n  - 'x'\n  - {c: 20.60}\nd: null\n"
    tree = tree_of(text)

    def shown(span: Span) -> str:
        return text[span.start : span.end]

    assert tree.value == {"a": "é", "b": ["x", {"c": 20.6}], "d": None}
    assert [shown(span) for span in tree.keys.values()] == ["a", "b", "d"]
    assert shown(tree.items["a"].span) == "é"
    first, second = tree.items["b"].items[0], tree.items["b"].items[1]
    assert (shown(first.span), shown(second.span)) == ("x", "{c: 20.60}")
    number = second.items["c"]
    assert (number.value, number.written, shown(number.span)) == (20.6, "20.60", "20.60")
    assert shown(tree.items["b"].span) == "- 'x'\n  - {c: 20.60}"


def test_words_stay_as_they_are_written() -> None:
    text = "a: no\nb: yes\nc: on\nd: 2012-12-06\ne: 12:30\nf: 0x1F\ng: 1_000\nh: .inf\ni: 007\n"
    value = tree_of(text).value
    assert value == {
        "a": "no", "b": "yes", "c": "on", "d": "2012-12-06", "e": "12:30", "f": "0x1F",
        "g": "1_000", "h": ".inf", "i": 7,
    }  # fmt: skip
    tree = tree_of(text)
    assert placed(tree, "i") == Placed(tree.items["i"].span, "007")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Waiting", "Waiting"),
        ('"Waiting: all"', "Waiting: all"),
        ("'l''attente d''un'", "l'attente d'un"),
        ('"a \\"b\\" \\u00e9 c"', 'a "b" é c'),
        ("Waiting and\n  being served", "Waiting and being served"),
        (">\n  Waiting and\n  being served", "Waiting and being served"),
    ],
)
def test_every_word_of_a_title_has_its_place(written: str, value: str) -> None:
    text = f"title: {written}\n"
    nodes = inlines(tree_of(text), "title")
    whole = prose(nodes)
    assert whole.text == value
    for node in nodes:
        assert isinstance(node, Text)
        assert node.value == text[node.span.start : node.span.end] or len(node.value) <= 1
    last = value.split()[-1].split("'")[-1]
    span = whole.span(whole.text.rindex(last), len(value))
    assert text[span.start : span.end] == last


@pytest.mark.parametrize(
    ("id", "made"),
    [
        ("waiting", "waiting"),
        ("../../etc", "etc"),
        ("A B", "a-b"),
        ('"é"', "e"),
        ("[x]", "waiting"),
    ],
)
def test_an_id_is_an_identifier_whatever_is_written(id: str, made: str) -> None:
    source, tree, _, _ = read(f"---\nid: {id}\n---\n")
    assert identifier(tree, source).value == made


LINES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["a", "b-c", "d_e", "null", " f", "- g"]),
        st.sampled_from([": ", ":  ", ":", " : "]),
        st.one_of(
            st.text("ab1 .-'\"[],{}&*?!|>%@`\\~:#é\u00a0–\u0085=<+\t", max_size=8),
            st.sampled_from(
                ["2012", "20.60", "null", "true", "[a, b]", "[ 1 , é ]", '"a: b"', "[]"]
            ),
        ),
        st.sampled_from(["", " "]),
    ),
)


@settings(max_examples=1_500, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=4), st.sampled_from(["", "\n"]), st.booleans())
def test_the_quick_reading_is_the_thorough_one(lines: list[str], end: str, inner: bool) -> None:
    text = "\n".join(lines) + end
    before, after = ("---\n", "---\nx") if inner else ("", "")
    source = Source.of("a.yml", before + text + after)
    place = (len(before), len(before) + len(text))
    known = quick(source, *place)
    if known is not None:
        assert yaml_tree._thorough(source, *place) == (known, ())


@settings(max_examples=400, deadline=None)
@given(st.text("ab-:[]{}'\"#&*!|>\n\t \u00e9?,@%", max_size=60), st.booleans())
def test_nothing_raises_and_nothing_is_lost(text: str, opened: bool) -> None:
    source, tree, start, found = read(f"---\n{text}" if opened else text)
    assert 0 <= start <= len(source.text)
    assert tree is not None or found
    for each in found:
        assert 0 <= each.span.start <= each.span.end <= len(source.text)
    for each in found:
        for edit in each.edits:
            assert 0 <= edit.span.start <= edit.span.end <= len(source.text)
