"""`clausier check`: what is wrong, where, and what to write instead."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from clausier.cli.faults import sure_of
from clausier.cli.report import Report
from clausier.cli.voice import Voice
from clausier.cli.workspace import all_languages, chosen_languages, compiled, relative, root_of
from clausier.pipeline import Compiled, Options, UsageError
from clausier.source.diagnostic import Diagnostic, Severity, say


def run(options: Namespace, voice: Voice) -> int:
    """Print the report; 1 where an error (with `--strict` a warning) was found."""
    asked = Options(sure_of(_words(options.select)), sure_of(_words(options.ignore)), options.stage)
    if options.output:
        return _printed(_of_word(options, asked, voice), "", options, voice)
    root = root_of(options.path)
    result = compiled(root, voice, asked, remember=not options.no_cache)
    if options.checklist:
        return _checklist(result, options.format, voice)
    path = relative(options.path, root)
    done = ""
    if options.diff or options.fix:
        from clausier.cli.fix import Task, diff, fix

        task = Task(root, asked, lambda now: _chosen(now, options, path), not options.no_cache)
        if options.diff:
            return diff(task, result, voice)
        result, done = fix(task, result, voice)
    report = Report(_chosen(result, options, path), result.sources)
    return _printed(report, done, options, voice)


def _printed(report: Report, done: str, options: Namespace, voice: Voice) -> int:
    printed: Callable[[Report, Voice], str]
    printed = import_module(f"clausier.cli.as_{options.format}").printed
    voice.out.write(printed(report, voice))
    if done:
        (voice.out if options.format == "text" else voice.err).write(f"{done}\n")
    return int(_fails(report, options.strict))


def _of_word(options: Namespace, asked: Options, voice: Voice) -> Report:
    if options.fix or options.diff:
        raise UsageError(say("`--fix` and `--diff` mend the text, not Word files"))
    from clausier.cli.word_check import word_report

    return word_report(options, asked, voice)


def _checklist(result: Compiled, form: str, voice: Voice) -> int:
    from clausier.cli import checklist

    if form not in ("text", "json"):
        raise UsageError(say("the checklist is `text` or `json`, not `{0}`", form))
    printed = checklist.as_json if form == "json" else checklist.as_text
    voice.out.write(printed(result, voice))
    return 0


def _words(asked: list[str]) -> tuple[str, ...]:
    return tuple(word for words in asked for word in words.replace(",", " ").split())


def _chosen(result: Compiled, options: Namespace, path: str) -> tuple[Diagnostic, ...]:
    found = result.diagnostics
    if options.lang:
        languages = chosen_languages(options.lang, all_languages(result))
        found = tuple(one for one in found if one.language in (None, *languages))
    if path != ".":
        found = tuple(one for one in found if _within(one.span.path, path))
    return found


def _within(path: str, asked: str) -> bool:
    return path == asked or Path(asked) in Path(path).parents


def _fails(report: Report, strict: bool) -> bool:
    errors = report.count(Severity.ERROR)
    return bool(errors or (strict and report.count(Severity.WARNING)))
