"""`clausier new`: a new clause, annex, term, principle, session or proposal, ready to fill in."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from clausier.cli.output import put_files
from clausier.cli.template import quoted, texts
from clausier.cli.voice import Voice
from clausier.cli.workspace import compiled, root_of
from clausier.model.workspace import Deliverable, Seminar, Workspace
from clausier.pipeline import Compiled, UsageError
from clausier.schema.slug import slug
from clausier.source.diagnostic import say


def run(options: Namespace, voice: Voice) -> int:
    """Write the files, one a language; nothing that exists is touched."""
    root = root_of(options.workspace)
    result = compiled(root, voice)
    id = options.id or slug(options.title)
    _refuse_taken(id, result)
    made = MAKERS[options.kind](options, id, result)
    for path in made:
        if path in result.files or (root / path).exists():
            raise UsageError(say("`{0}` exists already; nothing was written", path))
    put_files(root, {path: text.encode() for path, text in made.items()})
    for path in made:
        voice.print(voice.text("made {0}", Path(path).as_posix()))
    return 0


def _refuse_taken(id: str, result: Compiled) -> None:
    if not id:
        raise UsageError(say("no id can be made of this title; name one with `--id`"))
    if slug(id) != id:
        raise UsageError(say("`{0}` is no id; write `{1}`", id, slug(id)))
    for version in result.resolved.versions:
        target = version.targets.get(id)
        if target is not None:
            raise UsageError(
                say("the id `{0}` is taken by {1}; choose another with `--id`", id, target.name)
            )


def _deliverable(options: Namespace, workspace: Workspace) -> Deliverable:
    return _one_of(workspace.deliverables, options.within, "standard")


One = TypeVar("One", Deliverable, Seminar)


def _one_of(known: tuple[One, ...], asked: str | None, name: str) -> One:
    found = [one for one in known if asked in (None, one.id)]
    if len(found) == 1:
        return found[0]
    ids = ", ".join(one.id for one in known)
    if not known:
        raise UsageError(say("there is no {0} here yet", name))
    raise UsageError(say("say which {0} with `--in`: {1}", name, ids))


def _clause(options: Namespace, id: str, result: Compiled) -> dict[str, str]:
    one = _deliverable(options, result.resolved.workspace)
    numbers = [_leading_number(name) for name in _names(one.folder, result)]
    name = f"{max([3, *numbers]) + 1:02}-{id}.md"
    head = f"id: {id}\nkind: clause\ntitle: {quoted(options.title)}\nprinciples: []\nstatus: draft"
    return _in_each(one, name, head, "clause")


def _annex(options: Namespace, id: str, result: Compiled) -> dict[str, str]:
    one = _deliverable(options, result.resolved.workspace)
    taken = {name[0] for name in _names(one.folder, result) if name[1:2] == "-"}
    letter = next(sign for sign in "ABCDEFGHIJKLMNOPQRSTUVWXY" if sign not in taken)
    head = (
        f"id: {id}\nkind: annex\ntitle: {quoted(options.title)}\n"
        f"obligation: informative\nstatus: draft"
    )
    return _in_each(one, f"{letter}-{id}.md", head, "annex")


def _term(options: Namespace, id: str, result: Compiled) -> dict[str, str]:
    one = _deliverable(options, result.resolved.workspace)
    entries = [
        path for path in result.files if path.startswith(one.folder) and "/03-terms/" in path
    ]
    numbers = [_leading_number(path.rpartition("/")[2]) for path in entries]
    name = f"03-terms/{(max([0, *numbers]) // 10 + 1) * 10:02}-{id}.md"
    head = f"id: {id}\nkind: term\nterm: {quoted(options.title)}\nstatus: draft"
    return _in_each(one, name, head, "term")


def _is_entry(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/") and "/03-terms/" in path


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _in_each(one: Deliverable, name: str, head: str, kind: str) -> dict[str, str]:
    return {
        f"{one.folder}/{language}/{name}": _page(head, texts(language)["new"][kind])
        for language in one.metadata.languages
    }


def _page(head: str, body: str) -> str:
    return f"---\n{head}\n---\n\n{body}"


def _names(folder: str, result: Compiled) -> Iterable[str]:
    depth = folder.count("/") + 2
    for path in result.files:
        if path.startswith(f"{folder}/") and path.count("/") == depth and path.endswith(".md"):
            yield _name(path)


def _leading_number(name: str) -> int:
    digits = name.partition("-")[0]
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def _principle(options: Namespace, id: str, result: Compiled) -> dict[str, str]:
    workspace = result.resolved.workspace
    languages = [language for one in workspace.deliverables for language in one.metadata.languages]
    head = (
        f"id: {id}\ntitle: {quoted(options.title)}\norigin: []\nexpected: optional\nstatus: draft"
    )
    return {
        f"docs/principles/{language}/{id}.md": _page(head, texts(language)["new"]["principle"])
        for language in dict.fromkeys(languages)
    }


def _session(options: Namespace, id: str, result: Compiled) -> dict[str, str]:
    seminar = _one_of(result.resolved.workspace.seminars, options.within, "seminar")
    if any(session.id.value == id for session in seminar.sessions):
        raise UsageError(say("`{0}` has a session `{1}`; choose another id", seminar.id, id))
    number = (
        max([0, *(_leading_number(s.span.path.rpartition("/")[2]) for s in seminar.sessions)]) + 1
    )
    head = f"id: {id}\ntitle: {quoted(options.title)}\nprinciples: []\nstatus: draft"
    return {
        f"{seminar.folder}/{language}/{number:02}-{id}.md": _page(
            head, texts(language)["new"]["session"]
        )
        for language in seminar.languages
    }


def _proposal(options: Namespace, id: str, result: Compiled) -> dict[str, str]:
    workspace = result.resolved.workspace
    one = _deliverable(options, workspace)
    principles = list(dict.fromkeys(p.id.value for p in workspace.principles))
    if options.principle not in principles:
        raise UsageError(say("say which principle with `--principle`: {0}", ", ".join(principles)))
    reference = one.metadata.reference_language
    head = (
        f"id: {id}\ntitle: {{{reference}: {quoted(options.title)}}}\n"
        f"principle: {options.principle}\ndeliverable: {one.id}\ntargets: []\ndecision: pending"
    )
    return {f"docs/proposals/{id}.md": _page(head, texts(reference)["new"]["proposal"])}


MAKERS = {
    "clause": _clause,
    "annex": _annex,
    "term": _term,
    "principle": _principle,
    "session": _session,
    "proposal": _proposal,
}
