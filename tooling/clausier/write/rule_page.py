"""The page that lists every rule, made from the rules: what is wrong, why, what to write."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

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
    if fault.source:
        facts.append(fault.source)
    return [
        f"### `{fault.id}` {{#{fault.id.replace('/', '-')}}}",
        f"**{fault_title(fault, language)}**",
        *_paragraphs(fault_explanation(fault, language)),
        f"*{'; '.join(facts)}*",
    ]


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
