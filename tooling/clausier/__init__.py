"""clausier: a standard as Markdown, checked, traced, and written as a website and in Word.

>>> import clausier
>>> compiled = clausier.compile("path/to/workspace")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from clausier.pipeline import Compiled

__all__ = ["__version__", "compile"]

__version__ = "0.1.0"


def compile(path: str | Path) -> Compiled:
    """Read, resolve and check the workspace at `path`; see `clausier.pipeline.compile`.

    Never raises for a wrong document, never prints; raises `clausier.pipeline.UsageError` where
    `path` is no folder.
    """
    from clausier.pipeline import compile_folder

    return compile_folder(path)
