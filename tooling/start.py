"""Install clausier beside this repository and run it: needs nothing but Python.

    python tooling/start.py build     the site and the Word drafts, in build/
    python tooling/start.py test      the tests

Any other words are given to `clausier` as they are. The installation stands in `.venv`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".venv"


def main(words: list[str]) -> int:
    """Install what is needed, then run; gives the exit code of what was run."""
    if sys.version_info < (3, 11):
        print("clausier needs Python 3.11 or newer", file=sys.stderr)
        return 2
    testing = words[:1] == ["test"]
    install(".[test]" if testing else ".")
    command = ["-m", "pytest", *words[1:]] if testing else ["-m", "clausier", *words]
    return subprocess.call([str(python()), *command], cwd=ROOT)


def python() -> Path:
    """The interpreter of the installation."""
    return HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install(what: str) -> None:
    """Install the package and what it needs; a second time this takes a few seconds."""
    if not python().exists():
        print("installing in .venv (the first time this takes a minute) …", flush=True)
        venv.create(HOME, with_pip=True)
    command = [str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.check_call([*command, "--editable", what], cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
