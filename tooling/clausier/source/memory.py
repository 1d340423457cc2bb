"""What was found of each file when its bytes were last seen, so that it need not be found again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

SIZE = 16


class Entry(Struct):
    """The digest of a file's bytes, and each thing found of it with what else it was found from."""

    digest: bytes
    found: dict[str, tuple[bytes, Any]] = field(default_factory=dict)


class Memory:
    """What is known of files by their paths; `fresh` are those of which something new is known.

    What is found of a file may hang on more than its bytes: then all of it goes into a key, and
    under another key nothing is known.
    """

    __slots__ = ("_before", "fresh", "seen")

    def __init__(self, before: Mapping[str, Entry] | None = None) -> None:
        self._before = before or {}
        self.seen: dict[str, Entry] = {}
        self.fresh: set[str] = set()

    def see(self, path: str, data: bytes) -> None:
        """Forget what was found of a file if its bytes are others now."""
        digest = hashlib.blake2b(data, digest_size=SIZE).digest()
        before = self._before.get(path)
        same = before is not None and before.digest == digest
        self.seen[path] = before if before is not None and same else Entry(digest)

    def known(self, path: str, what: str, key: bytes = b"") -> Any:
        """What was found of a file under a key, or None."""
        entry = self.seen.get(path)
        then, value = entry.found.get(what, (None, None)) if entry else (None, None)
        return value if then == key else None

    def keep(self, path: str, what: str, value: object, key: bytes = b"") -> None:
        """Remember what was found of a file that was seen."""
        entry = self.seen.get(path)
        if entry is not None:
            entry.found[what] = (key, value)
            self.fresh.add(path)

    def gone(self) -> set[str]:
        """The files that were known and were not seen."""
        return self._before.keys() - self.seen.keys()


def key(*parts: object) -> bytes:
    """A key made of what `parts` say of themselves."""
    said = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(said, digest_size=SIZE).digest()
