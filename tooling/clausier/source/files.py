"""The files of a workspace: paths with `/`, relative to it, and their bytes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from copy import copy
from pathlib import Path

from clausier.source.diagnostic import Diagnostic, Severity, fault, say
from clausier.source.place import Span

Files = Mapping[str, bytes]
"""Path → bytes. A dict in a test; a `Folder` on disk; an editor lays its buffers on top."""

ROOTS = ("clauses", "docs")
ROOT_FILES = ("pyproject.toml", "clausier.toml", "mkdocs.yml")

UNREADABLE = fault(
    "read/unreadable-file",
    Severity.ERROR,
    """A file cannot be read.

    The file exists but the system does not let us read it: its permissions, a broken link, a link
    that leads back to itself, or a folder where a file is expected.""",
)


FAULTS = (UNREADABLE,)


class Folder(Mapping[str, bytes]):
    """The files of a workspace on disk, found once, read when asked for.

    Links to folders are not followed (they may lead in circles), links that leave the workspace
    neither. `found` reports what could not be looked into.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._paths: dict[str, None] = {}
        self._laid: Mapping[str, bytes] = {}
        self.found: list[Diagnostic] = []
        for name in ROOT_FILES:
            if (root / name).is_file():
                self._paths[name] = None
        for name in ROOTS:
            self._look_into(name)

    def under(self, laid: Mapping[str, bytes]) -> Folder:
        """The same files, some of them with other bytes laid over what is on disk."""
        other = copy(self)
        other._laid = laid
        return other

    def _look_into(self, folder: str) -> None:
        try:
            entries = sorted(os.scandir(self._root / folder), key=lambda entry: entry.name)
        except FileNotFoundError:
            return
        except OSError as error:
            self._report(folder, error)
            return
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                self._look_into_folder(path)
            elif self._is_inside(entry):
                self._paths[path] = None

    def _look_into_folder(self, path: str) -> None:
        before = len(self._paths)
        self._look_into(path)
        if len(self._paths) == before and path.endswith((".md", ".yml")):
            self.found.append(
                UNREADABLE.at(Span(path, 0, 0), say("`{0}` is a folder, a file is expected", path))
            )

    def _is_inside(self, entry: os.DirEntry[str]) -> bool:
        if not entry.is_symlink():
            return True
        try:
            target = Path(entry.path).resolve(strict=True)
        except (OSError, RuntimeError) as error:
            self._report(Path(entry.path).relative_to(self._root).as_posix(), error)
            return False
        return target.is_file() and target.is_relative_to(self._root.resolve())

    def _report(self, path: str, error: OSError | RuntimeError) -> None:
        reason = (getattr(error, "strerror", None) or "it leads back to itself").lower()
        self.found.append(
            UNREADABLE.at(Span(path, 0, 0), say("cannot read `{0}`: {1}", path, reason))
        )

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        if path in self._laid:
            return self._laid[path]
        return (self._root / path).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, path: object) -> bool:
        return path in self._paths


class Below(Mapping[str, bytes]):
    """What lies at a path on disk, a file or a folder with all below it, read when asked for.

    Paths begin as `place` does. No more than `most` bytes of a file are read.
    """

    def __init__(self, place: Path, most: int) -> None:
        self._most = most
        names = [place] if place.is_file() else list(place.rglob("*"))
        self._paths = {path.as_posix(): path for path in sorted(names) if path.is_file()}

    def __getitem__(self, path: str) -> bytes:
        with self._paths[path].open("rb") as file:
            return file.read(self._most)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


_DIGITS = re.compile("([0-9]+)")


def natural(path: str) -> tuple[object, ...]:
    """A key that sorts names as people do: `2-b` before `10-a`.

    >>> sorted(["10-a", "2-b", "A"], key=natural)
    ['2-b', '10-a', 'A']
    """
    parts = _DIGITS.split(path.casefold())
    key = tuple((0, int(part)) if number % 2 else (1, part) for number, part in enumerate(parts))
    return (*key, (2, path))
