"""The command line's words, in English and French."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn

from clausier.language.translate import INTERFACES, said
from clausier.source.diagnostic import Message, say

COMMANDS = (
    "init", "new", "check", "explain", "rules", "review", "build", "submit", "serve", "trace",
    "show",
)  # fmt: skip
KINDS = ("clause", "annex", "term", "principle", "session", "proposal")
OUTPUTS = ("site", "docx", "trace", "provisions", "all")
VIEWS = ("blocks", "model", "numbers", "references", "provisions", "trace")

Say = Callable[[str], str]


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line of ours."""

    language = "en"

    def error(self, message: str) -> NoReturn:
        hint = said(say("see `{0} --help`", self.prog), self.language)
        sys.stderr.write(f"clausier: {self._plain(message)}; {hint}\n")
        raise SystemExit(2)

    def _plain(self, message: str) -> str:
        word = message.partition("invalid choice: ")[2].split("'")[1:2]
        if not word:
            return message
        if self.prog == "clausier":
            return said(_unknown(word[0], COMMANDS), self.language)
        return message.replace("invalid choice", "unknown word")


def _unknown(word: str, known: tuple[str, ...]) -> Message:
    near = get_close_matches(word, known, 1)
    if near:
        return say("there is no command `{0}`; did you mean `{1}`?", word, near[0])
    return say("there is no command `{0}`", word)


def parser(language: str) -> argparse.ArgumentParser:
    """The parser of the whole command line, its help in `language`."""

    def text(template: str) -> str:
        return said(say(template), language)

    _Parser.language = language
    top = _Parser(
        prog="clausier",
        description=text("a standard as Markdown: checked, traced, on the web and in Word"),
    )
    top.add_argument("--version", action=_Version, nargs=0, help=text("print the version"))
    _add_voice(top, text)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    reading = (_init, _new, _check, _explain, _rules, _review)
    for add in (*reading, _build, _submit, _serve, _trace, _show):
        _add_voice(add(commands, text), text)
    return top


class _Version(argparse.Action):
    """Prints the version; looks it up only when asked."""

    def __call__(self, *_: object) -> NoReturn:
        from clausier import __version__

        sys.stdout.write(f"clausier {__version__}\n")
        raise SystemExit(0)


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[_Parser]


def _add_voice(to: argparse.ArgumentParser, text: Say) -> None:
    to.add_argument(
        "--ui-lang",
        choices=INTERFACES,
        default=argparse.SUPPRESS,
        help=text("language of messages (default: the environment's)"),
    )
    to.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default=argparse.SUPPRESS,
        help=text("colours in the output (default: auto)"),
    )


def _command(commands: Commands, name: str, help: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=help, description=help)


def _workspace(to: argparse.ArgumentParser, text: Say) -> None:
    to.add_argument(
        "--workspace", "-w", default=".", metavar="DIR",
        help=text("folder of the workspace (default: here)"),
    )  # fmt: skip


def _init(commands: Commands, text: Say) -> argparse.ArgumentParser:
    to = _command(commands, "init", text("make a new committee's workspace, ready to build"))
    to.add_argument("folder", metavar="DIR", help=text("the new folder"))
    to.add_argument("--title", help=text("title of the standard (default: the folder's name)"))
    to.add_argument("--lang", default="en,fr", help=text("its languages (default: en,fr)"))
    return to


def _new(commands: Commands, text: Say) -> argparse.ArgumentParser:
    to = _command(commands, "new", text("add a clause, term, principle, session …"))
    to.add_argument("kind", choices=KINDS, help=text("what to add"))
    to.add_argument("title", help=text("its title (of a term: the term)"))
    to.add_argument("--id", help=text("its id (default: made of the title)"))
    to.add_argument("--in", dest="within", metavar="ID",
                    help=text("deliverable or seminar it belongs to"))  # fmt: skip
    to.add_argument("--principle", help=text("of a proposal: its principle"))
    _workspace(to, text)
    return to


