"""Asking the rules: one that looks at each file alone is asked of the files that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clausier.check.rule import Finding, Rule
from clausier.check.subject import Subject
from clausier.resolve.resolved import Resolved
from clausier.resolve.running_text import as_read
from clausier.source.diagnostic import Fault
from clausier.source.memory import Memory, key

_KEPT = "findings"


def findings(
    rules: Sequence[Rule], resolved: Resolved, subject: Subject, memory: Memory
) -> Iterator[tuple[Fault, Finding]]:
    """All that `rules` find, and remember of each file what is found of it alone."""
    alone = [rule for rule in rules if rule.alone]
    for rule in rules:
        if not rule.alone:
            yield from ((rule.fault, finding) for finding in dict.fromkeys(rule.find(subject)))
    faults = {rule.fault.id: rule.fault for rule in alone}
    for found in _by_file(alone, resolved, subject, memory).values():
        yield from ((faults[id], finding) for id, finding in found)


_Found = Mapping[str, Sequence[tuple[str, Finding]]]


def _by_file(rules: Sequence[Rule], resolved: Resolved, subject: Subject, memory: Memory) -> _Found:
    keys = _keys(rules, resolved, subject)
    known = {path: memory.known(path, _KEPT, made_from) for path, made_from in keys.items()}
    changed = frozenset(path for path, found in known.items() if found is None)
    known.update(_anew(rules, subject, changed))
    for path in changed:
        memory.keep(path, _KEPT, known[path], keys[path])
    return known


def _anew(rules: Sequence[Rule], subject: Subject, changed: frozenset[str]) -> _Found:
    found: dict[str, list[tuple[str, Finding]]] = {path: [] for path in changed}
    narrow = subject.only(changed)
    for rule in rules if changed else ():
        for finding in dict.fromkeys(rule.find(narrow)):
            if finding.span.path in changed:
                found[finding.span.path].append((rule.fault.id, finding))
    return found


def _keys(rules: Sequence[Rule], resolved: Resolved, subject: Subject) -> Mapping[str, bytes]:
    """What the findings in each file hang on beside its bytes."""
    asked = " ".join(rule.fault.id for rule in rules)
    of_all = {id(version): str(version.deliverable.metadata) for version in subject.versions}
    read: dict[str, str] = dict(as_read(resolved.uses.values()))
    for version in resolved.versions:
        read |= as_read(version.uses.values())
    return {
        part.span.path: key(asked, of_all.get(id(part.version)), read.get(part.span.path, ""))
        for part in subject.parts
    }
