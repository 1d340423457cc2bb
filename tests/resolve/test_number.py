"""Numbers in the manner of the Directives."""

from __future__ import annotations

from clausier.language.language import language
from clausier.model.block import Cell, Equation, Example, Figure, Legend, Picture, Row, Table
from clausier.model.inline import FootnoteMark
from clausier.resolve.number import numbers
from clausier.resolve.order import ordered
from clausier.resolve.standing import reading


def labels(deliverable, code="en"):
    """Place → label of everything that is numbered."""
    clauses = ordered(deliverable.standards[0], "standard.yml")
    found = numbers(clauses, reading(clauses), language(code))
    return {span: number.label for span, number in found.items()}


def test_clauses_and_subclauses(build):
    deep = build.clause("c", level=4)
    inner = build.clause("b", level=3, sections=(deep,))
    first = build.clause("first", sections=(build.clause("a", level=2, sections=(inner,)),))
    second = build.clause("second", sections=(build.clause("d", level=2),))
    scope = build.clause("scope", kind="scope")
    known = labels(build.deliverable(scope, first, second))
    assert known[scope.span] == "1"
    assert [known[node.span] for node in (first, inner, deep, second)] == [
        "4", "4.1.1", "4.1.1.1", "5",
    ]  # fmt: skip
    assert known[second.sections[0].span] == "5.1"


def test_foreword_and_bibliography_have_no_number_and_the_introduction_counts_from_0_1(build):
    part = build.clause("why", level=2)
    introduction = build.clause("introduction", kind="introduction", sections=(part,))
    below = build.clause("x", level=2)
    foreword = build.clause("foreword", kind="foreword", sections=(below,))
    known = labels(build.deliverable(foreword, introduction))
    assert known[part.span] == "0.1"
    assert not {introduction.span, foreword.span, below.span} & set(known)


def test_annexes_letter_their_own_tables_figures_and_formulae(build):
    table, other = build.table("T"), build.table("U")
    formula = Equation(build.span(), "a", build.span(), "eq")
    plain = Equation(build.span(), "b", build.span())
    body = build.clause("body", build.table("B"), plain)
    annex = build.clause("x", table, formula, kind="annex")
    last = build.clause("y", other, kind="annex", sections=(build.clause("z", level=2),))
    known = labels(build.deliverable(body, annex, last), "fr")
    assert known[body.body[0].span] == "Tableau 1"
    assert plain.span not in known
    assert (known[table.span], known[formula.span]) == ("Tableau A.1", "(A.1)")
    assert (known[last.span], known[other.span]) == ("Annexe B", "Tableau B.1")
    assert known[last.sections[0].span] == "B.1"


def test_a_single_note_is_not_numbered_two_are(build):
    single = build.note("one")
    first, second = build.note("a"), build.note("b")
    in_item = build.list(build.item(build.paragraph("x"), second))
    section = build.clause("s", first, in_item, level=2)
    example = Example(build.span(), build.span(), (build.paragraph("e"),))
    known = labels(build.deliverable(build.clause("c", single, example, sections=(section,))))
    assert known[single.span] == "NOTE"
    assert known[example.span] == "EXAMPLE"
    assert (known[first.span], known[second.span]) == ("NOTE 1", "NOTE 2")


def test_notes_of_a_table_are_counted_apart(build):
    below, beside = build.note("below"), build.note("beside")
    table = Table(build.span(), None, (), 1, (), (), Legend(notes=(below,)))
    known = labels(build.deliverable(build.clause("c", beside, table)))
    assert (known[below.span], known[beside.span]) == ("NOTE", "NOTE")


def test_notes_to_entry_are_always_numbered(build):
    note = build.note("n")
    term = build.term("promise", notes=(note,))
    clause = build.clause("terms", kind="terms", terms=(term,))
    assert labels(build.deliverable(clause), "fr")[note.span] == "Note 1 à l'article"


def test_terms_in_groups(build):
    alone, grouped, lost = build.term("a"), build.term("b", group="g"), build.term("c", group="?")
    group = build.clause("g", level=2, title="Terms relating to b")
    clause = build.clause("terms", kind="terms", sections=(group,), terms=(grouped, alone, lost))
    known = labels(build.deliverable(clause))
    assert [known[node.span] for node in (alone, lost, group, grouped)] == [
        "3.1", "3.2", "3.3", "3.3.1",
    ]  # fmt: skip


def test_items_by_depth(build):
    third = build.list(build.item(build.paragraph("x")))
    second = build.list(build.item(build.paragraph("x"), third))
    dash = build.item(build.paragraph("dash"), second)
    dashes = build.list(dash, ordered=False)
    first = build.list(build.item(build.paragraph("x")), build.item(dashes))
    known = labels(build.deliverable(build.clause("c", first)))
    found = [known[node.items[-1].span] for node in (first, dashes, second, third)]
    assert found == ["b)", "—", "1)", "i)"]


def test_footnotes_in_the_order_of_their_marks(build):
    text = build.paragraph("one [^b] two [^a] again [^b]")
    notes = build.footnote("a", "A"), build.footnote("b", "B"), build.footnote("c", "C")
    known = labels(build.deliverable(build.clause("c", text, footnotes=notes)))
    marks = [known[inline.span] for inline in text.inlines if isinstance(inline, FootnoteMark)]
    assert marks == ["1", "2", "1"]
    assert [known.get(note.span) for note in notes] == ["2", "1", None]


def test_footnotes_of_a_table_have_letters(build):
    cell = build.paragraph("x [^a]")
    after = build.paragraph("y [^1]")
    row = Row(build.span(), (Cell(build.span(), (cell,)),))
    lettered = build.footnote("a", "in the table")
    table = Table(build.span(), None, (), 1, (), (row,), Legend(footnotes=(lettered,)))
    numbered = build.footnote("1", "in the text")
    known = labels(build.deliverable(build.clause("c", table, after, footnotes=(numbered,))))
    assert (known[lettered.span], known[numbered.span]) == ("a", "1")


def test_several_pictures_are_subfigures(build):
    pictures = [Picture(build.span(), "a.svg", build.span(), "") for _ in range(3)]
    pair = Figure(build.span(), None, (), tuple(pictures[:2]))
    alone = Figure(build.span(), None, (), (pictures[2],))
    known = labels(build.deliverable(build.clause("c", pair, alone)), "de")
    assert [known.get(picture.span) for picture in pictures] == ["a)", "b)", None]
    assert (known[pair.span], known[alone.span]) == ("Bild 1", "Bild 2")
