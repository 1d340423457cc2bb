"""`clausier check --output`: what CEN would send back of a Word file, whoever wrote it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from clausier.check.suppression import chosen
from clausier.cli.report import Report
from clausier.cli.voice import Voice
from clausier.cli.workspace import MARKS, compiled
from clausier.pipeline import Compiled, Options, UsageError
from clausier.review.word.check import check_files, is_word
from clausier.source.diagnostic import say
from clausier.source.files import Below
from clausier.write.docx.foreign import LARGEST


def word_report(options: Namespace, asked: Options, voice: Voice) -> Report:
    """What is wrong in the Word files at `--output`; raises `UsageError` where there are none."""
    place = Path(options.output)
    if not place.exists():
        raise UsageError(say("there is no file or folder `{0}`", options.output))
    files = Below(place, LARGEST + 1)
    count = sum(map(is_word, files))
    if not count:
        raise UsageError(say("there is no Word file in `{0}`", options.output))
    voice.progress("reading {0}", place.name)
    looked = check_files(files, _templates(Path(options.path), voice))
    voice.done()
    told = tuple(one for one in looked.diagnostics if chosen(one.rule, asked.select, asked.ignore))
    return Report(told, looked.sources, count)


def _templates(folder: Path, voice: Voice) -> list[bytes]:
    """The templates of the workspace at `folder`, where it is one."""
    if not any((folder / mark).is_dir() for mark in MARKS):
        return []
    return templates_of(compiled(folder, voice))


def templates_of(result: Compiled) -> list[bytes]:
    """The templates that the deliverables of a workspace name, as far as they are there."""
    found = []
    for deliverable in result.resolved.workspace.deliverables:
        named = deliverable.metadata.template
        path = f"{deliverable.folder}/{named.value}" if named else ""
        if path in result.files:
            found.append(result.files[path])
    return found
