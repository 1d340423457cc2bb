"""The pages that list every rule, and what the catalogue of drafting rules asks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from clausier.language.catalogue import reason, unruled
from clausier.language.interface import interface
from clausier.language.translate import fault_title
from clausier.source.diagnostic import Fault


def rule_page(faults: Iterable[Fault], language: str) -> str:
    """A page of Markdown in a language: a section a family, and in it each rule with its anchor.

    The anchor of `notes/requirement-in-note` is `notes-requirement-in-note`; each leads to the page
    of the rule, which stands below this one.
    """
    words = interface(language)
    parts = [f"# {words['rules']} {{#top}}", words["rules-lead"]]
    for family, rules in groupby(faults, key=_family):
        parts.append(f"## {family} {{#{family}}}")
        parts.append("\n".join(_line(fault, language) for fault in rules))
    return "\n\n".join(parts) + "\n"


def address(fault: Fault) -> str:
    """Where the page of a rule stands, from the folder of the page of all rules.

    >>> from clausier.source.diagnostic import Severity
    >>> address(Fault("notes/typed-number", Severity.ERROR, "", ""))
    'notes/typed-number.html'
    """
    return f"{fault.id}.html"


def _family(fault: Fault) -> str:
    return fault.id.partition("/")[0]


def _line(fault: Fault, language: str) -> str:
    severity = interface(language)[f"severity-{fault.severity}"]
    way = f"[`{fault.id}`]({address(fault)}){{ #{fault.id.replace('/', '-')} }}"
    return f"- {way} {fault_title(fault, language)} *{severity}*"


def facts(fault: Fault, language: str) -> list[str]:
    """What there is to know of a rule besides its words: who asks for it, where, from when on."""
    named = {
        "rule-source": fault.source or "",
        "rule-from-stage": fault.from_stage or "",
        "rule-languages": ", ".join(fault.languages),
        "rule-editions": ", ".join(fault.editions),
        "rule-profiles": ", ".join(fault.profiles),
        "rule-fixable": "yes" if fault.fixable else "",
        "rule-catalogue": ", ".join(fault.catalogue),
    }
    words = interface(language)
    return [words[key].format(value) for key, value in named.items() if value]


def paragraphs(explanation: str) -> list[str]:
    """The paragraphs of an explanation, each on one line."""
    return [" ".join(part.split()) for part in explanation.split("\n\n") if part.strip()]


def catalogue_page(faults: Iterable[Fault], language: str) -> str:
    """A page of Markdown: each row of the catalogue with its rules, or why there is none."""
    words = interface(language)
    answers: dict[str, list[str]] = {}
    for fault in faults:
        link = f"[`{fault.id}`](../rules/{address(fault)})"
        for row in fault.catalogue:
            answers.setdefault(row, []).append(f"{link} {fault_title(fault, language)}")
    for one in unruled():
        what = one.words.get(language, one.words["en"])
        why = words["catalogue-why"].format(f"*{what}*", reason(one.why, language), one.clause)
        answers[one.row] = [why]
    parts = [f"# {words['catalogue']} {{#top}}", words["catalogue-lead"]]
    for family, rows in groupby(sorted(answers, key=_place_of_row), key=lambda row: row[:3]):
        lines = [f"| {row} | {'<br>'.join(answers[row])} |" for row in rows]
        head = f"| {words['catalogue-row']} | {words['catalogue-answer']} |\n|---|---|"
        parts += [f"## {family} {{#{family.lower()}}}", "\n".join((head, *lines))]
    return "\n\n".join(parts) + "\n"


_FAMILIES = (
    "STR", "TTL", "FWD", "INT", "SCO", "NRM", "TRM", "SYM", "VRB", "PLC", "NEF", "FIG", "TAB",
    "FRM", "LST", "REF", "ANX", "ANZ", "BIB", "NUM", "WRD", "LEG", "DOC",
)  # fmt: skip
"""The families of rows in the order of a document, those of Word files last."""


def _place_of_row(row: str) -> tuple[int, str]:
    return _FAMILIES.index(row[:3]), row
