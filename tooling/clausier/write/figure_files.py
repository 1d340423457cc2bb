"""The figures of a standard as files of their own, named after their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath

from clausier.model.block import Figure, Picture
from clausier.model.walk import blocks, clauses
from clausier.resolve.resolved import Version
from clausier.source.files import Files

FIGURES = "figures"


def figure_files(version: Version, files: Files, stem: str) -> dict[str, bytes]:
    """The pictures of the figures by path: `figures/EN_123-4_(E)/Figure_A.1_b.svg`.

    `stem` is the name of the document without its ending. A figure that has no number has no
    name, and a picture that is not there no file; both are told elsewhere.
    """
    made: dict[str, bytes] = {}
    for figure in _figures(version):
        number = version.numbers.get(figure.span)
        for picture in figure.pictures if number else ():
            path = normpath(f"{version.deliverable.folder}/{picture.path}")
            if number and path in files:
                name = f"Figure_{number.label.split()[-1]}{_letter(version, picture)}"
                ending = PurePosixPath(path).suffix
                made[f"{FIGURES}/{stem}/{name}{ending}"] = files[path]
    return made


def _figures(version: Version) -> Iterator[Figure]:
    for clause in clauses(version.clauses):
        for block in blocks(clause.body):
            if isinstance(block, Figure):
                yield block


def _letter(version: Version, picture: Picture) -> str:
    number = version.numbers.get(picture.span)
    return f"_{number.label.rstrip(')')}" if number else ""
