"""Where defined terms are used."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from clausier.model.block import Paragraph
from clausier.model.clause import Term
from clausier.model.inline import Code, Emphasis, Link, Reference, Text
from clausier.model.workspace import Workspace
from clausier.resolve.inflection import inflected
from clausier.resolve.resolved import TermUse
from clausier.resolve.run import resolve
from clausier.source.place import Span


def term(build: Any, name: str, **more: Any) -> Term:
    id = name.lower().replace(" ", "-").replace("'", "-")
    return replace(build.term(id), preferred=build.placed(name), **more)


def text(words: str, at: int = 0) -> Text:
    return Text(Span("page.md", at, at + len(words)), words)


def uses(
    build: Any, terms: tuple[Term, ...], *inlines: Any, language: str = "en"
) -> dict[Span, tuple[TermUse, ...]]:
    body = Paragraph(Span("page.md", 0, 900), inlines)
    clauses = (
        build.clause("terms", kind="terms", terms=terms),
        build.clause("waiting", body, title="Service promise"),
    )
    deliverable = build.deliverable(*clauses, language=language)
    return dict(resolve(Workspace((deliverable,))).versions[0].term_uses)


def words(build: Any, names: tuple[str, ...], sentence: str, language: str = "en") -> list[str]:
    terms = tuple(term(build, name) for name in names)
    found = uses(build, terms, text(sentence), language=language)
    return [sentence[u.span.start : u.span.end] for each in found.values() for u in each]


@pytest.mark.parametrize(
    ("language", "name", "sentence", "used"),
    [
        ("en", "service promise", "The service promise holds.", ["service promise"]),
        ("en", "service promise", "Service promises hold.", ["Service promises"]),
        ("en", "service promise", "The service promised is late.", []),
        ("en", "service promise", "Self-service promise-keeping.", ["service promise"]),
        ("en", "service promise", "A service. Promise it.", []),
        ("en", "delivery", "All deliveries are late.", ["deliveries"]),
        ("en", "IT", "Does it help? IT helps.", ["IT"]),
        ("en", "front-line employee", "Front-line employees know.", ["Front-line employees"]),
        ("fr", "temps d'attente", "Les temps d’attente sont longs.", ["temps d’attente"]),
        ("fr", "promesse publique", "Deux promesses publiques.", ["promesses publiques"]),
        ("fr", "canal local", "Des canaux locaux.", ["canaux locaux"]),
        ("fr", "attente", "Une entente.", []),
        ("de", "Wartezeit", "Alle Wartezeiten zählen.", ["Wartezeiten"]),
        ("de", "Kunde", "Den Kunden helfen.", ["Kunden"]),
        ("de", "öffentlicher Dienst", "Im öffentlichen Dienst.", ["öffentlichen Dienst"]),
        ("de", "Dienst", "Dienstliche Gründe.", []),
        ("de", "lange Schlange", "Vor langen Schlangen.", ["langen Schlangen"]),
        ("de", "guter Rat", "Mit gutem Rat.", ["gutem Rat"]),
        ("de", "lesen", "Die Leser und der Leser.", []),
        ("de", "Ausgang", "Die Ausgänge sind offen.", ["Ausgänge"]),
        ("de", "Anlauf", "Zwei Anläufe.", ["Anläufe"]),
        ("de", "Verkauf", "Die Verkäufer warten.", []),
        ("de", "Wahl", "Wählen Sie; ich wähle.", []),
        ("de", "Gut", "Die Güte.", []),
        ("de", "Essen", "Wir essen.", []),
        ("fr", "travail à faire", "Des travaux à faire.", ["travaux à faire"]),
        ("fr", "bail", "Deux baux.", ["baux"]),
        ("fr", "détail", "Des détails, des détaux.", ["détails"]),
        ("fr", "mail", "Deux maux.", []),
    ],
)
def test_designations_are_found_as_whole_words_inflected_or_not(
    build: Any, language: str, name: str, sentence: str, used: list[str]
) -> None:
    assert words(build, (name,), sentence, language) == used


def test_the_longest_designation_wins(build: Any) -> None:
    found = words(build, ("promise", "service promise", "service"), "A service promise, a service.")
    assert found == ["service promise", "service"]


def test_each_use_says_which_designation_was_used(build: Any) -> None:
    one = term(
        build,
        "service promise",
        admitted=(build.placed("customer promise"),),
        deprecated=(build.placed("service pledge"),),
    )
    found = uses(build, (one,), text("A customer promise is a service pledge."))
    (held,) = found.values()
    assert [(use.term, use.designation) for use in held] == [
        ("service-promise", "customer promise"),
        ("service-promise", "service pledge"),
    ]
    assert {use.clause for use in held} == {"waiting"}


def test_uses_are_kept_by_the_text_that_holds_them(build: Any) -> None:
    inner = text("service promise", 20)
    inlines = (text("A desk and ", 0), Emphasis(Span("page.md", 19, 36), (inner,)))
    assert set(uses(build, (term(build, "service promise"),), *inlines)) == {inner.span}


def test_a_use_may_reach_over_the_end_of_a_line(build: Any) -> None:
    inlines = (text("A service", 0), Text(Span("page.md", 9, 14), " "), text("promise.", 14))
    found = uses(build, (term(build, "service promise"),), *inlines)
    assert {key: use.span for key, (use,) in found.items()} == {
        inlines[0].span: Span("page.md", 2, 21)
    }


def test_a_reference_in_the_authors_words_is_a_use(build: Any) -> None:
    span = Span("page.md", 0, 30)
    reference = Reference(
        span, "service-promise", Span("page.md", 12, 29), None, (text("the promise", 1),)
    )
    found = uses(build, (term(build, "service promise"), term(build, "promise")), reference)
    assert {key: [(u.term, u.designation) for u in held] for key, held in found.items()} == {
        span: [("service-promise", "the promise")]
    }


def test_code_links_and_titles_hold_no_uses(build: Any) -> None:
    link = Link(Span("page.md", 40, 60), "https://example.org", (text("service promise", 41),))
    code = Code(Span("page.md", 0, 17), "service promise")
    assert uses(build, (term(build, "service promise"),), code, link) == {}


def test_an_entry_uses_other_terms_and_its_own_only_by_mistake(build: Any) -> None:
    one = term(
        build,
        "service promise",
        definition=(text("promise of a desk", 0),),
        notes=(build.note("A promise or service-promise is one."),),
    )
    other = term(build, "promise", definition=(text("what a promise is", 100),))
    found = uses(build, (one, other))
    assert [(use.term, use.clause) for held in found.values() for use in held] == [
        ("promise", "service-promise"),
        ("promise", "service-promise"),
        ("promise", "promise"),
    ]


def test_short_and_strange_words_are_not_inflected() -> None:
    assert inflected("de", "fr") == {"de"}
    assert inflected("x2", "en") == {"x2"}
    assert inflected("", "de") == {""}


def test_long_texts_are_searched_quickly(build: Any) -> None:
    terms = tuple(term(build, f"service {name}") for name in ("promise", "level", "desk"))
    for sentence in ("service " * 20_000, "a" * 100_000, "service promise " * 6000):
        uses(build, terms, text(sentence))
