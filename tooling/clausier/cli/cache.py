"""What was read before, so that only changed files are read again.

It lies in the user's cache folder, never in the workspace; without it everything is read anew.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import zlib
from pathlib import Path

from msgspec import Struct, field

from clausier.cli.output import write_file
from clausier.read.parsed import Parsed, read_file

Known = dict[str, tuple[bytes, Parsed]]
DRAWERS = 16
"""Files are remembered in so many drawers, so that one changed file rewrites a sixteenth."""


class Memory(Struct):
    """The files read at the last run, by path, with the digest of their bytes."""

    folder: Path
    stamp: str
    known: Known
    used: Known = field(default_factory=dict)
    fresh: set[int] = field(default_factory=set)

    def parsed(self, path: str, data: bytes) -> Parsed:
        """A file as it was read before where its bytes are the same, read now otherwise."""
        digest = hashlib.blake2b(data, digest_size=16).digest()
        before = self.known.get(path)
        if before is not None and before[0] == digest:
            self.used[path] = before
            return before[1]
        result = read_file(path, data)
        self.used[path] = (digest, result)
        self.fresh.add(_drawer(path))
        return result

    def keep(self) -> None:
        """Remember what was read for the next run; a failure to do so is no failure."""
        self.fresh |= {_drawer(path) for path in self.known.keys() - self.used.keys()}
        drawers: dict[int, Known] = {number: {} for number in self.fresh}
        for path, entry in self.used.items():
            number = _drawer(path)
            if number in drawers:
                drawers[number][path] = entry
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for number, entries in drawers.items():
                data = pickle.dumps((self.stamp, entries), protocol=5)
                write_file(self.folder / f"{number}.pickle", data)
        except (OSError, RecursionError):
            return


def _drawer(path: str) -> int:
    return zlib.crc32(path.encode()) % DRAWERS


def recall(root: Path) -> Memory:
    """What is remembered of the workspace at `root`: nothing where it is not surely ours."""
    name = hashlib.blake2b(str(root.resolve()).encode(), digest_size=12).hexdigest()
    memory = Memory(_folder() / name, _stamp(), {})
    for number in range(DRAWERS):
        memory.known |= _opened(memory.folder / f"{number}.pickle", memory.stamp)
    return memory


def _opened(file: Path, stamp: str) -> Known:
    try:
        if not _is_ours(file):
            return {}
        kept, known = pickle.loads(file.read_bytes())
    except Exception:
        return {}
    found: Known = known if kept == stamp else {}
    return found


def _folder() -> Path:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "clausier"


def _is_ours(file: Path) -> bool:
    """Whether nobody else can have written the file: a pickle of a stranger is not opened."""
    found = file.stat()
    if sys.platform == "win32":
        return True
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def _stamp() -> str:
    """Changes with the program and with Python, so that nothing old is believed."""
    package = Path(__file__).parents[1]
    parts = [sys.version]
    for room in ("model", "read", "schema", "source", "language"):
        found = sorted(os.scandir(package / room), key=lambda entry: entry.name)
        states = [(entry.name, entry.stat()) for entry in found if entry.is_file()]
        parts += [f"{name}:{state.st_mtime_ns}:{state.st_size}" for name, state in states]
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()
