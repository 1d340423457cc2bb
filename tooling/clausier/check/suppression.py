"""What authors asked not to be told: `<!-- allow family/fault: reason -->`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from msgspec import Struct, field

from clausier.check.nearest import Nearest, did_you_mean
from clausier.model.clause import Allow
from clausier.source.diagnostic import Diagnostic, Severity, fault, say

UNUSED_ALLOW = fault(
    "check/unused-allow",
    Severity.WARNING,
    """An exception is allowed that nothing needs.

    An `allow` comment that no longer has anything to allow would hide the next fault at that
    place. Delete the comment.""",
)
UNKNOWN_RULE = fault(
    "check/unknown-rule",
    Severity.WARNING,
    """An exception is allowed to a rule that does not exist.

    The comment has no effect, because no rule has that name. Write the id of the rule as it
    stands in the report, `family/fault`; `clausier rules` lists them all.""",
)
FAULTS = (UNUSED_ALLOW, UNKNOWN_RULE)


def matches(pattern: str, rule: str) -> bool:
    """Whether a rule is meant by an id, a family, or a pattern with `*` and `?`.

    >>> matches("notes", "notes/requirement-in-note"), matches("not*", "notes/x")
    (True, True)
    """
    return pattern == rule or rule.startswith(f"{pattern}/") or fnmatchcase(rule, pattern)


def chosen(rule: str, select: Collection[str], ignore: Collection[str]) -> bool:
    """Whether a rule is to be asked: selected (an empty `select` is all) and not ignored."""
    wanted = not select or any(matches(pattern, rule) for pattern in select)
    return wanted and not any(matches(pattern, rule) for pattern in ignore)


class Suppressed(Struct, frozen=True):
    """What is left of the diagnostics, and the exceptions that took something away."""

    left: tuple[Diagnostic, ...]
    used: frozenset[Allow] = field(default_factory=frozenset)


def suppress(found: Iterable[Diagnostic], allows: Iterable[Allow]) -> Suppressed:
    """Take away each diagnostic that an exception covers."""
    by_path: defaultdict[str, list[Allow]] = defaultdict(list)
    for allow in allows:
        by_path[allow.covers.path].append(allow)
    left: list[Diagnostic] = []
    used: set[Allow] = set()
    for diagnostic in found:
        covering = [
            allow for allow in by_path.get(diagnostic.span.path, ()) if _covers(allow, diagnostic)
        ]
        used.update(covering)
        if not covering:
            left.append(diagnostic)
    return Suppressed(tuple(left), frozenset(used))


def _covers(allow: Allow, diagnostic: Diagnostic) -> bool:
    return allow.covers.holds(diagnostic.span) and matches(allow.rule, diagnostic.rule)


def idle(
    allows: Sequence[Allow], used: Collection[Allow], known: Collection[str], asked: Collection[str]
) -> Iterator[Diagnostic]:
    """Each exception that nothing needs, or that names no rule.

    One is idle only if every rule that it names was asked.
    """
    ids = sorted(known)
    nearest = Nearest((*ids, *(rule.partition("/")[0] for rule in ids)))
    for allow in allows:
        if allow in used:
            continue
        named = [rule for rule in ids if matches(allow.rule, rule)]
        if not named:
            yield UNKNOWN_RULE.at(
                allow.span,
                say("no rule is called `{0}`", allow.rule),
                did_you_mean(nearest(allow.rule), say("write an id that `clausier rules` lists")),
            )
        elif all(rule in asked for rule in named):
            yield UNUSED_ALLOW.at(
                allow.span,
                say("nothing here needs the exception to `{0}`", allow.rule),
                say("delete the comment"),
            )
