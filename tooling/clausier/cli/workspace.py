"""Finding the workspace that is meant, and compiling it with what was remembered."""

from __future__ import annotations

from pathlib import Path

from clausier.cli import cache
from clausier.cli.voice import Voice
from clausier.pipeline import NOTHING_MORE, Compiled, Options, UsageError, compile, folder
from clausier.source.diagnostic import say

MARKS = ("clauses", "clausier.toml")


def root_of(path: str) -> Path:
    """The workspace that holds `path`: the nearest folder above with `clauses` in it.

    Where there is none, `path` itself, so that the report names what was asked for.
    """
    start = Path(path).absolute()
    if not start.exists():
        raise UsageError(say("there is no file or folder `{0}`", path))
    if not start.is_dir() and not start.is_file():
        raise UsageError(say("`{0}` is neither a file nor a folder", path))
    for candidate in (start, *start.parents):
        if any((candidate / mark).exists() for mark in MARKS):
            return candidate
    if start.is_file():
        raise UsageError(say("`{0}` lies in no workspace: no folder above holds `clauses`", path))
    return start


def compiled(
    root: Path, voice: Voice, options: Options = NOTHING_MORE, *, remember: bool = True
) -> Compiled:
    """The compiled workspace at `root`, reading again only the files that changed."""
    voice.progress("reading {0}", root.name)
    found = folder(root)
    if not remember:
        result = compile(found, options)
    else:
        kept = cache.recall(root)
        result = compile(found, options, memory=kept.memory)
        cache.keep(kept)
    voice.done()
    return result


def compiled_again(
    root: Path, laid: dict[str, bytes], options: Options, *, remember: bool = True
) -> Compiled:
    """The workspace with other bytes laid over some files; nothing new is remembered."""
    memory = cache.recall(root).memory if remember else None
    return compile(folder(root).under(laid), options, memory=memory)


def relative(path: str, root: Path) -> str:
    """A path as the workspace names it: relative to `root`, with `/`."""
    return Path(path).absolute().relative_to(root).as_posix()


def chosen_languages(words: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The languages of `--lang en,fr`; all of `known` where nothing was asked for."""
    asked = tuple(word for word in words.replace(" ", ",").split(",") if word)
    for word in asked:
        if word not in known:
            raise UsageError(
                say("there is no language version `{0}`; there are {1}", word, ", ".join(known))
            )
    return asked or known


def all_languages(result: Compiled) -> tuple[str, ...]:
    """Every language version of the workspace, each once."""
    return tuple(dict.fromkeys(v.standard.language for v in result.resolved.versions))
