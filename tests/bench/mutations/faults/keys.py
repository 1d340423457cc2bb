"""What `standard.yml` says of legislation beside the text that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.edits import END, STANDARD, changing
from tests.bench.mutations.plant import Fault
from tests.bench.mutations.texts import LANGUAGES, Setting

CLAUSES = {
    "en": ("improvement", "annex-indicators", "improvment", "annex-grid", "introduction"),
    "fr": ("improvement", "annex-indicators", "improvements", "annex-grid", "foreword"),
    "de": ("annahme", "anhang-protokoll", "annahmen", "anhang-rechnung", "vorwort"),
}
"""A clause, a normative annex, a misspelt clause, an informative annex, and another such part."""
ACTS = ("Directive 2099/1/EU", "Regulation (EU) 2099/2")


def legislation() -> Iterator[Fault]:
    """A row of Annex ZA, or what goes with it, is wrong."""
    for code in LANGUAGES:
        clause, annex, lost, informative, front = CLAUSES[code]
        wrong = {
            "unknown-clause": (f"[{clause}, ⟦{lost}⟧]", "[⟦4-2⟧]", f"[{annex}, ⟦{clause}-x⟧]"),
            "informative-clause": (f"[⟦{informative}⟧]", f"[{annex}, ⟦{front}⟧]"),
        }
        for rule, named in wrong.items():
            rows = (f'{{requirement: "Annex I, 1.2", clauses: {ids}}}' for ids in named)
            yield _planted(rule, code, *((_annex_z(row),) for row in rows))
        uncovered = ("{requirement: ⟦I 1.2⟧}", "{requirement: ⟦I 1.2⟧, clauses: []}")
        yield _planted("uncovered-requirement", code, *((_annex_z(row),) for row in uncovered))
        row = f"{{requirement: Annex I, clauses: [{clause}]}}"
        asked = (STANDARD, "^standardization_request(?=:)", r"⟦\g<0>⟧")
        yield _planted("no-request", code, *((_annex_z(row, act, "null"), asked) for act in ACTS))
        kinds = [
            (_annex_z(row, key="⟦annex_z⟧"), (STANDARD, "^type: EN$", f"type: {kind}"))
            for kind in ("TS", "Guide")
        ]
        also = ("foreword/", "structure/", "titles/", "places/", "legislation/")
        yield Fault("legislation/not-a-standard", code, edit=changing(*kinds), also=also)
        other = "de" if code != "de" else "fr"
        half = (
            _annex_z(row, f"{{{other}: Rechtsakt 2099/1}}", act_key="⟦act⟧"),
            _annex_z(f"{{requirement: Annex I, clauses: [{clause}], ⟦remarks⟧: {{{other}: Ja}}}}"),
        )
        yield _planted("missing-language", code, *((each,) for each in half))


def _planted(rule: str, code: str, *settings: Setting) -> Fault:
    return Fault(f"legislation/{rule}", code, edit=changing(*settings))


def _annex_z(
    row: str, act: str = ACTS[0], request: str = "M/517", key: str = "annex_z", act_key: str = "act"
) -> tuple[str, str, str]:
    lines = f"{key}:\n  {act_key}: {act}\n  request: {request}\n  rows:\n    - {row}\n"
    return STANDARD, END, lines
