"""What the commission was asked, what it decided, and what the text says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from clausier.check.namespace import principles
from clausier.check.nearest import Nearest, did_you_mean
from clausier.check.rule import Finding, rule
from clausier.check.subject import Part, Subject
from clausier.model.clause import Placed
from clausier.model.workspace import Proposal
from clausier.resolve.resolved import Link
from clausier.source.diagnostic import Message, Related, Severity, say

_ACCEPTED = ("accepted", "partly-accepted")
_DECIDED = (*_ACCEPTED, "rejected")


@rule(Severity.ERROR)
def unknown_principle(subject: Subject) -> Iterator[Finding]:
    """A proposal speaks for a principle that does not exist.

    Nobody could say what the proposal comes from. Correct the id, or write the principle in
    `docs/principles`.
    """
    known = {thing.id for thing in principles(subject.workspace)}
    nearest = Nearest(sorted(known))
    for proposal in subject.workspace.proposals:
        if proposal.principle.value not in known:
            yield _unknown(
                proposal.principle,
                say("unknown principle `{0}`", proposal.principle.value),
                nearest,
                say("write the principle in `docs/principles`"),
            )


@rule(Severity.ERROR)
def unknown_deliverable(subject: Subject) -> Iterator[Finding]:
    """A proposal is made for a deliverable that does not exist.

    The id of a deliverable is the name of its folder in `clauses`. Correct the id.
    """
    known = [deliverable.id for deliverable in subject.workspace.deliverables]
    nearest = Nearest(known)
    for proposal in subject.workspace.proposals:
        if proposal.deliverable.value not in known:
            yield _unknown(
                proposal.deliverable,
                say("unknown deliverable `{0}`", proposal.deliverable.value),
                nearest,
                say("write the name of a folder of `clauses`"),
            )


@rule(Severity.ERROR)
def unknown_target(subject: Subject) -> Iterator[Finding]:
    """A proposal is aimed at a clause that does not exist.

    The clause was perhaps renamed, or the proposal is for one still to be written. Correct the
    id in `targets`.
    """
    places = _places(subject)
    nearest = {deliverable: Nearest(ids) for deliverable, ids in places.items()}
    for proposal in subject.workspace.proposals:
        known = places.get(proposal.deliverable.value)
        for target in proposal.targets if known is not None else ():
            if known is not None and target.value not in known:
                yield _unknown(
                    target,
                    say("`{0}` has no clause `{1}`", proposal.deliverable.value, target.value),
                    nearest[proposal.deliverable.value],
                    say("name a clause, subclause or term by its id"),
                )


def _unknown(placed: Placed, message: Message, nearest: Nearest, otherwise: Message) -> Finding:
    return Finding(placed.span, message, did_you_mean(nearest(placed.value), otherwise))


def _places(subject: Subject) -> dict[str, dict[str, list[Part]]]:
    """The files in which an id stands, one a language, by deliverable and id."""
    asked = {proposal.deliverable.value for proposal in subject.workspace.proposals}
    found: dict[str, dict[str, list[Part]]] = {
        deliverable.id: {}
        for deliverable in subject.workspace.deliverables
        if deliverable.id in asked
    }
    for part in subject.parts:
        if part.version is not None and part.version.deliverable.id in asked:
            ids = found[part.version.deliverable.id]
            for thing in part.contents.things:
                ids.setdefault(thing.id, []).append(part)
    return found


@rule(Severity.ERROR)
def accepted_not_in_text(subject: Subject) -> Iterator[Finding]:
    """A proposal was accepted, but its clause does not name its principle.

    What was decided has not reached the text, or the text does not say where it comes from. Write
    the change and add the principle to the `principles` of the clause, in every language.
    """
    places = _places(subject)
    for proposal in subject.workspace.proposals:
        if proposal.decision in _ACCEPTED:
            ids = places.get(proposal.deliverable.value, {})
            for target in proposal.targets:
                silent = _silent(ids.get(target.value, []), proposal.principle.value)
                if silent:
                    yield _not_in_text(proposal, target, silent)


def _silent(parts: list[Part], principle: str) -> list[Part]:
    return [
        part
        for part in parts
        if part.clause and all(named.value != principle for named in part.clause.principles)
    ]


def _not_in_text(proposal: Proposal, target: Placed, silent: list[Part]) -> Finding:
    languages = "`, `".join(dict.fromkeys(part.language for part in silent))
    return Finding(
        target.span,
        say(
            "accepted, but `{0}` does not name `{1}` in `{2}`",
            target.value, proposal.principle.value, languages,
        ),
        say("add `{0}` to the `principles` of the clause", proposal.principle.value),
        tuple(Related(part.id.span, say("the clause stands here")) for part in silent),
    )  # fmt: skip


@rule(Severity.WARNING)
def rejected_but_carried(subject: Subject) -> Iterator[Finding]:
    """A proposal was rejected, but its clause carries its principle.

    Either the text holds what the commission did not want, or the decision was changed and not
    written down. Take the principle out of the clause, correct the decision, or write the
    proposal that was accepted instead.
    """
    links: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in subject.trace.links:
        if link.provisions:
            links[link.deliverable, link.principle].append(link)
    places = _places(subject)
    accepted = _accepted(subject, places)
    for proposal in subject.workspace.proposals:
        if proposal.decision == "rejected":
            key = (proposal.deliverable.value, proposal.principle.value)
            targets = _clauses(proposal, places)
            carried = [
                link
                for link in links[key]
                if (not targets or link.clause in targets) and link.clause not in accepted[key]
            ]
            if carried:
                yield _carried(proposal, carried)


def _accepted(
    subject: Subject, places: Mapping[str, Mapping[str, list[Part]]]
) -> defaultdict[tuple[str, str], set[str]]:
    """The clauses where accepted proposals put a principle, by deliverable and principle."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for proposal in subject.workspace.proposals:
        if proposal.decision in _ACCEPTED:
            key = (proposal.deliverable.value, proposal.principle.value)
            found[key] |= _clauses(proposal, places)
    return found