def _check(commands: Commands, text: Say) -> argparse.ArgumentParser:
    to = _command(commands, "check", text("check the text against the rules"))
    to.add_argument("path", nargs="?", default=".", metavar="PATH",
                    help=text("workspace, or a file or folder in it (default: here)"))  # fmt: skip
    to.add_argument("--format", choices=("text", "json", "sarif", "github"), default="text",
                    help=text("how to print what was found"))  # fmt: skip
    to.add_argument("--lang", default="", help=text("only these language versions"))
    to.add_argument("--stage", help=text("check as if the document had this stage"))
    to.add_argument("--strict", action="store_true", help=text("warnings make the check fail, too"))
    to.add_argument("--select", action="append", default=[], metavar="RULE",
                    help=text("only these rules or families"))  # fmt: skip
    to.add_argument("--ignore", action="append", default=[], metavar="RULE",
                    help=text("not these rules or families"))  # fmt: skip
    to.add_argument("--output", metavar="PATH",
                    help=text("check Word files instead: one, or all in a folder"))  # fmt: skip
    to.add_argument("--fix", action="store_true", help=text("write what can be mended, mended"))
    to.add_argument("--diff", action="store_true",
                    help=text("show what `--fix` would write, and write nothing"))  # fmt: skip
    to.add_argument("--checklist", action="store_true",
                    help=text("list what a person looks at, because no program can"))  # fmt: skip
    to.add_argument("--no-cache", action="store_true", help=text("read every file anew"))
    return to


def _explain(commands: Commands, text: Say) -> argparse.ArgumentParser:
    to = _command(commands, "explain", text("explain a rule: why it is there, what to write"))
    to.add_argument("rule", metavar="RULE")
    return to


def _rules(commands: Commands, text: Say) -> argparse.ArgumentParser:
    to = _command(commands, "rules", text("list every rule"))
    to.add_argument("--format", choices=("text", "json"), default="text",
                    help=text("how to print the list"))  # fmt: skip
    return to


def _review(commands: Commands, text: Say) -> argparse.ArgumentParser:
    to = _command(commands, "review", text("record that clauses were looked at"))
    to.add_argument("clauses", nargs="*", metavar="CLAUSE", help=text("their ids (default: all)"))
    to.add_argument("--show", action="store_true", help=text("show what changed, record nothing"))
    _workspace(to, text)
    return to


def _build(commands: Commands, text: Say) -> argparse.ArgumentParser:
    to = _command(commands, "build", text("write site, Word, trace and provisions"))
    to.add_argument("what", nargs="?", choices=OUTPUTS, default="all", help=text("what to write"))
    to.add_argument("--line-numbers", action="store_true",
                    help=text("number the lines of the standards in Word"))  # fmt: skip
    to.add_argument("--lang", default="", help=text("only these language versions"))
    to.add_argument("--out", metavar="DIR", help=text("where to write (default: build)"))
    _workspace(to, text)
    return to


def _submit(commands: Commands, text: Say) -> argparse.ArgumentParser:
    to = _command(commands, "submit", text("gather what CEN asks for, once no error is left"))
    to.add_argument("--lang", default="", help=text("only these language versions"))
    to.add_argument("--stage", help=text("check as if the document had this stage"))
    to.add_argument("--out", metavar="DIR", help=text("where to write (default: build)"))
    _workspace(to, text)
    return to


def _serve(commands: Commands, text: Say) -> argparse.ArgumentParser:
    to = _command(commands, "serve", text("show the site in a browser, rebuilt as you type"))
    to.add_argument("--port", type=int, default=8000, help=text("port (default: 8000)"))
    _workspace(to, text)
    return to


def _trace(commands: Commands, text: Say) -> argparse.ArgumentParser:
    to = _command(commands, "trace", text("print the matrix of principles and clauses"))
    to.add_argument("--format", choices=("text", "json", "csv"), default="text",
                    help=text("how to print the matrix"))  # fmt: skip
    _workspace(to, text)
    return to


def _show(commands: Commands, text: Say) -> argparse.ArgumentParser:
    to = _command(commands, "show", text("show what the program sees in a file"))
    to.add_argument("file", metavar="FILE")
    to.add_argument("--as", dest="view", choices=VIEWS, default="model", help=text("what to show"))
    to.add_argument("--format", choices=("text", "json"), default="text",
                    help=text("how to print it"))  # fmt: skip
    return to
