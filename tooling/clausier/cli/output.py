"""The one place that writes: every output is whole or untouched.

A file is written beside its place and moved there; a tree of files is written beside its place
and exchanged with the last one in a single step, so that a build killed at any moment leaves the
last good output.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from clausier.source.diagnostic import Message, say

PREFIX = ".clausier-"
STALE = 3600.0
"""Seconds after which what a killed build left is taken away."""


class OutputError(Exception):
    """An output could not be put down; the last good one is still there."""


def write_file(file: Path, data: bytes) -> None:
    """Put `data` at `file`, whole or not at all; raises `OSError`."""
    beside = file.with_name(f"{PREFIX}{os.getpid()}-{file.name}")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def exchange(folder: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """Put each file of `after` in the place of what stood there, and name those left alone.

    All are written before the first is moved. A file that no longer holds what it held `before`
    is left alone; a link is followed and stays one; permissions stay.
    """
    waiting: list[tuple[Path, Path, str]] = []
    try:
        for path, data in after.items():
            place = (folder / path).resolve()
            if not os.access(place, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
            beside = place.with_name(f"{PREFIX}{os.getpid()}-{place.name}")
            waiting.append((beside, place, path))
            beside.write_bytes(data)
            shutil.copymode(place, beside)
        changed = [path for _, place, path in waiting if place.read_bytes() != before[path]]
        for beside, place, path in waiting:
            if path not in changed:
                beside.replace(place)
    except OSError as error:
        raise OutputError(_why(error, folder)) from error
    finally:
        for beside, _, _ in waiting:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    return changed


def put_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put each file below `folder`: all are written first, then each moves to its place."""
    waiting: list[tuple[Path, Path]] = []
    try:
        sweep(folder)
        for path, data in files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = place.with_name(f"{PREFIX}{os.getpid()}-{place.name}")
            waiting.append((beside, place))
            beside.write_bytes(data)
        for beside, place in waiting:
            beside.replace(place)
    except OSError as error:
        for beside, _ in waiting:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        raise OutputError(_why(error, folder)) from error


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a new `folder`; raises `OutputError`."""
    try:
        for path, data in files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
    except OSError as error:
        with suppress(OSError):
            shutil.rmtree(folder)
        raise OutputError(_why(error, folder)) from error


def beside(folder: Path) -> Path:
    """A new, empty folder on the same disk as `folder`, to build its next content in."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        sweep(folder.parent)
        place = folder.with_name(f"{PREFIX}{os.getpid()}-{folder.name}")
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
    except OSError as error:
        raise OutputError(_why(error, folder)) from error
    return place


def put_tree(new: Path, folder: Path) -> None:
    """Move the finished tree `new` to `folder` in one step, and take the last one away."""
    try:
        if not folder.exists():
            new.rename(folder)
            return
        if not _exchanged(new, folder):
            _swapped_in_two_steps(new, folder)
    except OSError as error:
        with suppress(OSError):
            shutil.rmtree(new)
        raise OutputError(_why(error, folder)) from error
    shutil.rmtree(new, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Take away what killed builds left in `folder`, and bring back what one had set aside."""
    if not folder.is_dir():
        return
    for left in folder.glob(f"{PREFIX}*"):
        name = left.name.removeprefix(PREFIX).partition("-")[2]
        if left.name.startswith(f"{PREFIX}last-"):
            if not (folder / name).exists():
                left.rename(folder / name)
            else:
                shutil.rmtree(left, ignore_errors=True)
        elif time.time() - left.stat().st_mtime > STALE:
            shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink()


def _swapped_in_two_steps(new: Path, folder: Path) -> None:
    """Where the system cannot exchange: between the steps `sweep` of the next run mends."""
    last = folder.with_name(f"{PREFIX}last-{folder.name}")
    folder.rename(last)
    new.rename(folder)
    shutil.rmtree(last, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system knows how (Linux, macOS)."""
    name = {"linux": "renameat2", "darwin": "renameatx_np"}.get(sys.platform)
    if name is None:
        return False
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        return False
    here = -100 if sys.platform == "linux" else -2
    exchange = ctypes.c_uint(2)
    paths = (ctypes.c_int(here), os.fsencode(one), ctypes.c_int(here), os.fsencode(other))
    return bool(function(*paths, exchange) == 0)


def _why(error: OSError, folder: Path) -> Message:
    name = Path(error.filename).name if isinstance(error.filename, str) else folder.name
    name = name.removeprefix(f"{PREFIX}{os.getpid()}-")
    if isinstance(error, PermissionError):
        return say("cannot write `{0}`: no permission, or another program has it open", name)
    reason = (error.strerror or str(error)).lower()
    return say("cannot write `{0}`: {1}; the last output is untouched", name, reason)