def _clauses(proposal: Proposal, places: Mapping[str, Mapping[str, list[Part]]]) -> set[str]:
    """The ids of the files' clauses in which the targets of a proposal stand."""
    ids = places.get(proposal.deliverable.value, {})
    return {part.id.value for target in proposal.targets for part in ids.get(target.value, ())}


def _carried(proposal: Proposal, carried: list[Link]) -> Finding:
    clauses = "`, `".join(dict.fromkeys(link.clause for link in carried))
    return Finding(
        proposal.decision_span,
        say("rejected, but `{0}` is carried by `{1}`", proposal.principle.value, clauses),
        say("take the principle out of the clause, or correct the decision"),
        tuple(Related(link.span, say("the principle is named here")) for link in carried),
    )


@rule(Severity.INFO)
def undecided(subject: Subject) -> Iterator[Finding]:
    """A proposal waits for its decision.

    The list of these is the agenda of the next meeting. Write the decision once it is taken.
    """
    for proposal in subject.workspace.proposals:
        if proposal.decision == "pending":
            yield Finding(
                proposal.decision_span,
                say("`{0}` is not decided", proposal.id.value),
                say("write `decision` and `decided` once the commission has decided"),
            )


@rule(Severity.WARNING)
def accepted_without_target(subject: Subject) -> Iterator[Finding]:
    """A proposal was accepted, but nobody said where in the text.

    Whether the text follows the decision cannot be told. Name the clauses in `targets`.
    """
    for proposal in subject.workspace.proposals:
        if proposal.decision in _ACCEPTED and not proposal.targets:
            yield Finding(
                proposal.decision_span,
                say("`{0}` is accepted but names no clause", proposal.id.value),
                say("name the clauses in `targets`"),
            )


@rule(Severity.WARNING)
def decided_without_date(subject: Subject) -> Iterator[Finding]:
    """A proposal was decided, but nobody said when.

    A decision without a date cannot be found again in the minutes. Write `decided: "2013-05"`.
    """
    for proposal in subject.workspace.proposals:
        if proposal.decision in _DECIDED and proposal.decided is None:
            yield Finding(
                proposal.decision_span,
                say("`{0}` is decided but has no date", proposal.id.value),
                say("write the date as `decided`"),
            )
