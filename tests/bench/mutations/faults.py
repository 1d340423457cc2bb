"""The faults that are planted, by family: what an editor, a translator or a hurry would write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tests.bench.mutations.plant import CLAUSES, Fault, Plant, blocks, body, sentences, swap

NOTES = {"en": "NOTE", "fr": "NOTE", "de": "ANMERKUNG"}
EXAMPLES = {"en": "EXAMPLE", "fr": "EXEMPLE", "de": "BEISPIEL"}
SCOPE = r"^clauses/.*/01-[^/]*\.md$"
INTRODUCTION = r"^clauses/.*/00-(?:introduction|einleitung)\.md$"
FOREWORD = r"^clauses/.*/00-(?:foreword|vorwort)\.md$"
TERMS = r"^clauses/.*/03-[^/]*/[^/]*\.md$"
ANNEXES = r"^clauses/.*/[A-Z]-[^/]*\.md$"
NB = "\u00a0"


def said(rule: str, also: tuple[str, ...] = (), **templates: str) -> Iterator[Fault]:
    """A fault in an added sentence; several, parted by `|`, take turns."""
    for language, each in templates.items():
        yield Fault(rule, language, sentences(language, *each.split(" | ")), also=also)


def added(rule: str, also: tuple[str, ...] = (), **templates: str) -> Iterator[Fault]:
    """A fault in an added block, in copies of their own."""
    for language, each in templates.items():
        yield Fault(rule, language, blocks(language, *each.split(" ||| ")), also=also, apart=True)


def put(
    rule: str,
    where: str,
    plants: Mapping[str, Plant],
    also: tuple[str, ...] = (),
    apart: bool = False,
) -> Iterator[Fault]:
    """A fault of another kind, in the files that `where` finds."""
    for language, plant in plants.items():
        yield Fault(rule, language, plant, where, also, apart)


def swapped(
    rule: str,
    also: tuple[str, ...] = (),
    apart: bool = False,
    where: str = "",
    **pairs: tuple[str, str],
) -> Iterator[Fault]:
    """A fault that takes the place of right words."""
    for language, (pattern, replacement) in pairs.items():
        fault = Fault(rule, language, swap(pattern, replacement), also=also, apart=apart)
        yield Fault(rule, language, fault.plant, where or fault.where, also, apart)


def verbs() -> Iterator[Fault]:
    yield from said("verbs/must-as-requirement", en="The organization ⟦must⟧ look after {x}.")
    yield from said("verbs/may-not", en="Staff ⟦may not⟧ leave {x} without asking.")
    yield from said("verbs/devrait", fr="L'organisme ⟦devrait⟧ entretenir {x}.")
    yield from said(
        "verbs/unlisted-form",
        en="The organization ⟦needs to⟧ look after {x}. | Staff ⟦will⟧ look after {x}. "
        "| Somebody ⟦could⟧ look after {x}. | Staff ⟦might⟧ clean {x}. | The organization ⟦is supposed to⟧ look after {x}. | Staff ⟦would⟧ look after {x}. | The key of {x} ⟦need not⟧ be shown. | It ⟦is mandatory⟧ to lock {x}.",
        fr="L'organisme ⟦devra⟧ entretenir {x}. | Le personnel ⟦pourrait⟧ entretenir {x}. "
        "| Le personnel ⟦sera⟧ informé de ce qui concerne {x}. | L'organisme ⟦est censé⟧ entretenir {x}. | ⟦Il est impératif d'⟧entretenir {x}. | Le personnel ⟦aura⟧ à nettoyer {x}.",
        de="Die Werkstatt ⟦soll⟧ {x} pflegen. | Das Personal ⟦könnte⟧ {x} reinigen. "
        "| Die Werkstatt ⟦ist verpflichtet⟧, {x} zu pflegen. | Das Personal ⟦dürfte⟧ {x} kennen. | Das Schließen ⟦ist zwingend⟧, auch wenn {x} leer ist. | Alle ⟦sollen⟧ {x} kennen.",
    )
    yield from said(
        "verbs/ability",
        en="Staff ⟦shall be able to⟧ open {x}. | The organization ⟦shall have the possibility⟧ of closing {x}.",
        fr="Le personnel ⟦doit pouvoir⟧ ouvrir {x}. | Le personnel ⟦doit être capable⟧ d'ouvrir {x}. | L'organisme ⟦doit être en mesure⟧ de fermer {x}.",
        de="Das Personal ⟦muss {x} öffnen können⟧. | Das Personal ⟦muss in der Lage sein⟧, {x} zu öffnen. | Die Werkstatt ⟦muss fähig sein⟧, {x} zu schließen.",
    )
    yield from said(
        "verbs/weak-requirement",
        en="The organization ⟦shall consider⟧ closing {x}. | The organization ⟦shall try to⟧ close {x}. | The organization ⟦shall endeavour⟧ to close {x}. | The organization ⟦shall strive⟧ to clean {x}.",
        fr="L'organisme ⟦doit envisager⟧ de fermer {x}. | L'organisme ⟦doit s'efforcer⟧ de fermer {x}. | L'organisme ⟦doit tenter⟧ de nettoyer {x}.",
        de="Die Werkstatt ⟦muss erwägen⟧, {x} zu schließen. | Die Werkstatt ⟦muss versuchen⟧, {x} zu schließen. | Die Werkstatt ⟦muss anstreben⟧, {x} zu reinigen.",
    )
    yield from said(
        "verbs/ensuring",
        en="The organization ⟦shall ensure⟧ that somebody looks after {x}.",
        fr="L'organisme ⟦doit s'assurer⟧ que quelqu'un entretient {x}.",
        de="Die Werkstatt ⟦muss sicherstellen⟧, dass jemand {x} pflegt.",
    )
    yield from said(
        "verbs/double-modal",
        en="The organization ⟦shall/should⟧ look after {x}. | Staff ⟦may and shall⟧ look after {x}.",
        fr="L'organisme ⟦doit ou peut⟧ entretenir {x}.",
        de="Die Werkstatt ⟦muss oder sollte⟧ {x} pflegen.",
        also=("verbs/two-provisions", "verbs/ambiguous-peut", "wording/and-or"),
    )
    yield from said(
        "verbs/may-for-possibility",
        en="Noise ⟦may occur⟧ near {x}. | Delay ⟦may lead to⟧ complaints about {x}.",
    )
    yield from said(
        "verbs/can-for-permission",
        en="The organization ⟦can⟧ dispense with {x}. | Suppliers ⟦can⟧ refuse to enter {x}.",
        de="Die Organisation ⟦kann⟧ auf {x} verzichten.",
    )


def places() -> Iterator[Fault]:
    """Provisions where only facts may stand."""
    for kind, must, should, may in (
        ("note", "requirement", "recommendation", "permission"),
        ("example", "requirement", "recommendation", "permission"),
    ):
        label = NOTES if kind == "note" else EXAMPLES
        yield from added(
            f"places/misplaced-{must}",
            en=f"{label['en']} Staff ⟦shall⟧ look after {{x}}.",
            fr=f"{label['fr']} Le personnel ⟦doit⟧ entretenir {{x}}.",
            de=f"{label['de']} Das Personal ⟦muss⟧ {{x}} pflegen.",
        )
        yield from added(
            f"places/misplaced-{should}",
            en=f"{label['en']} Staff ⟦should⟧ look after {{x}}.",
            fr=f"{label['fr']} ⟦Il convient⟧ que le personnel entretienne {{x}}.",
            de=f"{label['de']} Das Personal ⟦sollte⟧ {{x}} pflegen.",
        )
        yield from added(
            f"places/misplaced-{may}",
            en=f"{label['en']} Staff ⟦may⟧ leave {{x}} open.",
            de=f"{label['de']} Das Personal ⟦darf⟧ {{x}} offen lassen.",
        )
    yield from added(
        "places/misplaced-instruction",
        en="NOTE ⟦Close⟧ {x} in the evening.",
        fr="NOTE ⟦Fermez⟧ {x} le soir.",
        de="ANMERKUNG ⟦Schließen Sie⟧ abends {x}.",
    )
    yield from added(
        "places/misplaced-must",
        en="NOTE Visitors ⟦must⟧ know {x}.",
        also=("verbs/must-as-requirement",),
    )
    texts = {
        "en": sentences("en", "Staff ⟦shall⟧ look after {x}."),
        "fr": sentences("fr", "Le personnel ⟦doit⟧ entretenir {x}."),
        "de": sentences("de", "Das Personal ⟦muss⟧ {x} pflegen."),
    }
    for where in (SCOPE, INTRODUCTION, FOREWORD):
        yield from put("places/misplaced-requirement", where, texts, ("scope",))


def wording() -> Iterator[Fault]:
    yield from said(
        "wording/unverifiable-word",
        en="The organization shall light {x} ⟦adequately⟧. | Staff shall clean {x} ⟦if necessary⟧. "
        "| The organization shall repair {x} ⟦as soon as possible⟧. | Staff shall clean {x} ⟦regularly⟧. | The organization shall use ⟦suitable⟧ paint for {x}. | Staff shall answer calls from {x} ⟦promptly⟧. | The organization shall keep {x} in a ⟦reasonable⟧ state.",
        fr="L'organisme doit éclairer {x} ⟦convenablement⟧. | Le personnel doit nettoyer {x} ⟦si nécessaire⟧. "
        "| L'organisme doit réparer {x} ⟦dans les meilleurs délais⟧. | Le personnel doit nettoyer {x} ⟦régulièrement⟧. | L'organisme doit mettre des panneaux ⟦adaptés⟧ pour signaler {x}. | Le personnel doit ouvrir {x} ⟦rapidement⟧. | L'organisme doit chauffer {x} de manière ⟦suffisante⟧.",
        de="Die Werkstatt muss {x} ⟦ausreichend⟧ beleuchten. | Das Personal muss {x} ⟦bei Bedarf⟧ reinigen. "
        "| Die Werkstatt muss {x} ⟦regelmäßig⟧ prüfen. | Die Werkstatt muss für {x} ⟦geeignete⟧ Farbe verwenden. | Das Personal muss {x} ⟦unverzüglich⟧ öffnen. | Die Werkstatt muss {x} ⟦angemessen⟧ heizen. | Das Personal muss {x} ⟦nach Möglichkeit⟧ sauber halten.",
    )
    yield from said(
        "wording/and-or",
        en="The organization shall light ⟦and/or⟧ heat {x}.",
        fr="L'organisme doit éclairer ⟦et/ou⟧ chauffer {x}.",
        de="Die Werkstatt muss {x} beleuchten ⟦und/oder⟧ heizen.",
    )
    yield from said(
        "wording/ampersand",
        en="The organization shall light ⟦&⟧ heat {x}.",
        fr="L'organisme doit éclairer ⟦&⟧ chauffer {x}.",
        de="Die Werkstatt muss {x} beleuchten ⟦&⟧ heizen.",
    )
    yield from said(
        "wording/this-standard",
        en="⟦This standard⟧ says nothing of {x}. | ⟦This European Standard⟧ says nothing of {x}. | Nothing in ⟦this Technical Specification⟧ concerns {x}. | The terms of ⟦this International Standard⟧ do not name {x}.",
        fr="⟦La présente norme⟧ ne dit rien de ce qui concerne {x}. | ⟦Cette norme européenne⟧ laisse de côté {x}. | Rien dans ⟦la présente Norme internationale⟧ ne concerne {x}.",
        de="⟦Diese Norm⟧ betrifft {x} nicht. | ⟦Diese Europäische Norm⟧ betrifft {x} nicht. | Nichts in ⟦dieser Internationalen Norm⟧ betrifft {x}.",
    )
    yield from said(
        "wording/open-list",
        en="The organization shall light the hall, {x}, ⟦etc.⟧ | The organization shall heat the hall, {x} ⟦and so on⟧. | The organization shall heat places such as the hall, {x} ⟦and the like⟧.",
        fr="L'organisme doit éclairer la cour, {x}, ⟦etc.⟧ | L'organisme doit chauffer la cour, {x} ⟦et ainsi de suite⟧. | L'organisme doit chauffer la cour, {x} ⟦et autres⟧.",
        de="Die Werkstatt muss den Hof, {x} ⟦usw.⟧ beleuchten. | Die Werkstatt muss den Hof, {x} ⟦und so weiter⟧ heizen. | Die Werkstatt muss den Hof, {x} ⟦etc.⟧ reinigen.",
    )
    yield from said(
        "wording/latin-abbreviation",
        en="Noise disturbs, ⟦e.g.⟧ near {x}. | One place is quiet, ⟦i.e.⟧ {x}.",
        fr="Le bruit dérange, ⟦e.g.⟧ près du lieu nommé {x}.",
        de="Lärm stört, ⟦e.g.⟧ wenn {x} offen steht.",
    )
    yield from said(
        "wording/non-inclusive-term",
        en="The ⟦chairman⟧ looks after {x}. | A ⟦blacklist⟧ hangs near {x}. | A ⟦man-hour⟧ is enough for {x}. | A ⟦fireman⟧ knows {x}.",
        fr="Une ⟦liste noire⟧ désigne {x}.",
        de="Eine ⟦Blacklist⟧ nennt {x}. | Eine ⟦Mannstunde⟧ genügt für {x}.",
    )
    yield from said("wording/ise-spelling", en="Somebody ⟦recognises⟧ {x}. | Staff ⟦organise⟧ {x}.")
    yield from said(
        "wording/house-spelling",
        en="An ⟦on-line⟧ form describes {x}. | A ⟦check list⟧ describes {x}.",
        fr="Un ⟦e-mail⟧ décrit {x}. | Une ⟦check-list⟧ décrit {x}.",
        de="Eine ⟦Email⟧ beschreibt {x}.",
    )
    yield from said(
        "wording/standard-family",
        en="A ⟦family of standards⟧ describes {x}.",
        fr="Une ⟦famille de normes⟧ décrit {x}.",
        de="Eine ⟦Normenfamilie⟧ beschreibt {x}.",
    )
    yield from said(
        "wording/foreign-sentence",
        en="⟦Le personnel est dans les locaux et il est en charge des clés pour {x}.⟧",
        fr="⟦The staff is in the building and it is in charge of the keys for {x}.⟧",
        de="⟦The staff is in the building and it is in charge of the keys for {x}.⟧",
        also=("verbs", "wording/house-spelling"),
    )
    yield from said(
        "wording/long-sentence",
        en="⟦On a day when many people come and the weather is bad and the trains are late and the phones "
        "ring and nobody knows who answers them, somebody walks through the building and says to each "
        "person who waits what is known of {x}.⟧",
        fr="⟦Un jour où beaucoup de gens viennent et où le temps est mauvais et où les trains ont du retard "
        "et où les téléphones sonnent et où nul ne sait qui répond, quelqu'un traverse le bâtiment et dit à "
        "chaque personne qui attend ce que l'on sait, puis montre {x}.⟧",
        de="⟦An einem Tag, an dem viele Menschen kommen und das Wetter schlecht ist und die Züge verspätet "
        "sind und die Telefone klingeln und niemand weiß, wer antwortet, geht jemand durch das Gebäude und "
        "sagt allen, was über {x} bekannt ist.⟧",
    )


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


def numbers() -> Iterator[Fault]:
    yield from said(
        "numbers/decimal-point",
        en=f"Noise in {{x}} lasts ⟦2.5{NB}h⟧.",
        fr=f"Le bruit dure ⟦2.5{NB}h⟧ près du lieu nommé {{x}}.",
        de=f"Lärm stört {{x}} über ⟦2.5{NB}h⟧.",
    )
    yield from said(
        "numbers/grouping-sign",
        en="In a year ⟦12,500⟧ people see {x}. | In a year ⟦1,250,000⟧ people see {x}.",
        fr="En un an, ⟦12.500⟧ personnes voient {x}. | En un an, ⟦1.250.000⟧ personnes voient {x}.",
        de="In einem Jahr sehen ⟦12.500⟧ Menschen {x}. | In einem Jahr sehen ⟦1.250.000⟧ Menschen {x}.",
    )
    yield from said(
        "numbers/ungrouped-digits",
        en="In a year ⟦12500⟧ people see {x}.",
        fr="En un an, ⟦12500⟧ personnes voient {x}.",
        de="In einem Jahr sehen ⟦12500⟧ Menschen {x}.",
    )
    yield from said(
        "numbers/missing-zero",
        en=f"A line of ⟦,5{NB}m⟧ leads to {{x}}.",
        fr=f"Une ligne de ⟦,5{NB}m⟧ montre {{x}}.",
        de=f"Eine Linie von ⟦,5{NB}m⟧ führt an {{x}}.",
    )
    yield from said(
        "numbers/multiplication-letter",
        en=f"A table of ⟦2{NB}m x 3{NB}m⟧ stands in {{x}}.",
        fr=f"Une table de ⟦2{NB}m x 3{NB}m⟧ meuble {{x}}.",
        de=f"Ein Tisch von ⟦2{NB}m x 3{NB}m⟧ füllt {{x}}.",
    )
    yield from said(
        "numbers/unclear-range",
        en=f"It takes ⟦10–20{NB}min⟧ to clean {{x}}. | It takes ⟦10 to 20{NB}min⟧ to clean {{x}}. | A stay of ⟦2 to 3 h⟧ tires people in {{x}}. | Between ⟦10–20⟧ people see {{x}}.",
        fr=f"Il faut ⟦10–20{NB}min⟧ pour nettoyer {{x}}. | Il faut ⟦10 à 20{NB}min⟧ pour nettoyer {{x}}. | Un séjour de ⟦2 à 3 h⟧ fatigue les gens, ici {{x}}.",
        de=f"Es dauert ⟦10–20{NB}min⟧, {{x}} zu reinigen. | Es dauert ⟦10 bis 20{NB}min⟧, {{x}} zu reinigen. | Ein Besuch von ⟦2 bis 3 h⟧ ermüdet, auch wenn {{x}} hell ist.",
    )
    yield from said(
        "numbers/unclear-tolerance",
        en=f"A line of ⟦20 ± 2{NB}mm⟧ leads to {{x}}.",
        fr=f"Une ligne de ⟦20 ± 2{NB}mm⟧ montre {{x}}.",
        de=f"Eine Linie von ⟦20 ± 2{NB}mm⟧ führt an {{x}}.",
    )
    yield from said(
        "numbers/hyphen-for-minus",
        en=f"In winter it is ⟦-5{NB}°C⟧ in {{x}}.",
        fr=f"En hiver, on mesure ⟦-5{NB}°C⟧ près du lieu nommé {{x}}.",
        de=f"Im Winter herrschen ⟦-5{NB}°C⟧, auch wenn {{x}} beheizt ist.",
    )
    yield from said(
        "units/breaking-space",
        en="Noise lasts ⟦25 min⟧ in {x}.",
        fr="Le bruit dure ⟦25 min⟧ près du lieu nommé {x}.",
        de="Lärm stört {x} über ⟦25 min⟧.",
    )
    yield from said(
        "units/unit-space",
        en="Noise lasts ⟦25min⟧ in {x}. | In summer ⟦20%⟧ of the people see {x}.",
        fr="Le bruit dure ⟦25min⟧ près du lieu nommé {x}. | En été, ⟦20%⟧ des gens voient {x}.",
        de="Lärm stört {x} über ⟦25min⟧. | Im Sommer sehen ⟦20%⟧ der Menschen {x}.",
    )
    yield from said(
        "units/unit-symbol",
        en=f"Noise lasts 25{NB}⟦sec⟧ in {{x}}. | A line of 25 ⟦mtr⟧ leads to {{x}}. | It takes 25 ⟦mins⟧ to clean {{x}}. | A load of 25 ⟦Kg⟧ stands in {{x}}.",
        fr=f"Le bruit dure 25{NB}⟦sec⟧ près du lieu nommé {{x}}. | Une charge de 25 ⟦Kg⟧ gêne ici, {{x}}.",
        de=f"Lärm stört {{x}} über 25{NB}⟦Sek.⟧ hinweg. | Eine Last von 25 ⟦Kg⟧ steht im Weg, wenn {{x}} offen ist.",
        also=("symbols",),
    )
    yield from said(
        "units/weight-for-mass",
        en=f"The ⟦weight⟧ of the door of {{x}} is 25{NB}kg.",
        fr=f"Le ⟦poids⟧ de la porte est de 25{NB}kg, comme pour {{x}}.",
        de=f"Das ⟦Gewicht⟧ der Tür beträgt 25{NB}kg, wie es {{x}} zeigt.",
    )
    yield from said(
        "units/language-dependent-number",
        en=f"The air in {{x}} holds 20{NB}⟦ppm⟧ of dust.",
        fr=f"L'air contient 20{NB}⟦ppm⟧ de poussière, comme {{x}}.",
        de=f"Die Luft enthält 20{NB}⟦ppm⟧ Staub, wenn {{x}} offen steht.",
        also=("symbols",),
    )


def typography() -> Iterator[Fault]:
    yield from said(
        "typography/quotation-marks",
        en='A sign says ⟦"closed"⟧ in {x}. | A sign says ⟦«closed»⟧ in {x}.',
        fr='Un panneau dit ⟦"fermé"⟧ devant ce lieu, {x}. | Un panneau dit ⟦“fermé”⟧ devant ce lieu, {x}.',
        de='Ein Schild sagt ⟦"zu"⟧ und meint {x}. | Ein Schild sagt ⟦“zu”⟧ und meint {x}. | Ein Schild sagt ⟦«zu»⟧ und meint {x}.',
        also=("typography/french-space",),
    )
    yield from said(
        "typography/french-space", fr="Une chose manque⟦ :⟧ {x}. | On ferme ceci⟦;⟧ on ouvre {x}."
    )
    yield from said(
        "typography/german-abbreviation",
        de="Manches stört, ⟦z. B.⟧ wenn {x} offen steht. | Manches stört, ⟦d.h.⟧ wenn {x} offen steht.",
    )


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
    yield from added(
        "references/missing-image",
        also=("references/unused-figure", "figures"),
        **dict.fromkeys(picture, '![Plan](⟦images/nowhere.svg⟧){#fig-planted-{n} alt="{x}"}'),
    )


def formulae() -> Iterator[Fault]:
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
    yield from put("titles/title-case", every, dict.fromkeys(("en", "fr"), capitals), apart=True)
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


def at_end(template: str, title: str) -> Plant:
    made = template.format(t=title)
    return lambda text, planted: text.rstrip("\n") + "\n" + made


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
    for code in ("en", "de"):
        yield Fault(
            "normative-references/date-in-number",
            code,
            swap(number, r"\1⟦\2\3:2012⟧\4", 1),
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


def terms_in_text() -> Iterator[Fault]:
    yield from said(
        "terms/deprecated-in-text",
        en="A ⟦customer process⟧ begins in {x}.",
        de="Ein ⟦Messzettel⟧ hängt neben der Stelle, wo {x} ist.",
    )
    yield from said(
        "terms/admitted-in-text",
        en="The ⟦service commitment⟧ hangs in {x}.",
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
        de="Das Personal ⟦muss⟧ {x} schließen und alle dürfen klingeln.",
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


FRENCH = CLAUSES.replace("/../", "/fr/")


def parity() -> Iterator[Fault]:
    """Planted in the French text alone, beside the English one."""
    for rule, pattern, replacement in (
        ("parity/different-provisions", r"\bdoit\b(?! pas)", "⟦peut⟧"),
        ("parity/different-provisions", r"\bIl convient que\b", "⟦Il est permis que⟧"),
        ("parity/different-numbers", f"(?<=[a-zé] )(\\d+)(?={NB}(?:h|min|s|%))", r"⟦9\1⟧"),
        ("parity/different-references", r"(?<= )@(?!iso|en-)[a-z][a-z0-9-]*(?=[ ,.])", "⟦cela⟧"),
    ):
        yield Fault(rule, "fr", swap(pattern, replacement), FRENCH, _BESIDE, apart=True)
    plant = blocks("fr", "⟦Les gens connaissent {x}.⟧")
    yield Fault("parity/different-shape", "fr", plant, FRENCH, _BESIDE, True, near=True)
    plant = swap(r"\n\n(NOTE [^\n]+)\n(?=\n)", r"\n\n⟦⟧", 1)
    yield Fault("parity/different-shape", "fr", plant, FRENCH, _BESIDE, True, near=True)


_BESIDE = ("trace", "verbs", "principles", "references", "languages")
"""What rightly changes as well where a provision, a reference or a paragraph does."""

FAMILIES = (
    verbs, places, wording, legal, references, numbers, typography, notes, lists, tables, figures,
    formulae, footnotes, structure, terms, scope, metadata, terms_in_text, pictures, shapes, parity,
)  # fmt: skip


def faults() -> Iterator[Fault]:
    """Every kind of fault."""
    for family in FAMILIES:
        yield from family()
