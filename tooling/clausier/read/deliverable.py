"""From the files of a folder in `clauses/` to a deliverable with its language versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clausier.model.clause import KINDS, Clause, Placed, Term
from clausier.model.workspace import Deliverable, Metadata, Standard
from clausier.read.metadata import no_metadata
from clausier.read.parsed import Documents, Reviews, Value
from clausier.read.role import FilePlace
from clausier.schema.slug import slug
from clausier.source.diagnostic import Diagnostic, Severity, fault, say
from clausier.source.files import Files
from clausier.source.place import Span

NO_STANDARD = fault(
    "read/no-standard",
    Severity.ERROR,
    """A deliverable has no `standard.yml`.

    That file says what the deliverable is called, in which languages it exists and at which stage
    it is. Without it the program assumes a European Standard at its beginning.""",
)
NO_LANGUAGE_FOLDER = fault(
    "read/no-language-folder",
    Severity.ERROR,
    """A language is listed, but nothing is written in it.

    Each of the `languages` has a folder of that name. Write the folder, or take the language off
    the list until its version exists.""",
)
UNLISTED_LANGUAGE = fault(
    "read/unlisted-language",
    Severity.WARNING,
    """A language has a folder but is not listed.

    It is read all the same. Add it to `languages`, so that everyone sees that the version exists.
    """,
)
FOLDER_NAME = fault(
    "read/folder-name",
    Severity.ERROR,
    """A folder's name cannot be an identifier.

    A deliverable or seminar is referred to by its folder's name, and files and pages are named by
    it: small letters, digits and single hyphens.""",
)
FAULTS = (NO_STANDARD, NO_LANGUAGE_FOLDER, UNLISTED_LANGUAGE, FOLDER_NAME)


class Member(Struct, frozen=True):
    """A file of a deliverable or seminar, and what it says."""

    path: str
    place: FilePlace
    value: Value


def deliverable(
    id: str, members: Sequence[Member], files: Files
) -> tuple[Deliverable, tuple[Diagnostic, ...]]:
    """The deliverable of the folder `clauses/id`, from its files in natural order.

    Its own id is the folder's name, made into an identifier if it is none.
    """
    folder = f"clauses/{id}"
    own = slug(id) or "unnamed"
    found = [*folder_name(id, folder)]
    metadata = next((each.value for each in members if isinstance(each.value, Metadata)), None)
    if metadata is None:
        metadata = no_metadata(f"{folder}/standard.yml")
        found.extend(_no_standard(folder, files))
    there = tuple(dict.fromkeys(each.place.language for each in members if each.place.language))
    found.extend(language_folders(metadata.languages, there, metadata.spans, metadata.span))
    metadata = _with_languages(metadata, there)
    order = [*metadata.languages, *(each for each in there if each not in metadata.languages)]
    made = Deliverable(
        id=own,
        folder=folder,
        metadata=metadata,
        documents={
            document.id: document
            for each in members
            if isinstance(each.value, Documents)
            for document in each.value.entries
        },
        standards=tuple(_standard(own, each, members) for each in order if each in there),
        reviewed=tuple(
            line for each in members if isinstance(each.value, Reviews) for line in each.value.lines
        ),
    )
    return made, tuple(found)


def folder_name(id: str, folder: str) -> Iterator[Diagnostic]:
    """Whether the name of a folder can be an identifier."""
    if slug(id) != id:
        better = slug(id)
        yield FOLDER_NAME.at(
            Span(folder, 0, 0),
            say("folder name `{0}` is no identifier", id),
            say("name the folder `{0}`", better)
            if better
            else say("write small letters, digits and single hyphens"),
        )


def _no_standard(folder: str, files: Files) -> Iterator[Diagnostic]:
    path = f"{folder}/standard.yml"
    if path not in files and not any(each.startswith(f"{path}/") for each in files):
        yield NO_STANDARD.at(
            Span(path, 0, 0),
            say("deliverable `{0}` has no `standard.yml`", folder.rpartition("/")[2]),
            say("write `{0}` with its type, stage, titles and languages", path),
        )


def language_folders(
    listed: tuple[str, ...], there: tuple[str, ...], spans: Mapping[str, Span], span: Span
) -> Iterator[Diagnostic]:
    """Languages without a folder, and folders without a language."""
    for index, language in enumerate(listed):
        if language not in there:
            yield NO_LANGUAGE_FOLDER.at(
                spans.get(f"languages.{index}", span.first(1)),
                say("nothing is written in language `{0}`", language),
                say("write the folder `{0}`, or take the language off the list", language),
            )
    for language in there if listed else ():
        if language not in listed:
            yield UNLISTED_LANGUAGE.at(
                spans.get("languages", span.first(1)),
                say("folder `{0}` is not among the languages", language),
                say("add `{0}` to `languages`", language),
            )


def _with_languages(metadata: Metadata, there: tuple[str, ...]) -> Metadata:
    languages = metadata.languages or there
    reference = metadata.reference_language or next(iter(languages), "en")
    return replace(metadata, languages=languages, reference_language=reference)


def _standard(id: str, language: str, members: Iterable[Member]) -> Standard:
    own = [each for each in members if each.place.language == language]
    clauses = [(each.path, each.value) for each in own if isinstance(each.value, Clause)]
    clauses.sort(key=lambda each: KINDS.index(each[1].kind))
    terms = [(each.path, each.value) for each in own if isinstance(each.value, Term)]
    first = next(iter(own)).path
    return Standard(Span(first, 0, 0), id, language, _with_terms(clauses, terms))


def _with_terms(
    clauses: list[tuple[str, Clause]], terms: list[tuple[str, Term]]
) -> tuple[Clause, ...]:
    """The clauses, each term put into the terms clause whose name its folder has, or the first."""
    if terms and not any(clause.kind == "terms" for _, clause in clauses):
        return _with_derived([clause for _, clause in clauses], [term for _, term in terms])
    homes: dict[str, list[Term]] = {
        path.removesuffix(".md"): [] for path, clause in clauses if clause.kind == "terms"
    }
    for path, term in terms:
        folder = path.rpartition("/")[0]
        homes.get(folder, next(iter(homes.values()))).append(term)
    return tuple(
        replace(clause, terms=tuple(homes[path.removesuffix(".md")]))
        if clause.kind == "terms"
        else clause
        for path, clause in clauses
    )


def _with_derived(clauses: list[Clause], terms: list[Term]) -> tuple[Clause, ...]:
    """The clauses with a terms clause that nobody wrote, in its place."""
    span = Span(terms[0].span.path, 0, 0)
    derived = Clause(
        span=span,
        id=Placed(span, "terms"),
        kind="terms",
        level=1,
        title=(),
        body=(),
        terms=tuple(terms),
        derived=True,
    )
    place = KINDS.index("terms")
    before = [clause for clause in clauses if KINDS.index(clause.kind) < place]
    return (*before, derived, *clauses[len(before) :])
