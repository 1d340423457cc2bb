"""Finding what modules declare, so that nothing has to be registered."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from clausier.source.diagnostic import Fault


def faults_in(*packages: str) -> tuple[Fault, ...]:
    """The faults that the modules of some packages declare in `FAULTS`, sorted by id."""
    found: dict[str, Fault] = {}
    for name in packages:
        package = import_module(name)
        modules = walk_packages(package.__path__, f"{name}.")
        for module in (package, *(import_module(one.name) for one in modules)):
            found |= {fault.id: fault for fault in getattr(module, "FAULTS", ())}
    return tuple(found[id] for id in sorted(found))
