"""An error of jsonschema in a sentence of ours, at the key or value it is about."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from clausier.schema.faults import (
    BAD_FORM,
    EMPTY,
    MISSING_KEY,
    REPEATED,
    UNKNOWN_KEY,
    UNKNOWN_VALUE,
)
from clausier.schema.forms import bad_form
from clausier.schema.tree import Tree
from clausier.schema.types import wrong_type
from clausier.source.diagnostic import Diagnostic, Edit, say
from clausier.source.place import Span

if TYPE_CHECKING:
    from jsonschema import ValidationError


class _Spot(Struct, frozen=True):
    """A value in a tree: `name` is the nearest key above it, `key` where that stands."""

    tree: Tree
    name: str
    key: Span
    in_list: bool


def sentences(
    schema: Mapping[str, Any], tree: Tree, error: ValidationError
) -> Iterator[Diagnostic]:
    """What to say of one error that jsonschema found in `tree`."""
    spot = _spot(tree, error.absolute_path)
    part: Any = error.schema
    if "propertyNames" in error.schema_path:
        name = str(error.instance)
        yield bad_form(part, name, spot.tree.keys[name])
        return
    match error.validator:
        case "additionalProperties":
            yield from _unknown_keys(spot, part)
        case "required":
            yield from _missing_keys(schema, spot, part)
        case "not":
            yield from _out_of_place(spot, part["not"])
        case "enum" | "const":
            yield _unknown_value(spot, part.get("enum") or [part["const"]])
        case "type":
            yield wrong_type(spot.tree, spot.name, spot.key, spot.in_list, part)
        case "uniqueItems":
            yield from _repeated(spot)
        case "minLength" | "minItems" | "minProperties":
            yield EMPTY.at(_whole(spot), say("`{0}` is empty", spot.name), _example(part))
        case "maxLength":
            length = part["maxLength"]
            yield BAD_FORM.at(
                spot.tree.span,
                say("`{0}` is longer than {1} characters", spot.name, length),
                say("write it shorter"),
            )
        case _:
            yield bad_form(part, _written(spot.tree), spot.tree.span)


def _spot(tree: Tree, path: Iterable[str | int]) -> _Spot:
    here, name, key, in_list = tree, "", tree.span.first(3), False
    for step in path:
        if isinstance(step, str):
            name, key = step, here.keys[step]
        in_list = isinstance(step, int)
        here = here.items[step]
        if in_list and here.keys:
            key = next(iter(here.keys.values()))
    return _Spot(here, name, key, in_list)


def _unknown_keys(spot: _Spot, part: Any) -> Iterator[Diagnostic]:
    known = tuple(part.get("properties", {}))
    for key, span in spot.tree.keys.items():
        if key in known:
            continue
        close = get_close_matches(key.casefold().replace("_", "-"), known, 1, 0.6)
        close = close or get_close_matches(key.casefold().replace("-", "_"), known, 1, 0.6)
        absent = [name for name in known if name not in spot.tree.keys]
        yield UNKNOWN_KEY.at(
            span,
            say("unknown key `{0}`", key),
            say("did you mean `{0}`?", close[0])
            if close
            else say("these keys are possible here: {0}", _listed(absent or known)),
            edits=(Edit(span, close[0]),) if close and close[0] in absent else (),
        )


def _missing_keys(schema: Mapping[str, Any], spot: _Spot, part: Any) -> Iterator[Diagnostic]:
    for key in part["required"]:
        if key in spot.tree.keys:
            continue
        known = part.get("properties", schema.get("properties", {})).get(key, {})
        examples = _examples(known, schema)
        yield MISSING_KEY.at(
            spot.key,
            say("key `{0}` is missing", key),
            say("add a line such as `{0}: {1}`", key, _yaml(examples[0]))
            if examples
            else say("add a line that begins with `{0}:`", key),
        )


def _out_of_place(spot: _Spot, part: Any) -> Iterator[Diagnostic]:
    for key in part["required"] if spot.tree.keys else ():
        yield UNKNOWN_KEY.at(
            spot.tree.keys[key],
            say("key `{0}` has no place in this kind of clause", key),
            say("delete the line, or write `kind: annex` if this is an annex"),
        )


def _unknown_value(spot: _Spot, values: list[str | None]) -> Diagnostic:
    if spot.tree.value is None:
        return EMPTY.at(
            spot.key, say("`{0}` is empty", spot.name), say("write one of {0}", _listed(values))
        )
    if isinstance(spot.tree.value, list | dict):
        return wrong_type(spot.tree, spot.name, spot.key, spot.in_list, {"type": "string"})
    known = [value for value in values if value is not None]
    written = _written(spot.tree)
    by_fold = {value.casefold(): value for value in known}
    close = get_close_matches(written.casefold(), tuple(by_fold), 1, 0.6)
    right = by_fold[close[0]] if close else None
    return UNKNOWN_VALUE.at(
        spot.tree.span,
        say("`{0}` cannot be `{1}`", spot.name, written),
        say("did you mean `{0}`?", right) if right else say("write one of {0}", _listed(known)),
        edits=(Edit(spot.tree.span, right),) if right else (),
    )


def _repeated(spot: _Spot) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for item in spot.tree.items.values():
        written = _written(item)
        if written in seen:
            yield REPEATED.at(
                item.span,
                say("`{0}` stands in `{1}` twice", written, spot.name),
                say("delete one of the two"),
            )
        seen.add(written)


def _whole(spot: _Spot) -> Span:
    return spot.tree.span if spot.tree.span.end > spot.tree.span.start else spot.key


def _example(part: Any) -> Any:
    examples = part.get("examples")
    return say("write for example `{0}`", _yaml(examples[0])) if examples else None


def _examples(part: Any, schema: Mapping[str, Any]) -> list[Any]:
    found: list[Any] = part.get("examples", [])
    if not found and "$ref" in part:
        return _examples(schema["$defs"][part["$ref"].removeprefix("#/$defs/")], schema)
    return found


def _written(tree: Tree) -> str:
    return str(tree.value) if tree.written is None else " ".join(tree.written.split())


def _listed(values: Iterable[str | None]) -> str:
    return ", ".join(f"`{value}`" for value in values if value is not None)


def _yaml(value: Any) -> str:
    """A value as one writes it in YAML on one line."""
    if isinstance(value, str):
        plain = re.fullmatch(r"[^\W\d][\w ./'’—-]*", value)
        return value if plain else json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(_yaml(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_yaml(item)}' for key, item in value.items())}}}"
    return json.dumps(value)
