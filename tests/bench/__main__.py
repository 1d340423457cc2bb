"""Speed and memory, as ratios against peers in the same run.

    python -m tests.bench                 all
    python -m tests.bench check site      some
    python -m tests.bench mutations --write   how well the rules find, into the guide
    python -m tests.bench unseen verbs-de     what is found of sentences that the rules have not seen

Run it by hand and before a release. A peer that is not installed is left out with a word on how to
install it; `CLAUSIER_PEERS` may name the folder where the peers' commands are.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from statistics import median

from clausier.pipeline import folder
from tests.bench import generate, large_site
from tests.bench.measure import Command, Times, compared, ratio, step_times
from tests.bench.mutations import table
from tests.bench.mutations.faults import faults
from tests.bench.mutations.innocent import innocents
from tests.bench.mutations.left import lacking, reason
from tests.bench.mutations.measure import measured
from tests.bench.unseen import sets, tallied

ROOT = Path(__file__).resolve().parents[2]
CLAUSIER = (sys.executable, "-m", "clausier")


def main(words: list[str]) -> int:
    """Run the benchmarks named, or all."""
    names = [word for word in words if word in BENCHES]
    if set(words) - {*names, "--write"} and "unseen" not in names:
        print(f"{__doc__}\nThe benchmarks: {', '.join(BENCHES)}.")
        return 0 if {"-h", "--help"} & set(words) else 2
    asked = names or list(BENCHES)
    with tempfile.TemporaryDirectory(prefix="clausier-bench-") as place:
        for name in asked:
            print(f"\n== {name}: {BENCHES[name].__doc__}")
            BENCHES[name](Path(place) / name)
    return 0


def peer(name: str, how: str) -> str | None:
    """The path of a peer's command, or None after saying how to install it."""
    folder = os.environ.get("CLAUSIER_PEERS")
    path = shutil.which(name, path=folder) if folder else shutil.which(name)
    if path is None:
        print(f"{name} is not installed: {how}")
    return path


def told(times: list[Times], first: str, others: dict[str, float]) -> None:
    """Print the times, and the ratio of ours to each other with what is owed."""
    for one in times:
        print(one)
    ours = times[0]
    for other in times[1:]:
        owed = others.get(other.name)
        asked = f" (owed: at most {owed:g})" if owed else ""
        print(f"   {first} / {other.name}: {ratio(ours, other):.2f}{asked}")


def workspace(place: Path, count: int) -> None:
    """A workspace of `count` clauses in which nothing is wrong."""
    generate.clauses(place, count)
    subprocess.run([*CLAUSIER, "review"], cwd=place, check=True, stdout=subprocess.DEVNULL)


def check(place: Path) -> None:
    """cold check of 1 000 clauses beside compliance-trestle and Sphinx with sphinx-needs"""
    workspace(place / "ours", 1000)
    commands = [Command("clausier check, cold", (*CLAUSIER, "check", "--no-cache"), place / "ours")]
    trestle = peer("trestle", "pip install compliance-trestle")
    if trestle:
        generate.catalogue(place / "trestle", 1000)
        (place / "trestle" / ".trestle").mkdir()
        words = (trestle, "validate", "-t", "catalog", "-n", "large")
        commands.append(Command("compliance-trestle validate", words, place / "trestle"))
    sphinx = peer("sphinx-build", "pip install sphinx sphinx-needs")
    if sphinx:
        generate.sphinx(place / "sphinx", 1000)
        words = (sphinx, "-q", "-E", "-a", "-b", "html", ".", "out")
        clean = partial(shutil.rmtree, place / "sphinx" / "out", ignore_errors=True)
        commands.append(Command("Sphinx with sphinx-needs, cold", words, place / "sphinx", clean))
    owed = {"compliance-trestle validate": 1.0, "Sphinx with sphinx-needs, cold": 1 / 3}
    told(compared(commands), "ours", owed)


def growth(place: Path) -> None:
    """cold check of 10 000 clauses beside 1 000"""
    workspace(place / "ten", 10_000)
    workspace(place / "one", 1000)
    words = (*CLAUSIER, "check", "--no-cache")
    ten = Command("clausier check, 10 000 clauses", words, place / "ten")
    one = Command("clausier check, 1 000 clauses", words, place / "one")
    told(compared([ten, one]), "ten", {one.name: 11.0})


def again(place: Path) -> None:
    """check of 1 000 clauses after one word changed beside a cold one"""
    workspace(place, 1000)
    file = next((place / "clauses" / "large" / "en").glob("*-c7.md"))
    text = file.read_text("utf-8")
    turn = iter(range(10_000))

    def change() -> None:
        file.write_text(text.replace("The organization", f"Organization {next(turn)}", 1), "utf-8")

    warm = Command("clausier check, one word changed", (*CLAUSIER, "check"), place, change)
    cold = Command("clausier check, cold", (*CLAUSIER, "check", "--no-cache"), place)
    told(compared([warm, cold]), "warm", {cold.name: 0.5})


