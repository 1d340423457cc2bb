"""The quick look never calls right what jsonschema does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from clausier.schema.plain import checker
from clausier.schema.validate import KINDS, schema

KEYS = sorted(
    {key for kind in KINDS for key in schema(kind).get("properties", {})}
    | {"en", "fr", "it", "family", "given", "url", "role", "speaker", "clause", "reference", "dow"}
)
WORDS = st.sampled_from(
    ["clause", "annex", "scope", "term", "normative", "draft", "a-b", "s/t", "2012", "20.60",
     "03.080", "en", "fr", "EN", "dp2-2021", "pending", "research", "standard", "article", "all",
     "required", "published", "x.docx", "https://a.b", "", "A b", "a" * 81]
)  # fmt: skip
SCALARS = st.one_of(
    WORDS, st.none(), st.booleans(), st.integers(-1, 3), st.sampled_from([1.0, 2.5])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
    ),
    max_leaves=6,
)
DEFINED = {kind: checker(schema(kind)) for kind in KINDS}
JUDGES = {kind: Draft202012Validator(schema(kind)) for kind in KINDS}


def near(kind: str) -> st.SearchStrategy[object]:
    """Values that look like what a schema asks for: its examples, some of them replaced."""
    parts = schema(kind).get("properties", {})
    known = {key: examples(part, schema(kind)) for key, part in parts.items()}
    fields = {
        key: st.one_of(*(st.just(each) for each in values), VALUES) if values else VALUES
        for key, values in known.items()
    }
    return st.fixed_dictionaries({}, optional=fields)


def examples(part: dict, whole: dict) -> list:
    if "$ref" in part:
        return examples(whole["$defs"][part["$ref"].rpartition("/")[2]], whole)
    return part.get("examples", [])


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_right_is_right(kind: str, data: st.DataObject) -> None:
    value = data.draw(st.one_of(near(kind), VALUES))
    if DEFINED[kind](value):
        assert JUDGES[kind].is_valid(value)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_right_is_seen_to_be(kind: str) -> None:
    known = schema(kind).get("properties", {})
    value = {key: examples(part, schema(kind))[0] for key, part in known.items()}
    if kind == "clause":
        value["kind"] = "annex"
    assert DEFINED[kind](value) and JUDGES[kind].is_valid(value)


@pytest.mark.parametrize("part", [{"oneOf": [{}]}, {"properties": {"a": {"format": "date"}}}])
def test_a_keyword_that_is_not_known_makes_it_say_no(part: dict) -> None:
    assert not checker(part)({})
