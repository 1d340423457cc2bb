"""Which sentences are provisions, of which type, by which verb; and what they are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from clausier.language.language import LANGUAGES, language
from clausier.model.block import Block, Paragraph
from clausier.model.clause import Clause
from clausier.model.inline import Code, Mark, Reference, Text
from clausier.model.workspace import Workspace
from clausier.resolve.resolved import Place, Provision, Type, Version
from clausier.resolve.run import resolve
from clausier.source.place import Span

NONE = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a page with the provision that it is to be."""

    form: str
    sentence: str
    type: str
    verb: str


def rows(code: str) -> Iterator[Row]:
    page = Path(__file__).with_name(f"provisions.{code}.md").read_text("utf-8")
    form = ""
    for line in page.splitlines():
        if line.startswith("## "):
            form = line[3:]
        elif line.startswith("| ") and not line.startswith("| sentence"):
            yield Row(form, *(cell.strip() for cell in line.strip("|").split("|")))


def paragraph(words: str, at: int, id: str | None = None) -> Paragraph:
    span = Span("page.md", at, at + len(words))
    return Paragraph(span, (Text(span, words),), id)


def version(build: Any, *clauses: Clause, language: str = "en") -> Version:
    return resolve(Workspace((build.deliverable(*clauses, language=language),))).versions[0]


def found(build: Any, *body: Block, language: str = "en") -> tuple[Provision, ...]:
    return version(build, build.clause("waiting", *body), language=language).provisions


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_sentence_of_the_page_is_what_the_page_says(build: Any, code: str) -> None:
    page = tuple(rows(code))
    body = [paragraph(row.sentence, 1000 * index) for index, row in enumerate(page)]
    known = {each.span.start: each for each in found(build, *body, language=code)}
    for index, row in enumerate(page):
        provision = known.get(1000 * index)
        shown = (provision.type.value, provision.verb) if provision else (NONE, NONE)
        assert shown == (row.type, row.verb), row.sentence


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_form_has_two_sentences_that_hold_it_and_two_that_do_not(
    build: Any, code: str
) -> None:
    page = tuple(rows(code))
    body = [paragraph(row.sentence, 1000 * index) for index, row in enumerate(page)]
    held = {each.span.start: each.form for each in found(build, *body, language=code)}
    for form in language(code).forms:
        holds = [
            held.get(1000 * index) == form.form
            for index, row in enumerate(page)
            if row.form == form.form
        ]
        assert holds.count(True) >= 2, form.form
        assert holds.count(False) >= 2, form.form


def types(build: Any, *sentences: str, language: str = "en") -> list[str]:
    body = [paragraph(words, 1000 * index) for index, words in enumerate(sentences)]
    return [each.type.value for each in found(build, *body, language=language)]


def test_what_obliges_comes_before_what_permits(build: Any) -> None:
    assert types(build, "Staff can decide, and shall say why.") == ["requirement"]
    assert types(build, "Staff may decide what can wait.") == ["permission"]
    assert types(build, "The organization is required to say what can wait.") == ["requirement"]
    assert types(build, "The organization should say who shall answer.") == ["recommendation"]


def test_a_condition_does_not_say_what_the_sentence_is(build: Any) -> None:
    assert types(build, "If nobody can answer, the organization may close.") == ["permission"]
    assert types(build, "Where a log should exist, the organization shall keep it.") == [
        "requirement"
    ]
    assert types(
        build, "Falls ein Kunde warten sollte, muss er informiert werden.", language="de"
    ) == ["requirement"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The sign says “You shall wait” to all."),
        ("en", 'The sign says "you must wait" to all.'),
        ("fr", "Le panneau dit « vous devez et il doit attendre » à tous."),
        ("de", "Das Schild sagt „Sie müssen warten“ zu allen."),
    ],
)
def test_a_quotation_is_no_provision(build: Any, code: str, words: str) -> None:
    assert types(build, words, language=code) == []


def test_code_and_names_of_documents_are_no_provisions(build: Any) -> None:
    code = Code(build.span(), "shall")
    inner = Text(Span("page.md", 21, 33), "What must be")
    title = Reference(Span("page.md", 20, 41), "doc-1", Span("page.md", 35, 40), None, (inner,))
    before, after = paragraph("See ", 16).inlines, paragraph(" for more.", 41).inlines
    book = build.document("doc-1", "ISO 1")
    clause = build.clause(
        "waiting",
        Paragraph(build.span(), (*build.text("See"), code, *build.text(" for more."))),
        Paragraph(Span("page.md", 16, 60), (*before, title, *after)),
    )
    deliverable = build.deliverable(clause, documents=(book,))
    assert resolve(Workspace((deliverable,))).versions[0].provisions == ()


def test_the_verb_is_found_at_its_place(build: Any) -> None:
    (provision,) = found(build, paragraph("First. The organization shall answer.", 50))
    assert provision.verb_span == Span("page.md", 50 + 24, 50 + 29)
    assert provision.span == Span("page.md", 50 + 7, 50 + 37)
    assert provision.text == "The organization shall answer."


