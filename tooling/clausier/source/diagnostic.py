"""What can be said of a place: faults that can be found, and diagnostics that were."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from clausier.source.place import Span


class Severity(StrEnum):
    """How much a finding weighs: only errors make `clausier check` fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Message(Struct, frozen=True):
    """A sentence with its values kept apart, so that it can be said in another language.

    The English template is the key of the translation; `{0}` is the first value. A value that is
    a message itself is said in the same language.
    """

    template: str
    values: tuple[str | Message, ...] = ()

    def __str__(self) -> str:
        return self.template.format(*self.values)


def say(template: str, *values: object) -> Message:
    """A message from an English template: lower case, no full stop, things in backticks.

    >>> str(say("unknown id `{0}`", "waitng"))
    'unknown id `waitng`'
    """
    kept = (value if isinstance(value, Message) else str(value) for value in values)
    return Message(template, tuple(kept))


class Related(Struct, frozen=True):
    """Another place that belongs to the finding ("also defined here")."""

    span: Span
    message: Message


class Edit(Struct, frozen=True):
    """A mechanical cure: put `text` in the place of `span`."""

    span: Span
    text: str


class Diagnostic(Struct, frozen=True):
    """One thing said about one place."""

    rule: str
    severity: Severity
    span: Span
    message: Message
    help: Message | None = None
    source: str | None = None
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    language: str | None = None


class Fault(Struct, frozen=True):
    """One way in which a document can be wrong, as it is listed and explained.

    `title` is a sentence; `explanation` says why it matters and what to write instead.
    `source` is the clause that says so; `catalogue` names the rows of the catalogue of drafting
    rules it answers; from `from_stage` on (a harmonized stage code) it is an error, before it at
    most a warning. `editions` of the drafting rules and `profiles` (types of deliverable) are those
    it exists in (empty: all).
    """

    id: str
    severity: Severity
    title: str
    explanation: str
    source: str | None = None
    from_stage: str | None = None
    languages: tuple[str, ...] = ()
    catalogue: tuple[str, ...] = ()
    fixable: bool = False
    editions: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()

    def at(
        self,
        span: Span,
        message: Message,
        help: Message | None = None,
        related: tuple[Related, ...] = (),
        edits: tuple[Edit, ...] = (),
    ) -> Diagnostic:
        """This fault, found at `span`."""
        return Diagnostic(self.id, self.severity, span, message, help, self.source, related, edits)


def fault(
    id: str,
    severity: Severity,
    text: str,
    source: str | None = None,
    catalogue: tuple[str, ...] = (),
) -> Fault:
    """A fault whose `text` is its title, a blank line and its explanation."""
    title, _, explanation = text.strip().partition("\n\n")
    return Fault(
        id, severity, " ".join(title.split()), explanation.strip(), source, catalogue=catalogue
    )
