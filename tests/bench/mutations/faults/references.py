"""References typed by hand, or to what does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.kinds import said
from tests.bench.mutations.plant import Fault, sentences


def references() -> Iterator[Fault]:
    yield from said(
        "cross-references/above-or-below",
        en="The table ⟦above⟧ names {x}. | The ⟦following table⟧ names {x}. | As ⟦described below⟧, {x} is small. | The ⟦previous clause⟧ names {x}. | The places ⟦mentioned above⟧, such as {x}, are small.",
        fr="Le tableau ⟦ci-dessus⟧ nomme {x}. | Le ⟦tableau suivant⟧ nomme {x}. | Comme ⟦décrit ci-dessous⟧, on connaît {x}. | Les lieux ⟦mentionnés ci-dessus⟧, comme {x}, sont petits.",
        de="Die ⟦obige Tabelle⟧ nennt {x}. | Die ⟦folgende Tabelle⟧ nennt {x}. | Die ⟦oben genannten⟧ Stellen und {x} sind klein. | Der ⟦vorhergehende Abschnitt⟧ nennt {x}.",
    )
    yield from said(
        "cross-references/page-number",
        en="A picture ⟦on page 12⟧ shows {x}.",
        fr="Une image ⟦à la page 12⟧ montre {x}. | Pour ceci, {x}, ⟦voir page 12⟧.",
        de="Ein Bild ⟦auf Seite 12⟧ zeigt {x}.",
    )
    yield from said(
        "cross-references/typed-number",
        en="What is said of {x} in ⟦Clause 4⟧ holds. | ⟦Table 1⟧ does not name {x}. | See also ⟦4.1⟧ on {x}. | The places in ⟦Table 2⟧ and {x} are small. | ⟦Annex A⟧ does not name {x}. | In ⟦4.1⟧, {x} is not named.",
        fr="Ce que dit ⟦l'Article 4⟧ ne concerne pas {x}. | Le ⟦Tableau 1⟧ ne nomme pas {x}. | Voir aussi ⟦4.1⟧ sur ce sujet, comme {x}. | ⟦L'Annexe A⟧ ne nomme pas {x}. | Selon ⟦4.1⟧, on connaît {x}.",
        de="Was in ⟦Abschnitt 4⟧ steht, betrifft {x} nicht. | ⟦Tabelle 1⟧ nennt {x} nicht. | Siehe auch ⟦4.1⟧ zur Frage, wo {x} ist. | ⟦Anhang A⟧ nennt {x} nicht. | Nach ⟦4.1⟧ gilt nichts für {x}.",
    )
    yield from said(
        "cross-references/typed-document",
        en="Guidance on {x} is given in ⟦ISO 9004:2018⟧.",
        fr="L'⟦ISO 9004:2018⟧ donne un avis sur ce point, comme {x}.",
        de="Hinweise über {x} gibt ⟦ISO 9004:2018⟧.",
    )
    yield from said(
        "cross-references/wrong-noun",
        en="What is said in ⟦section⟧ @promise holds for {x}. | What ⟦paragraph⟧ @seven-principles says holds for {x}.",
        fr="Ce que dit le ⟦paragraphe⟧ @promise vaut aussi, comme {x}. | Ce que dit la ⟦section⟧ @promise vaut aussi, comme {x}.",
        de="Was in ⟦Kapitel⟧ @auftrag steht, gilt für {x}. | Was ⟦Punkt⟧ @empfang sagt, gilt für {x}.",
        also=("references/to-itself",),
    )
    for language, sentence in (
        ("en", "What is said in ⟦@nowhere-at-all⟧ holds for {x}."),
        ("fr", "Ce que dit ⟦@nowhere-at-all⟧ vaut aussi, comme {x}."),
        ("de", "Was ⟦@nowhere-at-all⟧ sagt, gilt für {x}."),
    ):
        yield Fault("references/unknown-id", language, sentences(language, sentence))
