"""A list of symbols that is not kept, abbreviations of two minds, and symbols of formulae."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.edits import HOME, changing
from tests.bench.mutations.faults.kinds import INTRODUCTION, NB
from tests.bench.mutations.plant import Fault, blocks, sentences
from tests.bench.mutations.texts import Setting

NAMES = {
    "en": "Symbols and abbreviated terms",
    "fr": "Symboles et termes abrégés",
    "de": "Symbole und Abkürzungen",
}
USED = {
    "en": (
        "$c$\n:   number of complaints",
        "$k$\n:   number of complaints settled",
        "$r$\n:   recovery rate",
    ),
    "fr": (
        "$c$\n:   nombre de réclamations",
        "$k$\n:   nombre de réclamations réglées",
        "$r$\n:   taux de réparation",
    ),
    "de": ("$a$\n:   Verzögerung", "$t$\n:   Arbeitszeit", "$v$\n:   Geschwindigkeit"),
}
"""Symbols that the formulae of a text use, in their order."""
OTHER = {
    "en": "⟦The organization shall keep this list up to date.⟧",
    "fr": "⟦L'organisme doit tenir cette liste à jour.⟧",
    "de": "⟦Die Werkstatt muss diese Liste führen.⟧",
}
EXPANDED = {
    "en": (
        "The key performance indicator (KPI) is explained later.",
        "The ⟦key process inventory (KPI)⟧ names {x}.",
        "The ⟦known point of interest (KPI)⟧ is {x}.",
    ),
    "fr": (
        "Un taux de réponse moyen (TRM) sera expliqué plus loin.",
        "Le ⟦tableau des risques majeurs (TRM)⟧ nomme {x}.",
        "Le ⟦temps de réponse maximal (TRM)⟧ concerne {x}.",
    ),
    "de": (
        "Der Ausschuss für gute Bedienung (AGB) wird später erklärt.",
        "Die ⟦allgemeinen Geschäftsbedingungen (AGB)⟧ nennen {x}.",
        "Die ⟦Arbeitsgruppe Grundlagen des Betriebs (AGB)⟧ kennt {x}.",
    ),
}
GREEK = "$\\alpha$\n:   alpha"


def listed(code: str, entries: tuple[str, ...], number: str = "04-a", title: str = "") -> Setting:
    """The clause of symbols, with these entries."""
    head = f"---\nid: symbols\nkind: clause\ntitle: {title or NAMES[code]}\n---\n\n"
    return ((f"{HOME[code]}/{code}/{number}-symbols.md", "", head + "\n\n".join(entries) + "\n"),)


def symbols() -> Iterator[Fault]:
    for code, used in USED.items():
        late = (listed(code, used, n, f"⟦{NAMES[code]}⟧") for n in ("05-a", "06-a", "07-a"))
        yield Fault("symbols/not-after-terms", code, edit=changing(*late), also=_LIST)
        first, second, _ = (each.replace("$", "⟦$", 1).replace("\n", "⟧\n", 1) for each in used)
        table = OTHER[code].strip("⟦⟧")
        for rule, *entries in (
            ("other-text", (*used, OTHER[code])),
            ("other-text", (*used, f"⟦- {table}⟧")),
            ("other-text", (*used, f"⟦| {table} |⟧\n|---|\n| 1 |")),
            ("out-of-order", (used[1], first, used[2])),
            ("out-of-order", (used[0], used[2], second)),
            ("out-of-order", (GREEK, first, used[1])),
            ("unused", (*used, "⟦$z$⟧\n:   zero")),
            ("unused", (used[0], "⟦$h_1$⟧\n:   h", *used[1:])),
            ("unused", (used[0], "⟦JIT⟧\n:   figure", *used[1:])),
        ):
            edit = changing(*(listed(code, each) for each in entries))
            known = listed(code, used)
            yield Fault(f"symbols/{rule}", code, edit=edit, setting=known, also=_LIST)
        said, *others = EXPANDED[code]
        for other in others:
            plant = sentences(code, other, most=1)
            setting = ((INTRODUCTION, r"\Z", f"\n{said}\n"),)
            yield Fault("symbols/two-expansions", code, plant, apart=True, setting=setting)


_LIST = (
    "symbols/unused",
    "formulae",
    "tables",
    "references",
    "lists",
    "trace",
    "symbols/unexplained-abbreviation",
    "wording/foreign-sentence",
)


FORMULA = {
    "en": "See @eq-{0}.\n\n$$ h = 2 {1} $$ {{#eq-{0}}}\n\nwhere\n\n- {2} is the {3};\n- ${1}$ is the width.",
    "fr": f"Voir @eq-{{0}}.\n\n$$ h = 2 {{1}} $$ {{{{#eq-{{0}}}}}}\n\noù\n\n- {{2}} est {{3}}{NB};\n- ${{1}}$ est la largeur.",
    "de": "Siehe @eq-{0}.\n\n$$ h = 2 {1} $$ {{#eq-{0}}}\n\nDabei ist\n\n- {2} {3};\n- ${1}$ die Breite.",
}
MEANINGS = {
    "en": ("height of a counter", "number of hours spent near {x}", "heat of {x}"),
    "fr": (
        "la hauteur d'un guichet",
        "le nombre d'heures passées, comme {x}",
        "l'humidité, comme {x}",
    ),
    "de": (
        "die Höhe einer Theke",
        "die Zahl der Stunden, die {x} offen ist",
        "die Hitze, die {x} hat",
    ),
}


def two_meanings() -> Iterator[Fault]:
    """A letter that another formula has taken already."""
    for code, formula in FORMULA.items():
        first, *others = MEANINGS[code]
        taken = formula.format("first", "w", "$h$", first)
        setting = (
            (r"^clauses/.*/04-(?:principles|annahme)", r"\Z", f"\n{taken}\n".replace("\\", r"\\")),
        )
        for other in others:
            plant = blocks(code, formula.format("planted-{n}", "d", "⟦$h$⟧", other))
            where = r"^clauses/.*/(?:0[5-9]|10)-"
            yield Fault("formulae/two-meanings", code, plant, where, apart=True, setting=setting)
