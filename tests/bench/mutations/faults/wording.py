"""Words that say too little, too much or in another language."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.kinds import said
from tests.bench.mutations.plant import Fault


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