def rules(place: Path) -> None:
    """asking every rule beside reading, in one process (owed: no longer)"""
    workspace(place, 1000)
    for name, root in (("1 000 clauses", place), ("real text", ROOT)):
        pairs = [step_times(folder(root)) for _ in range(6)][1:]
        read_, asked = (median(each) for each in zip(*pairs, strict=True))
        print(f"{name:24} reading {read_:.3f} s, rules {asked:.3f} s: {asked / read_:.2f}")


def start(place: Path) -> None:
    """starting beside Python's own start"""
    place.mkdir(parents=True)
    ours = Command("clausier --help", (*CLAUSIER, "--help"), place)
    bare = Command("python -c pass", (sys.executable, "-c", "pass"), place)
    told(compared([ours, bare]), "help", {})


def text(place: Path) -> None:
    """the real text: check and Word (owed: 1 s and 3 s)"""
    place.mkdir(parents=True)
    cold = Command("clausier check, real text", (*CLAUSIER, "check", "--no-cache"), ROOT)
    words = (*CLAUSIER, "build", "docx", "-w", str(ROOT), "--out", str(place))
    word = Command("clausier build docx, real text", words, ROOT)
    for one in compared([cold, word]):
        print(one)


def word(place: Path) -> None:
    """Word of 3 000 paragraphs, 250 subclauses, 100 tables from Markdown, nothing remembered, beside pandoc"""
    generate.volume(place / "one", 1)
    generate.volume(place / "ten", 10)
    words = (*CLAUSIER, "build", "docx", "--out", "out")
    forget = partial(shutil.rmtree, place / "cache", ignore_errors=True)
    own = dict.fromkeys(("XDG_CACHE_HOME", "LOCALAPPDATA"), str(place / "cache"))
    one = Command("clausier build docx", words, place / "one", forget, own)
    ten = Command("clausier build docx, ten times the text", words, place / "ten", forget, own)
    commands = [one]
    pandoc = peer("pandoc", "https://pandoc.org/installing.html")
    if pandoc:
        words = (pandoc, "--from", "markdown", "whole.md", "--to", "docx", "--output", "whole.docx")
        commands.append(Command("pandoc, Markdown to docx", words, place / "one"))
    told(compared(commands), "ours", {"pandoc, Markdown to docx": 1.0})
    told(compared([ten, one], 3), "ten", {one.name: 11.0})


def site(place: Path) -> None:
    """the site of the real text, then 1 000 sessions, beside a plain MkDocs build of the pages"""
    words = (*CLAUSIER, "build", "site", "-w", str(ROOT), "--out", str(place))
    ours = Command("clausier build site", words, ROOT)
    compared([ours], runs=1)
    plain = (sys.executable, "-m", "mkdocs", "-q", "build", "-d", str(place / "plain"))
    peer_ = Command("plain mkdocs build of the same pages", plain, place / "pages")
    copy = place / "copy"
    shutil.copytree(place / "pages", copy)
    told(compared([ours, Command(peer_.name, plain, copy)]), "ours", {peer_.name: 1.3})
    large_site.measured(place, CLAUSIER)


def mutations(place: Path) -> None:
    """faults planted in clean texts: what is found, and what is said besides"""
    counts = measured((*faults(), *innocents()), {})
    print("\n".join(table.rows(counts, "en")))
    for rule, count in sorted(counts.items()):
        for told_ in (*count.missed, *dict.fromkeys(count.wrong)):
            print(f"   {rule}: {told_}")
    for rule, language in lacking(faults()):
        print(f"not planted: {rule} [{language}]: {reason(rule, language) or 'nobody has yet'}")
    for short in table.shortfalls(counts):
        print(f"below what is owed: {short.name}: {short.recall:.2f}, {short.precision:.2f}")
    if "--write" in sys.argv:
        print("written:", *(page.relative_to(ROOT) for page in table.write(counts)))


def unseen(place: Path) -> None:
    """sentences that the rules have not seen: what is found, and what is said of innocent ones"""
    asked = tuple(word for word in sys.argv[1:] if word not in BENCHES)
    for name, examples in sets(asked):
        tally = tallied(examples)
        for told_ in tally.wrong:
            print(f"   {told_}")
        print(
            f"{name}: found {tally.found} of {tally.faulty} faulty ones, "
            f"silent at {tally.silent} of {tally.innocent} innocent ones"
        )


BENCHES = {
    "check": check,
    "growth": growth,
    "again": again,
    "rules": rules,
    "start": start,
    "text": text,
    "site": site,
    "mutations": mutations,
    "unseen": unseen,
    "word": word,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
