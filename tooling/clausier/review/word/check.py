"""Asking the rules of Word files: from bytes to what is said of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from clausier.review.word import matter, names, references, styles, traces, typed
from clausier.review.word.file import WordFile, word_file
from clausier.review.word.rule import Found, WordRule
from clausier.source.diagnostic import Diagnostic, Severity, fault, say
from clausier.source.files import Files
from clausier.source.place import Source, Span
from clausier.write.docx.foreign import RefusedError, looked_into
from clausier.write.docx.template import style_names

UNREADABLE = fault(
    "docx/unreadable-file",
    Severity.ERROR,
    """A Word file cannot be read.

    It is damaged, encrypted, no Word file at all, or made so that reading it could do harm. Nothing
    of it is run and nothing is fetched. Save it anew from Word as .docx.""",
)
RULES = tuple(
    found
    for module in (matter, names, references, styles, traces, typed)
    for found in vars(module).values()
    if isinstance(found, WordRule)
)
FAULTS = (UNREADABLE, *(rule.fault for rule in RULES))
MOST = 50
"""How often one rule speaks of one file; the last word says how many more there are."""


class Looked(Struct, frozen=True):
    """What is said of Word files, and the words of their paragraphs by path."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]


def check_files(files: Files, templates: Collection[bytes] = ()) -> Looked:
    """What is wrong in the Word files among `files`, which are all that lies in their folder.

    The styles of `templates` are allowed beside those of our own template.
    """
    allowed = style_names(templates)
    said: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    for path in sorted(files):
        if is_word(path):
            looked = _looked_at(path, files, allowed)
            said += looked.diagnostics
            sources |= looked.sources
    return Looked(tuple(said), sources)


ENDINGS = (".docx", ".docm", ".dotx", ".dotm", ".doc")


def is_word(path: str) -> bool:
    """Whether a file is taken for one of Word's, to be read or refused.

    Not what Word lays beside a file that is open, nor what is hidden.
    """
    hidden = path.rpartition("/")[2].startswith(("~$", "."))
    return not hidden and path.lower().endswith(ENDINGS)


def _looked_at(path: str, files: Files, allowed: Collection[str]) -> Looked:
    folder = path.rpartition("/")[0]
    beside = {one.removeprefix(f"{folder}/") for one in files}
    try:
        foreign = looked_into(files[path])
        damaged = tuple(foreign.damaged())
        if damaged:
            return _refused(path, *damaged)
        file = word_file(path, foreign, allowed, beside)
    except RefusedError as refused:
        return _refused(path, refused)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = say("cannot read `{0}`: {1}", path, reason)
        help = say("close it where it is open, and let it be read")
        return Looked((UNREADABLE.at(Span(path, 0, 0), message, help),), {})
    told = tuple(one for rule in RULES for one in _told(rule, file))
    sources = {story.source.path: story.source for story in file.stories}
    return Looked(tuple(sorted(told, key=lambda one: (one.span, one.rule))), sources)


def _refused(path: str, *reasons: RefusedError) -> Looked:
    help = say("save it anew from Word as .docx")
    whole, name = Span(path, 0, 0), path.rpartition("/")[2]
    return Looked(tuple(UNREADABLE.at(whole, one.about(name), help) for one in reasons), {})


def _told(rule: WordRule, file: WordFile) -> Iterator[Diagnostic]:
    found = list(rule.find(file))
    for one in found[:MOST]:
        yield rule.fault.at(one.span, one.message, one.help)
    if len(found) > MOST:
        more = Found(file.whole, say("{0} more of these in the file", len(found) - MOST))
        yield rule.fault.at(more.span, more.message)
