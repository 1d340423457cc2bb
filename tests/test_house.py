"""The house keeps its floors: who imports whom, how large things grow, where the disk is touched."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from clausier.pipeline import all_faults

HOUSE = Path(__file__).resolve().parents[1] / "tooling" / "clausier"
FILES = sorted(HOUSE.rglob("*.py"))

MAY_IMPORT = {
    "source": (),
    "model": ("source",),
    "schema": ("source",),
    "language": ("source",),
    "read": ("schema", "model", "language", "source"),
    "resolve": ("model", "language", "source"),
    "check": ("resolve", "model", "language", "source"),
    "write": ("resolve", "model", "language", "schema", "source"),
    "review": ("write", "resolve", "model", "language", "source"),
    "rules": ("check", "resolve", "model", "language", "source"),
    "pipeline": ("rules", "check", "resolve", "read", "model", "language", "source"),
    "cli": ("pipeline", "review", "write", "rules", "check", "resolve", "read", "schema",
            "model", "language", "source", "clausier"),
    "plugin": ("pipeline", "write", "language", "source", "model", "resolve"),
    "clausier": ("pipeline",),
    "__main__": ("cli",),
}  # fmt: skip
EVERYWHERE = ("msgspec",)
"""What values are made of; all else from third parties has its rooms."""
THIRD_PARTY = {
    "markdown": ("read",),
    "yaml": ("read", "language"),
    "jsonschema": ("schema",),
    "docx": ("write",),
    "lxml": ("write",),
    "latex2mathml": ("write",),
    "resvg_py": ("write",),
    "mkdocs": ("plugin", "cli"),
    "material": ("plugin", "cli"),
}
READS_DISK = {"source/files.py", "cli/cache.py"}
WRITES_DISK = {"cli/output.py"}
READING = {"read_text", "read_bytes", "open", "scandir", "iterdir", "rglob"}
WRITING = {"write_text", "write_bytes", "unlink", "rename", "replace", "rmtree", "mkdir"}


def room(file: Path) -> str:
    """The room of a file: its folder, or its own name on the top floor."""
    inside = file.relative_to(HOUSE)
    if len(inside.parts) > 1:
        return inside.parts[0]
    return "clausier" if inside.stem == "__init__" else inside.stem


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def named(file: Path) -> str:
    return file.relative_to(HOUSE).as_posix()


def imports(file: Path) -> Iterator[str]:
    """Every module a file imports, in functions and under TYPE_CHECKING too."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "clausier":
                yield from (f"clausier.{alias.name}" for alias in node.names)
            else:
                yield node.module


def rooms_imported(file: Path) -> Iterator[str]:
    for module in imports(file):
        parts = module.split(".")
        if parts[0] == "clausier" and len(parts) > 1:
            yield parts[1] if parts[1] in MAY_IMPORT else "clausier"


@pytest.mark.parametrize("file", FILES, ids=named)
def test_imports_go_down(file: Path) -> None:
    own = room(file)
    assert own in MAY_IMPORT, f"{own} is no room of the house"
    wrong = {other for other in rooms_imported(file) if other not in (own, *MAY_IMPORT[own])}
    assert not wrong, f"{named(file)} imports {sorted(wrong)}"


@pytest.mark.parametrize("file", FILES, ids=named)
def test_third_parties_stay_in_their_rooms(file: Path) -> None:
    for module in imports(file):
        rooms = THIRD_PARTY.get(module.partition(".")[0])
        assert rooms is None or room(file) in rooms, f"{named(file)} imports {module}"


def test_every_third_party_is_listed() -> None:
    import sys

    known = {*sys.stdlib_module_names, *EVERYWHERE, *THIRD_PARTY, "clausier"}
    found = {module.partition(".")[0] for file in FILES for module in imports(file)}
    assert found <= known, sorted(found - known)


def test_every_value_is_a_struct() -> None:
    found = [named(file) for file in FILES if "dataclasses" in set(imports(file))]
    assert not found, (
        "write `class Name(Struct, frozen=True)` of msgspec: it starts and runs quicker"
    )


def test_no_circle_between_files() -> None:
    graph = {module_of(file): set(own_modules(file)) for file in FILES}
    assert not circles(graph)


def module_of(file: Path) -> str:
    parts = ("clausier", *file.relative_to(HOUSE).with_suffix("").parts)
    return ".".join(part for part in parts if part != "__init__")


def own_modules(file: Path) -> Iterator[str]:
    known = {module_of(other) for other in FILES}
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                target = whole if whole in known else node.module
                if target in known and target != module_of(file):
                    yield target


def circles(graph: dict[str, set[str]]) -> list[str]:
    """The modules that lie on a circle: what is left when leaves are taken away again and again."""
    left = {name: set(targets) for name, targets in graph.items()}
    while True:
        leaves = {name for name, targets in left.items() if not targets & left.keys()}
        if not leaves:
            return sorted(left)
        left = {name: targets for name, targets in left.items() if name not in leaves}


@pytest.mark.parametrize("file", FILES, ids=named)
def test_files_and_functions_stay_small(file: Path) -> None:
    text = file.read_text("utf-8")
    assert len(text.splitlines()) <= 400
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{node.name} has {length} lines"


@pytest.mark.parametrize("file", FILES, ids=named)
def test_nesting_stays_shallow(file: Path) -> None:
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert depth(node) <= 4, f"{node.name} nests {depth(node)} deep"


def depth(node: ast.AST) -> int:
    """How deep loops, conditions and the like stand in each other (a match counts as one)."""
    steps = ast.For | ast.While | ast.If | ast.With | ast.Try | ast.Match
    deepest = 0
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        chained = isinstance(node, ast.If) and isinstance(child, ast.If) and child in node.orelse
        step = isinstance(child, steps) and not chained
        deepest = max(deepest, depth(child) + int(step))
    return deepest


def calls(file: Path, names: set[str]) -> Iterator[str]:
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in names:
                yield name


@pytest.mark.parametrize("file", FILES, ids=named)
def test_the_disk_is_read_in_one_place(file: Path) -> None:
    """Package data is read by importlib.resources, which has the same method names."""
    text = file.read_text("utf-8")
    if named(file) in READS_DISK | WRITES_DISK or "importlib.resources" in text:
        return
    assert not set(calls(file, READING)), named(file)


@pytest.mark.parametrize("file", FILES, ids=named)
def test_the_disk_is_written_in_one_place(file: Path) -> None:
    if named(file) in WRITES_DISK or room(file) == "cli":
        return
    assert not set(calls(file, WRITING - {"replace"})), named(file)


@pytest.mark.parametrize("file", FILES, ids=named)
def test_names_say_something(file: Path) -> None:
    assert file.stem not in {"utils", "util", "helpers", "common", "base", "manager", "misc"}


@pytest.mark.parametrize("file", FILES, ids=named)
def test_modules_and_public_functions_are_described(file: Path) -> None:
    tree = parsed(file)
    assert ast.get_docstring(tree), f"{named(file)} says nothing of itself"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{named(file)}: {node.name}"


def test_every_fault_is_listed_and_explained() -> None:
    named = {
        str(node.args[0].value)
        for file in HOUSE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "fault"
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(named) > 50
    assert named <= {fault.id for fault in all_faults()}
