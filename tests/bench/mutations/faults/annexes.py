"""Annexes that are not what they are cited as, and a bibliography of one's own."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.edits import END, HOME, LISTED, along, changing, together
from tests.bench.mutations.faults.kinds import said
from tests.bench.mutations.plant import CLAUSES, Fault, blocks, sentences, swap

BINDING = r"@(?:annex-indicators|paired-questions|anhang-protokoll)\b"
STATUS = "^(obligation: ).*$"
LATER = {"en": "@annex-grid", "fr": "@annex-grid", "de": "@anhang-rechnung"}
"""The informative annex, which a later clause cites (in German it is the first)."""
TOOLS = {
    "en": ("Tools", "NOTE A list of tools is given in @annex-tools, also for {x}."),
    "fr": ("Outils", "NOTE Une liste d'outils figure dans @annex-tools, comme {x}."),
    "de": ("Werkzeuge", "ANMERKUNG Eine Liste der Werkzeuge enthält @annex-tools, auch für {x}."),
}
TOOL = {
    "en": "The list holds a broom and a lamp.",
    "fr": "La liste comprend un balai et une lampe.",
    "de": "Die Liste enthält einen Besen und eine Lampe.",
}
SEE = {
    "en": "Stages are described in @annex-grid, also for {x}.",
    "fr": "Des niveaux sont décrits dans @annex-grid, comme {x}.",
    "de": "Messwerte stehen in @anhang-protokoll, auch für {x}.",
}


def annexes() -> Iterator[Fault]:
    """An editor changes the status of an annex, cites it as what it is not, or cites it early."""
    yield from said(
        "annexes/informative-but-applied",
        en="The organization shall assess {x} in accordance with ⟦@annex-grid⟧. | The organization shall describe {x} as specified in ⟦@annex-grid⟧. | The state of {x} shall meet the criteria of ⟦@annex-grid⟧. | The organization shall use the grid given in ⟦@annex-grid⟧ to assess {x}.",
        fr="L'organisme doit évaluer {x} conformément à ⟦@annex-grid⟧. | L'organisme doit décrire {x} selon ⟦@annex-grid⟧. | Pour évaluer {x}, l'organisme doit utiliser la grille donnée dans ⟦@annex-grid⟧.",
        de="Die Werkstatt muss {x} nach ⟦@anhang-rechnung⟧ abrechnen. | Die Werkstatt muss {x} gemäß ⟦@anhang-rechnung⟧ beschreiben. | Die Kosten für {x} müssen wie in ⟦@anhang-rechnung⟧ beschrieben geschätzt werden.",
        also=("annexes/out-of-order",),
    )
    for code in LATER:
        letter = "B" if code == "de" else "A"
        marked = swap(rf"((?:shall|doit|muss)\b[^\n]*?)({BINDING})", r"\1⟦\2⟧")
        yield Fault(
            "annexes/informative-but-applied",
            code,
            also=("places", "references", "principles/named-without-provision"),
            edit=together(CLAUSES, marked, (rf"^clauses/.*/{letter}-", STATUS, r"\1informative")),
        )
    yield from _out_of_order()
    yield from _never_applied()


def _out_of_order() -> Iterator[Fault]:
    for code, sentence in SEE.items():
        first, letter = ("04", "A") if code == "de" else ("0[45]", "A")
        yield Fault(
            "annexes/out-of-order",
            code,
            edit=along(
                rf"^clauses/.*/{first}-(?!terms)[^/]*$",
                sentences(code, sentence, most=1),
                (rf"^clauses/.*/{letter}-", r"^(id: )(.*)$", r"\1⟦\2⟧"),
            ),
        )


def _never_applied() -> Iterator[Fault]:
    for code, (title, note) in TOOLS.items():
        annex = (
            f"{HOME[code]}/{code}/C-tools.md",
            "",
            f"---\nid: ⟦annex-tools⟧\nkind: annex\ntitle: {title}\nobligation: normative\n---\n\n"
            f"{TOOL[code]}\n",
        )
        yield Fault(
            "annexes/normative-but-never-applied",
            code,
            also=("annexes/out-of-order",),
            edit=along(CLAUSES, blocks(code, note), annex),
        )


LISTS = {
    "en": "- ⟦Heskett, James L., Putting the service-profit chain to work, 1994⟧\n- Jones, Thomas O., Why satisfied customers defect, 1995\n",
    "fr": "⟦[1] Heskett, James L., Putting the service-profit chain to work, 1994⟧\n",
    "de": "1. ⟦Muster, Erika: Die gute Werkstatt. Beispielverlag, 2015⟧\n2. Muster, Erika: Der gute Lenker. Beispielverlag, 2016\n",
}
WEB = {
    "en": ("Advice on {x} is given in @planted-page.", "Good manners at a counter"),
    "fr": ("Un avis, comme {x}, figure dans @planted-page.", "Les bonnes manières au guichet"),
    "de": ("Hinweise, auch auf {x}, gibt @planted-page.", "Gute Sitten an der Theke"),
}


def bibliography() -> Iterator[Fault]:
    """A list typed as it was in Word, and a page of the web without its address."""
    for code, typed in LISTS.items():
        forms = (typed, LISTS["en"], LISTS["fr"], LISTS["de"])
        yield Fault(
            "bibliography/typed-list",
            code,
            also=("wording/foreign-sentence", "lists", "typography", "symbols"),
            edit=changing(
                *(
                    (
                        (
                            f"{HOME[code]}/{code}/99-bibliography.md",
                            "",
                            f"---\nid: planted-list\nkind: bibliography\n---\n\n{form}",
                        ),
                    )
                    for form in dict.fromkeys(forms)
                )
            ),
        )
    for code, (sentence, title) in WEB.items():
        page = (LISTED, END, f"⟦planted-page⟧:\n  type: web\n  title: {{{code}: {title}}}\n")
        yield Fault(
            "bibliography/no-address",
            code,
            edit=along(CLAUSES, sentences(code, sentence, most=1), page),
        )
        book = (LISTED, END, f"⟦planted-page⟧:\n  type: book\n  title: {{{code}: {title}}}\n")
        yield Fault(
            "bibliography/incomplete",
            code,
            edit=along(CLAUSES, sentences(code, sentence, most=1), book),
        )