def marked(build: Any, before: str, provision: str, after: str) -> Paragraph:
    first = Text(Span("page.md", 0, len(before)), before)
    mark = Mark(Span("page.md", len(before), len(before) + 20), provision)
    start = len(before) + 20
    last = Text(Span("page.md", start, start + len(after)), after)
    return Paragraph(Span("page.md", 0, start + len(after)), (first, mark, last))


def test_a_mark_says_what_its_sentence_is(build: Any) -> None:
    body = marked(build, "Il peut", "possibility", " attendre. Il peut partir.")
    first, second = found(build, body, language="fr")
    assert (first.type, first.verb) == (Type.POSSIBILITY, "peut")
    assert (second.type, second.verb) == (Type.PERMISSION, "peut")


def test_a_mark_may_follow_the_sentence_and_stand_without_a_verb(build: Any) -> None:
    (provision,) = found(build, marked(build, "Press the button.", "instruction", ""))
    assert (provision.type, provision.verb) == (Type.INSTRUCTION, "")
    assert provision.text == "Press the button."


def test_an_unknown_mark_changes_nothing(build: Any) -> None:
    (provision,) = found(build, marked(build, "It may", "permitted", " be so."))
    assert provision.type is Type.PERMISSION


def test_a_provision_has_the_name_that_the_author_gave(build: Any) -> None:
    body = paragraph("The desk shall be open. It should be clean.", 0, "req-desk")
    first, second = found(build, body)
    assert (first.id, first.named) == ("req-desk", True)
    assert (second.id, second.named) == ("req-desk-2", True)


def test_an_item_has_its_own_name(build: Any) -> None:
    item = build.item(build.paragraph("the desk shall be open"), id="item-open")
    (provision,) = found(build, build.paragraph("In short:"), build.list(item))
    assert (provision.id, provision.named) == ("item-open", True)


def test_a_name_made_of_words_survives_renumbering(build: Any) -> None:
    sentence = "The time shall be computed as in @b."

    def name(*before: Clause) -> str:
        waiting = build.clause("waiting", build.paragraph(sentence))
        found = version(build, *before, waiting, build.clause("b", title="B")).provisions
        return found[-1].id

    assert name() == name(build.clause("new", build.paragraph("More text.")))
    assert name().startswith("waiting-")


def test_the_same_words_twice_have_two_names(build: Any) -> None:
    first, second = found(build, paragraph("It shall be so.", 0), paragraph("It shall be so.", 100))
    assert second.id == f"{first.id}-2"


def test_a_lead_in_is_read_with_its_items(build: Any) -> None:
    items = (
        build.item(build.paragraph("listen;")),
        build.item(build.paragraph("say what can be done.")),
    )
    (provision,) = found(build, build.paragraph("The staff shall:"), build.list(*items))
    assert provision.text == "The staff shall: a) listen; b) say what can be done."
    assert provision.type is Type.REQUIREMENT


def test_items_of_whole_sentences_are_provisions_of_their_own(build: Any) -> None:
    items = (
        build.item(build.paragraph("The desk may be closed.")),
        build.item(build.paragraph("Staff can decide.")),
    )
    provisions = found(build, build.paragraph("The rule shall be:"), build.list(*items))
    assert [each.type.value for each in provisions] == ["requirement", "permission", "possibility"]


def test_items_below_a_lead_in_without_verb_are_provisions(build: Any) -> None:
    items = (
        build.item(build.paragraph("the desk shall be open;")),
        build.item(build.paragraph("staff should greet.")),
    )
    provisions = found(build, build.paragraph("In short:"), build.list(*items))
    assert [each.type.value for each in provisions] == ["requirement", "recommendation"]


def test_an_item_that_binds_more_than_its_lead_in_is_a_provision(build: Any) -> None:
    items = (build.item(build.paragraph("that the organization shall answer")),)
    provisions = found(build, build.paragraph("Customers can expect:"), build.list(*items))
    assert [each.type.value for each in provisions] == ["possibility", "requirement"]


def test_provisions_answer_to_the_principles_of_their_file(build: Any) -> None:
    inner = build.clause("inner", build.paragraph("It shall be so."), level=2)
    outer = replace(
        build.clause("outer", sections=(inner,)), principles=(build.placed("announced-waiting"),)
    )
    (provision,) = version(build, outer).provisions
    assert provision.clause == "inner"
    assert provision.principles == ("announced-waiting",)


def test_provisions_are_found_everywhere_and_know_their_place(build: Any) -> None:
    note = build.note("The desk shall be open.")
    (provision,) = found(build, note)
    assert provision.place is Place.NOTE


@pytest.mark.parametrize("code", LANGUAGES)
def test_long_texts_are_read_quickly(build: Any, code: str) -> None:
    words = {"en": "is to no ", "fr": "ne peut il convient que ", "de": "darf ist hat kein "}[code]
    for text in (words * 4000, "a" * 100_000, "." * 100_000, "“(„«" * 25_000, "shall(" * 16_000):
        found(build, paragraph(text, 0), language=code)


def test_peut_is_a_permission_in_the_body_and_a_possibility_elsewhere(build: Any) -> None:
    body = build.paragraph("Le client peut choisir un guichet.")
    note = build.note("Le client peut choisir un guichet.")
    assert [each.type for each in found(build, body, note, language="fr")] == [
        Type.PERMISSION,
        Type.POSSIBILITY,
    ]
