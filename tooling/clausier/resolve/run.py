"""From what was read to what is known of it: the one place where resolving is put together."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.language.language import Language, language
from clausier.model.clause import Clause
from clausier.model.workspace import Deliverable, Standard, Workspace
from clausier.resolve.anchor import anchors
from clausier.resolve.boilerplate import boilerplate, external_terms
from clausier.resolve.citation import Cited, citations
from clausier.resolve.legislation import legislation_annexes
from clausier.resolve.number import numbers
from clausier.resolve.order import ordered, term_groups, without_bibliography
from clausier.resolve.outside import outside_uses
from clausier.resolve.provision import distinct
from clausier.resolve.reference import Uses, Words, uses
from clausier.resolve.resolved import Resolved, Version
from clausier.resolve.running_text import running_texts
from clausier.resolve.standing import Reading, reading
from clausier.resolve.target import Names, local_targets, retitled, shared_targets
from clausier.resolve.term import term_uses
from clausier.resolve.title import titles
from clausier.resolve.trace import trace
from clausier.source.memory import Memory


def resolve(workspace: Workspace, memory: Memory | None = None) -> Resolved:
    """All that is known of a workspace; it never raises for a wrong document.

    With a `memory`, the sentences of a clause that was seen before are not looked for again.
    """
    known = memory or Memory()
    versions = tuple(
        _version(workspace, deliverable, standard, known)
        for deliverable in workspace.deliverables
        for standard in deliverable.standards
    )
    return Resolved(
        workspace, versions, trace(workspace, versions), (), outside_uses(workspace, versions)
    )


def _version(
    workspace: Workspace, deliverable: Deliverable, standard: Standard, memory: Memory
) -> Version:
    words = language(standard.language)
    metadata = deliverable.metadata
    clauses = ordered(standard, metadata.span.path, legislation_annexes(metadata, words))
    found = reading(clauses)
    version = _numbered(deliverable, standard, clauses, found, words)
    names = Names(words, version.numbers, version.titles, version.anchors)
    targets = local_targets(found, names)
    for id, target in shared_targets(workspace, deliverable, words).items():
        targets.setdefault(id, target)
    version, used = _read(replace(version, targets=targets), found, {}, memory)
    cited = _cited(version, used)
    if cited.names():
        version, used = _read(version, found, cited.names(), memory)
        cited = _cited(version, used)
    version = _finished(version, cited)
    names = replace(names, titles=version.titles)
    return replace(version, targets=retitled(version.targets, found, names, version.uses))


def _numbered(
    deliverable: Deliverable,
    standard: Standard,
    clauses: tuple[Clause, ...],
    found: Reading,
    words: Language,
) -> Version:
    """A version in which nothing but clauses, numbers, titles and anchors is known."""
    return Version(
        deliverable=deliverable,
        standard=standard,
        language=words,
        clauses=clauses,
        numbers=numbers(clauses, found, words),
        titles=titles(clauses, words),
        targets={},
        uses={},
        anchors=anchors(clauses),
        boilerplate={},
        term_groups=term_groups(clauses),
        term_uses={},
        normative=(),
        bibliography=(),
        sentences=(),
        provisions=(),
    )


def _read(
    version: Version, found: Reading, names: dict[str, str], memory: Memory
) -> tuple[Version, Uses]:
    """The version with its references and provisions; `names` are what literature is called."""
    used = uses(found, Words(version.language, version.targets, names))
    version = replace(version, uses=used.by_span)
    texts = running_texts(version, memory)
    said = tuple(sentence for text in texts for sentence in text.sentences)
    provided = tuple(distinct(each for text in texts for each in text.provisions))
    return replace(version, sentences=said, provisions=provided), used


def _cited(version: Version, used: Uses) -> Cited:
    external = external_terms(version.clauses, version.uses)
    return citations(
        used,
        version.provisions,
        version.deliverable,
        frozenset(use.reference.span for use in external),
        version.language,
        version.sentences,
    )


def _finished(version: Version, cited: Cited) -> Version:
    """The version with what hangs on its citations: lists, fixed sentences, the Bibliography."""
    clauses = version.clauses if cited.bibliography else without_bibliography(version.clauses)
    gone = {clause.id.value for clause in version.clauses} - {c.id.value for c in clauses}
    version = replace(
        version,
        clauses=clauses,
        titles=titles(clauses, version.language, version.uses),
        targets={id: known for id, known in version.targets.items() if id not in gone},
        normative=cited.normative,
        bibliography=cited.bibliography,
        boilerplate=boilerplate(
            version.deliverable,
            clauses,
            cited.normative,
            external_terms(clauses, version.uses),
            version.language,
        ),
    )
    return replace(version, term_uses=term_uses(version))
