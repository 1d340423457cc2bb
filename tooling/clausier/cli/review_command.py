"""`clausier review`: show what changed since a clause was looked at, then record that it was."""

from __future__ import annotations

from argparse import Namespace

from clausier.cli.output import put_files
from clausier.cli.voice import Voice
from clausier.cli.workspace import compiled, root_of
from clausier.pipeline import UsageError
from clausier.read.lock import render
from clausier.resolve.resolved import Resolved
from clausier.review.review import Change, Operation, changes, locks, unknown
from clausier.source.diagnostic import say


def run(options: Namespace, voice: Voice) -> int:
    """Print each change; write `trace.lock` of every deliverable unless `--show`."""
    root = root_of(options.workspace)
    resolved = compiled(root, voice).resolved
    clauses = tuple(options.clauses)
    _refuse_unknown(clauses, resolved)
    found = changes(resolved, clauses)
    for change in found:
        _told(change, voice)
    if not found:
        voice.print(voice.text("nothing has changed since it was last looked at"))
    if not options.show:
        lines = locks(resolved, clauses)
        put_files(root, {path: render(known).encode() for path, known in lines.items()})
        voice.print(voice.text("recorded in trace.lock"))
    return 0


def _refuse_unknown(clauses: tuple[str, ...], resolved: Resolved) -> None:
    for clause in unknown(resolved, clauses):
        raise UsageError(say("there is no clause `{0}`", clause))


def _told(change: Change, voice: Voice) -> None:
    voice.print(voice.painted(voice.said(change.message), "strong"))
    if change.words:
        voice.print(f"  {_by_word(change, voice)}")
    for _, text in change.paragraphs:
        voice.print(f"  {voice.painted(f'+ {text}', 'added')}")
    voice.print()


def _by_word(change: Change, voice: Voice) -> str:
    """The statement with what went as `[-…-]` and what came as `{+…+}`, where it changed."""
    if change.state == "new":
        return " ".join(text for _, text in change.words)
    return " ".join(_marked(operation, text, voice) for operation, text in change.words)


def _marked(operation: Operation, text: str, voice: Voice) -> str:
    match operation:
        case "same":
            return text
        case "gone":
            return voice.painted(f"[-{text}-]", "removed")
        case "new":
            return voice.painted(f"{{+{text}+}}", "added")
