"""Wordings, blocks and ids that an editor's hurry leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.bench.mutations.faults.edits import HOME, STANDARD, changing
from tests.bench.mutations.faults.kinds import NB, added, said
from tests.bench.mutations.plant import CLAUSES, Change, Edit, Fault, blocks, sentences
from tests.bench.mutations.texts import Files

OLD_RULES = ((STANDARD, "^drafting_rules: .*$", "drafting_rules: dp2-2018"),)
"""A document under the rules of 2018, in which `may not` is a permission."""


def forms() -> Iterator[Fault]:
    """Verbal forms that are allowed, and leave the reader in doubt or without a known word."""
    plant = sentences(
        "en",
        "Staff ⟦may not⟧ leave {x} without asking.",
        "Visitors ⟦may not⟧ enter {x}.",
        "The organization ⟦may not⟧ close {x} at noon.",
    )
    yield Fault("verbs/ambiguous-may-not", "en", plant, setting=OLD_RULES)
    yield from said(
        "verbs/ambiguous-peut",
        fr="Le personnel ⟦peut⟧ fermer {x}. | L'organisme ⟦peut⟧ repeindre {x} une fois par an. | Les clients ⟦peuvent⟧ visiter {x}. | Il ⟦peut⟧ utiliser {x} pour une réunion.",
    )
    yield from said(
        "verbs/equivalent-form",
        en="The organization ⟦is required to⟧ look after {x}. | Staff ⟦have to⟧ look after {x}. | The organization ⟦is to⟧ clean {x}. | ⟦It is recommended that⟧ somebody look after {x}. | Staff ⟦are permitted to⟧ close {x}. | Staff ⟦ought to⟧ look after {x}. | ⟦It is necessary to⟧ clean {x}. | Visitors ⟦are allowed to⟧ enter {x}. | ⟦It is possible to⟧ walk through {x}. | Staff ⟦are able to⟧ see {x}.",
        fr="L'organisme ⟦est tenu de⟧ nettoyer {x}. | ⟦Il faut⟧ nettoyer {x}. | ⟦Il est nécessaire de⟧ nettoyer {x}. | ⟦Il est recommandé de⟧ nettoyer {x}. | ⟦Il est permis de⟧ fermer {x}. | ⟦Il est interdit de⟧ fermer {x}. | ⟦Il est possible de⟧ voir {x}. | L'organisme ⟦est en mesure de⟧ fermer {x}.",
        de="Die Werkstatt ⟦hat {x} zu⟧ reinigen. | ⟦Es ist erforderlich, dass⟧ jemand {x} reinigt. | ⟦Es wird empfohlen⟧, {x} zu reinigen. | ⟦Es ist zulässig⟧, {x} zu schließen. | ⟦Es ist nicht gestattet⟧, {x} zu öffnen. | ⟦Es ist möglich⟧, {x} zu sehen. | ⟦Es ist notwendig⟧, {x} zu reinigen.",
    )
    yield from said(
        "units/modified-unit",
        en=f"A lamp of 230{NB}⟦VAC⟧ lights {{x}}. | The air in {{x}} holds 5{NB}⟦% (V/V)⟧ of gas. | A voltage of 12{NB}⟦VDC⟧ drives the door of {{x}}. | A voltage of 24{NB}⟦Vmax⟧ is enough for {{x}}. | The paint of {{x}} holds 3{NB}⟦% (m/m)⟧ of oil.",
        fr=f"Une lampe de 230{NB}⟦VAC⟧ suffit ici, comme pour {{x}}. | L'air contient 5{NB}⟦% (V/V)⟧ de gaz, comme {{x}}. | Une tension de 12{NB}⟦VDC⟧ suffit, comme pour {{x}}. | Une tension de 24{NB}⟦Vmax⟧ suffit, comme pour {{x}}.",
        de=f"Eine Lampe mit 230{NB}⟦VAC⟧ steht da, wo {{x}} ist. | Die Luft enthält 5{NB}⟦% (V/V)⟧ Gas, wenn {{x}} offen ist. | Eine Spannung von 12{NB}⟦VDC⟧ genügt für {{x}}. | Eine Spannung von 24{NB}⟦Vmax⟧ genügt für {{x}}.",
        also=("symbols",),
    )


TITLED = {
    "en": (
        "Guidance on {x} is given in ⟦Service excellence — Principles and model⟧.",
        "What is said of {x} in ⟦*Quality management systems — Fundamentals and vocabulary*⟧ is short.",
        "Complaints about {x} are dealt with in ⟦Quality management — Customer satisfaction — Guidelines for complaints handling in organizations⟧.",
    ),
    "fr": (
        "Un avis, comme {x}, figure dans ⟦Excellence de service — Principes et modèle⟧.",
        "Ce que dit ⟦*Systèmes de management de la qualité — Principes essentiels et vocabulaire*⟧ est bref, comme {x}.",
    ),
    "de": (
        "Hinweise, auch auf {x}, gibt ⟦Fahrräder — Prüfung der Bremsen⟧.",
        "Was in ⟦*Werkstätten — Begriffe*⟧ steht, betrifft {x}.",
    ),
}


def pointing() -> Iterator[Fault]:
    """References that stand alone in brackets, to an item without a letter, or by title."""
    yield from said(
        "cross-references/bare-in-brackets",
        en="The promise (⟦@promise⟧) does not name {x}. | People know {x} (⟦@seven-principles⟧). | The list (⟦@tab-responsibilities⟧) does not name {x}.",
        fr="La promesse (⟦@promise⟧) ne nomme rien de tel, comme {x}. | Le tableau (⟦@tab-responsibilities⟧) ne nomme pas {x}.",
        de="Der Empfang (⟦@empfang⟧) betrifft {x} nicht. | Viele kennen {x} (⟦@auftrag⟧).",
        also=("references/to-itself",),
    )
    for code, each in TITLED.items():
        yield from said("cross-references/title-for-number", **{code: " | ".join(each)})
    for code, items in (
        (
            "en",
            (
                "Staff see:",
                "the hall;",
                "the roof.",
                "What is said of {x} in ⟦@item-planted⟧ is short.",
            ),
        ),
        (
            "fr",
            (
                f"Le personnel voit{NB}:",
                f"le hall{NB};",
                "le toit.",
                "Ce que dit ⟦@item-planted⟧ est bref, comme {x}.",
            ),
        ),
        (
            "de",
            (
                "Das Personal sieht:",
                "den Hof;",
                "das Dach.",
                "Was in ⟦@item-planted⟧ steht, betrifft {x}.",
            ),
        ),
    ):
        lead, first, second, sentence = items
        block = f"{lead}\n\n- {first} {{#item-planted}}\n- {second}\n\n{sentence}"
        yield Fault("lists/reference-to-dash", code, blocks(code, block), apart=True)
        yield Fault("lists/reference-to-dash", code, edit=_dashes, also=("lists", "parity"))


def _dashes(files: Files) -> Iterator[Change]:
    """A numbered list becomes one of dashes, and the reference to its item stays."""
    for path in sorted(files):
        text = files[path].decode() if path.endswith(".md") and path.startswith("clauses/") else ""
        for item in re.findall(r"^\d\. .*\{#([\w-]+)\}$", text, re.MULTILINE):
            dashed = re.sub(r"^( *)\d+\. (?=\S)", r"\1- ", text, flags=re.MULTILINE)
            marked = re.sub(rf"@{item}\b", r"⟦\g<0>⟧", dashed)
            change = {path: marked}
            for other in files:
                if other != path and other.endswith(".md") and f"@{item}" in files[other].decode():
                    change[other] = re.sub(rf"@{item}\b", r"⟦\g<0>⟧", files[other].decode())
            yield change


def floats() -> Iterator[Fault]:
    """A table of two tables, and a figure with a picture whose title was forgotten."""
    yield from added(
        "tables/inner-head",
        en="Table: People {#tab-planted-{n}}\n\n| Place | People |\n|---|---|\n| {x} | 12 |\n⟦| **Evening** | **People** |⟧\n| yard | 7 |\n\nSee @tab-planted-{n}. ||| Table: People {#tab-planted-{n}}\n\n<table>\n<thead><tr><th>Place</th><th>People</th></tr></thead>\n<tbody>\n<tr><td>{x}</td><td>12</td></tr>\n⟦<tr><th>Evening</th><th>People</th></tr>⟧\n<tr><td>yard</td><td>7</td></tr>\n</tbody>\n</table>\n\nSee @tab-planted-{n}.",
        fr=f"Tableau{NB}: Personnes {{#tab-planted-{{n}}}}\n\n| Lieu | Personnes |\n|---|---|\n| {{x}} | 12 |\n⟦| **Soir** | **Personnes** |⟧\n| cour | 7 |\n\nVoir @tab-planted-{{n}}. ||| Tableau{NB}: Personnes {{#tab-planted-{{n}}}}\n\n<table>\n<thead><tr><th>Lieu</th><th>Personnes</th></tr></thead>\n<tbody>\n<tr><td>{{x}}</td><td>12</td></tr>\n⟦<tr><th>Soir</th><th>Personnes</th></tr>⟧\n<tr><td>cour</td><td>7</td></tr>\n</tbody>\n</table>\n\nVoir @tab-planted-{{n}}.",
        de="Tabelle: Personen {#tab-planted-{n}}\n\n| Ort | Personen |\n|---|---|\n| {x} | 12 |\n⟦| **Abend** | **Personen** |⟧\n| Hof | 7 |\n\nSiehe @tab-planted-{n}. ||| Tabelle: Personen {#tab-planted-{n}}\n\n<table>\n<thead><tr><th>Ort</th><th>Personen</th></tr></thead>\n<tbody>\n<tr><td>{x}</td><td>12</td></tr>\n⟦<tr><th>Abend</th><th>Personen</th></tr>⟧\n<tr><td>Hof</td><td>7</td></tr>\n</tbody>\n</table>\n\nSiehe @tab-planted-{n}.",
    )
    for code, picture, see in (
        ("en", "listening-loop", "See"),
        ("fr", "listening-loop", "Voir"),
        ("de", "ablauf", "Siehe"),
    ):
        source = f"images/{picture}.svg"
        block = (
            f'{see} @fig-planted-{{n}}.\n\n!!! figure "Plan {{#fig-planted-{{n}}}}"\n\n'
            f'    ![Front]({source}){{#fig-planted-{{n}}-a alt="{{x}}"}}\n\n'
            f'    ⟦![]({source}){{#fig-planted-{{n}}-b alt="{{x}}"}}⟧'
        )
        yield Fault("figures/untitled-subfigure", code, blocks(code, block), apart=True)
        yield Fault("images/unused-image", code, edit=_left_over(code))


def _left_over(code: str) -> Edit:
    """Pictures that no figure shows: a draft of one, a second format."""
    drawn = '⟦<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>⟧\n'
    names = ("plan", "listening-loop-2", "old/plan")
    return changing(*(((f"{HOME[code]}/images/{name}.svg", "", drawn),) for name in names))


TWICE = {
    "en": ("promise", "People know {x}. {#⟦{}⟧}"),
    "fr": ("promise", "Les gens connaissent {x}. {#⟦{}⟧}"),
    "de": ("empfang", "Viele Menschen kennen {x}. {#⟦{}⟧}"),
}
"""An id of an early clause, and a paragraph that takes it again."""


def ids() -> Iterator[Fault]:
    """An id copied with its paragraph, or written with a capital once."""
    for code, (known, paragraph) in TWICE.items():
        for rule, id in (("duplicate-id", known), ("differs-only-in-case", known.title())):
            plant = blocks(code, paragraph.replace("{}", id))
            where = CLAUSES.replace(r"\d\d-", r"(?:0[6-9]|10)-")
            yield Fault(f"ids/{rule}", code, plant, where, ("read", "ids"), apart=True)


def repeated() -> Iterator[Fault]:
    """A requirement pasted into another clause, as it was or with a word more."""
    for code in ("en", "fr", "de"):
        yield Fault("wording/repeated-requirement", code, edit=_pasted(code), also=_PASTED)


_PASTED = ("ids", "references", "structure", "cross-references", "trace")
MODAL = {"en": r"shall", "fr": r"doit", "de": r"muss"}
LONGER = {"en": "in writing", "fr": "par écrit", "de": "schriftlich"}


def _pasted(code: str) -> Edit:
    def edit(files: Files) -> Iterator[Change]:
        paths = [path for path in sorted(files) if re.search(CLAUSES, path)]
        for number, (path, other) in enumerate(pairwise(paths)):
            known = re.findall(
                rf"^([A-ZÀÉ][^\n@{{\[:]* {MODAL[code]} [^\n@{{\[:]*\.)(?= \{{#|\n)",
                files[path].decode(),
                re.MULTILINE,
            )
            for each in known[:2]:
                again = each if number % 2 else _longer(each, code)
                text = files[other].decode()
                yield {other: f"{text.rstrip()}\n\n⟦{again}⟧\n"}

    return edit


def _longer(sentence: str, code: str) -> str:
    """A sentence with an adverb more: at its end, in German before the verb."""
    words = sentence[:-1].split(" ")
    at = len(words) - 1 if code == "de" else len(words)
    return " ".join((*words[:at], LONGER[code], *words[at:])) + "."


def exceptions() -> Iterator[Fault]:
    """Exceptions that were needed once, or are written with a slip."""
    for code in ("en", "fr", "de"):
        known = {
            "en": "People know {x}.",
            "fr": "Les gens connaissent {x}.",
            "de": "Viele Menschen kennen {x}.",
        }[code]
        for rule, comment in (
            ("check/unused-allow", "allow references/unknown-id: written next year"),
            ("check/unused-allow", "allow verbs/must-as-requirement: the law says so"),
            ("check/unknown-rule", "allow verbs/must-as-requirment: the law says so"),
            ("check/unknown-rule", "allow notes/with-requirement: agreed in May"),
        ):
            plant = blocks(code, f"⟦<!-- {comment} -->⟧\n\n{known}")
            yield Fault(rule, code, plant, apart=True)
