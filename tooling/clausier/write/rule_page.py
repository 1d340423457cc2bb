"""The page that lists every rule, made from the rules: what is wrong, why, what to write."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from clausier.language.catalogue import reason, unruled
from clausier.language.interface import interface
from clausier.language.translate import fault_explanation, fault_title
from clausier.source.diagnostic import Fault


def rule_page(faults: Iterable[Fault], language: str) -> str:
    """A page of Markdown in a language: a section a family, and in it each rule with its anchor.

    The anchor of `notes/requirement-in-note` is `notes-requirement-in-note`.
    """
    words = interface(language)
    parts = [f"# {words['rules']} {{#top}}", words["rules-lead"]]
    for family, rules in groupby(faults, key=_family):
        parts.append(f"## {family} {{#{family}}}")
        parts += [part for fault in rules for part in _rule(fault, language)]
    return "\n\n".join(parts) + "\n"


def _family(fault: Fault) -> str:
    return fault.id.partition("/")[0]


def _rule(fault: Fault, language: str) -> list[str]:
    words = interface(language)
    facts = [words[f"severity-{fault.severity}"]]
    if fault.from_stage:
        facts.append(words["rule-from-stage"].format(fault.from_stage))
    if fault.languages:
        facts.append(words["rule-languages"].format(", ".join(fault.languages)))
    if fault.editions:
        facts.append(", ".join(fault.editions))
    if fault.profiles:
        facts.append(", ".join(fault.profiles))
    if fault.source:
        facts.append(fault.source)
    if fault.fixable:
        facts.append(words["rule-fixable"])
    return [
        f"### `{fault.id}` {{#{fault.id.replace('/', '-')}}}",
        f"**{fault_title(fault, language)}**",
        *_paragraphs(fault_explanation(fault, language)),
        f"*{'; '.join(facts)}*",
    ]


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def catalogue_page(faults: Iterable[Fault], language: str) -> str:
    """A page of Markdown: each row of the catalogue with its rules, or why there is none."""
    words = interface(language)
    answers: dict[str, list[str]] = {}
    for fault in faults:
        link = f"[`{fault.id}`](rules.md#{fault.id.replace('/', '-')})"
        for row in fault.catalogue:
            answers.setdefault(row, []).append(f"{link} {fault_title(fault, language)}")
    for one in unruled():
        what = one.words.get(language, one.words["en"])
        answers[one.row] = [f"*{what}*: {reason(one.why, language)} ({one.clause})"]
    parts = [f"# {words['catalogue']} {{#top}}", words["catalogue-lead"]]
    for family, rows in groupby(sorted(answers, key=_place_of_row), key=lambda row: row[:3]):
        lines = [f"| {row} | {'<br>'.join(answers[row])} |" for row in rows]
        head = f"| {words['catalogue-row']} | {words['catalogue-answer']} |\n|---|---|"
        parts += [f"## {family} {{#{family.lower()}}}", "\n".join((head, *lines))]
    return "\n\n".join(parts) + "\n"


_FAMILIES = (
    "STR", "TTL", "FWD", "INT", "SCO", "NRM", "TRM", "SYM", "VRB", "PLC", "NEF", "FIG", "TAB",
    "FRM", "LST", "REF", "ANX", "BIB", "NUM", "WRD", "LEG", "DOC",
)  # fmt: skip
"""The families of rows in the order of a document, those of Word files last."""


def _place_of_row(row: str) -> tuple[int, str]:
    return _FAMILIES.index(row[:3]), row
