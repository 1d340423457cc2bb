"""From the words typed to the command that does them."""

from __future__ import annotations

import gc
import io
import os
import sys
from argparse import Namespace
from importlib import import_module

from clausier.cli.arguments import parser
from clausier.cli.voice import Voice, interface_language


def run(arguments: list[str]) -> int:
    """Do what was asked; every failure of the surroundings is one line and exit code 2.

    A command is short and what it reads it keeps: looking for garbage would only cost time.
    """
    _write_utf8()
    gc.disable()
    language = interface_language(arguments, os.environ)
    options = parser(language).parse_args(arguments)
    voice = Voice.of(language, options)
    try:
        return _obey(options, voice)
    except BrokenPipeError:
        sys.stdout = None
        return 0
    except KeyboardInterrupt:
        return 130


def _obey(options: Namespace, voice: Voice) -> int:
    from clausier.cli.output import OutputError
    from clausier.pipeline import UsageError

    command = import_module(f"clausier.cli.{options.command}_command")
    try:
        code: int = command.run(options, voice)
        sys.stdout.flush()
    except (UsageError, OutputError) as error:
        voice.fail(*error.args)
        return 2
    return code


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
