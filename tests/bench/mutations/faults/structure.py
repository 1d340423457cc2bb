"""Clauses, their titles and the documents that are front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.bench.mutations.faults.kinds import ANNEXES, FOREWORD, SCOPE, TERMS, at_end, put
from tests.bench.mutations.plant import CLAUSES, Fault, Plant, body, sentences, swap


def structure() -> Iterator[Fault]:
    every = r"^clauses/.*/\d\d-(?!foreword|introduction|vorwort|einleitung)[^/]*\.md$"
    yield from put(
        "structure/typed-number",
        every,
        {code: swap(r"^(#{2,4} )(?=\w)", r"\1⟦3.7⟧ ", 1) for code in ("en", "fr", "de")},
        apart=True,
    )
    yield from put(
        "titles/trailing-sign",
        every,
        {code: swap(r"^(#{2,4} [^\n{]*?\w)(?= \{#)", r"\1⟦.⟧", 1) for code in ("en", "fr", "de")},
        apart=True,
    )
    little = swap(r"^(#{2,4} \w[^\n{]*? )(?:und|für|mit|der) (?=\w)", r"\1⟦Und⟧ ", 1)
    cases = {"en": capitals, "fr": capitals, "de": little}
    yield from put("titles/title-case", every, cases, apart=True)
    yield from put(
        "structure/hanging-paragraph",
        CLAUSES,
        {code: hanging(code) for code in ("en", "fr", "de")},
        apart=True,
    )
    yield from put(
        "structure/empty-clause",
        CLAUSES,
        {
            code: at_end("\n## ⟦{t} {{#planted-empty}}⟧\n", t)
            for code, t in (("en", "Planted"), ("fr", "Ajout"), ("de", "Zusatz"))
        },
        ("references",),
        apart=True,
    )


def capitals(text: str, planted: int) -> str:
    """A title of several words in which each begins with a capital."""
    at = body(text)
    title = re.search(r"^#{2,4} \w+((?: \w{4,}){2,4})(?= \{#)", text[at:], re.MULTILINE)
    if title is None:
        return text
    start, end = at + title.start(1) + 1, at + title.end(1)
    return f"{text[:start]}⟦{text[start:end].title()}⟧{text[end:]}"


def hanging(language: str) -> Plant:
    words = {
        "en": "⟦People wait here.⟧",
        "fr": "⟦Les gens attendent ici.⟧",
        "de": "⟦Hier warten Menschen.⟧",
    }
    return swap(r"\A\n*(?=## )", f"\n{words[language]}\n\n", 1)


def scope() -> Iterator[Fault]:
    yield from put(
        "scope/opening",
        SCOPE,
        {
            "en": swap(r"\A(\n*)This document specifies", r"\1⟦The reader finds here⟧", 1),
            "fr": swap(r"\A(\n*)Le présent document spécifie", r"\1⟦Le lecteur trouve ici⟧", 1),
            "de": swap(
                r"\A(\n*)Dieses Dokument legt",
                r"\1⟦Hier findet sich⟧, was Leser suchen. Die Kommission legt",
                1,
            ),
        },
    )
    yield from put(
        "foreword/working-group",
        FOREWORD,
        {
            "en": sentences("en", "It was written by ⟦working group WG 2⟧ for {x}."),
            "fr": sentences("fr", "Il a été écrit par le ⟦groupe de travail GT 2⟧ pour {x}."),
            "de": sentences("de", "Es wurde von der ⟦Arbeitsgruppe WG 2⟧ für {x} geschrieben."),
        },
        ("symbols",),
    )


def metadata() -> Iterator[Fault]:
    """What is wrong in front matters, in `standard.yml` and in `references.yml`."""
    listed = r"^clauses/.*/references\.yml$"
    number = r"^(  number: \"?)(\w[\w/ ]* )(\d+)(\"?)$"
    for code in ("en", "fr", "de"):
        yield Fault(
            "normative-references/date-in-number",
            code,
            swap(number, r"\1⟦\2\3:2012⟧\4", 1),
            listed,
            _CITED,
            True,
        )
        yield Fault(
            "bibliography/odd-title",
            code,
            swap(
                rf'^(    {code}: [^\n"]*\w(?=$)|  title: \{{.*?\b{code}: [^,}}\n]*\w(?=[,}}]))',
                r"\1⟦.⟧",
                1,
            ),
            listed,
            _CITED,
            True,
        )
        yield Fault(
            "normative-references/odd-number",
            code,
            swap(number, r"\1⟦\2No. \3⟧\4", 1),
            listed,
            _CITED,
            True,
        )
    standard = r"^clauses/.*/standard\.yml$"
    for code, kind in (
        ("en", "European Standard"),
        ("fr", "Norme européenne"),
        ("de", "Europäische Norm"),
    ):
        title = rf"^(  {code}: )(\S[^\n]*)$"
        yield Fault(
            "titles/document-type", code, swap(title, rf"\1⟦\2 — {kind}⟧", 1), standard, _TITLES
        )
        yield Fault(
            "titles/too-many-elements",
            code,
            swap(title, r"\1⟦\2 — Alpha — Beta⟧", 1),
            standard,
            _TITLES,
        )
        yield Fault(
            "titles/hyphen-between-elements",
            code,
            swap(rf"^(  {code}: )([^\n—]*) — ([^\n]*)$", r"\1⟦\2 - \3⟧", 1),
            standard,
            _TITLES,
        )
    for code, status in (("en", "(normative)"), ("fr", "(informative)"), ("de", "(normativ)")):
        yield Fault(
            "annexes/typed-status",
            code,
            swap(r"^(title: )([^\n]*)$", rf"\1\2 ⟦{status}⟧", 1, True),
            ANNEXES,
        )
        plant = swap(
            r"^(kind: scope)$",
            r"\1\ntitle: ⟦Zweck⟧" if code == "de" else r"\1\ntitle: ⟦Objectives⟧",
            1,
            True,
        )
        yield Fault("structure/other-title", code, plant, SCOPE)
        fixed = {"en": "Normative references", "fr": "Domaine d'application", "de": "Begriffe"}[
            code
        ]
        plant = swap(r"^(kind: clause\ntitle: )([^\n]*)$", rf"\1⟦{fixed}⟧", 1, True)
        yield Fault(
            "structure/fixed-title-elsewhere", code, plant, also=("structure", "titles"), apart=True
        )
        term = r"^(term: )([^\n]*)$"
        yield Fault(
            "designations/brackets", code, swap(term, r"\1⟦\2 (QK)⟧", 1, True), TERMS, _TERM, True
        )
        if code == "en":
            plant = swap(term, r"\1⟦to \2⟧", 1, True)
            yield Fault("designations/infinitive", code, plant, TERMS, also=("terms",), near=True)
        label = {"en": "DEPRECATED", "fr": "DÉCONSEILLÉ", "de": "ABGELEHNT"}[code]
        yield Fault(
            "designations/typed-label",
            code,
            swap(term, rf'\1"⟦{label}:⟧ \2"', 1, True),
            TERMS,
            _TERM,
            True,
        )


_CITED = (
    "normative-references",
    "bibliography",
    "references",
    "terms",
    "definitions",
    "cross-references",
)


_TITLES = ("titles", "languages")


_TERM = ("terms", "designations", "definitions", "symbols", "languages")
