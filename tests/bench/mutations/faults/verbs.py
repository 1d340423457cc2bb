"""Verbal forms, and provisions where only facts may stand."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.kinds import (
    EXAMPLES,
    FOREWORD,
    INTRODUCTION,
    NOTES,
    SCOPE,
    added,
    put,
    said,
)
from tests.bench.mutations.plant import Fault, sentences


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
            fr=f"{label['fr']} ⟦Il est permis de⟧ laisser {{x}} sans lumière.",
            de=f"{label['de']} Das Personal ⟦darf⟧ {{x}} offen lassen.",
            also=("verbs/equivalent-form",),
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
        fr="NOTE Les visiteurs ⟦doivent⟧{{provision=external}} connaître {x}.",
        de="ANMERKUNG Besucher ⟦müssen⟧{{provision=external}} {x} kennen.",
        also=("verbs/must-as-requirement",),
    )
    texts = {
        "en": sentences("en", "Staff ⟦shall⟧ look after {x}."),
        "fr": sentences("fr", "Le personnel ⟦doit⟧ entretenir {x}."),
        "de": sentences("de", "Das Personal ⟦muss⟧ {x} pflegen."),
    }
    for where in (SCOPE, INTRODUCTION, FOREWORD):
        yield from put("places/misplaced-requirement", where, texts, ("scope",))
