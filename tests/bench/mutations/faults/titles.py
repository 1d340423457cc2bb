"""Titles of a document: their elements, their parts, and what a series shares."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.edits import STANDARD, changing
from tests.bench.mutations.faults.kinds import NB
from tests.bench.mutations.plant import Fault

OTHERS = {"en": ("en", "fr", "de"), "fr": ("fr", "de"), "de": ("de", "en", "fr")}
"""The titles that are changed in the text of a language, where others stay."""
METHODS = {
    "en": (
        "Method of testing queues",
        "Method for the determination of waiting times",
        "Test on the waiting of customers",
        "Method of test for replies",
    ),
    "fr": (
        "Méthode pour tester les files d'attente",
        "Méthode de détermination de la durée d'attente",
        "Code d'essai pour le mesurage de l'attente",
        "Essai sur l'attente des clients",
    ),
    "de": (
        "Verfahren zur Bestimmung von Wartezeiten",
        "Methode zur Prüfung von Schlangen",
        "Prüfung an Antworten",
        "Terminologie",
    ),
}
GUIDANCE = {
    "en": (("Guidelines", " for waiting"), ("Guidance", " on replies"), ("Guideline", "")),
    "fr": (
        ("Lignes directrices", " pour l'attente"),
        ("Recommandations", ""),
        ("Recommandation", " pour les réponses"),
    ),
    "de": (
        ("Leitlinien", " für Wartezeiten"),
        ("Empfehlungen", ""),
        ("Leitlinie", " für Antworten"),
    ),
}
"""How a title ends that promises guidance: the words, and what follows them."""
PARTS = {
    "en": ("Bicycle repair", "Part {}: Waiting", "Bicycle repairs", "Repair of bicycles"),
    "fr": (
        "Réparation de cycles",
        f"Partie {{}}{NB}: Attente",
        "Réparations de cycles",
        "Réparation de vélos",
    ),
    "de": ("Fahrradreparatur", "Teil {}: Warten", "Fahrradreparaturen", "Reparatur von Fahrrädern"),
}
"""The title of a series, of a part, and what becomes of the first in a hurry."""


def titles() -> Iterator[Fault]:
    """One title is corrected and the others, or the other parts, are forgotten."""
    for code, changed in OTHERS.items():
        fewer = (_title(each, r"\1⟦\2⟧") for each in changed)
        more = (_title(each, r"\1⟦\2 — \3 — Alpha⟧") for each in changed)
        edit = changing(*((each,) for each in (*fewer, *more)))
        yield Fault("titles/different-elements", code, edit=edit, near=True)
    for code, each in METHODS.items():
        edit = changing(*((_title(code, rf"\1\2 — ⟦{title}⟧"),) for title in each))
        for text in ("en", "fr", "de"):
            yield Fault("titles/method-title", code, edit=edit, text=text)
    for code, ends in GUIDANCE.items():
        edit = changing(*((_title(code, rf"\1\2 — ⟦{first}⟧{rest}"),) for first, rest in ends))
        yield Fault("titles/guidance-that-requires", code, edit=edit)
    for code in PARTS:
        yield from _parts(code)
        yield from _series(code)


def _title(code: str, replacement: str) -> tuple[str, str, str]:
    return STANDARD, rf"^(titles:(?:\n  \w\w: .*)*?\n  {code}: )(.*) — (.*)$", replacement


def _called(code: str, *elements: str) -> tuple[str, str, str]:
    """The title of a language as a whole, in quotation marks because it may hold a colon."""
    before = rf"^(titles:(?:\n  \w\w: .*)*?\n  {code}: ).*$"
    return STANDARD, before, rf'\1"{" — ".join(elements)}"'


FIRST = (
    (STANDARD, "^number: .*$", "number: prEN 99910-1"),
    *(_called(code, main, part.format(1)) for code, (main, part, *_) in PARTS.items()),
)
"""The document is the first part of a series."""


def _parts(code: str) -> Iterator[Fault]:
    main, part, *_ = PARTS[code]
    numbers = ("prEN 99910-1-2", "prEN 99910-2-1", "prEN 99910-1-1")
    edit = changing(*(((STANDARD, "^number: .*$", f"number: ⟦{each}⟧"),) for each in numbers))
    also = ("titles/part-without-name",)
    yield Fault("titles/part-of-part", code, edit=edit, also=also, setting=FIRST)
    wrong = (
        (main, "⟦Alpha⟧"),
        (main, f"⟦{part.format(3)}⟧"),
        (f"⟦{main}⟧",),
        (f"{main} — ⟦{part.format(1)} — Alpha⟧",),
    )
    edit = changing(*((_called(code, *each),) for each in wrong))
    also = ("titles/different-elements",)
    yield Fault("titles/part-without-name", code, edit=edit, also=also, setting=FIRST)


def _series(code: str) -> Iterator[Fault]:
    """The second part, in a folder of its own, is called otherwise than the first."""
    path = "clauses/zweiter-teil/standard.yml"
    lines = (f'  {each}: "{main} — {part.format(2)}"\n' for each, (main, part, *_) in PARTS.items())
    second = (
        f'number: prEN 99910-2\ntype: EN\nstage: "20.60"\nedition: 1\ntitles:\n{"".join(lines)}'
        f"languages: [{code}]\nreference_language: {code}\n"
    )
    edit = changing(
        *(
            ((f"^{path}$", f"{main} —", f"⟦{other}⟧ —"),)
            for main, _, *others in PARTS.values()
            for other in others
        )
    )
    setting = (*FIRST, (path, "", second))
    yield Fault("titles/different-in-series", code, edit=edit, setting=setting)
