"""`clausier init`: a workspace that checks clean and builds at once."""

from __future__ import annotations

from argparse import Namespace
from importlib.resources import files
from pathlib import Path

from clausier.cli.output import put_files
from clausier.cli.template import quoted, standard_file, texts
from clausier.cli.voice import Voice
from clausier.pipeline import UsageError, compile
from clausier.read.lock import render
from clausier.review.review import reviewed
from clausier.schema.slug import slug
from clausier.source.diagnostic import say

SCHEMAS = ".clausier/schema"
FILES = (
    "00-foreword.md", "00-introduction.md", "01-scope.md", "03-terms.md",
    "03-terms/10-response-time.md", "04-answers.md",
)  # fmt: skip


def run(options: Namespace, voice: Voice) -> int:
    """Write the workspace; nothing that exists is touched."""
    folder = Path(options.folder)
    languages = _languages(options.lang)
    name = options.title or folder.absolute().name.replace("-", " ").replace("_", " ").capitalize()
    made = workspace(slug(folder.absolute().name) or "standard", name, languages)
    _refuse_to_overwrite(folder, made)
    put_files(folder, {path: text.encode() for path, text in made.items()} | _schemas())
    voice.print(voice.text("made the workspace `{0}`; next:", folder.as_posix()))
    voice.print(
        f'  cd "{folder.as_posix()}"' if " " in str(folder) else f"  cd {folder.as_posix()}"
    )
    voice.print("  clausier check")
    voice.print("  clausier build")
    voice.print("  clausier serve")
    return 0


def _languages(asked: str) -> tuple[str, ...]:
    languages = tuple(dict.fromkeys(asked.replace(",", " ").split()))
    for language in languages:
        if not (len(language) == 2 and language.isascii() and language.isalpha()):
            raise UsageError(say("`{0}` is no language code; write two letters: `en`", language))
    if not languages:
        raise UsageError(say("name at least one language: `--lang en`"))
    return tuple(language.lower() for language in languages)


def _refuse_to_overwrite(folder: Path, made: dict[str, str]) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(say("`{0}` is a file; name a folder", folder))
    if (folder / "clauses").exists():
        raise UsageError(say("`{0}` is a workspace already: it holds `clauses`", folder))
    for path in made:
        if (folder / path).exists():
            raise UsageError(say("`{0}` exists already; nothing was written", folder / path))


def workspace(id: str, title: str, languages: tuple[str, ...]) -> dict[str, str]:
    """The files of a new workspace by path, its links already looked at."""
    made = _common(id, title, languages)
    for language in languages:
        made |= _version(id, language)
    resolved = compile({path: text.encode() for path, text in made.items()}).resolved
    made[f"clauses/{id}/trace.lock"] = render(reviewed(resolved, ()))
    return made


def _common(id: str, title: str, languages: tuple[str, ...]) -> dict[str, str]:
    reference = languages[0]
    words = texts(reference)
    proposal = {language: texts(language)["proposal.md"] for language in languages}
    listed = ", ".join(f"{lang}: {quoted(text['title'])}" for lang, text in proposal.items())
    days = ", ".join(f"{lang}: {quoted(texts(lang)['seminar']['title'])}" for lang in languages)
    return {
        f"clauses/{id}/standard.yml": standard_file(
            dict.fromkeys(languages, title), reference, f"../../{SCHEMAS}"
        ),
        f"clauses/{id}/references.yml": (
            f"# yaml-language-server: $schema=../../{SCHEMAS}/references.schema.json\n{{}}\n"
        ),
        "docs/index.md": words["index.md"].format(title=title),
        "docs/proposals/listen-first.md": (
            f"---\nid: listen-first\ntitle: {{{listed}}}\nprinciple: heard-first\n"
            f"deliverable: {id}\ntargets: [answers]\ndecision: pending\n---\n\n"
            f"{proposal[reference]['body']}"
        ),
        "docs/proceedings/first-day/seminar.yml": (
            f"# yaml-language-server: $schema=../../../{SCHEMAS}/seminar.schema.json\n"
            f"title: {{{days}}}\ndate: null\nlanguages: [{', '.join(languages)}]\n"
            f"themes: [heard-first]\n"
        ),
    }


def _version(id: str, language: str) -> dict[str, str]:
    words = texts(language)
    made = {f"clauses/{id}/{language}/{name}": words[name] for name in FILES}
    made[f"docs/principles/{language}/heard-first.md"] = words["principle.md"]
    made[f"docs/proceedings/first-day/{language}/01-opening.md"] = words["session.md"]
    return made


def _schemas() -> dict[str, bytes]:
    folder = files("clausier.schema")
    return {
        f"{SCHEMAS}/{file.name}": file.read_bytes()
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".schema.json")
    }
