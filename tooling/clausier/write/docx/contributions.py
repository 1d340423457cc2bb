"""Who contributed what to a session, as a table."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from clausier.model.block import Cell, Paragraph, Row, Table
from clausier.model.inline import Text
from clausier.model.workspace import Contribution
from clausier.source.place import Span
from clausier.write.docx.blocks import blocks
from clausier.write.docx.draft import Draft
from clausier.write.docx.look import Look
from clausier.write.docx.words import words

COLUMNS = ("role", "title", "organization", "speaker")


def contributions(draft: Draft, given: tuple[Contribution, ...]) -> str:
    """The contributions of a session; a column in which nothing is known is left out."""
    if not given:
        return ""
    said = words(draft.language.code)
    known = [column for column in COLUMNS if any(_value(one, column) for one in given)]
    if known == ["role"]:
        return _roles(draft, given, said)
    heading = replace(draft.body, style="Tabletitle")
    place = given[0].span
    head = _row(place, [said[column] for column in known], header=True)
    rows = tuple(_row(one.span, [_shown(one, column, said) for column in known]) for one in given)
    table = Table(Span(place.path, place.start, place.start), None, (), len(known), (head,), rows)
    title = draft.paragraph(heading, draft.run(said["contributions"]))
    return title + blocks(draft, (table,), draft.body)


def _roles(draft: Draft, given: tuple[Contribution, ...], said: Mapping[str, str]) -> str:
    """Where nothing but the roles is known, a sentence that says so."""
    roles = ", ".join(_shown(one, "role", said) for one in given)
    lead = f"{said['contributions']}{draft.language.labels['colon']} "
    setting = replace(draft.body, lead=draft.run(lead, Look(bold=True).xml))
    return draft.paragraph(setting, draft.run(f"{roles} ({said['only-roles']})."))


def _value(one: Contribution, column: str) -> str | None:
    match column:
        case "role":
            return one.role
        case "title":
            return one.title
        case "organization":
            return one.organization
        case _:
            return one.speaker


def _shown(one: Contribution, column: str, said: Mapping[str, str]) -> str:
    value = _value(one, column) or said["not-recorded"]
    return said.get(value, value) if column == "role" else value


def _row(place: Span, texts: list[str], header: bool = False) -> Row:
    at = Span(place.path, place.start, place.start)
    cells = (Cell(at, (Paragraph(at, (Text(at, text),)),), header) for text in texts)
    return Row(at, tuple(cells))
