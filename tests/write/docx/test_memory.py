"""A long text is held once: writing it takes a few times the room of what is written."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

from tests.bench import generate
from tests.write.docx.conftest import parts

from clausier.pipeline import compile_folder
from clausier.write import docx


def test_writing_takes_a_few_times_what_is_written(tmp_path: Path) -> None:
    generate.volume(tmp_path, 1)
    made = compile_folder(tmp_path)
    tracemalloc.start()
    try:
        output = docx.write(made.resolved, made.files)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    (data,) = output.files.values()
    size = len(parts(data)["word/document.xml"])
    assert size > 4_000_000 and most < 4.5 * size, most / size
