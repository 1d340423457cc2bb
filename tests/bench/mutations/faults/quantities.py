"""Numbers, units and the signs between words."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.kinds import NB, said
from tests.bench.mutations.plant import Fault


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
        "units/missing-unit",
        en="A line with a width of ⟦20⟧ and a board lead to {x}. | The board with a height of at least ⟦2⟧, a door and a line lead to {x}.",
        fr="Une ligne d'une largeur de ⟦20⟧, elle-même bleue, mène au lieu nommé {x}. | Une hauteur supérieure à ⟦2⟧ et un banc montrent {x}.",
        de="Eine Linie mit einer Breite von ⟦20⟧ und ein Schild zeigen {x}. | Eine Linie mit einer Breite von mindestens ⟦20⟧ oder mehrere Schilder zeigen {x}.",
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
