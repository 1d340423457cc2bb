"""The foreword, the introduction and the scope, and what `standard.yml` says for them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.edits import HOME, STANDARD, changing
from tests.bench.mutations.faults.kinds import FOREWORD, INTRODUCTION, SCOPE
from tests.bench.mutations.plant import Edit, Fault, Plant, body, sentences

LANGUAGES = ("en", "fr", "de")
STAGE = (STANDARD, r"^stage: .*$", 'stage: "40.20"')
NUMBERED = (STANDARD, r"^number: .*$", "number: prEN 99910")
COMMITTEE = (STANDARD, r"^(committee:\n  number: ).*$", r"\1CEN/TC 998")
DATES = r"^dates: .*$"
DATED = "dates: {{dor: null, dav: null, doa: null, dop: {}, dow: {}}}"
OLD = {"en": "cen-ts-16880", "fr": "cen-ts-16880", "de": "iso-99912"}
"""What a second edition takes the place of."""
CHANGED = {
    "en": "The main changes are the clauses on staff.",
    "fr": "Les principales modifications portent sur le personnel.",
    "de": "Wesentlich geändert wurden die Abschnitte über das Personal.",
}


def foreword() -> Iterator[Fault]:
    """Sentences typed as they stand in other forewords, and keys that were forgotten."""
    for code, each in TYPED.items():
        for sentence in each:
            plant = sentences(code, sentence, most=1)
            yield Fault("foreword/typed-sentence", code, plant, FOREWORD, _TYPED)
    for code in LANGUAGES:
        yield Fault(
            "foreword/no-committee",
            code,
            edit=changing(((STANDARD, r"^(committee:\n  )(number): .*$", r"\1⟦\2⟧: null"),)),
            setting=(NUMBERED, STAGE, COMMITTEE),
        )
        yield Fault("foreword/no-changes", code, edit=_unchanged(code), setting=(STAGE, COMMITTEE))
        yield Fault(
            "foreword/nothing-superseded",
            code,
            edit=changing(*(((STANDARD, "^edition: .*$", f"⟦edition: {n}⟧"),) for n in (2, 3, 4))),
            setting=(STAGE, COMMITTEE, (FOREWORD, r"\Z", f"\n{CHANGED[code]}\n")),
        )
        yield from _dates(code)


def _dates(code: str) -> Iterator[Fault]:
    kept, none = '"2027-09-30"', "null"
    published = (STANDARD, r"^stage: .*$", 'stage: "60.60"')
    yield Fault(
        "foreword/no-dates",
        code,
        edit=changing(
            *(
                ((STANDARD, DATES, f"⟦{DATED.format(dop, dow)}⟧"),)
                for dop, dow in ((none, none), (kept, none), (none, kept))
            )
        ),
        setting=(published, COMMITTEE, (STANDARD, DATES, DATED.format(kept, kept))),
    )
    for kind in ("TS", "TR", "CWA", "Guide"):
        yield Fault(
            "foreword/dates-without-standard",
            code,
            edit=changing(
                ((STANDARD, DATES, f"⟦{DATED.format(kept, none)}⟧"),),
                ((STANDARD, DATES, f"⟦{DATED.format(none, kept)}⟧"),),
            ),
            setting=((STANDARD, "^type: EN$", f"type: {kind}"),),
        )


def _unchanged(code: str) -> Edit:
    """A second edition whose foreword is that of the first, or is gone."""
    told = (FOREWORD, r"^(id: )(\w+)$", r"\1⟦\2⟧")
    edition = (STANDARD, "^edition: .*$", "edition: 2")
    old = (STANDARD, r"^supersedes: .*$", f"supersedes: [{OLD[code]}]")
    return changing((told, old), (told, edition, old))


_TYPED = ("wording", "cross-references", "places", "verbs", "symbols", "typography")
TYPED = {
    "en": (
        "⟦This document has been prepared by Technical Committee CEN/TC 998 “Service”, the secretariat of which is held by AFNOR.⟧",
        "⟦This document supersedes CEN/TS 16880:2015.⟧",
        "⟦This European Standard shall be given the status of a national standard, either by publication of an identical text or by endorsement, at the latest by September 2027, and conflicting national standards shall be withdrawn at the latest by September 2027.⟧",
        "⟦According to the CEN-CENELEC Internal Regulations, the national standards organizations of the following countries are bound to implement this European Standard: Austria, Belgium, Bulgaria.⟧",
        "⟦This document is currently submitted to the CEN Enquiry.⟧",
        "⟦Attention is drawn to the possibility that some of the elements of this document may be the subject of patent rights.⟧",
    ),
    "fr": (
        "⟦Le présent document a été élaboré par le Comité Technique CEN/TC 998 « Services », dont le secrétariat est tenu par AFNOR.⟧",
        "⟦Le présent document remplace la CEN/TS 16880:2015.⟧",
        "⟦La présente Norme européenne devra recevoir le statut de norme nationale, soit par publication d'un texte identique, soit par entérinement, au plus tard en septembre 2027.⟧",
        "⟦Selon le Règlement Intérieur du CEN-CENELEC, les instituts de normalisation nationaux des pays suivants sont tenus de mettre cette Norme européenne en application : Allemagne, Autriche, Belgique.⟧",
        "⟦Ce document est actuellement soumis à l'Enquête CEN.⟧",
        "⟦L'attention est appelée sur le fait que certains des éléments du présent document peuvent faire l'objet de droits de brevet.⟧",
    ),
    "de": (
        "⟦Dieses Dokument wurde vom Technischen Komitee CEN/TC 998 „Dienstleistung“ erarbeitet, dessen Sekretariat von DIN gehalten wird.⟧",
        "⟦Dieses Dokument ersetzt EN 99910:2015.⟧",
        "⟦Diese Europäische Norm muss den Status einer nationalen Norm erhalten, entweder durch Veröffentlichung eines identischen Textes oder durch Anerkennung bis September 2027.⟧",
        "⟦Entsprechend der CEN-CENELEC-Geschäftsordnung sind die nationalen Normungsinstitute der folgenden Länder gehalten, diese Europäische Norm zu übernehmen: Belgien, Bulgarien, Dänemark.⟧",
        "⟦Dieses Dokument ist derzeit zur CEN-Umfrage vorgelegt.⟧",
        "⟦Es wird auf die Möglichkeit hingewiesen, dass einige Elemente dieses Dokuments Patentrechte berühren können.⟧",
    ),
}
SCOPES = {
    "en": (
        "⟦This document specifies⟧ what is asked of {x}.",
        "⟦This document is applicable to⟧ every office that has {x}.",
        "⟦This document does not apply to⟧ {x}.",
        "⟦This document gives guidance⟧ on {x}.",
    ),
    "fr": (
        "⟦Le présent document spécifie⟧ ce que l'on demande, comme {x}.",
        "⟦Le présent document s'applique⟧ à tous les bureaux, comme {x}.",
        "⟦Le présent document ne s'applique pas⟧ à ce lieu, {x}.",
        "⟦Le présent document donne des lignes directrices⟧ sur ce sujet, comme {x}.",
    ),
    "de": (
        "⟦Dieses Dokument legt Anforderungen an {x} fest⟧.",
        "⟦Dieses Dokument gilt⟧ für alle Räume, auch für {x}.",
        "⟦Dieses Dokument ist nicht anwendbar⟧ auf {x}.",
        "⟦Dieses Dokument gibt Leitlinien⟧ für {x}.",
    ),
}
CERTIFIED = {
    "en": (
        "It can be used for the ⟦certification⟧ of {x}.",
        "It serves those who wish to ⟦certify⟧ {x}.",
    ),
    "fr": (
        "Il sert à la ⟦certification⟧ de ce lieu, {x}.",
        "Il s'adresse à ceux qui veulent faire ⟦certifier⟧ un lieu, comme {x}.",
    ),
    "de": (
        "Es dient der ⟦Zertifizierung⟧, auch für {x}.",
        "Nach ihm wird {x} ⟦zertifiziert⟧.",
    ),
}
DIVIDED = {
    "en": ("General", "Applicability"),
    "fr": ("Généralités", "Application"),
    "de": ("Allgemeines", "Anwendung"),
}
WORDS = {
    "en": ("customer", "person who receives a service", "ISO 10002"),
    "fr": ("client", "personne qui reçoit un service", "ISO 10002"),
    "de": ("Kunde", "Person, die eine Dienstleistung erhält", "ISO 99911"),
}


def scope_and_introduction() -> Iterator[Fault]:
    """A scope that grows, and an introduction that takes its place."""
    for code in LANGUAGES:
        for each in SCOPES[code]:
            plant = sentences(code, each)
            yield Fault("scope/in-introduction", code, plant, INTRODUCTION)
        for each in CERTIFIED[code]:
            plant = sentences(code, each, most=1)
            yield Fault("scope/certification", code, plant, SCOPE)
        first, second = DIVIDED[code]
        yield Fault("scope/divided", code, _divided(first, second), SCOPE)
        yield Fault("scope/long", code, edit=_long(code), near=True, also=_LONG)
        for plant in _listed(code):
            yield Fault(
                "scope/references-or-definitions", code, plant, SCOPE, ("lists", "typography")
            )


def _divided(first: str, second: str) -> Plant:
    def plant(text: str, planted: int) -> str:
        at = body(text)
        opening, rest = text[at:].lstrip("\n").split("\n\n", 1)
        return f"{text[:at]}\n## ⟦{first}⟧ {{#scope-one}}\n\n{opening}\n\n## {second} {{#scope-two}}\n\n{rest}"

    return plant


_LONG = ("scope/in-introduction", "trace", "references", "cross-references", "lists", "wording")


def _long(code: str) -> Edit:
    """The introduction, or the half of it, pasted into the scope; or one paragraph a product."""
    start = {"en": "It covers also", "fr": "Il traite aussi de", "de": "Es gilt auch für"}[code]
    rooms = {
        "en": ("the lobby", "the lift", "the shop", "the garden", "the exit", "the stairs"),
        "fr": ("ce hall", "ce parc", "ce jardin", "cette cour", "cette rue", "cette salle"),
        "de": ("die Halle", "das Tor", "die Kasse", "das Büro", "das Dach", "die Küche"),
    }[code]

    def edit(files):
        path = next(each for each in sorted(files) if f"{HOME[code]}/{code}/01-" in each)
        own = files[path].decode()
        intro = next(
            each for each in sorted(files) if "/00-introduction" in each or "/00-einl" in each
        )
        pasted = files[intro].decode()
        pasted = pasted[body(pasted) :].strip().replace("siehe @muster-2015", "wie bekannt")
        yield {path: f"{own}\n⟦{pasted}⟧\n\n{pasted}\n"}
        yield {
            path: own
            + "".join(f"\n⟦{start} {room}.⟧\n" for room in rooms[:1])
            + "".join(f"\n{start} {room}.\n" for room in rooms[1:])
        }

    return edit


def _listed(code: str) -> Iterator[Plant]:
    word, meaning, number = WORDS[code]
    for block in (
        f"⟦{word}⟧\n:   {meaning}",
        f"- ⟦@{number.lower().replace(' ', '-')}⟧;\n- @{OLD[code]}.",
    ):
        yield lambda text, planted, block=block: f"{text.rstrip()}\n\n{block}\n"
