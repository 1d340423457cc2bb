"""Counting: what was found of what was planted, and what was said where nothing was planted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from clausier.pipeline import Compiled, compile
from clausier.source.diagnostic import Diagnostic
from clausier.source.memory import Memory
from tests.bench.mutations.plant import Fault, Mutated, Spot, mutants
from tests.bench.mutations.texts import Files, Setting


class Count(Struct):
    """Of one rule: faults planted, found, pointed at exactly; and reports where nothing was."""

    planted: int = 0
    found: int = 0
    exact: int = 0
    false: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the planted faults that is found."""
        return self.found / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        """The share of the reports that is right."""
        said = self.found + self.false
        return self.found / said if said else 1.0


class Base:
    """A clean text, compiled once: what is said of it is no news."""

    def __init__(self, files: Files) -> None:
        self.memory = Memory()
        self.said = Counter(map(_news, _reports(compile(files, memory=self.memory))))

    def news(self, files: Files) -> Iterator[tuple[Diagnostic, int, int]]:
        """What is said of changed files and was not said before, with the lines it points at."""
        compiled = compile(files, memory=Memory(dict(self.memory.seen)))
        left = self.said.copy()
        for one, line, first, last in _reports(compiled):
            left[(one.rule, one.span.path, line, str(one.message))] -= 1
            if left[(one.rule, one.span.path, line, str(one.message))] < 0:
                yield one, first, last


_Report = tuple[Diagnostic, str, int, int]


def _reports(compiled: Compiled) -> Iterator[_Report]:
    """Each report with the text of its line, and where that line begins and ends."""
    for one in compiled.diagnostics:
        source = compiled.sources.get(one.span.path)
        text = source.text if source else ""
        first = text.rfind("\n", 0, one.span.start) + 1
        last = text.find("\n", one.span.start)
        last = len(text) if last < 0 else last
        yield one, text[first:last], first, last


def _news(report: _Report) -> tuple[str, str, str, str]:
    one, line, _, _ = report
    return one.rule, one.span.path, line, str(one.message)


def measured(faults: Iterable[Fault], counts: dict[str, Count]) -> dict[str, Count]:
    """Plant each kind of fault, and count for every rule."""
    bases: dict[tuple[str, Setting], Base] = {}
    for fault in faults:
        known = (fault.text or fault.language, fault.setting)
        if known not in bases:
            bases[known] = Base(fault.clean)
        for mutated in mutants(fault):
            _count(fault, mutated, bases[known], counts)
    return counts


def _count(fault: Fault, mutated: Mutated, base: Base, counts: dict[str, Count]) -> None:
    left = list(mutated.spots) if fault.rule else []
    if fault.rule:
        counts.setdefault(fault.rule, Count()).planted += len(left)
    for one, first, last in base.news(mutated.files):
        spots = [s for s in mutated.spots if s.path == one.span.path]
        spots = spots if fault.near else [s for s in spots if s.start <= last and s.end >= first]
        if one.rule == fault.rule and spots:
            _met(one, spots, left, counts[fault.rule])
        elif one.rule == fault.rule or not _follows(one.rule, fault):
            count = counts.setdefault(one.rule, Count())
            count.false += 1
            count.wrong.append(f"{fault.rule or 'innocent'} [{fault.language}]: {one.message}")
    if fault.rule:
        for spot in left:
            said = mutated.files[spot.path].decode()[max(0, spot.start - 30) : spot.end + 30]
            counts[fault.rule].missed.append(f"[{fault.language}] {' '.join(said.split())}")


def _follows(rule: str, fault: Fault) -> bool:
    """Whether a rule rightly speaks of what a fault changes as well."""
    return any(rule == each or rule.startswith(each + "/") for each in fault.also)


def _met(one: Diagnostic, spots: list[Spot], left: list[Spot], count: Count) -> None:
    """A right report: it answers for one planted fault of its line, the one it points at first."""
    exact = [
        s
        for s in spots
        if s.start < max(one.span.end, one.span.start + 1) and s.end > one.span.start
    ]
    spot = next((s for s in (*exact, *spots) if s in left), None)
    if spot is not None:
        left.remove(spot)
        count.found += 1
        count.exact += spot in exact
