"""`clausier build`: the site, the Word drafts, the trace and the provisions."""

from __future__ import annotations

import shutil
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from clausier.cli import as_text
from clausier.cli.output import beside, put_files, put_tree, write_tree
from clausier.cli.report import Report
from clausier.cli.voice import Voice
from clausier.cli.workspace import all_languages, chosen_languages, compiled, root_of
from clausier.model.workspace import Seminar
from clausier.pipeline import Compiled, UsageError
from clausier.resolve.resolved import Resolved
from clausier.source.diagnostic import Diagnostic, Severity, say
from clausier.write.writer import Output

Build = Callable[[Compiled, Path, Voice], Output]


def run(options: Namespace, voice: Voice) -> int:
    """Build what was asked for; 1 where a writer met an error."""
    root = root_of(options.workspace)
    result = compiled(root, voice)
    if not result.resolved.versions:
        raise UsageError(say("there is no standard in `{0}`; see `clausier check`", root.name))
    if options.lang:
        languages = chosen_languages(options.lang, all_languages(result))
        result = replace(result, resolved=limited(result.resolved, languages))
    out = Path(options.out) if options.out else root / (result.config.out or "build")
    known = BUILDS | {"docx": partial(_docx, line_numbers=options.line_numbers)}
    wanted = known if options.what == "all" else {options.what: known[options.what]}
    found: list[Diagnostic] = []
    for build in wanted.values():
        found += build(result, out, voice).diagnostics
        voice.done()
    return _told(result, found, out, voice)


def limited(resolved: Resolved, languages: tuple[str, ...]) -> Resolved:
    """The workspace as if it had only these language versions."""
    trace = resolved.trace
    links = tuple(link for link in trace.links if link.language in languages)
    seminars = tuple(_spoken(seminar, languages) for seminar in resolved.workspace.seminars)
    return replace(
        resolved,
        workspace=replace(resolved.workspace, seminars=seminars),
        versions=tuple(v for v in resolved.versions if v.standard.language in languages),
        trace=replace(trace, links=links),
    )


def _spoken(seminar: Seminar, languages: tuple[str, ...]) -> Seminar:
    return replace(
        seminar,
        languages=tuple(code for code in seminar.languages if code in languages),
        sessions=tuple(one for one in seminar.sessions if one.language in languages),
    )


def _told(result: Compiled, found: list[Diagnostic], out: Path, voice: Voice) -> int:
    if found:
        voice.err.write(as_text.printed(Report(tuple(found), result.sources), voice))
    errors = Report(result.diagnostics, result.sources).count(Severity.ERROR)
    here = Path.cwd()
    shown = out.relative_to(here) if out.is_relative_to(here) else out
    voice.print(voice.text("built in {0}", shown.as_posix()))
    if errors:
        voice.print(voice.text("the text still holds errors ({0}): see `clausier check`", errors))
    return int(any(one.severity is Severity.ERROR for one in found))


def _site(result: Compiled, out: Path, voice: Voice) -> Output:
    from clausier.cli.site_build import build_site
    from clausier.cli.site_pages import site_pages

    voice.progress("writing the pages of the site")
    output = site_pages(result)
    pages, built = beside(out / "pages"), beside(out / "site")
    try:
        write_tree(pages, output.files)
        voice.progress("building the site from {0} files", len(output.files))
        build_site(pages, built)
        put_tree(pages, out / "pages")
        put_tree(built, out / "site")
    finally:
        for left in (pages, built):
            with suppress(OSError):
                shutil.rmtree(left, ignore_errors=True)
    return output


def _docx(result: Compiled, out: Path, voice: Voice, *, line_numbers: bool = False) -> Output:
    from clausier.write import docx

    voice.progress("writing Word")
    output = docx.write(result.resolved, result.files, line_numbers)
    put_files(out / "docx", output.files)
    return output


def _trace(result: Compiled, out: Path, voice: Voice) -> Output:
    from clausier.write import trace

    voice.progress("writing the trace")
    output = trace.write(result.resolved)
    put_files(out / "trace", output.files)
    return output


def _provisions(result: Compiled, out: Path, voice: Voice) -> Output:
    from clausier.write import provisions

    voice.progress("writing the provisions")
    output = provisions.write(result.resolved, result.sources)
    put_files(out / "provisions", output.files)
    return output


BUILDS: dict[str, Build] = {
    "site": _site,
    "docx": _docx,
    "trace": _trace,
    "provisions": _provisions,
}
