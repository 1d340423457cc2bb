"""The page of the rules names each of them, once, in the language of the reader."""

from __future__ import annotations

import re

import pytest

from clausier.language.translate import fault_title
from clausier.pipeline import all_faults
from clausier.write.rule_page import rule_page


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_rule_has_its_section(language: str) -> None:
    page = rule_page(all_faults(), language)
    anchors = re.findall(r"\{#([^}]+)\}$", page, re.MULTILINE)
    assert len(anchors) == len(set(anchors))
    for fault in all_faults():
        assert fault.id.replace("/", "-") in anchors
        assert f"**{fault_title(fault, language)}**" in page
