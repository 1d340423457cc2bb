"""Values as YAML: what the generator's configuration and front matters need, no more."""

from __future__ import annotations

import json
from collections.abc import Mapping


def mapping(value: Mapping[str, object], depth: int = 0) -> str:
    """A mapping, one key a line, nested values indented."""
    return "".join(_entry(scalar(key), item, depth) for key, item in value.items())


def _entry(key: str, value: object, depth: int) -> str:
    before = "  " * depth
    if isinstance(value, Mapping) and value:
        return f"{before}{key}:\n{mapping(value, depth + 1)}"
    if isinstance(value, (list, tuple)) and value:
        return f"{before}{key}:\n{_sequence(value, depth + 1)}"
    return f"{before}{key}: {scalar(value)}\n"


def _sequence(values: list[object] | tuple[object, ...], depth: int) -> str:
    before = "  " * depth
    lines: list[str] = []
    for value in values:
        if isinstance(value, Mapping) and value:
            nested = mapping(value, depth + 1)
            lines.append(f"{before}- {nested[len(before) + 2 :]}")
        elif isinstance(value, (list, tuple)) and value:
            lines.append(f"{before}-\n{_sequence(value, depth + 1)}")
        else:
            lines.append(f"{before}- {scalar(value)}\n")
    return "".join(lines)


def scalar(value: object) -> str:
    """A single value, quoted so that no sign in it means anything to YAML.

    >>> scalar("yes: no")
    '"yes: no"'
    """
    if isinstance(value, str):
        quoted = json.dumps(value, ensure_ascii=False)
        return quoted if value.isprintable() else "".join(map(_escaped, quoted))
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, (list, tuple)):
        return "[]"
    return json.dumps(value)


def _escaped(sign: str) -> str:
    return sign if sign.isprintable() else f"\\U{ord(sign):08X}"
