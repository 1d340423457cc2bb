"""Asking the rules: from a resolved workspace to what is said of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.check import suppression
from clausier.check.asked import findings
from clausier.check.rule import Finding, Rule
from clausier.check.subject import Subject
from clausier.check.suppression import chosen, idle, suppress
from clausier.model.workspace import Metadata
from clausier.resolve.resolved import Resolved
from clausier.source.diagnostic import Diagnostic, Fault, Severity
from clausier.source.memory import Memory
from clausier.source.place import Source, Span

FAULTS = suppression.FAULTS


class _Wishes(Struct, frozen=True):
    """What the user wants to be told."""

    select: Collection[str] = ()
    ignore: Collection[str] = ()
    per_file_ignores: Mapping[str, Collection[str]] = field(default_factory=dict)
    languages: Collection[str] = ()

    def want(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic is to be told."""
        return (
            chosen(diagnostic.rule, self.select, self.ignore)
            and (
                not self.languages
                or diagnostic.language is None
                or diagnostic.language in self.languages
            )
            and not any(
                fnmatchcase(diagnostic.span.path, paths) and not chosen(diagnostic.rule, (), rules)
                for paths, rules in self.per_file_ignores.items()
            )
        )


def check(
    resolved: Resolved,
    rules: Sequence[Rule],
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    per_file_ignores: Mapping[str, Collection[str]] | None = None,
    stage: str | None = None,
    languages: Collection[str] = (),
    also: Iterable[Diagnostic] = (),
    looked_for: Iterable[str] = (),
    known: Iterable[str] = (),
    sources: Mapping[str, Source] | None = None,
    memory: Memory | None = None,
) -> tuple[Diagnostic, ...]:
    """All that `rules` say of a workspace, with `also` what was said before, in order of place.

    `select` and `ignore` hold ids, families or patterns; `per_file_ignores` the same by a pattern
    of paths; `stage` stands in for that of every deliverable. `looked_for` are the ids of all that
    could have been in `also`, `known` those that someone else may find later (an exception to
    them is no mistake). With `sources`, places are more exact; with a `memory`, files that did not
    change are not looked at again where that can make no difference.
    """
    resolved = _at_stage(resolved, stage)
    subject = Subject.of(resolved, sources)
    wishes = _Wishes(select, ignore, per_file_ignores or {}, languages)
    asked = tuple(rule for rule in rules if chosen(rule.fault.id, select, ignore))
    found = findings(asked, resolved, subject, memory or Memory())
    said = (*also, *_told(found, subject, _deliverables(subject)))
    allows = tuple(allow for part in subject.parts for allow in part.allows)
    result = suppress(said, allows)
    before = {*looked_for, *(diagnostic.rule for diagnostic in said)}
    needless = idle(
        allows,
        result.used,
        known={*(rule.fault.id for rule in rules), *before, *known, *(own.id for own in FAULTS)},
        asked={*(rule.fault.id for rule in asked), *before},
    )
    spoken = _languages(subject)
    told = (_in_language(diagnostic, spoken) for diagnostic in (*result.left, *needless))
    return tuple(sorted(filter(wishes.want, told), key=_order))


def _order(diagnostic: Diagnostic) -> tuple[Span, str, str]:
    return diagnostic.span, diagnostic.rule, str(diagnostic.message)


def _told(
    found: Iterable[tuple[Fault, Finding]], subject: Subject, deliverables: Mapping[str, Metadata]
) -> Iterator[Diagnostic]:
    """What is found, where the fault exists, with the weight that it has there."""
    spoken = _languages(subject)
    for fault, finding in found:
        language = spoken.get(finding.span.path)
        about = _deliverable_at(finding.span, deliverables)
        if _concerns(fault, language, about):
            known = _severity(fault, about.stage if about else None)
            yield _diagnostic(fault, finding, finding.severity or known, language)


def _concerns(fault: Fault, language: str | None, about: Metadata | None) -> bool:
    """Whether a fault exists in a language and a deliverable; where there is none, it does."""
    return (
        (not language or not fault.languages or language in fault.languages)
        and (about is None or not fault.editions or about.drafting_rules in fault.editions)
        and (about is None or not fault.profiles or about.type in fault.profiles)
    )


def _diagnostic(
    fault: Fault, finding: Finding, severity: Severity, language: str | None
) -> Diagnostic:
    return Diagnostic(
        fault.id, severity, finding.span, finding.message, finding.help, fault.source,
        finding.related, finding.edits, language,
    )  # fmt: skip


def _in_language(diagnostic: Diagnostic, spoken: Mapping[str, str]) -> Diagnostic:
    language = spoken.get(diagnostic.span.path)
    if language is None or diagnostic.language is not None:
        return diagnostic
    return replace(diagnostic, language=language)


def _languages(subject: Subject) -> dict[str, str]:
    return {part.span.path: part.language for part in subject.parts}


def _at_stage(resolved: Resolved, stage: str | None) -> Resolved:
    """The workspace as if every deliverable had a stage."""
    if stage is None:
        return resolved
    deliverables = tuple(
        replace(each, metadata=replace(each.metadata, stage=stage))
        for each in resolved.workspace.deliverables
    )
    return replace(resolved, workspace=replace(resolved.workspace, deliverables=deliverables))


def _deliverables(subject: Subject) -> dict[str, Metadata]:
    """What is said of each deliverable, by its folder."""
    return {each.folder: each.metadata for each in subject.workspace.deliverables}


def _deliverable_at(span: Span, deliverables: Mapping[str, Metadata]) -> Metadata | None:
    """The deliverable that a file belongs to, if it belongs to one."""
    return deliverables.get("/".join(span.path.split("/")[:2]))


def _severity(fault: Fault, stage: str | None) -> Severity:
    if fault.from_stage is None:
        return fault.severity
    if stage is not None and _number(stage) >= _number(fault.from_stage):
        return Severity.ERROR
    return Severity.WARNING if fault.severity is Severity.ERROR else fault.severity


def _number(stage: str) -> tuple[int, ...]:
    return tuple(int(digits) for digits in stage.split(".") if digits.isdecimal())
