"""The words of one language, read from its data file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from clausier.language.packaged import packaged

LANGUAGES = ("en", "fr", "de")
"""CEN's three official languages, in the order in which a cover names them."""


class VerbalForm(Struct, frozen=True):
    """One way of saying a provision: `pattern` finds its verb in a sentence.

    `main` tells the form of the Directives' tables from an equivalent expression. A sentence
    without any of `words` (lower case) does not hold the form; where `unless` is found shortly
    before the verb, it is a false friend. `elsewhere` is its type outside the body of the text.
    """

    type: str
    form: str
    pattern: re.Pattern[str]
    main: bool
    negative: bool
    words: tuple[str, ...] = ()
    unless: re.Pattern[str] | None = None
    elsewhere: str | None = None


class ActForm(Struct, frozen=True):
    """How a kind of legislative act is spoken of: `of` before its name, `this` for one named.

    `name` is the kind's in small letters, as it stands in the names of acts; empty for any other.
    """

    name: str
    of: str
    this: str


class Language(Struct, frozen=True):
    """All that the program says in one language.

    `letter` stands in file names (E, F, D); `labels` by kind (`note`, `example`, `table` …),
    `names` how running text calls a thing (`{0}` is its number), `titles` of the fixed clauses,
    `boilerplate` the fixed sentences by edition, `written` the words before a reference that
    matter to how it reads, `forms` the verbal forms. Before one of
    `ordinals`, or after one of `determiners`, a number with a stop is an ordinal ("1. Januar", "zum
    1. Aufruf"), not the end of a sentence; after one of `conditions` at its beginning, a sentence
    says its main clause behind the first comma.
    """

    code: str
    letter: str
    name: str
    locale: str
    labels: Mapping[str, str]
    names: Mapping[str, str]
    titles: Mapping[str, str]
    boilerplate: Mapping[str, str]
    written: Mapping[str, tuple[str, ...]]
    abbreviations: tuple[str, ...]
    forms: tuple[VerbalForm, ...]
    covers: Mapping[str, str]
    acts: tuple[ActForm, ...]
    ordinals: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


@cache
def language(code: str) -> Language:
    """The data of a language; one that we have no data for is shown with English words."""
    known = code if code in LANGUAGES else "en"
    data = packaged("clausier.language", f"{known}.yml")
    verbs = packaged("clausier.language", f"verbs.{known}.yml")
    return Language(
        code=code,
        letter=data["letter"],
        name=data["name"],
        locale=data["locale"],
        labels=data["labels"],
        names=data["names"],
        titles=data["titles"],
        boilerplate=data["boilerplate"],
        written={key: tuple(words) for key, words in data["written"].items()},
        abbreviations=tuple(data["abbreviations"]),
        forms=tuple(_forms(verbs["forms"])),
        covers=data["covers"],
        acts=tuple(ActForm(**form) for form in data["acts"]),
        ordinals=tuple(verbs.get("ordinals", ())),
        determiners=tuple(verbs.get("determiners", ())),
        conditions=tuple(verbs["conditions"].split()),
    )


def _forms(rows: list[dict[str, Any]]) -> list[VerbalForm]:
    return [
        VerbalForm(
            type=str(row["type"]),
            form=str(row["form"]),
            pattern=re.compile(str(row["pattern"]), re.IGNORECASE),
            main=bool(row.get("main", False)),
            negative=bool(row.get("negative", False)),
            words=tuple(str(row["words"]).split()),
            unless=re.compile(row["unless"], re.IGNORECASE) if "unless" in row else None,
            elsewhere=row.get("elsewhere"),
        )
        for row in rows
    ]
