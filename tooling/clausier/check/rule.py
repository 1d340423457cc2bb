"""A rule: one function that looks at a workspace and yields findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import cleandoc

from msgspec import Struct

from clausier.check.subject import Subject
from clausier.source.diagnostic import Edit, Fault, Message, Related, Severity, fault
from clausier.source.place import Span


class Finding(Struct, frozen=True):
    """What a rule says of one place; `severity` replaces that of the rule where it is given."""

    span: Span
    message: Message
    help: Message | None = None
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    severity: Severity | None = None


Find = Callable[[Subject], Iterator[Finding]]


class Rule(Struct, frozen=True):
    """A fault and the function that finds it; `alone` is whether it looks at each file alone."""

    fault: Fault
    find: Find
    alone: bool = False


def rule(
    severity: Severity,
    source: str | None = None,
    *,
    from_stage: str | None = None,
    languages: tuple[str, ...] = (),
    catalogue: tuple[str, ...] = (),
    editions: tuple[str, ...] = (),
    profiles: tuple[str, ...] = (),
    fixable: bool = False,
    alone: bool = False,
) -> Callable[[Find], Rule]:
    """Make a rule of a function: its id is `module/function-name`, its docstring the explanation.

    `source` is the clause that asks for it; `languages` those it looks at (empty: all).
    `from_stage` is the harmonized stage code from which a finding is an error: before it, an
    error is a warning, and a warning or an info is what it is. `editions` (`dp2-2018`, `dp2-2021`)
    and `profiles` (`EN`, `TS`, `TR`, `CWA`, `Guide`) are those of the deliverables that are asked
    (empty: all). `fixable` says that the findings bring the edits that cure them.
    `alone` says that what is found in a file hangs on nothing but that file, how its references
    read and what `standard.yml` says: it is then asked only of files that changed.
    """

    def made(find: Find) -> Rule:
        family = find.__module__.rpartition(".")[2].replace("_", "-")
        name = find.__name__.replace("_", "-")
        known = fault(f"{family}/{name}", severity, cleandoc(find.__doc__ or name))
        return Rule(
            Fault(
                known.id, severity, known.title, known.explanation, source, from_stage,
                languages, catalogue, fixable, editions, profiles,
            ),
            find,
            alone,
        )  # fmt: skip

    return made


IR3 = "CEN/CENELEC Internal Regulations, Part 3"
"""How CEN's own drafting rules are named as the source of a rule."""


def dp2(clause: str) -> str:
    """How a clause of the Directives is named as the source of a rule.

    >>> dp2("24.5")
    'ISO/IEC Directives, Part 2:2021, 24.5'
    """
    return f"ISO/IEC Directives, Part 2:2021, {clause}"
