"""The door of the terminal."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code: 0 done, 1 errors found, 2 could not run."""
    from clausier.cli.run import run

    return run(sys.argv[1:] if arguments is None else arguments)
