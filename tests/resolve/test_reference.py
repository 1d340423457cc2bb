"""How references read, language by language."""

from __future__ import annotations

import pytest

from clausier.language.language import language
from clausier.model.block import Legend, Table
from clausier.model.inline import Reference, Text
from clausier.resolve.anchor import anchors
from clausier.resolve.number import numbers
from clausier.resolve.order import ordered
from clausier.resolve.reference import Words, uses
from clausier.resolve.standing import reading
from clausier.resolve.target import Names, local_targets
from clausier.resolve.title import titles


def found(deliverable, code):
    clauses = ordered(deliverable.standards[0], "standard.yml")
    nodes, words = reading(clauses), language(code)
    names = Names(words, numbers(clauses, nodes, words), titles(clauses, words), anchors(clauses))
    targets = local_targets(nodes, names)
    return targets, uses(nodes, Words(words, targets, {}))


def texts(deliverable, code="en"):
    return [use.text for use in found(deliverable, code)[1].by_span.values()]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", ["Clause 4", "4.1", "Annex A", "A.1", "Table 1", "Scope, Note"]),
        ("fr", ["l'Article 4", "4.1", "l'Annexe A", "A.1", "Tableau 1", None]),
        ("de", ["Abschnitt 4", "4.1", "Anhang A", "A.1", "Tabelle 1", None]),
    ],
)
def test_in_the_words_of_each_language(build, code, expected):
    sub = build.clause("sub", build.paragraph("see @c and @sub and @x and @x1 and @tab"), level=2)
    clause = build.clause("c", build.table("T", "tab"), sections=(sub,), title="C")
    annex = build.clause("x", kind="annex", sections=(build.clause("x1", level=2),))
    assert texts(build.deliverable(clause, annex), code) == expected[:5]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("voir @c", "l'Article 4"),
        ("conformément à @c", "l'Article 4"),
        ("selon l'@c", "Article 4"),
        ("de l’@c", "Article 4"),
        ("cet @c", "Article 4"),
        ("Article @c", "4"),
        ("les Articles @c", "4"),
        ("@c dit", "L'Article 4"),
        ("Fin. @c dit", "L'Article 4"),
        ("cf. @c", "l'Article 4"),
        ("(@c)", "l'Article 4"),
    ],
)
def test_french_article(build, words, expected):
    clause = build.clause("c", build.paragraph(words), title="C")
    assert texts(build.deliverable(clause), "fr") == [expected]


def test_the_noun_is_not_doubled_in_english(build):
    clause = build.clause("c", build.paragraph("in Clause @c and Table @t"), build.table("T", "t"))
    assert texts(build.deliverable(clause)) == ["4", "1"]


def test_items_notes_and_examples(build):
    inner = build.item(build.paragraph("x"), id="deep")
    outer = build.item(build.list(inner), id="outer")
    first = build.list(build.item(build.paragraph("y")), outer)
    dash = build.list(build.item(build.paragraph("some words"), id="dash"), ordered=False)
    note, other = build.note("n", id="n1"), build.note("m", id="n2")
    sub = build.clause("sub", first, dash, note, other, level=2)
    targets, _ = found(build.deliverable(build.clause("c", sections=(sub,))), "fr")
    names = {id: target.name for id, target in targets.items()}
    assert names["outer"] == "4.1 b)"
    assert names["deep"] == "4.1 b) 1)"
    assert names["dash"] == "4.1"
    assert (names["n1"], names["n2"]) == ("4.1, Note 1", "4.1, Note 2")
    assert targets["dash"].title == "some words"


def test_a_note_of_a_table_is_called_by_the_table(build):
    note = build.note("n", id="n1")
    table = Table(build.span(), "t", (), 1, (), (), Legend(notes=(note,)))
    targets, _ = found(build.deliverable(build.clause("c", table)), "de")
    assert targets["n1"].name == "Tabelle 1, Anmerkung"


def test_own_words_stay_and_an_unknown_id_reads_as_typed(build):
    span = build.span()
    link = Reference(span, "c", span, None, (Text(build.span(), "the text"),))
    from clausier.model.block import Paragraph

    paragraph = Paragraph(build.span(), (link,))
    clause = build.clause("c", paragraph, build.paragraph("see @nothing"))
    deliverable = build.deliverable(clause)
    assert texts(deliverable) == ["the text", "@nothing"]
    used = list(found(deliverable, "en")[1].by_span.values())
    assert used[1].target is None


def test_the_first_of_two_with_one_id_is_the_target(build):
    first, second = build.clause("c", title="One"), build.clause("c", title="Two")
    targets, _ = found(build.deliverable(first, second), "en")
    assert (targets["c"].title, targets["c"].name) == ("One", "Clause 4")


def test_what_has_no_number_is_called_by_its_title(build):
    clause = build.clause("introduction", build.paragraph("see @introduction"), kind="introduction")
    assert texts(build.deliverable(clause), "fr") == ["Introduction"]
    assert texts(build.deliverable(clause), "de") == ["Einleitung"]


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("shall do it (see @iso)", True),
        ("shall do it (see also @en and @iso)", True),
        ("shall do it, see @iso", True),
        ("shall do it in accordance with @iso", False),
        ("(see above) shall conform to @iso", False),
    ],
)
def test_references_for_information(build, words, seen):
    clause = build.clause("c", build.paragraph(words))
    used = found(build.deliverable(clause), "en")[1]
    assert (list(used.by_span)[-1] in used.seen) is seen
