"""`standard.yml` and `references.yml`."""

from __future__ import annotations

from typing import cast, get_args

from clausier.model.workspace import Committee, DeliverableType, Document, Metadata, Person
from clausier.read.clause import checked
from clausier.read.declared import legislation, patents, preferred_words, supplementary_files
from clausier.read.placed import address, all_placed, by_key, placed, word, words
from clausier.read.yaml_tree import load
from clausier.schema.faults import UNKNOWN_VALUE
from clausier.schema.tree import Tree
from clausier.source.diagnostic import Diagnostic, say
from clausier.source.place import Source, Span

Found = tuple[Diagnostic, ...]

FIRST_STAGE = "10.99"
"""The stage of a deliverable that does not say its own: the work item is adopted."""


def no_metadata(path: str) -> Metadata:
    """What is assumed of a deliverable whose `standard.yml` is missing."""
    return _metadata(Tree(Span(path, 0, 0), None), Span(path, 0, 0))


def read_standard(source: Source) -> tuple[Metadata, Found]:
    """What `standard.yml` says; languages that it does not name are put in later."""
    loaded, found = load(source, 0, len(source.text))
    tree = loaded or Tree(Span(source.path, 0, 0), None)
    said = (*found, *checked("standard", tree, found), *_reference_language(tree))
    return _metadata(tree, source.span()), said


def _metadata(tree: Tree, span: Span) -> Metadata:
    languages = words(tree, "languages")
    written = word(tree, "type")
    type = cast(DeliverableType, written) if written in get_args(DeliverableType) else "EN"
    return Metadata(
        span=span,
        number=word(tree, "number"),
        type=type,
        stage=word(tree, "stage") or FIRST_STAGE,
        edition=_edition(tree.get("edition")),
        titles=by_key(tree, "titles"),
        languages=languages,
        reference_language=word(tree, "reference_language") or next(iter(languages), ""),
        committee=_committee(tree.get("committee")),
        ics=words(tree, "ics"),
        dates=_dates(tree.get("dates")),
        supersedes=all_placed(tree, "supersedes"),
        standardization_request=word(tree, "standardization_request"),
        annex_z=legislation(tree.get("annex_z")),
        patents=patents(tree.get("patents")),
        supplementary_files=supplementary_files(tree.get("supplementary_files")),
        preferred_words=preferred_words(tree.get("preferred_words")),
        drafting_rules="dp2-2018" if word(tree, "drafting_rules") == "dp2-2018" else "dp2-2021",
        template=placed(tree, "template"),
        confidential=_is_true(tree.get("confidential")),
        index=_is_true(tree.get("index")),
        spans=dict(_spans(tree, "")),
    )


def _edition(tree: Tree | None) -> int:
    return tree.value if tree and type(tree.value) is int and tree.value > 0 else 1


def _is_true(tree: Tree | None) -> bool:
    return tree is not None and tree.value is True


def _committee(tree: Tree | None) -> Committee:
    return Committee(word(tree, "number"), by_key(tree, "title"), word(tree, "secretariat"))


def _dates(tree: Tree | None) -> dict[str, str | None]:
    return {key: word(tree, key) for key in tree.keys} if tree else {}


def _spans(tree: Tree, above: str) -> list[tuple[str, Span]]:
    """The place of each key (`stage`, `titles.en`), and of each item of a list (`languages.0`)."""
    found: list[tuple[str, Span]] = []
    for key, item in tree.items.items():
        place = tree.keys[key] if isinstance(key, str) else item.span
        found.append((f"{above}{key}", place))
        found.extend(_spans(item, f"{above}{key}."))
    return found


def _reference_language(tree: Tree) -> Found:
    reference, languages = placed(tree, "reference_language"), words(tree, "languages")
    if reference is None or not languages or reference.value in languages:
        return ()
    listed = ", ".join(f"`{language}`" for language in languages)
    message = say("reference language `{0}` is not among the languages", reference.value)
    return (UNKNOWN_VALUE.at(reference.span, message, say("write one of {0}", listed)),)


def read_references(source: Source) -> tuple[tuple[Document, ...], Found]:
    """The documents of `references.yml`, in its order."""
    tree, found = load(source, 0, len(source.text))
    if tree is None:
        return (), found
    documents = tuple(_document(tree, id) for id in tree.keys)
    return documents, (*found, *checked("references", tree, found))


def _document(tree: Tree, id: str) -> Document:
    entry = tree.get(id)
    return Document(
        span=tree.keys[id],
        id=id,
        type=word(entry, "type") or "standard",
        titles=by_key(entry, "title", alone="en"),
        number=word(entry, "number"),
        date=word(entry, "date"),
        all_parts=word(entry, "parts") == "all",
        publisher=word(entry, "publisher"),
        status=word(entry, "status") or "published",
        url=address(entry, "url"),
        conditions=words(entry, "conditions"),
        authors=_authors(entry),
        issued=word(entry, "issued"),
        container=word(entry, "container"),
        locator=word(entry, "locator"),
    )


def _authors(entry: Tree | None) -> tuple[Person, ...]:
    found = entry.get("author") if entry else None
    if found is None or not isinstance(found.value, list):
        return ()
    people = ((word(item, "family"), word(item, "given")) for item in found.items.values())
    return tuple(Person(family, given) for family, given in people if family)
