"""Where sentences end, and the places they stand in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from clausier.model.block import (
    Admonition,
    Block,
    Cell,
    Definition,
    Equation,
    Example,
    Figure,
    Legend,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
)  # fmt: skip
from clausier.model.clause import Clause
from clausier.model.inline import Code, FootnoteMark, Formula, Mark, Reference, Text
from clausier.model.prose import OBJECT
from clausier.model.workspace import Workspace
from clausier.resolve.resolved import Place, Sentence
from clausier.resolve.run import resolve
from clausier.source.place import Span

END = " ¦ "


def page() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    code = ""
    for line in Path(__file__).with_name("sentences.md").read_text("utf-8").splitlines():
        if line.startswith("## "):
            code = line[3:]
        elif line.startswith("- "):
            found.append((code, line[2:]))
    return found


def cut(build: Any, *clauses: Clause, language: str = "en") -> tuple[Sentence, ...]:
    deliverable = build.deliverable(*clauses, language=language)
    return resolve(Workspace((deliverable,))).versions[0].sentences


def sentences(build: Any, *body: Block, language: str = "en") -> tuple[Sentence, ...]:
    return cut(build, build.clause("waiting", *body), language=language)


@pytest.mark.parametrize(("code", "line"), page())
def test_a_paragraph_is_cut_where_the_page_says(build: Any, code: str, line: str) -> None:
    text = line.replace(END, " ")
    span = Span("page.md", 0, len(text))
    found = sentences(build, Paragraph(span, (Text(span, text),)), language=code)
    assert END.join(sentence.text for sentence in found) == line
    for sentence in found:
        assert text[sentence.span.start : sentence.span.end] == sentence.text


def test_references_read_as_printed_and_end_no_sentence(build: Any) -> None:
    other = build.clause("b", title="B")
    first = build.clause("a", build.paragraph("It is as in @b. It ends. See @nothing for more."))
    found = [each.text for each in cut(build, first, other) if each.place is Place.BODY]
    assert found == ["It is as in Clause 5.", "It ends.", "See @nothing for more."]


def test_code_formulas_and_quotations_are_known(build: Any) -> None:
    text = "Press  to set  or “Wait”."
    inlines = (
        Text(Span("p.md", 0, 6), text[:6]),
        Code(Span("p.md", 6, 10), "OK"),
        Text(Span("p.md", 10, 18), text[6:14]),
        Formula(Span("p.md", 18, 21), "x"),
        FootnoteMark(Span("p.md", 21, 25), "1"),
        Text(Span("p.md", 25, 36), text[14:]),
    )
    (found,) = sentences(build, Paragraph(Span("p.md", 0, 36), inlines))
    assert found.text == f"Press OK to set {OBJECT} or “Wait”."
    assert [found.text[low:high] for low, high in found.quoted] == ["OK", OBJECT, "“Wait”"]
    low = found.text.index("set")
    assert found.at(low, low + 3) == Span("p.md", 14, 17)


def test_marks_belong_to_the_sentence_they_stand_in_or_follow(build: Any) -> None:
    inlines = (
        Text(Span("p.md", 0, 6), "It may"),
        Mark(Span("p.md", 6, 10), "permission"),
        Text(Span("p.md", 10, 24), " so. It can go"),
        Text(Span("p.md", 24, 25), "."),
        Mark(Span("p.md", 25, 30), "possibility"),
    )
    first, second = sentences(build, Paragraph(Span("p.md", 0, 30), inlines))
    assert [mark.provision for mark in first.marks] == ["permission"]
    assert [mark.provision for mark in second.marks] == ["possibility"]


def test_an_item_is_a_sentence_of_its_own_and_its_lead_in_keeps_it(build: Any) -> None:
    inner = build.list(build.item(build.paragraph("in words")))
    items = build.list(
        build.item(build.paragraph("listen;")), build.item(build.paragraph("answer:"), inner)
    )
    found = sentences(build, build.paragraph("All staff:"), items)
    assert [each.text for each in found] == ["All staff:", "listen;", "answer:", "in words"]
    assert [each.text for each in found[0].items] == ["listen;", "answer:", "in words"]
    assert [each.text for each in found[2].items] == ["in words"]
    assert found[1].block == items.items[0].span


def test_a_paragraph_without_colon_leads_nothing_in(build: Any) -> None:
    items = build.list(build.item(build.paragraph("listen")))
    assert sentences(build, build.paragraph("All staff."), items)[0].items == ()


def places(build: Any, *clauses: Clause) -> dict[str, Place]:
    return {each.text: each.place for each in cut(build, *clauses)}


def test_clauses_have_their_places(build: Any) -> None:
    kinds = ("foreword", "introduction", "scope", "terms", "clause", "bibliography")
    clauses = [build.clause(kind, build.paragraph(f"In {kind}."), kind=kind) for kind in kinds]
    annex = build.clause("annex-a", build.paragraph("In annex."), kind="annex", title="Grid")
    inner = build.clause("inner", build.paragraph("In inner."), kind="annex", level=2)
    informative = replace(
        annex,
        id=build.placed("annex-b"),
        obligation="informative",
        body=(build.paragraph("For information."),),
        sections=(inner,),
    )
    assert places(build, *clauses, annex, informative) == {
        "In foreword.": Place.FOREWORD,
        "In introduction.": Place.INTRODUCTION,
        "In scope.": Place.SCOPE,
        "In terms.": Place.TERMS,
        "In clause.": Place.BODY,
        "Grid": Place.TITLE,
        "In annex.": Place.BODY,
        "For information.": Place.INFORMATIVE_ANNEX,
        "In inner.": Place.INFORMATIVE_ANNEX,
        "In bibliography.": Place.BIBLIOGRAPHY,
    }


def test_entries_have_their_places(build: Any) -> None:
    term = replace(
        build.term("service-promise", notes=(build.note("A note."),)),
        examples=(Example(build.span(), build.span(), (build.paragraph("A case."),)),),
        footnotes=(build.footnote("1", "A footnote."),),
    )
    assert places(build, build.clause("terms", kind="terms", terms=(term,))) == {
        "thing that is defined": Place.DEFINITION,
        "A note.": Place.NOTE_TO_ENTRY,
        "A case.": Place.EXAMPLE,
        "A footnote.": Place.FOOTNOTE,
    }


def test_blocks_have_their_places(build: Any) -> None:
    def text(words: str) -> tuple[Paragraph]:
        return (build.paragraph(words),)

    legend = Legend(
        units=build.text("In minutes"),
        key=(Definition(build.span(), build.text("P"), text("line")),),
        notes=(build.note("A table note."),),
        footnotes=(build.footnote("a", "A table footnote."),),
        source=build.text("Own count"),
    )
    row = Row(build.span(), (Cell(build.span(), text("A cell.")),))
    picture = Picture(build.span(), "a.svg", build.span(), "A loop", None, build.text("Part"))
    body: tuple[Block, ...] = (
        build.note("A note."),
        Example(build.span(), build.span(), text("A case.")),
        Admonition(build.span(), "warning", text("A warning.")),
        Table(build.span(), None, build.text("Limits"), 1, (), (row,), legend),
        Figure(build.span(), None, build.text("Loop"), (picture,)),
        Equation(build.span(), "x", build.span(), None, text("where")),
        Listing(build.span(), "no sentence."),
    )
    clause = replace(build.clause("c", *body), footnotes=(build.footnote("1", "A footnote."),))
    assert places(build, clause) == {
        "A note.": Place.NOTE,
        "A case.": Place.EXAMPLE,
        "A warning.": Place.BODY,
        "Limits": Place.TITLE,
        "A cell.": Place.BODY,
        "In minutes": Place.BODY,
        "P": Place.BODY,
        "line": Place.BODY,
        "A table note.": Place.TABLE_NOTE,
        "A table footnote.": Place.TABLE_FOOTNOTE,
        "Own count": Place.BODY,
        "Loop": Place.TITLE,
        "Part": Place.TITLE,
        "where": Place.BODY,
        "A footnote.": Place.FOOTNOTE,
    }


def test_what_is_quoted_as_a_block_is_quoted(build: Any) -> None:
    quote = Quote(build.span(), (build.paragraph("You shall wait."),))
    (found,) = sentences(build, quote)
    assert found.quoted == ((0, len(found.text)),)


def test_titles_of_documents_are_quoted(build: Any) -> None:
    inner = Text(Span("p.md", 5, 17), "What must be")
    title = Reference(Span("p.md", 4, 25), "doc-1", Span("p.md", 19, 24), None, (inner,))
    before = Text(Span("p.md", 0, 4), "See ")
    clause = build.clause("a", Paragraph(Span("p.md", 0, 25), (before, title)))
    deliverable = build.deliverable(clause, documents=(build.document("doc-1", "ISO 1"),))
    found = resolve(Workspace((deliverable,))).versions[0].sentences[0]
    assert found.text[slice(*found.quoted[0])] == "What must be"
