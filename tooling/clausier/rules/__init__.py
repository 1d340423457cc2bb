"""What is asked of a workspace: one file a family, one function a rule."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from clausier.check.rule import Rule


def discover() -> tuple[Rule, ...]:
    """Every rule of this package, by id: a rule is known as soon as it is written."""
    found = {
        value.fault.id: value
        for module in iter_modules(__path__, f"{__name__}.")
        for value in vars(import_module(module.name)).values()
        if isinstance(value, Rule)
    }
    return tuple(found[id] for id in sorted(found))
