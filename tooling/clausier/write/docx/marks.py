"""Bookmarks: invisible anchors by which a clause, paragraph or row is found again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from msgspec import Struct, field

LONGEST = 40
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


def mark_name(anchor: str) -> str:
    """The bookmark of an anchor: at most 40 letters, digits and `_`, the same in every build.

    An anchor that Word cannot take as it is keeps what it can and ends in a digest of the whole.

    >>> mark_name("service-promise")
    'service_promise'
    >>> mark_name("counter-day-2023/long-queue")
    'counter_day_2023_long_queue_b941c218'
    """
    name = anchor.replace("-", "_")
    if len(name) <= LONGEST and _PLAIN.fullmatch(anchor):
        return name
    digest = hashlib.sha256(anchor.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    kept = re.sub(r"[^A-Za-z0-9]+", "_", anchor).strip("_")
    if not kept[:1].isascii() or not kept[:1].isalpha():
        kept = f"c_{kept}"
    return f"{kept[: LONGEST - 9].rstrip('_')}_{digest}"


class Marks(Struct):
    """The bookmarks of one file: names are unique, ids count."""

    names: dict[str, int] = field(default_factory=dict)

    def around(self, names: Iterable[str], content: str) -> str:
        """`content` within bookmarks; a name that was given before is left out."""
        before, after = "", ""
        for name in names:
            if name in self.names:
                continue
            number = self.names[name] = len(self.names) + 1
            before += f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
            after = f'<w:bookmarkEnd w:id="{number}"/>' + after
        return before + content + after
