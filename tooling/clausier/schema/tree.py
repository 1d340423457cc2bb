"""A YAML value whose every part knows its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from clausier.source.place import Span


class Tree(Struct, frozen=True):
    """A YAML value: `value` is it as plain Python, `span` its place.

    Of a mapping, `keys` are the places of its keys and `items` its values by key; of a list,
    `items` are its values by index. Dates are strings, as they were written. The place of a quoted
    text leaves out its quotes; `written` is a scalar as it stands in the file, without them.
    """

    span: Span
    value: Any
    keys: Mapping[str, Span] = field(default_factory=dict)
    items: Mapping[str | int, Tree] = field(default_factory=dict)
    written: str | None = None

    def get(self, key: str) -> Tree | None:
        """The value of a key of a mapping; None where the key is absent or null."""
        found = self.items.get(key)
        return None if found is None or found.value is None else found
