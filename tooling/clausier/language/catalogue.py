"""What the drafting rules ask and no rule looks for: the reasons, and the questions to a person."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pkgutil import get_data

import yaml
from msgspec import Struct

from clausier.language.packaged import packaged


class Unruled(Struct, frozen=True):
    """A row of the catalogue without a rule: why, where the Directives ask it, what it is."""

    row: str
    why: str
    clause: str
    words: Mapping[str, str]


class Question(Struct, frozen=True):
    """One thing that a person looks at; `about` says of which documents it is asked."""

    id: str
    clause: str
    rows: tuple[str, ...]
    about: str
    words: Mapping[str, str]


@cache
def unruled() -> tuple[Unruled, ...]:
    """Every row without a rule, in the order of the catalogue."""
    rows = packaged("clausier.language", "catalogue.yml")["rows"]
    return tuple(Unruled(row, data["why"], data["clause"], data) for row, data in rows.items())


def reason(why: str, language: str) -> str:
    """Why there is no rule, in English or French."""
    words: Mapping[str, str] = packaged("clausier.language", "catalogue.yml")["reasons"][why]
    return words.get(language, words["en"])


@cache
def questions() -> tuple[Question, ...]:
    """The checklist, in the order of the Directives' clauses."""
    known = yaml.safe_load(get_data("clausier.language", "checklist.yml") or b"[]")
    return tuple(
        Question(one["id"], one["clause"], tuple(one.get("rows", ())), one.get("about", ""), one)
        for one in known
    )
