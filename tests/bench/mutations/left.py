"""What is not planted in a language, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clausier.rules import discover
from tests.bench.mutations.plant import Fault
from tests.bench.mutations.texts import LANGUAGES

LEFT: Mapping[str, tuple[tuple[str, ...], str]] = {
    "languages/": (("de",), "the German text has no translation beside it"),
    "parity/": (("de",), "the German text has no translation beside it"),
    "proceedings/no-outcome": (("en",), "no session is written in English"),
    "proceedings/unknown-principle": (("en",), "no session is written in English"),
    "proceedings/unknown-theme": (("en",), "no session is written in English"),
    "proceedings/unknown-to-principle": (("en",), "no session is written in English"),
    "trace/outdated-translation": (("de", "en"), "only the French text is known as a translation"),
}
"""Rules, or families, that the texts leave no place for in some languages, with the reason."""


def lacking(faults: Iterable[Fault]) -> Iterator[tuple[str, str]]:
    """Each rule with a language in which nobody plants it, though it speaks that language."""
    planted = {(fault.rule, fault.language) for fault in faults}
    for rule in discover():
        for code in rule.fault.languages or LANGUAGES:
            if (rule.fault.id, code) not in planted:
                yield rule.fault.id, code


def reason(rule: str, language: str) -> str:
    """Why a rule is not planted in a language; empty where nobody has said so."""
    for each, (languages, why) in LEFT.items():
        if language in languages and (
            rule == each or (each.endswith("/") and rule.startswith(each))
        ):
            return why
    return ""
