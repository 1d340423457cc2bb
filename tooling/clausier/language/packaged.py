"""Data that comes with the program, read from YAML."""

from __future__ import annotations

from pkgutil import get_data
from typing import Any

import yaml


def packaged(package: str, *path: str) -> dict[str, Any]:
    """The data of one file of a package of ours; an empty file gives an empty mapping."""
    text = get_data(package, "/".join(path))
    data: dict[str, Any] = (
        yaml.load(text or b"", getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}
    )
    return data
