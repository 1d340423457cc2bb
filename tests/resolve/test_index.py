"""The index: every designation and abbreviated term, in order, with the places where it is."""

from __future__ import annotations

import pytest
from tests.resolve import written

from clausier.resolve.alphabet import alphabetical, initial
from clausier.resolve.index import MANY, IndexEntry, by_letter, index
from clausier.resolve.resolved import Version


def version(
    *clauses: str, language: str = "en", more: str = "index: true", **terms: str
) -> Version:
    """A document with a scope, `clauses` from Clause 4 on, and term entries by their ids."""
    texts = {
        "01-scope.md": "---\nid: scope\nkind: scope\n---\n\nAll.\n",
        "03-terms.md": "---\nid: terms\nkind: terms\n---\n",
    }
    texts |= {f"{number:02}.md": body for number, body in enumerate(clauses, 4)}
    for id, front in terms.items():
        name = id.replace("_", "-")
        texts[f"03-terms/{name}.md"] = f"---\nid: {name}\nkind: term\n{front}"
    return written.version(texts, language, more)


def clause(id: str, body: str, title: str = "Text") -> str:
    return f"---\nid: {id}\nkind: clause\ntitle: {title}\n---\n\n{body}\n"


def listed(of: Version) -> dict[str, list[str]]:
    """Words and the numbers (or titles) of their places."""
    return {entry.words: [place(of, id) for id in entry.places] for entry in index(of)}


def place(of: Version, id: str) -> str:
    target = of.targets[id]
    return target.number or target.title


PROMISE = (
    "term: service promise\nadmitted: [customer promise]\ndeprecated: [pledge]\n---\n\nwords\n"
)
QUEUE = "term: queue\n---\n\npeople who know of a service promise\n"


def test_the_entry_stands_first_then_each_place_once_in_the_order_of_the_document():
    of = version(
        clause("late", "A queue.\n\n## One {#one}\n\nService promises[^1].\n\n"
               "## Two {#two}\n\nThe service promise and the service promise.\n\n[^1]: A queue."),
        clause("later", "A service promise."),
        queue=QUEUE, promise=PROMISE,
    )  # fmt: skip
    assert listed(of) == {
        "customer promise": ["3.1"],
        "pledge": ["3.1"],
        "queue": ["3.2", "4"],
        "service promise": ["3.1", "3.2", "4.1", "4.2", "5"],
    }


def test_other_designations_lead_to_the_entry_and_to_where_they_are_used_themselves():
    of = version(
        clause("one", "A customer promise."), clause("two", "A service promise."), promise=PROMISE
    )
    found = listed(of)
    assert found["customer promise"] == ["3.1", "4"]
    assert found["pledge"] == ["3.1"]
    assert found["service promise"] == ["3.1", "4", "5"]


def test_what_has_no_number_is_there_by_its_title():
    of = version(
        "---\nid: introduction\nkind: introduction\n---\n\nA queue.\n",
        "---\nid: annex-a\nkind: annex\nobligation: informative\ntitle: Rows\n---\n\nA queue.\n",
        queue=QUEUE,
    )
    assert listed(of)["queue"] == ["3.1", "Introduction", "A"]


def test_two_concepts_of_one_name_stand_in_one_line():
    of = version(
        clause("one", "No word."), a="term: sign\n---\n\nboard\n", b="term: sign\n---\n\nmark\n"
    )
    assert listed(of) == {"sign": ["3.1", "3.2"]}


ABBREVIATIONS = "CRM\n:   customer relations\n\n$t$\n:   time\n\n*Ra*\n:   rate\n\n"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Symbols and abbreviated terms"),
        ("fr", "Symboles et termes abrégés"),
        ("de", "Symbole und Abkürzungen"),
    ],
)
def test_abbreviated_terms_lead_to_their_list_and_to_where_they_are_used(language, title):
    of = version(
        clause("symbols", ABBREVIATIONS, title),
        clause("use", "The CRM is kept for $t$."),
        clause("near", "The CRMX and the SCRM are not."),
        language=language,
    )
    assert listed(of) == {"CRM": ["4", "5"]}


def test_another_list_of_definitions_is_none_of_abbreviations():
    of = version(clause("other", ABBREVIATIONS, "Roles"), clause("use", "The CRM is kept."))
    assert listed(of) == {}


def test_an_abbreviation_that_is_a_term_too_has_both():
    of = version(
        clause("symbols", ABBREVIATIONS, "Symbols and abbreviated terms"),
        clause("use", "The CRM is kept."),
        crm="term: customer relations\nadmitted: [CRM]\n---\n\nwords\n",
    )
    assert listed(of) == {"CRM": ["3.1", "4", "5"], "customer relations": ["3.1", "4", "5"]}


@pytest.mark.parametrize("more", ["", "index: false", "index: null"])
def test_nobody_who_does_not_ask_gets_one(more):
    assert index(version(clause("one", "A queue."), more=more, queue=QUEUE)) == ()


def test_one_without_words_holds_nothing():
    assert by_letter(index(version(clause("one", "A queue.")))) == ()


@pytest.mark.parametrize(
    "words",
    [
        "cote; Cote; coté; côte; cote de service; coter; couture".split("; "),
        "accueil; aération; âge; agent; l'âge; œuvre; offre".split("; "),
        "ab; Öl; oliv; Straße; Strasser; über; Übergabe; zu".split("; "),
        "2-hour reply; 24-hour reply; check-in; check-in desk; checking; queue".split("; "),
        "Zeit; α-Wert".split("; "),
    ],
)
def test_alphabetical_order(words):
    shuffled = words[::-1]
    assert sorted(shuffled, key=alphabetical) == words


@pytest.mark.parametrize(
    ("words", "letter"),
    [("Übergabe", "U"), ("œuvre", "O"), ("« été »", "E"), ("ßa", "S"), ("24-hour", ""), ("§", "")],
)
def test_initial(words, letter):
    assert initial(words) == letter


def test_letters_stand_above_many_entries_only():
    def entries(count: int) -> list[IndexEntry]:
        names = sorted((f"{'aéEz'[n % 4]}{n:02}" for n in range(count)), key=alphabetical)
        return [IndexEntry(name, ("x",)) for name in names]

    assert [letter for letter, _ in by_letter(entries(MANY))] == [""]
    groups = by_letter(entries(MANY + 1))
    assert [letter for letter, _ in groups] == ["A", "E", "Z"]
    assert sum(len(group) for _, group in groups) == MANY + 1
