"""A quick look at a value: is it plainly as a schema asks? jsonschema has the last word.

Most front matters are right, and jsonschema is slow to say so (and slow to import). This checker
knows the keywords that our schemas use and answers True only where jsonschema finds no error; a
keyword it does not know makes it answer False to everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

Test = Callable[[Any], bool]
Make = Callable[[Any], Test]

_TYPES: Final[Mapping[str, type]] = {
    "string": str,
    "boolean": bool,
    "null": type(None),
    "array": list,
    "object": dict,
}
_SILENT = frozenset(
    ("$schema", "$id", "$defs", "title", "description", "examples", "default", "then", "else")
)


class _UnknownKeywordError(Exception):
    """A keyword that this checker does not know."""


def checker(schema: Mapping[str, Any]) -> Test:
    """A test that is True only for values without an error in the eyes of `schema`."""
    made: dict[str, Test] = {}

    def make(part: Any) -> Test:
        return _all([_keyword(key, part, make, named) for key in part if _speaks(key, part)])

    def named(reference: str) -> Test:
        if reference not in made:
            made[reference] = _never
            made[reference] = make(schema["$defs"][reference.removeprefix("#/$defs/")])
        return made[reference]

    try:
        return make(schema)
    except _UnknownKeywordError:
        return _never


def _never(_: Any) -> bool:
    return False


def _speaks(keyword: str, schema: Any) -> bool:
    beside = keyword == "additionalProperties" and "properties" in schema
    return keyword not in _SILENT and not beside


def _all(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]

    def test(value: Any) -> bool:
        for each in tests:  # noqa: SIM110 - a generator takes twice the time here
            if not each(value):
                return False
        return True

    return test


def _keyword(keyword: str, schema: Any, make: Make, named: Callable[[str], Test]) -> Test:
    wanted = schema[keyword]
    match keyword:
        case "$ref":
            return named(wanted)
        case "properties" | "additionalProperties":
            return _properties(schema, make)
        case "items":
            return _every(list, make(wanted))
        case "propertyNames":
            return _every(dict, make(wanted))
        case "allOf":
            return _all([make(part) for part in wanted])
        case "if":
            return _choice(make(wanted), make(schema.get("then", {})), make(schema.get("else", {})))
        case "not":
            return _absent(wanted)
        case "type":
            return _type([wanted] if isinstance(wanted, str) else wanted)
        case "enum" | "const":
            return _one_of(wanted if keyword == "enum" else [wanted])
        case _:
            return _measure(keyword, wanted)


def _measure(keyword: str, wanted: Any) -> Test:
    match keyword:
        case "required":
            names = frozenset(wanted)
            return lambda value: not isinstance(value, dict) or names <= value.keys()
        case "pattern":
            search = re.compile(wanted).search
            return lambda value: not isinstance(value, str) or search(value) is not None
        case "minLength":
            return lambda value: not isinstance(value, str) or len(value) >= wanted
        case "maxLength":
            return lambda value: not isinstance(value, str) or len(value) <= wanted
        case "minItems":
            return lambda value: not isinstance(value, list) or len(value) >= wanted
        case "minProperties":
            return lambda value: not isinstance(value, dict) or len(value) >= wanted
        case "minimum":
            return lambda value: type(value) not in (int, float) or value >= wanted
        case "uniqueItems":
            return _unique
        case _:
            raise _UnknownKeywordError(keyword)


def _type(names: list[str]) -> Test:
    types = tuple(_TYPES[name] for name in names if name != "integer")
    if "integer" in names:
        return lambda value: type(value) is int or isinstance(value, types)
    return lambda value: isinstance(value, types)


def _one_of(values: list[str | None]) -> Test:
    known = frozenset(values)
    return lambda value: (value is None or type(value) is str) and value in known


def _properties(schema: Any, make: Make) -> Test:
    known = {key: make(part) for key, part in schema.get("properties", {}).items()}
    others = schema.get("additionalProperties", True)
    other = make(others) if isinstance(others, dict) else (lambda _: bool(others))

    def test(value: Any) -> bool:
        if isinstance(value, dict):
            for key, item in value.items():
                if not known.get(key, other)(item):
                    return False
        return True

    return test


def _every(kind: type, test: Test) -> Test:
    return lambda value: not isinstance(value, kind) or all(map(test, value))  # type: ignore[call-overload]


def _choice(condition: Test, then: Test, other: Test) -> Test:
    return lambda value: then(value) if condition(value) else other(value)


def _absent(wanted: Any) -> Test:
    if not set(wanted) - _SILENT <= {"required"}:
        raise _UnknownKeywordError("not")
    names = frozenset(wanted["required"])
    return lambda value: isinstance(value, dict) and not names <= value.keys()


def _unique(value: Any) -> bool:
    if not isinstance(value, list):
        return True
    return all(type(item) is str for item in value) and len(set(value)) == len(value)
