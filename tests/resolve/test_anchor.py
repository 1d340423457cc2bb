"""Anchors stay when numbers change."""

from __future__ import annotations

from clausier.resolve.anchor import anchors


def test_an_id_is_the_anchor_and_words_make_one_elsewhere(build):
    named, plain = build.paragraph("a b", "req-x"), build.paragraph("some  words")
    found = anchors((build.clause("c", named, plain),))
    assert found[named.span] == "req-x"
    assert found[plain.span].startswith("c-")
    assert len(found[plain.span]) == len("c-") + 8


def test_equal_paragraphs_are_told_apart(build):
    first, second = build.paragraph("same"), build.paragraph("same")
    found = anchors((build.clause("c", first, second),))
    assert found[second.span] == f"{found[first.span]}-2"


def test_neither_place_nor_number_changes_them(build):
    def of(*before):
        text = build.paragraph("in accordance with @other every day")
        items = build.list(build.item(build.paragraph("one")))
        found = anchors((*before, build.clause("c", text, items)))
        return [found[node.span] for node in (text, items, items.items[0])]

    assert of() == of(build.clause("new", build.paragraph("first")))


def test_terms_and_sections(build):
    note = build.note("n")
    term = build.term("promise", notes=(note,))
    section = build.clause("s", build.paragraph("x"), level=2)
    found = anchors((build.clause("t", kind="terms", terms=(term,), sections=(section,)),))
    assert found[term.span] == "promise"
    assert found[note.span].startswith("promise-")
    assert found[section.body[0].span].startswith("s-")
