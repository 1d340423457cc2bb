"""What to say of a value of another type than expected."""

from __future__ import annotations

from typing import Any

from clausier.schema.faults import EMPTY, WRONG_TYPE
from clausier.schema.tree import Tree
from clausier.source.diagnostic import Diagnostic, Edit, Message, say
from clausier.source.place import Span


def wrong_type(tree: Tree, name: str, key: Span, in_list: bool, part: Any) -> Diagnostic:
    """A value whose type is not that of the schema `part`; `name` is the key it belongs to."""
    wanted = part["type"] if isinstance(part["type"], str) else part["type"][0]
    help, edit = _cure(tree, wanted, part)
    if tree.value is None:
        return EMPTY.at(key, _empty(name, in_list), help)
    span = tree.span if tree.span.end > tree.span.start else key
    return WRONG_TYPE.at(span, _found(tree, name, in_list), help, edits=edit)


def _empty(name: str, in_list: bool) -> Message:
    if not name:
        return say("nothing stands here")
    return say("an item of `{0}` is empty", name) if in_list else say("`{0}` is empty", name)


def _found(tree: Tree, name: str, in_list: bool) -> Message:
    if not name:
        return say("a group of keys is expected here")
    match tree.value:
        case bool():
            return say("`{0}` is read as yes or no", name)
        case int() | float() if in_list:
            return say("an item of `{0}` is a number", name)
        case int() | float():
            return say("`{0}` is a number", name)
        case list() if in_list:
            return say("an item of `{0}` is a list", name)
        case list():
            return say("`{0}` is a list", name)
        case dict() if in_list:
            return say("an item of `{0}` is a group of keys", name)
        case dict():
            return say("`{0}` is a group of keys", name)
        case _ if in_list:
            return say("an item of `{0}` is a text", name)
        case _:
            return say("`{0}` is a text", name)


def _cure(tree: Tree, wanted: str, part: Any) -> tuple[Message, tuple[Edit, ...]]:
    written = tree.written
    match wanted:
        case "string" if written and isinstance(tree.value, bool | int | float):
            quoted = f'"{written}"'
            return say("write it in quotes: `{0}`", quoted), (Edit(tree.span, quoted),)
        case "string":
            return say("write one text"), ()
        case "array" if written and "\n" not in written:
            return say("write a list: `[{0}]`", written), ()
        case "array":
            return say("write a list in square brackets"), ()
        case "object" if part.get("properties"):
            keys = ", ".join(f"`{key}`" for key in part["properties"])
            return say("write its keys below it, each on an indented line: {0}", keys), ()
        case "object":
            return say("write its keys below it, each on an indented line"), ()
        case "boolean":
            return say("write `true` or `false`"), ()
        case "integer":
            return say("write a whole number, without quotes"), ()
        case _:
            return say("write it as the guide shows"), ()
