"""`clausier submit`: what CEN asks for, gathered; refused while an error stands."""

from __future__ import annotations

import shutil
from argparse import Namespace
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clausier.cli import as_text, office
from clausier.cli.build_command import limited
from clausier.cli.output import beside, put_tree, write_tree
from clausier.cli.report import Report
from clausier.cli.voice import Voice
from clausier.cli.word_check import templates_of
from clausier.cli.workspace import all_languages, chosen_languages, compiled, root_of
from clausier.pipeline import Compiled, Options, UsageError
from clausier.resolve.resolved import Version
from clausier.review.submission import by_hand, document, manifest, still_open
from clausier.review.word.check import Looked, check_files
from clausier.source.diagnostic import Diagnostic, Message, Severity, say
from clausier.write import docx
from clausier.write.figure_files import figure_files
from clausier.write.supplementary import supplementary

FOLDER = "submission"


class Gathered(Struct, frozen=True):
    """The files of a submission and what is to be said of them; `pdf` is what made the PDF."""

    files: dict[str, bytes]
    looked: Looked
    pdf: str | None


def run(options: Namespace, voice: Voice) -> int:
    """Gather the submission; 1, and nothing touched, where an error stands in the way."""
    root = root_of(options.workspace)
    result = compiled(root, voice, Options(stage=options.stage))
    if not result.resolved.versions:
        raise UsageError(say("there is no standard in `{0}`; see `clausier check`", root.name))
    languages = chosen_languages(options.lang, all_languages(result))
    said = tuple(one for one in result.diagnostics if one.language in (None, *languages))
    if _errors(said):
        return _refused(Report(_errors(said), result.sources), voice)
    found = _gathered(result, languages, voice)
    if _errors(found.looked.diagnostics):
        return _refused(Report(_errors(found.looked.diagnostics), found.looked.sources), voice)
    out = Path(options.out) if options.out else root / (result.config.out or "build")
    left = (*said, *found.looked.diagnostics)
    _put(out / FOLDER, result, languages, found, _remaining(result, found, left), voice)
    return 0


def _errors(said: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(one for one in said if one.severity is Severity.ERROR)


def _refused(report: Report, voice: Voice) -> int:
    voice.out.write(as_text.printed(report, voice))
    count = report.count(Severity.ERROR)
    if count == 1:
        voice.fail("nothing was gathered: 1 error stands in the way")
    else:
        voice.fail("nothing was gathered: {0} errors stand in the way", count)
    return 1


def _versions(result: Compiled, languages: tuple[str, ...]) -> tuple[Version, ...]:
    known = result.resolved.versions
    return tuple(one for one in known if one.standard.language in languages)


def _gathered(result: Compiled, languages: tuple[str, ...], voice: Voice) -> Gathered:
    resolved = limited(result.resolved, languages)
    standards = replace(resolved, workspace=replace(resolved.workspace, seminars=()))
    voice.progress("writing Word")
    output = docx.write(standards, result.files)
    files = dict(output.files)
    for version in _versions(result, languages):
        stem = docx.file_name(version).removesuffix(".docx")
        files |= figure_files(version, result.files, stem)
        files |= supplementary(version.deliverable, result.files)
    looked = check_files(files, templates_of(result))
    said = (*output.diagnostics, *looked.diagnostics)
    looked = Looked(said, {**result.sources, **looked.sources})
    program = None if _errors(said) else office.office()
    if program is not None:
        voice.progress("writing PDF")
        files |= office.pdf_files(program, output.files)
    voice.done()
    return Gathered(files, looked, office.version(program) if program else None)


def _remaining(result: Compiled, found: Gathered, said: Iterable[Diagnostic]) -> list[Message]:
    """What is still open: what CEN asks for and is not there, then every warning."""
    open: list[Message] = []
    for deliverable in result.resolved.workspace.deliverables:
        open += still_open(deliverable.metadata)
        open += by_hand(deliverable.metadata)
    if found.pdf is None:
        open.append(say("LibreOffice was not found: add a PDF of each Word file"))
    for path in sorted(found.files):
        if found.pdf and path.endswith(".docx") and f"{path[:-5]}.pdf" not in found.files:
            open.append(say("LibreOffice made no PDF of `{0}`: add it", path))
    report = Report((), found.looked.sources)
    for one in said:
        if one.severity is Severity.WARNING:
            place = f"{one.span.path}:{report.ends(one.span)[0].line}"
            open.append(say("{0}: {1}: {2}", place, one.rule, one.message))
    return open


def _put(
    folder: Path,
    result: Compiled,
    languages: tuple[str, ...],
    found: Gathered,
    open: list[Message],
    voice: Voice,
) -> None:
    """Put the submission down, whole, and say what is in it."""
    documents = [
        document(version, found.files, docx.file_name(version).removesuffix(".docx"))
        for version in _versions(result, languages)
    ]
    told = manifest(found.files, documents, open, found.pdf, voice.said)
    files = found.files | {"manifest.json": told}
    files["still-open.txt"] = "".join(f"{voice.said(one)}\n" for one in open).encode()
    new = beside(folder)
    try:
        write_tree(new, files)
        put_tree(new, folder)
    finally:
        with suppress(OSError):
            shutil.rmtree(new, ignore_errors=True)
    _told(folder, files, open, voice)


def _told(folder: Path, files: Iterable[str], open: list[Message], voice: Voice) -> None:
    here = Path.cwd()
    shown = folder.relative_to(here) if folder.is_relative_to(here) else folder
    for path in sorted(files):
        voice.print(f"  {path}")
    voice.print(voice.text("gathered in {0}", shown.as_posix()))
    if open:
        voice.print()
        voice.print(voice.text("still open ({0}), see {1}:", len(open), "still-open.txt"))
    for message in open:
        voice.print(f"  - {voice.said(message)}")
