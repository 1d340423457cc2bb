"""Term entries, and terms in the text."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.kinds import NB, TERMS, at_end, put, said
from tests.bench.mutations.plant import Fault, sentences, swap


def terms() -> Iterator[Fault]:
    yield from put(
        "definitions/article",
        TERMS,
        {
            "en": swap(r"\A(\n*)(?=[a-z])", r"\1⟦the⟧ ", 1),
            "fr": swap(r"\A(\n*)(?=[a-zé])", r"\1⟦la⟧ ", 1),
            "de": swap(r"\A(\n*)(?=\w)", r"\1⟦die⟧ ", 1),
        },
    )
    yield from put(
        "definitions/final-stop",
        TERMS,
        {code: swap(r"\A(\n*[^\n]*\w)$", r"\1⟦.⟧", 1) for code in ("en", "fr", "de")},
    )
    yield from put(
        "definitions/second-sentence",
        TERMS,
        {
            "en": swap(r"\A(\n*[^\n]*\w)$", r"\1. ⟦It is known to all⟧", 1),
            "fr": swap(r"\A(\n*[^\n]*\w)$", r"\1. ⟦Elle est connue de tous⟧", 1),
            "de": swap(r"\A(\n*[^\n]*\w)$", r"\1. ⟦Das ist allen bekannt⟧", 1),
        },
    )
    yield from put(
        "definitions/typed-note",
        TERMS,
        {
            "en": at_end("\n⟦Note 1 to entry:⟧ {t}\n", "People know it."),
            "fr": at_end(f"\n⟦Note 1 à l'article{NB}:⟧ {{t}}\n", "Les gens le savent."),
            "de": at_end("\n⟦Anmerkung 1 zum Begriff:⟧ {t}\n", "Viele wissen es."),
        },
    )
    yield from put(
        "definitions/typed-source",
        TERMS,
        {
            "en": at_end("\n⟦[SOURCE:⟧ ISO 9000:2015, 3.1.1]{t}\n", ""),
            "fr": at_end(f"\n⟦[SOURCE{NB}:⟧ ISO 9000:2015, 3.1.1]{{t}}\n", ""),
            "de": at_end("\n⟦[QUELLE:⟧ ISO 9000:2015, 3.1.1]{t}\n", ""),
        },
        ("cross-references", "definitions"),
    )
    yield from put(
        "definitions/second-definition",
        TERMS,
        {
            "en": at_end("\n⟦thing that people know⟧{t}\n", ""),
            "fr": at_end("\n⟦chose que les gens connaissent⟧{t}\n", ""),
            "de": at_end("\n⟦Sache, die viele kennen⟧{t}\n", ""),
        },
        ("definitions",),
    )
    yield from put(
        "places/misplaced-requirement",
        TERMS,
        {
            "en": swap(r"\A(\n*[^\n]*\w)$", r"\1 that ⟦shall⟧ be kept", 1),
            "fr": swap(r"\A(\n*[^\n]*\w)$", r"\1 qui ⟦doit⟧ être tenu", 1),
            "de": swap(r"\A(\n*[^\n]*\w)$", r"\1, die gehalten werden ⟦muss⟧", 1),
        },
        ("definitions",),
    )
    yield from put(
        "terms/unknown-group",
        TERMS,
        {
            code: swap(r"^(group: )[a-z-]+$", r"\1⟦no-such-group⟧", 1, front=True)
            for code in ("en", "fr", "de")
        },
    )
    yield from put(
        "principles/unknown-principle",
        r"^clauses/.*/\d\d-[^/]*\.md$",
        {
            code: swap(r"^(principles: \[)", r"\1⟦no-such-principle⟧, ", 1, front=True)
            for code in ("en", "fr", "de")
        },
        ("trace",),
    )


def terms_in_text() -> Iterator[Fault]:
    yield from said(
        "terms/deprecated-in-text",
        en="A ⟦customer process⟧ begins in {x}.",
        fr="Un ⟦processus client⟧ commence ici, {x}.",
        de="Ein ⟦Messzettel⟧ hängt neben der Stelle, wo {x} ist.",
    )
    yield from said(
        "terms/admitted-in-text",
        en="The ⟦service commitment⟧ hangs in {x}.",
        fr="L'⟦engagement de service⟧ est affiché ici, {x}.",
        de="Ein ⟦Werkstattauftrag⟧ hängt daneben, wo {x} ist.",
    )
    yield from said(
        "terms/referred-to-by-number",
        en="What ⟦@complaint⟧ means hangs in {x}.",
        fr="Ce que ⟦@complaint⟧ veut dire se lit ici, {x}.",
        de="Was ⟦@probefahrt⟧ heißt, steht auf dem Schild, wo {x} ist.",
    )
    for code, knows in (
        ("en", "The ⟦{}⟧ knows {{x}}."),
        ("fr", "Le ⟦{}⟧ connaît {{x}}."),
        ("de", "Der ⟦{}⟧ kennt {{x}}."),
    ):
        plant = sentences(code, knows.format("QZV"), knows.format("KRB"))
        yield Fault("symbols/unexplained-abbreviation", code, plant, apart=True)
    yield from said(
        "symbols/stops-in-abbreviation",
        en="The ⟦E.E.C.⟧ knows {x}.",
        fr="La ⟦C.E.E.⟧ connaît {x}.",
        de="Die ⟦E.W.G.⟧ kennt {x}.",
        also=("symbols",),
    )
    yield from said(
        "open-points/open-point",
        en="⟦TBD⟧ who looks after {x}. | ⟦To be decided⟧: who looks after {x}. | ⟦To be completed⟧: who looks after {x}.",
        fr=f"⟦À compléter⟧{NB}: qui entretient {{x}}. | ⟦À définir⟧{NB}: qui entretient {{x}}.",
        de="⟦Zu ergänzen⟧: wer {x} pflegt. | ⟦TODO⟧: wer {x} pflegt. | ⟦Noch zu klären⟧: wer {x} pflegt.",
        also=("symbols",),
    )
    yield from said(
        "normative-references/series",
        en="The ⟦ISO 10000 series⟧ names {x}.",
        fr="La ⟦série ISO 10000⟧ nomme {x}.",
        de="Die ⟦Reihe ISO 10000⟧ nennt {x}.",
        also=("cross-references/typed-document", "wording/standard-family"),
    )
    yield from said(
        "verbs/two-provisions",
        en="Staff ⟦shall⟧ lock {x} and visitors may ring.",
        fr="Le personnel ⟦doit⟧ fermer {x} et il convient que les visiteurs sonnent.",
        de="Das Personal ⟦muss⟧ {x} schließen und alle dürfen klingeln.",
    )
