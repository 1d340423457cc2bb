"""Notes, lists, tables, figures, formulae and footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.kinds import NB, added, said
from tests.bench.mutations.plant import CLAUSES, Fault, blocks, swap


def notes() -> Iterator[Fault]:
    yield from added(
        "notes/label-of-another-language",
        en="⟦ANMERKUNG⟧ People know {x}.",
        fr="⟦ANMERKUNG⟧ Les gens connaissent {x}.",
        de="⟦NOTE⟧ Viele Menschen kennen {x}.",
    )
    yield from added(
        "notes/typed-number",
        en="NOTE ⟦7⟧ People know {x}.",
        fr="NOTE ⟦7⟧ Les gens connaissent {x}.",
        de="ANMERKUNG ⟦7⟧ Viele Menschen kennen {x}.",
    )
    yield from added(
        "notes/without-label",
        en="⟦Note:⟧ People know {x}. ||| ⟦Note that⟧ people know {x}.",
        fr="⟦Remarque :⟧ Les gens connaissent {x}.",
        de="⟦Hinweis:⟧ Viele Menschen kennen {x}.",
        also=("typography/french-space",),
    )


def lists() -> Iterator[Fault]:
    yield from added(
        "lists/single-item",
        en="Staff see:\n\n- ⟦{x}⟧.",
        fr="Le personnel voit :\n\n- ⟦{x}⟧.",
        de="Das Personal sieht:\n\n- ⟦{x}⟧.",
        also=("typography",),
    )
    yield from added(
        "lists/typed-letter",
        en="Staff follow ⟦item b)⟧ with {x}.",
        fr="Le personnel suit le ⟦point b)⟧ avec {x}.",
        de="Die Beschäftigten folgen ⟦Punkt b)⟧ mit {x}.",
    )
    yield from added(
        "lists/uneven-signs",
        en="Staff see:\n\n- the hall;\n- the yard⟦,⟧\n- the roof;\n- {x}.",
        fr=f"Le personnel voit{NB}:\n\n- le toit{NB};\n- la cour⟦,⟧\n- le hall{NB};\n- {{x}}.",
        de="Das Personal sieht:\n\n- den Hof;\n- das Haus⟦,⟧\n- den Garten;\n- {x}.",
    )
    yield from added(
        "lists/uneven-capitals",
        en="Staff see:\n\n- the hall;\n- ⟦The⟧ yard;\n- the roof;\n- {x}.",
        fr=f"Le personnel voit{NB}:\n\n- le toit{NB};\n- ⟦La⟧ cour{NB};\n- le hall{NB};\n- {{x}}.",
    )


def tables() -> Iterator[Fault]:
    yield from added(
        "tables/no-title",
        en="⟦| Place | People |⟧\n|---|---|\n| {x} | 12 |\n| yard | 7 |",
        fr="⟦| Lieu | Personnes |⟧\n|---|---|\n| {x} | 12 |\n| cour | 7 |",
        de="⟦| Ort | Personen |⟧\n|---|---|\n| {x} | 12 |\n| Hof | 7 |",
        also=("references",),
    )
    yield from added(
        "references/unused-table",
        en="Table: ⟦People of the day {#tab-planted-{n}}⟧\n\n| Place | People |\n|---|---|\n| {x} | 12 |\n| yard | 7 |",
        fr=f"Tableau{NB}: ⟦Personnes du jour {{#tab-planted-{{n}}}}⟧\n\n| Lieu | Personnes |\n|---|---|\n| {{x}} | 12 |\n| cour | 7 |",
        de="Tabelle: ⟦Personen des Tages {#tab-planted-{n}}⟧\n\n| Ort | Personen |\n|---|---|\n| {x} | 12 |\n| Hof | 7 |",
    )
    yield from added(
        "tables/empty-cell",
        en="Table: People {#tab-planted-{n}}\n\n| Place | People |\n|---|---|\n⟦| {x} |  |⟧\n| yard | 7 |\n\nSee @tab-planted-{n}.",
        fr=f"Tableau{NB}: Personnes {{#tab-planted-{{n}}}}\n\n| Lieu | Personnes |\n|---|---|\n⟦| {{x}} |  |⟧\n| cour | 7 |\n\nVoir @tab-planted-{{n}}.",
        de="Tabelle: Personen {#tab-planted-{n}}\n\n| Ort | Personen |\n|---|---|\n⟦| {x} |  |⟧\n| Hof | 7 |\n\nSiehe @tab-planted-{n}.",
    )
    yield from added(
        "tables/unit-in-cells",
        en="Table: Times {#tab-planted-{n}}\n\n| Step | Time |\n|---|---|\n| {x} | ⟦10\u00a0min⟧ |\n| dry | 5\u00a0min |\n\nSee @tab-planted-{n}.",
        fr=f"Tableau{NB}: Durées {{#tab-planted-{{n}}}}\n\n| Étape | Durée |\n|---|---|\n| {{x}} | ⟦10\u00a0min⟧ |\n| sécher | 5\u00a0min |\n\nVoir @tab-planted-{{n}}.",
        de="Tabelle: Zeiten {#tab-planted-{n}}\n\n| Schritt | Zeit |\n|---|---|\n| {x} | ⟦10\u00a0min⟧ |\n| Trocknen | 5\u00a0min |\n\nSiehe @tab-planted-{n}.",
    )
    yield from added(
        "tables/diagonal-head",
        en="Table: People {#tab-planted-{n}}\n\n| ⟦Place \\\\ Day⟧ | People |\n|---|---|\n| {x} | 12 |\n| yard | 7 |\n\nSee @tab-planted-{n}.",
        fr=f"Tableau{NB}: Personnes {{#tab-planted-{{n}}}}\n\n| ⟦Lieu \\\\ Jour⟧ | Personnes |\n|---|---|\n| {{x}} | 12 |\n| cour | 7 |\n\nVoir @tab-planted-{{n}}.",
        de="Tabelle: Personen {#tab-planted-{n}}\n\n| ⟦Ort \\\\ Tag⟧ | Personen |\n|---|---|\n| {x} | 12 |\n| Hof | 7 |\n\nSiehe @tab-planted-{n}.",
    )


def figures() -> Iterator[Fault]:
    picture = {
        "en": "images/touchpoints.svg",
        "fr": "images/touchpoints.svg",
        "de": "images/ablauf.svg",
    }
    yield from said(
        "figures/number-in-parts",
        en="People see {x} in ⟦Figure 7.2⟧.",
        fr="Les gens voient {x} à la ⟦Figure 7.2⟧.",
        de="Viele Menschen sehen {x} in ⟦Bild 7.2⟧.",
    )
    yield from added(
        "references/missing-image",
        also=("references/unused-figure", "figures"),
        **dict.fromkeys(picture, '![Plan](⟦images/nowhere.svg⟧){#fig-planted-{n} alt="{x}"}'),
    )


def formulae() -> Iterator[Fault]:
    yield from added(
        "formulae/bare-logarithm",
        en="The level is $L = ⟦\\log⟧ r$ for {x}.",
        fr="Le niveau vaut $L = ⟦\\log⟧ r$ pour {x}.",
        de="Der Pegel ist $L = ⟦\\log⟧ r$ bei {x}.",
    )
    yield from added(
        "formulae/unexplained-symbol",
        en="See @eq-planted-{n}.\n\n⟦$$ q = \\frac{w}{h} $$⟧ {#eq-planted-{n}}\n\nwhere\n\n- $q$ is the share of {x};\n- $w$ is the width.",
        fr=f"Voir @eq-planted-{{n}}.\n\n⟦$$ q = \\frac{{w}}{{h}} $$⟧ {{#eq-planted-{{n}}}}\n\noù\n\n- $q$ est la part de ce lieu, {{x}}{NB};\n- $w$ est la largeur.",
        de="Siehe @eq-planted-{n}.\n\n⟦$$ q = \\frac{w}{h} $$⟧ {#eq-planted-{n}}\n\nDabei ist\n\n- $q$ der Anteil, den {x} hat;\n- $w$ die Breite.",
        also=("formulae/two-meanings",),
    )
    yield from added(
        "references/unused-formula",
        en="⟦$$ q = w $$ {#eq-planted-{n}}⟧\n\nwhere\n\n- $q$ is the share of {x};\n- $w$ is the width.",
        fr=f"⟦$$ q = w $$ {{#eq-planted-{{n}}}}⟧\n\noù\n\n- $q$ est la part de ce lieu, {{x}}{NB};\n- $w$ est la largeur.",
        de="⟦$$ q = w $$ {#eq-planted-{n}}⟧\n\nDabei ist\n\n- $q$ der Anteil, den {x} hat;\n- $w$ die Breite.",
        also=("formulae/two-meanings",),
    )
    yield from added(
        "formulae/where-of-another-language",
        en="See @eq-planted-{n}.\n\n$$ q = w $$ {#eq-planted-{n}}\n\n⟦Dabei ist⟧\n\n- $q$ is the share of {x};\n- $w$ is the width.",
        fr=f"Voir @eq-planted-{{n}}.\n\n$$ q = w $$ {{#eq-planted-{{n}}}}\n\n⟦where⟧\n\n- $q$ est la part de ce lieu, {{x}}{NB};\n- $w$ est la largeur.",
        de="Siehe @eq-planted-{n}.\n\n$$ q = w $$ {#eq-planted-{n}}\n\n⟦where⟧\n\n- $q$ der Anteil, den {x} hat;\n- $w$ die Breite.",
        also=("formulae/two-meanings",),
    )
    yield from added(
        "formulae/word-in-formula",
        en="See @eq-planted-{n}.\n\n⟦$$ q = \\mathrm{width} $$⟧ {#eq-planted-{n}}\n\nwhere\n\n- $q$ is the share of {x}.",
        fr="Voir @eq-planted-{n}.\n\n⟦$$ q = \\mathrm{largeur} $$⟧ {#eq-planted-{n}}\n\noù\n\n- $q$ est la part de ce lieu, {x}.",
        de="Siehe @eq-planted-{n}.\n\n⟦$$ q = \\mathrm{Breite} $$⟧ {#eq-planted-{n}}\n\nDabei ist\n\n- $q$ der Anteil, den {x} hat.",
        also=("lists/single-item", "formulae/two-meanings"),
    )


def footnotes() -> Iterator[Fault]:
    yield from said(
        "footnotes/unknown-footnote",
        en="People know {x}.⟦[^nine]⟧",
        fr="Les gens connaissent {x}.⟦[^nine]⟧",
        de="Viele Menschen kennen {x}.⟦[^nine]⟧",
    )
    yield from added(
        "footnotes/unused-footnote",
        en="⟦[^planted{n}]: People know {x}.⟧",
        fr="⟦[^planted{n}]: Les gens connaissent {x}.⟧",
        de="⟦[^planted{n}]: Viele Menschen kennen {x}.⟧",
    )


def pictures() -> Iterator[Fault]:
    source = {
        "en": "images/listening-loop.svg",
        "fr": "images/listening-loop.svg",
        "de": "images/ablauf.svg",
    }
    see = {"en": "See", "fr": "Voir", "de": "Siehe"}
    for code, path in source.items():
        for rule, text in (
            (
                "figures/no-alternative",
                f"![Plan]⟦({path})⟧{{#fig-planted-{{n}}}}\n\n{see[code]} @fig-planted-{{n}}.",
            ),
            (
                "figures/no-title",
                f'⟦![]({path})⟧{{#fig-planted-{{n}} alt="{{x}}"}}\n\n{see[code]} @fig-planted-{{n}}.',
            ),
            ("references/unused-figure", f'⟦![Plan]({path}){{#fig-planted-{{n}} alt="{{x}}"}}⟧'),
        ):
            yield Fault(rule, code, blocks(code, text), apart=True)


def shapes() -> Iterator[Fault]:
    items = {"en": "the hall", "fr": "le hall", "de": "das Tor"}
    for code, one in items.items():
        stop = NB if code == "fr" else ""
        plant = blocks(
            code,
            f"- {one}{stop};\n    - {one}{stop};\n        - {one}{stop};\n            - {one}{stop};\n                - ⟦{one}⟧.",
        )
        yield Fault("lists/too-deep", code, plant, also=("lists",), apart=True)
        lead = {"en": "Staff see:", "fr": f"Le personnel voit{NB}:", "de": "Das Personal sieht:"}[
            code
        ]
        two = f"{lead}\n\n1. {one}{stop};\n2. {{x}}.\n\n{lead}\n\n1. ⟦{one}⟧{stop};\n2. {{x}}."
        yield Fault(
            "lists/second-numbered-list",
            code,
            blocks(code, two),
            CLAUSES.replace("/../", "/../(?!05-service|10-)"),
            also=("wording", "lists"),
            apart=True,
        )
        plant = swap(
            r"^(#{2,4} [^\n]*\n\n)(?=[A-ZÀÉ][^\n]*\.\n)", rf"\1- ⟦{one}⟧{stop};\n- {one}.\n\n", 1
        )
        yield Fault("lists/no-introduction", code, plant, also=("lists",), apart=True)
        known = {
            "en": "People know {x}.",
            "fr": "Les gens connaissent {x}.",
            "de": "Viele Menschen kennen {x}.",
        }[code]
        two = f"{known}[^planted]\n\n[^planted]: {known}\n\n⟦[^planted]⟧: {known}"
        yield Fault(
            "footnotes/duplicate-label", code, blocks(code, two), also=("footnotes",), apart=True
        )
