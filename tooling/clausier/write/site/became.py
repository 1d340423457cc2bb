"""What became of a principle or a session, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable

from clausier.model.walk import clauses
from clausier.resolve.resolved import Version
from clausier.write.site.address import Key
from clausier.write.site.markup import link, paragraph, spoken, text
from clausier.write.site.sheet import Sheet, chosen


def became(sheet: Sheet, principles: Iterable[str], session: str = "") -> str:
    """The clauses that came of it, what is undecided, what was not taken up; that nothing did."""
    ids = tuple(dict.fromkeys(principles))
    carried, named = _clauses(sheet, ids, session)
    parts = [
        _part(sheet, "became-clauses", carried),
        _part(sheet, "became-named", [one for one in named if one not in carried]),
        _part(sheet, "became-pending", _proposals(sheet, ids, ("pending",))),
        _part(sheet, "became-rejected", _proposals(sheet, ids, ("rejected", "withdrawn"))),
    ]
    joint = sheet.word("became-joint")
    sentence = joint.join(filter(None, parts)) or text(sheet.word("became-nothing"))
    return paragraph(f"{sentence[0].upper()}{sentence[1:]}.", "cl-state cl-outcome")


def _part(sheet: Sheet, word: str, found: list[str]) -> str:
    return text(sheet.word(word)).replace("{0}", ", ".join(found)) if found else ""


def _clauses(sheet: Sheet, ids: tuple[str, ...], session: str) -> tuple[list[str], list[str]]:
    carried: dict[str, None] = {}
    named: dict[str, None] = {}
    for one in sheet.site.resolved.trace.links:
        version = sheet.site.versions.get((one.deliverable, one.language))
        if version and one.principle in ids and one.language == sheet.language:
            (carried if one.provisions else named)[_number(sheet, version, one.clause)] = None
    for version in sheet.site.in_language(sheet.language):
        for clause in clauses(version.clauses):
            if session and any(source.value == session for source in clause.sources):
                carried[_number(sheet, version, clause.id.value)] = None
    return list(carried), list(named)


def _number(sheet: Sheet, version: Version, id: str) -> str:
    target = version.targets.get(id)
    number = version.numbers.get(target.span) if target else None
    name = text(number.label if number else version.titles.get(id, id))
    way = sheet.within(version, id)
    return link(way, name) if way else name


def _proposals(sheet: Sheet, ids: tuple[str, ...], decisions: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for one in sheet.site.proposals.values():
        if one.principle.value in ids and one.decision in decisions:
            code = chosen(one.titles, sheet.language, sheet.site.languages)
            name = text(one.titles[code] if code else one.id.value)
            way = sheet.to(Key("proposal", one.id.value))
            shown = spoken(name, code or sheet.language, sheet.language)
            found.append(link(way, shown) if way else shown)
    return found
