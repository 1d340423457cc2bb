"""From the files of a workspace to its documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from clausier.model.workspace import Principle, Proposal, Seminar, Session, Workspace
from clausier.read.config import Config, read_config_file
from clausier.read.deliverable import Member, deliverable, folder_name, language_folders
from clausier.read.drawing import drawn
from clausier.read.parsed import Parsed, read_file
from clausier.read.proceedings import no_seminar
from clausier.read.role import FilePlace, Role, file_place
from clausier.schema.slug import slug
from clausier.source.diagnostic import Diagnostic, Severity, fault, say
from clausier.source.files import UNREADABLE, Files, Folder, natural
from clausier.source.memory import Memory
from clausier.source.place import Source, Span

NO_DELIVERABLE = fault(
    "read/no-deliverable",
    Severity.ERROR,
    """The workspace holds no deliverable.

    Each folder in `clauses/` is a deliverable: a standard in its languages. `clausier init` makes a
    workspace with one that is ready to build.""",
)
UNKNOWN_FILE = fault(
    "read/unknown-file",
    Severity.WARNING,
    """A file stands where none is expected.

    It is not read. Clauses stand as `.md` files in a folder named by the two letters of their
    language, pictures in `images/`.""",
)
NO_SEMINAR = fault(
    "read/no-seminar",
    Severity.ERROR,
    """A folder of proceedings has no `seminar.yml`.

    It says when and by whom the seminar was held, and in which languages it is written up.""",
)
FAULTS = (NO_DELIVERABLE, UNKNOWN_FILE, NO_SEMINAR)

_TEXTS = frozenset(Role) - {Role.ASSET, Role.OTHER, Role.UNKNOWN, Role.FOLDER}


class Reading(Struct, frozen=True):
    """All that was read: the documents, the texts they stand in by path, and what is wrong."""

    workspace: Workspace
    sources: Mapping[str, Source]
    diagnostics: tuple[Diagnostic, ...]
    config: Config


class _File(Struct, frozen=True):
    path: str
    place: FilePlace


def read(files: Files, memory: Memory | None = None) -> Reading:
    """The workspace that `files` hold. Never fails: what is wrong is reported.

    With a `memory`, a file whose bytes were seen before is not read again.
    """
    places = tuple(_File(path, file_place(path)) for path in sorted(files, key=natural))
    known, found = _parse(files, places, memory or Memory())
    config, texts, more = read_config_file(files)
    workspace, said = _assemble(files, places, known)
    sources = {path: each.source for path, each in known.items()}
    sources |= {text.path: text for text in texts}
    unseen = files.found if isinstance(files, Folder) else ()
    own = (diagnostic for each in known.values() for diagnostic in each.diagnostics)
    return Reading(
        workspace, sources, tuple(map(_in_language, (*unseen, *more, *found, *own, *said))), config
    )


def _parse(
    files: Files, places: Iterable[_File], memory: Memory
) -> tuple[dict[str, Parsed], list[Diagnostic]]:
    known: dict[str, Parsed] = {}
    found: dict[Diagnostic, None] = {}
    for file in places:
        if file.place.role in _TEXTS:
            try:
                known[file.path] = _parsed(file.path, files[file.path], memory)
            except (OSError, KeyError) as error:
                found[_unreadable(file.path, error)] = None
        elif file.place.role is Role.FOLDER:
            found[_folder(file.place.owner)] = None
        elif file.place.role is Role.UNKNOWN:
            found[_unknown(file.path)] = None
    return known, list(found)


def _parsed(path: str, data: bytes, memory: Memory) -> Parsed:
    memory.see(path, data)
    known: Parsed | None = memory.known(path, "parsed")
    if known is None:
        known = read_file(path, data)
        memory.keep(path, "parsed", known)
    return known


def _unreadable(path: str, error: OSError | KeyError) -> Diagnostic:
    reason = (getattr(error, "strerror", None) or "it is gone").lower()
    return UNREADABLE.at(Span(path, 0, 0), say("cannot read `{0}`: {1}", path, reason))


def _folder(path: str) -> Diagnostic:
    return UNREADABLE.at(
        Span(path, 0, 0),
        say("`{0}` is a folder, a file is expected", path),
        say("give the folder another name, and write the file"),
    )


def _unknown(path: str) -> Diagnostic:
    name = path.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    help = say("move it into `images/`, or out of this folder")
    if ending in ("yaml", "markdown"):
        help = say("name it `{0}`", f"{stem}.{'yml' if ending == 'yaml' else 'md'}")
    elif ending == "md":
        help = say("move it into a folder named by its language, such as `en`")
    return UNKNOWN_FILE.at(Span(path, 0, 0), say("file `{0}` is not read", name), help)


def _assemble(
    files: Files, places: tuple[_File, ...], known: Mapping[str, Parsed]
) -> tuple[Workspace, tuple[Diagnostic, ...]]:
    members = _members(places, known)
    made = [deliverable(id, members.get(("clauses", id), ()), files) for id in _folders(files)]
    found = [said for _, diagnostics in made for said in diagnostics]
    if not made:
        found.append(_no_deliverable())
    languages = {each.id: each.metadata.reference_language for each, _ in made}
    seminars, more = _seminars(members)
    values = [each.value for each in known.values()]
    workspace = Workspace(
        deliverables=tuple(each for each, _ in made),
        principles=tuple(each for each in values if isinstance(each, Principle)),
        proposals=tuple(_spoken(each, languages) for each in values if isinstance(each, Proposal)),
        seminars=seminars,
        files=frozenset(files),
        drawn=drawn(files),
    )
    return workspace, (*found, *more)


def _folders(files: Files) -> tuple[str, ...]:
    """The names of the folders in `clauses/` that hold anything, in natural order."""
    inner = (path.split("/", 2) for path in files)
    names = {parts[1] for parts in inner if len(parts) == 3 and parts[0] == "clauses"}
    return tuple(sorted((name for name in names if name), key=natural))


def _members(
    places: Iterable[_File], known: Mapping[str, Parsed]
) -> dict[tuple[str, str], list[Member]]:
    """The files that belong to a deliverable or seminar, by the folder of all such and its own."""
    members: dict[tuple[str, str], list[Member]] = {}
    for file in places:
        value = known[file.path].value if file.path in known else None
        if value is not None and file.place.owner:
            key = (file.path.partition("/")[0], file.place.owner)
            members.setdefault(key, []).append(Member(file.path, file.place, value))
    return members


def _no_deliverable() -> Diagnostic:
    return NO_DELIVERABLE.at(
        Span("clauses", 0, 0),
        say("there is no deliverable in `clauses/`"),
        say("make a workspace with `clausier init`, or a folder with a `standard.yml`"),
    )


def _spoken(proposal: Proposal, languages: Mapping[str, str]) -> Proposal:
    """A proposal whose language is that of its deliverable where it does not say its own."""
    if proposal.language:
        return proposal
    language = languages.get(proposal.deliverable.value, "en")
    titles = {name or language: title for name, title in proposal.titles.items()}
    return replace(proposal, language=language, titles=titles)


def _seminars(
    members: Mapping[tuple[str, str], list[Member]],
) -> tuple[tuple[Seminar, ...], tuple[Diagnostic, ...]]:
    made = [_seminar(id, own) for (root, id), own in members.items() if root == "docs"]
    return tuple(each for each, _ in made), tuple(said for _, found in made for said in found)


def _seminar(id: str, members: list[Member]) -> tuple[Seminar, list[Diagnostic]]:
    folder = f"docs/proceedings/{id}"
    found = [*folder_name(id, folder)]
    written = next((each.value for each in members if isinstance(each.value, Seminar)), None)
    seminar = written or no_seminar(slug(id) or "unnamed", folder)
    sessions = [each.value for each in members if isinstance(each.value, Session)]
    there = tuple(dict.fromkeys(session.language for session in sessions))
    if written is None:
        found.append(_no_seminar(seminar))
    found.extend(language_folders(seminar.languages, there, {}, seminar.span))
    languages = seminar.languages or there
    order = [*languages, *(each for each in there if each not in languages)]
    sessions.sort(key=lambda session: order.index(session.language))
    titles = {name or order[0]: title for name, title in seminar.titles.items()} if order else {}
    made = replace(seminar, languages=languages, titles=titles, sessions=tuple(sessions))
    return made, found


def _no_seminar(seminar: Seminar) -> Diagnostic:
    return NO_SEMINAR.at(
        seminar.span,
        say("seminar `{0}` has no `seminar.yml`", seminar.id),
        say("write `{0}` with its title and languages", seminar.span.path),
    )


def _in_language(diagnostic: Diagnostic) -> Diagnostic:
    language = file_place(diagnostic.span.path).language
    return replace(diagnostic, language=language) if language else diagnostic
