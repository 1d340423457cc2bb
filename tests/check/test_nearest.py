"""The word that was probably meant."""

from __future__ import annotations

import time

import pytest

from clausier.check.nearest import Nearest

WORDS = ("waiting", "waiting-time", "answers", "tab-limits", "day/queue")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("waitng", "waiting"),
        ("WAITING", "waiting"),
        ("tab-limit", "tab-limits"),
        ("queue", "day/queue"),
        ("something-else", None),
        ("", None),
    ],
)
def test_the_nearest_word(word: str, meant: str | None) -> None:
    assert Nearest(WORDS)(word) == meant


def test_there_may_be_no_words() -> None:
    assert Nearest(())("waiting") is None


def test_many_mistakes_among_many_words_take_little_time() -> None:
    nearest = Nearest(f"clause-{number}" for number in range(5000))
    start = time.process_time()
    for number in range(200):
        nearest(f"clase-{number}-x")
    assert time.process_time() - start < 3


def test_a_word_without_end_is_like_none() -> None:
    assert Nearest(WORDS)("waiting" * 20_000) is None
