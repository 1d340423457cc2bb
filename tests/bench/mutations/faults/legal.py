"""What is the matter of laws, contracts and certification."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.kinds import said
from tests.bench.mutations.plant import Fault, sentences


def legal() -> Iterator[Fault]:
    yield from said(
        "legal/legal-duty",
        en="The organization shall ⟦comply with the applicable legislation⟧ on {x}. | The organization shall light {x} ⟦in accordance with national law⟧. | Staff shall ⟦observe the statutory requirements⟧ in {x}.",
        fr="L'organisme doit ⟦respecter la législation⟧ qui concerne {x}. | L'organisme doit éclairer {x} ⟦conformément à la loi⟧. | Le personnel doit ⟦satisfaire aux exigences réglementaires⟧ pour {x}.",
        de="Die Werkstatt muss {x} ⟦nach den gesetzlichen Vorschriften⟧ pflegen. | Die Werkstatt muss {x} ⟦gemäß dem Gesetz⟧ beleuchten.",
    )
    yield from said(
        "legal/third-party-assessment",
        en="What is done in {x} shall be ⟦assessed by an independent body⟧. | The state of {x} shall be ⟦verified by a third party⟧. | The plan of {x} shall be ⟦approved by an accredited laboratory⟧.",
        fr="Le travail doit être ⟦évalué par un organisme indépendant⟧, de même que {x}. | L'état de ce lieu, {x}, doit être ⟦vérifié par une tierce partie⟧.",
        de="Die Arbeit und {x} müssen ⟦durch eine unabhängige Stelle⟧ geprüft werden. | Der Zustand muss ⟦durch Dritte⟧ bestätigt werden, auch wenn {x} neu ist.",
    )
    yield from said(
        "legal/certification-content",
        en="The organization shall show a ⟦certification mark⟧ in {x}. | The manager of {x} ⟦shall be certified⟧.",
        fr="L'organisme doit montrer une ⟦marque de certification⟧ avec {x}.",
        de="Die Werkstatt muss ein ⟦Gütezeichen⟧ über {x} zeigen.",
    )
    yield from said(
        "legal/guarantee",
        en="The organization ⟦shall guarantee⟧ order in {x}.",
        fr="L'organisme ⟦doit garantir⟧ que l'on trouve {x}.",
        de="Die Werkstatt ⟦muss garantieren⟧, dass {x} sauber ist.",
    )
    yield from said(
        "legal/contractual-content",
        en="The organization shall state the ⟦warranty⟧ on {x}. | The organization shall bear the ⟦liability⟧ for {x}. | The organization shall state the ⟦terms of payment⟧ for {x}.",
        fr="L'organisme doit verser des ⟦pénalités de retard⟧ pour {x}. | L'organisme doit indiquer les ⟦conditions de paiement⟧ pour {x}.",
        de="Die Werkstatt muss für {x} die ⟦Gewährleistung⟧ nennen. | Die Werkstatt muss für {x} ⟦Schadensersatz⟧ leisten.",
    )
    yield from said(
        "legal/conformity-wording", en="What is done in {x} is ⟦compliant with⟧ the plan."
    )
    for language, sentence in (
        ("en", "A ⟦Cleanomatic™⟧ stands in {x}. | A ⟦Sweep-O™⟧ stands in {x}."),
        (
            "fr",
            "Un ⟦Netomatic™⟧ est près du lieu nommé {x}. | Un ⟦Balayo®⟧ est près du lieu nommé {x}.",
        ),
        (
            "de",
            "Ein ⟦Putzomat®⟧ steht neben der Stelle, die {x} heißt. | Ein ⟦Feg-O™⟧ steht daneben, wo {x} ist.",
        ),
    ):
        plant = sentences(language, *sentence.split(" | "))
        yield Fault("legal/trade-mark-without-footnote", language, plant, apart=True)
