"""The site speaks each language with the same words."""

from __future__ import annotations

import pytest

from clausier.language.interface import interface


@pytest.mark.parametrize("code", ["fr", "de"])
def test_every_word_is_said_in_every_language(code: str) -> None:
    english, other = interface("en"), interface(code)
    assert list(other) == list(english)
    for key, words in english.items():
        assert other[key].count("{") == words.count("{"), key
