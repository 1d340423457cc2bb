"""`clausier check --fix` and `--diff`: writing what was cured, or showing it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct

from clausier.check.cure import CHANGED
from clausier.cli.mend import Choose, Mended, mended
from clausier.cli.output import exchange
from clausier.cli.voice import Voice
from clausier.cli.workspace import compiled_again
from clausier.pipeline import Compiled, Options
from clausier.source.diagnostic import Message


class Task(Struct, frozen=True):
    """Which workspace is cured, as whom it is asked, and of what."""

    root: Path
    options: Options
    choose: Choose
    remember: bool


def fix(task: Task, first: Compiled, voice: Voice) -> tuple[Compiled, str]:
    """Write every file that was cured; gives the workspace as it is now and what was done."""
    result = _mended(task, first, voice)
    changed = exchange(task.root, result.before, result.after)
    for path in changed:
        _leave(path, CHANGED, voice)
    written = [path for path in result.after if path not in changed]
    told = _told(sum(result.counts[path] for path in written), len(written), voice)
    if not changed:
        return result.compiled, told
    return compiled_again(task.root, {}, task.options, remember=task.remember), told


def diff(task: Task, first: Compiled, voice: Voice) -> int:
    """Print what would be written as a unified diff; 1 where anything would."""
    result = _mended(task, first, voice)
    for path, after in result.after.items():
        for line in _lines(path, result.before[path], after):
            voice.out.write(_painted(line, voice))
    return int(bool(result.after))


def _mended(task: Task, first: Compiled, voice: Voice) -> Mended:
    def again(laid: dict[str, bytes]) -> Compiled:
        return compiled_again(task.root, laid, task.options, remember=task.remember)

    voice.progress("mending {0}", task.root.name)
    result = mended(first, again, task.choose)
    voice.done()
    for path, why in sorted(result.left.items()):
        _leave(path, why, voice)
    return result


def _leave(path: str, why: Message, voice: Voice) -> None:
    voice.fail("`{0}` is left as it is: {1}", path, voice.said(why))


def _told(findings: int, files: int, voice: Voice) -> str:
    if not findings:
        return voice.text("nothing was mended")
    many = voice.counted(findings, "1 finding", "{0} findings")
    return voice.text("{0} mended in {1}", many, voice.counted(files, "1 file", "{0} files"))


def _lines(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """The lines of the difference; the last line of a text without a line end is marked."""
    for line in unified_diff(_split(before), _split(after), path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _split(data: bytes) -> list[str]:
    lines = data.decode("utf-8").split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]


def _painted(line: str, voice: Voice) -> str:
    colour = {"+": "added", "-": "removed"}.get(line[0])
    if not colour or line.startswith(("+++", "---")):
        return line
    return f"{voice.painted(line.rstrip(chr(10)), colour)}\n"
