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

from msgspec import Struct

from clausier.cli.output import write_file
from clausier.source.memory import Entry, Memory

DRAWERS = 16
"""Files are remembered in so many drawers, so that one changed file rewrites a sixteenth."""


class Kept(Struct, frozen=True):
    """The memory of a workspace and the folder where it lies; `stamp` tells whose it is."""

    folder: Path
    stamp: str
    memory: Memory


def keep(kept: Kept) -> None:
    """Remember what was found for the next run; a failure to do so is no failure."""
    memory = kept.memory
    drawers: dict[int, dict[str, Entry]] = {
        number: {} for number in map(_drawer, (*memory.fresh, *memory.gone()))
    }
    for path, entry in memory.seen.items():
        number = _drawer(path)
        if number in drawers:
            drawers[number][path] = entry
    try:
        kept.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for number, entries in drawers.items():
            data = pickle.dumps((kept.stamp, entries), protocol=5)
            write_file(kept.folder / f"{number}.pickle", data)
    except (OSError, RecursionError):
        return


def _drawer(path: str) -> int:
    return zlib.crc32(path.encode()) % DRAWERS


def recall(root: Path) -> Kept:
    """What is remembered of the workspace at `root`: nothing where it is not surely ours."""
    name = hashlib.blake2b(str(root.resolve()).encode(), digest_size=12).hexdigest()
    folder, stamp = _folder() / name, _stamp()
    known: dict[str, Entry] = {}
    for number in range(DRAWERS):
        known |= _opened(folder / f"{number}.pickle", stamp)
    return Kept(folder, stamp, Memory(known))


def _opened(file: Path, stamp: str) -> dict[str, Entry]:
    try:
        if not _is_ours(file):
            return {}
        kept, known = pickle.loads(file.read_bytes())
    except Exception:
        return {}
    found: dict[str, Entry] = known if kept == stamp else {}
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
    for room in ("source", "model", "schema", "language", "read", "resolve", "check", "rules"):
        found = sorted(os.scandir(package / room), key=lambda entry: entry.name)
        states = [(entry.name, entry.stat()) for entry in found if entry.is_file()]
        parts += [f"{name}:{state.st_mtime_ns}:{state.st_size}" for name, state in states]
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()
