"""Whatever people do to the files of a workspace: everything is still read, checked and written."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from clausier.pipeline import compile
from clausier.write import docx, provisions, site, trace

SCRAPS = (
    "{#x}", "@", "[^a]", "$$", '!!! table "x {#t}"\n\n', "<table><tr><td>", "```", "|a|b|\n|-|",
    "\n---\n", "NOTE ", "## ", "{provision=x}", "<!-- allow a/b: c -->", "\t", "\x00", "\uffff",
    "\U0001d4b3", "\u202e", "**", "> ", "- ", "1. ", "![", "](", "images/", "@iso-10002#", "<sub>",
    "&nbsp;", "\\", "Key\n\n", "Source: @", "where\n\n- $x$ is", "term:", "id: ", "null", "[", "{",
    '"', "'", "%", "a" * 300, "|" * 50, "shall ", "may not ",
)  # fmt: skip


def disturbed(files: dict[str, bytes], dice: random.Random) -> dict[str, bytes]:
    """Some of the files with scraps put in, pieces taken out, lines mixed, or gone."""
    made = dict(files)
    for _ in range(dice.randint(1, 12)):
        path = dice.choice(sorted(made))
        if path.endswith(".png"):
            made[path] = made[path][: dice.randint(0, len(made[path]))]
        elif dice.random() < 0.08:
            del made[path]
        else:
            made[path] = torn(made[path].decode(), dice).encode("utf-8", "surrogatepass")
    return made


def torn(text: str, dice: random.Random) -> str:
    at, other = dice.randint(0, len(text)), dice.randint(0, len(text))
    match dice.randint(0, 5):
        case 0:
            lines = text.split("\n")
            dice.shuffle(lines)
            return "\n".join(lines)
        case 1:
            return text[:at] + text[at + dice.randint(1, 60) :]
        case 2:
            return text + text[min(at, other) : max(at, other)]
        case _:
            return text[:at] + dice.choice(SCRAPS) + text[at:]


@pytest.mark.parametrize("seed", range(24))
def test_nothing_is_raised_and_everything_is_written(seed: int, mini: Path) -> None:
    paths = [path for path in sorted(mini.rglob("*")) if path.is_file()]
    files = {path.relative_to(mini).as_posix(): path.read_bytes() for path in paths}
    files["clauses/everyday-service/standard.yml"] += b"index: true\n"
    made = compile(disturbed(files, random.Random(seed)))
    told = [str(one.message) for one in made.diagnostics]
    assert all(told)
    assert site.write(made.resolved, made.diagnostics, made.sources, made.files).files
    docx.write(made.resolved, made.files)
    trace.write(made.resolved)
    provisions.write(made.resolved, made.sources)
