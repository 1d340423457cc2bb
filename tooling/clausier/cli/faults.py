"""Faults by their names, as a person types them."""

from __future__ import annotations

from difflib import get_close_matches

from clausier.pipeline import UsageError, all_faults
from clausier.source.diagnostic import Fault, say


def fault_named(name: str) -> Fault:
    """The fault with the id `name`; raises `UsageError` with the nearest id."""
    known = {fault.id: fault for fault in all_faults()}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, 1) or [id for id in known if id.endswith(f"/{name}")]
    if near:
        raise UsageError(say("there is no rule `{0}`; did you mean `{1}`?", name, near[0]))
    raise UsageError(say("there is no rule `{0}`; `clausier rules` lists all", name))


def sure_of(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """The patterns of `--select` and `--ignore`, each of which must name something."""
    known = [fault.id for fault in all_faults()] if patterns else []
    families = {id.partition("/")[0] for id in known}
    for pattern in patterns:
        if "*" not in pattern and pattern not in families:
            fault_named(pattern)
    return patterns
