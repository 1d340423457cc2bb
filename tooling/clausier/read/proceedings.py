"""Principles, proposals, seminars and their sessions."""

from __future__ import annotations

from typing import cast, get_args

from clausier.model.block import Paragraph
from clausier.model.clause import Placed
from clausier.model.workspace import (
    Contribution,
    Decision,
    Principle,
    Proposal,
    Seminar,
    Session,
    WebLink,
)  # fmt: skip
from clausier.read.body import read_body
from clausier.read.clause import checked, flat
from clausier.read.front_matter import split
from clausier.read.placed import address, all_placed, by_key, identifier, placed, word, words
from clausier.read.yaml_tree import load
from clausier.schema.tree import Tree
from clausier.source.diagnostic import Diagnostic, Severity, fault, say
from clausier.source.place import Source, Span

NO_STATEMENT = fault(
    "read/no-statement",
    Severity.ERROR,
    """A principle has no statement.

    The first paragraph of a principle's text is what the clauses give effect to; when it changes,
    they have to be looked at again. Write it as one paragraph, before anything else.""",
)
FAULTS = (NO_STATEMENT,)

Found = tuple[Diagnostic, ...]


def read_principle(source: Source, language: str) -> tuple[Principle, Found]:
    """A principle: its statement is the first paragraph of the text, its rationale the rest."""
    tree, start, found = split(source)
    id = identifier(tree, source)
    body, more = read_body(source, start, len(source.text), language, id.value)
    blocks = flat(body)
    statement = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else None
    principle = Principle(
        span=source.span(),
        id=id,
        language=language,
        title=placed(tree, "title") or id,
        origin=all_placed(tree, "origin"),
        expected="optional" if word(tree, "expected") == "optional" else "required",
        statement=statement,
        rationale=blocks[1:] if statement else blocks,
        status=word(tree, "status"),
        footnotes=body.footnotes,
        allows=body.allows,
    )
    absent = () if statement else (_no_statement(id, source),)
    return principle, (*found, *checked("principle", tree, found), *more, *absent)


def _no_statement(id: Placed, source: Source) -> Diagnostic:
    span = id.span if id.span.end else source.span().first(1)
    return NO_STATEMENT.at(
        span,
        say("principle `{0}` has no statement", id.value),
        say("begin the text with one paragraph that states it"),
    )


def read_proposal(source: Source) -> tuple[Proposal, Found]:
    """A proposal; its language is empty where the file does not say it."""
    tree, start, found = split(source)
    id = identifier(tree, source)
    language = word(tree, "lang") or ""
    body, more = read_body(source, start, len(source.text), language or "en", id.value)
    decision = placed(tree, "decision")
    nothing = Placed(id.span, "")
    proposal = Proposal(
        span=source.span(),
        id=id,
        language=language,
        titles=by_key(tree, "title", alone=language),
        principle=placed(tree, "principle") or nothing,
        deliverable=placed(tree, "deliverable") or nothing,
        targets=all_placed(tree, "targets"),
        decision=_decision(decision),
        decision_span=decision.span if decision else id.span,
        submitted=word(tree, "submitted"),
        decided=word(tree, "decided"),
        by=word(tree, "by"),
        body=flat(body),
        footnotes=body.footnotes,
        allows=body.allows,
    )
    return proposal, (*found, *checked("proposal", tree, found), *more)


def _decision(written: Placed | None) -> Decision:
    known = written is not None and written.value in get_args(Decision)
    return cast(Decision, written.value) if written and known else "pending"


def read_session(source: Source, seminar: str, language: str) -> tuple[Session, Found]:
    """A session of a seminar; its key is `seminar/session`."""
    tree, start, found = split(source)
    id = identifier(tree, source)
    body, more = read_body(source, start, len(source.text), language, id.value)
    session = Session(
        span=source.span(),
        key=f"{seminar}/{id.value}",
        id=id,
        language=language,
        title=placed(tree, "title") or id,
        date=word(tree, "date"),
        theme=placed(tree, "theme"),
        principles=all_placed(tree, "principles"),
        contributions=tuple(map(_contribution, _items(tree, "contributions"))),
        body=flat(body),
        status=word(tree, "status"),
        footnotes=body.footnotes,
        allows=body.allows,
    )
    return session, (*found, *checked("session", tree, found), *more)


def _items(tree: Tree | None, key: str) -> tuple[Tree, ...]:
    found = tree.get(key) if tree else None
    if found is None or not isinstance(found.value, list):
        return ()
    return tuple(item for item in found.items.values() if isinstance(item.value, dict))


def _contribution(tree: Tree) -> Contribution:
    return Contribution(
        span=tree.span,
        role=word(tree, "role") or "",
        title=word(tree, "title"),
        organization=word(tree, "organization"),
        speaker=word(tree, "speaker"),
    )


def read_seminar(source: Source, id: str) -> tuple[Seminar, Found]:
    """What `seminar.yml` says; the sessions are put in later."""
    loaded, found = load(source, 0, len(source.text))
    tree = loaded or Tree(Span(source.path, 0, 0), None)
    folder = source.path.rpartition("/")[0]
    return _seminar(tree, source.span(), id, folder), (*found, *checked("seminar", tree, found))


def no_seminar(id: str, folder: str) -> Seminar:
    """What is assumed of a seminar whose `seminar.yml` is missing."""
    span = Span(f"{folder}/seminar.yml", 0, 0)
    return _seminar(Tree(span, None), span, id, folder)


def _seminar(tree: Tree, span: Span, id: str, folder: str) -> Seminar:
    languages = words(tree, "languages")
    return Seminar(
        span=span,
        id=id,
        folder=folder,
        titles=by_key(tree, "title", alone=languages[0] if languages else ""),
        date=word(tree, "date"),
        closed=word(tree, "closed"),
        organizers=words(tree, "organizers"),
        participants=by_key(tree, "participants"),
        languages=languages,
        themes=all_placed(tree, "themes"),
        links=tuple(
            WebLink(title, address(item, "url"))
            for item in _items(tree, "links")
            if (title := word(item, "title"))
        ),
        sessions=(),
    )
