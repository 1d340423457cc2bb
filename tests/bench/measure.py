"""Whole processes in turn, A B A B …, and the ratio of their medians."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from clausier.check.run import check
from clausier.read.workspace import read
from clausier.resolve.run import resolve
from clausier.rules import discover
from clausier.source.files import Files

COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""With compiled bytecode on both sides: without it every Python program starts seconds later."""


@dataclass(frozen=True, slots=True)
class Command:
    """One side of a comparison: `before` puts things in order and is not counted; `settings` are
    added to the environment."""

    name: str
    words: Sequence[str]
    folder: Path
    before: Callable[[], None] = lambda: None
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Times:
    """What was measured: seconds of each run, and the largest memory of the process in MB."""

    name: str
    seconds: tuple[float, ...]
    memory: float

    def __str__(self) -> str:
        low, high = min(self.seconds), max(self.seconds)
        return (
            f"{self.name:52} {median(self.seconds):7.3f} s  ({low:.3f} to {high:.3f})  "
            f"{self.memory:6.0f} MB"
        )


def once(command: Command) -> tuple[float, float]:
    """Seconds and megabytes of one run; a command that fails is an error."""
    command.before()
    start = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(
            command.words,
            cwd=command.folder,
            env=COMPILED | command.settings,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        code, memory = _ended(child)
        seconds = time.perf_counter() - start
        errors.seek(0)
        if code not in (0, 1):
            told = errors.read().decode(errors="replace")[-400:]
            raise SystemExit(f"{command.name} failed: {told}")
    return seconds, memory


def _ended(child: subprocess.Popen[bytes]) -> tuple[int, float]:
    """Exit code and largest memory in MB (0 where the system does not say) of a process."""
    if not hasattr(os, "wait4"):
        return child.wait(), 0.0
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return child.returncode, usage.ru_maxrss / unit


def compared(commands: Sequence[Command], runs: int = 5) -> list[Times]:
    """Every command `runs` times in turn, after one warm-up each that is not counted."""
    for command in commands:
        once(command)
    found: list[list[tuple[float, float]]] = [[] for _ in commands]
    for _ in range(runs):
        for index, command in enumerate(commands):
            found[index].append(once(command))
    return [
        Times(command.name, tuple(s for s, _ in runs_), max(m for _, m in runs_))
        for command, runs_ in zip(commands, found, strict=True)
    ]


def ratio(one: Times, other: Times) -> float:
    """How many times the median of `other` the median of `one` is."""
    return median(one.seconds) / median(other.seconds)


def step_times(files: Files) -> tuple[float, float]:
    """Seconds of this process for reading `files`, and for asking all rules of what was read."""
    start = time.process_time()
    reading = read(files)
    read_ = time.process_time()
    resolved = resolve(reading.workspace)
    before = time.process_time()
    check(resolved, discover(), also=reading.diagnostics, sources=reading.sources)
    return read_ - start, time.process_time() - before
