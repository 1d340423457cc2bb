"""What the schemas say: each example of the page `validate.md` gives its report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.schema.reports import Example, examples, reported, settle

from clausier.language.translate import catalogue, said
from clausier.read.yaml_tree import load
from clausier.schema.faults import FAULTS
from clausier.schema.validate import KINDS, schema, validate
from clausier.source.diagnostic import Diagnostic
from clausier.source.place import Source

PAGE = Path(__file__).with_name("validate.md")
FOLDER = Path(__file__).parents[2] / "tooling" / "clausier" / "schema"


def found(example: Example) -> tuple[Source, tuple[Diagnostic, ...]]:
    source = Source.of("page.yml", example.text)
    tree, broken = load(source, 0, len(example.text))
    assert tree is not None and not broken
    return source, validate(example.info, tree)


@pytest.mark.parametrize("example", examples(PAGE), ids=lambda example: example.name)
def test_page(example: Example, update: bool) -> None:
    settle(example, reported(*found(example)), update)


def test_the_page_shows_every_fault() -> None:
    shown = {each.rule for example in examples(PAGE) for each in found(example)[1]}
    assert shown == {fault.id for fault in FAULTS}


def test_every_sentence_of_the_page_is_said_in_french() -> None:
    for example in examples(PAGE):
        for each in found(example)[1]:
            for message in (each.message, each.help):
                assert message is None or message.template in catalogue("fr").messages
                assert message is None or said(message, "fr")


@pytest.mark.parametrize("kind", KINDS)
def test_schemas_are_schemas(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", [*KINDS, "definitions"])
def test_schemas_describe_every_key(kind: str) -> None:
    whole = json.loads((FOLDER / f"{kind}.schema.json").read_text("utf-8"))
    assert whole["$id"] == f"{kind}.schema.json"
    for part in objects(whole):
        for key, value in part.get("properties", {}).items():
            helped = "$ref" in value and "description" in value
            helped = helped or {"title", "description", "examples"} <= value.keys()
            assert helped or value.get("$ref") or "title" not in part, f"{kind}: {key}"


@pytest.mark.parametrize("kind", KINDS)
def test_examples_in_schemas_are_right(kind: str) -> None:
    whole = schema(kind)
    for part in objects(whole):
        for example in part.get("examples", []):
            assert Draft202012Validator({**part, "$defs": whole["$defs"]}).is_valid(example), part


def objects(part: object) -> list[dict]:
    if isinstance(part, dict):
        return [part, *(inner for value in part.values() for inner in objects(value))]
    if isinstance(part, list):
        return [inner for value in part for inner in objects(value)]
    return []


def test_jsonschema_is_asked_only_about_what_is_not_plainly_right() -> None:
    import subprocess
    import sys

    program = (
        "import sys; from clausier.schema.validate import validate; "
        "from clausier.schema.tree import Tree; from clausier.source.place import Span; "
        "tree = Tree(Span('x', 0, 0), {'id': 'a', 'kind': 'scope', 'principles': ['b']}); "
        "assert validate('clause', tree) == (); assert 'jsonschema' not in sys.modules"
    )
    environment = {"PYTHONPATH": str(FOLDER.parents[1])}
    subprocess.run([sys.executable, "-c", program], check=True, env=environment)
