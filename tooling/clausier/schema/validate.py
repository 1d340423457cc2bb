"""What the schemas say of a front matter or YAML file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pkgutil import get_data
from typing import Any

from clausier.schema.plain import Test, checker
from clausier.schema.tree import Tree
from clausier.source.diagnostic import Diagnostic

KINDS = (
    "standard", "references", "clause", "term", "principle", "proposal", "seminar", "session",
    "config",
)  # fmt: skip
"""What has a schema of its own: `KIND.schema.json`."""

_SHARED = "definitions.schema.json"


def validate(kind: str, tree: Tree) -> tuple[Diagnostic, ...]:
    """What is wrong with `tree` in the eyes of the schema for `kind`, in the order of the text."""
    if _plainly_right(kind)(tree.value):
        return ()
    from jsonschema import Draft202012Validator

    from clausier.schema.sentences import sentences

    known = schema(kind)
    errors = Draft202012Validator(known).iter_errors(tree.value)
    said = dict.fromkeys(each for error in errors for each in sentences(known, tree, error))
    return tuple(sorted(said, key=lambda each: (each.span, each.rule)))


@cache
def schema(kind: str) -> Mapping[str, Any]:
    """The schema for `kind`, with the definitions that it shares with others put into it."""
    own, shared = _file(f"{kind}.schema.json"), _file(_SHARED)
    definitions = {**shared["$defs"], **own.get("$defs", {})}
    whole: Mapping[str, Any] = _local({**own, "$defs": definitions})
    return whole


def _file(name: str) -> dict[str, Any]:
    text = get_data("clausier.schema", name) or b""
    data: dict[str, Any] = json.loads(text)
    return data


def _local(part: Any) -> Any:
    if isinstance(part, dict):
        return {
            key: value.removeprefix(_SHARED) if key == "$ref" else _local(value)
            for key, value in part.items()
        }
    return [_local(item) for item in part] if isinstance(part, list) else part


@cache
def _plainly_right(kind: str) -> Test:
    return checker(schema(kind))
