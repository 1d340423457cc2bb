"""How the terminal speaks: language, colour, progress."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Mapping
from typing import TextIO

from msgspec import Struct

from clausier.language.translate import INTERFACES, said
from clausier.source.diagnostic import Message, say

COLOURS = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "info": "\x1b[1;36m",
    "strong": "\x1b[1m",
    "quiet": "\x1b[2m",
    "added": "\x1b[32m",
    "removed": "\x1b[31m",
}
END = "\x1b[0m"


def interface_language(arguments: list[str], environment: Mapping[str, str]) -> str:
    """The language to speak: `--ui-lang`, then the environment, then English."""
    for index, word in enumerate(arguments):
        name, equals, value = word.partition("=")
        if name == "--ui-lang":
            asked = value if equals else "".join(arguments[index + 1 : index + 2])
            return asked if asked in INTERFACES else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        value = environment.get(name, "")
        if value:
            return value[:2].lower() if value[:2].lower() in INTERFACES else "en"
    return "en"


class Voice(Struct, frozen=True):
    """One conversation at a terminal: `out` is the result, `err` everything said beside it."""

    language: str
    colour: bool
    out: TextIO
    err: TextIO
    live: bool

    @staticmethod
    def of(language: str, options: Namespace) -> Voice:
        """The voice that the options and the terminal ask for."""
        wish = getattr(options, "color", "auto")
        terminal = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        colour = wish == "always" or (wish == "auto" and terminal)
        return Voice(language, colour, sys.stdout, sys.stderr, sys.stderr.isatty())

    def said(self, message: Message) -> str:
        """A message in the language of the interface."""
        return said(message, self.language)

    def text(self, template: str, *values: object) -> str:
        """An English template in the language of the interface, with its values."""
        return self.said(say(template, *values))

    def counted(self, count: int, one: str, many: str) -> str:
        """A number of things in the template for one or for many; nothing for none."""
        return self.text(one if count == 1 else many, count) if count else ""

    def painted(self, text: str, colour: str) -> str:
        """`text` in a colour, where the output shows colours."""
        return f"{COLOURS[colour]}{text}{END}" if self.colour else text

    def print(self, text: str = "") -> None:
        """A line of the result."""
        self.out.write(f"{text}\n")

    def fail(self, message: Message | str, *values: object) -> None:
        """One line that says why nothing was done."""
        words = self.said(message) if isinstance(message, Message) else self.text(message, *values)
        self.err.write(f"clausier: {words}\n")

    def progress(self, template: str, *values: object) -> None:
        """What is being done now: on a terminal only, each in the place of the last."""
        if self.live:
            self.err.write(f"\r\x1b[2K{self.text(template, *values)} …")
            self.err.flush()

    def done(self) -> None:
        """Take the last progress off the screen."""
        if self.live:
            self.err.write("\r\x1b[2K")
            self.err.flush()
