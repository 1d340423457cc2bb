"""Data that comes with the program, read from YAML."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml


def packaged(package: str, *path: str) -> dict[str, Any]:
    """The data of one file of a package of ours; an empty file gives an empty mapping."""
    text = files(package).joinpath(*path).read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}
    return data
