"""Curing what was found: in memory, again and again, until nothing is left to cure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

from msgspec import Struct

from clausier.check.cure import CHANGED, Cured, cured, mendable
from clausier.pipeline import Compiled
from clausier.source.diagnostic import Diagnostic, Message, Severity, say

PASSES = 12
"""Each pass cures at least one finding of each file; rules that never agree are stopped here."""

Again = Callable[[dict[str, bytes]], Compiled]
"""Compile the workspace with other bytes laid over some of its files."""
Choose = Callable[[Compiled], tuple[Diagnostic, ...]]


class Mended(Struct, frozen=True):
    """A workspace after its cure, of which nothing is written yet.

    `before` and `after` are the bytes of the files that change, `counts` how many findings of each
    were cured; `left` says why a file that could be cured is left as it is.
    """

    compiled: Compiled
    before: dict[str, bytes]
    after: dict[str, bytes]
    counts: dict[str, int]
    left: dict[str, Message]


class _Work(Struct):
    """What is known so far."""

    before: dict[str, bytes]
    after: dict[str, bytes]
    counts: Counter[str]
    left: dict[str, Message]

    def leave(self, path: str, why: Message) -> None:
        """Take back what was done to a file, and say why."""
        self.left[path] = why
        self.after.pop(path, None)
        self.counts.pop(path, None)


def mended(first: Compiled, again: Again, choose: Choose) -> Mended:
    """The workspace with every chosen finding cured that brings its edits.

    Findings that show only after a cure are cured too. A file is left as it is where its cures
    do not come to rest, or where they would bring an error that was not there.
    """
    work = _Work({}, {}, Counter(), {})
    now = first
    for _ in range(PASSES):
        open_still = _mendable(now, choose, work)
        if not open_still:
            break
        for path, findings in open_still.items():
            _cure(path, findings, now, work)
        now = again(dict(work.after))
    for path in _mendable(now, choose, work):
        work.leave(path, say("its cures do not come to rest"))
        now = again(dict(work.after))
    worse = _worse(first, now, work)
    for path in worse:
        work.leave(path, say("its cures would bring an error"))
    if worse:
        now = again(dict(work.after))
    before = {path: work.before[path] for path in sorted(work.after)}
    after = {path: work.after[path] for path in before}
    return Mended(now, before, after, dict(work.counts), work.left)


def _mendable(now: Compiled, choose: Choose, work: _Work) -> dict[str, list[Diagnostic]]:
    found: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for one in choose(now):
        if mendable(one) and one.span.path not in work.left:
            found[one.span.path].append(one)
    return found


def _cure(path: str, findings: list[Diagnostic], now: Compiled, work: _Work) -> None:
    try:
        data = now.files[path]
    except OSError:
        work.leave(path, CHANGED)
        return
    result = cured(data, now.sources[path], findings)
    if not isinstance(result, Cured):
        work.leave(path, result)
        return
    work.before.setdefault(path, data)
    work.after[path] = result.data
    work.counts[path] += len(result.findings)


def _worse(first: Compiled, now: Compiled, work: _Work) -> list[str]:
    before, after = _errors(first), _errors(now)
    return [path for path in work.after if after[path] > before[path]]


def _errors(compiled: Compiled) -> Counter[str]:
    return Counter(one.span.path for one in compiled.diagnostics if one.severity is Severity.ERROR)
