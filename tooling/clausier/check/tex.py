"""The symbols and words in a formula in LaTeX notation. A look from outside, not a typesetter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_TOKEN = re.compile(
    r"\\(?P<words>text|textrm|mathrm|mathit|operatorname\*?|mathsf|mathbf)\s*\{(?P<inner>[^{}]*)\}"
    r"|\\begin\s*\{(?:array|tabular|alignat\*?|alignedat)\}(?:\s*\[[^\[\]{}]*\])?\s*\{[^{}]*\}"
    r"|\\(?:begin|end|color|textcolor|label|tag|[hv]space\*?|mathbb)\s*\{[^{}]*\}"
    r"|\\mathbb\s+[A-Za-z]"
    r"|\\(?:m?kern|mskip)\s*-?[\d.,]+\s*[a-z]{2}|\\\\\s*\[\s*-?[\d.,]+\s*[a-z]{2}\s*\]"
    r"|\\(?P<command>[A-Za-z]+)|\\.|(?P<index>_)|(?P<letters>[A-Za-z]+)|(?P<open>\{)|(?P<close>\})"
)
_GREEK_TEXT = """
alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi
rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi
Sigma Upsilon Phi Psi Omega
"""
_GREEK = frozenset(_GREEK_TEXT.split())
_WORD = 4
"""From so many letters in a row on, they are a word and no product."""


class Sign(Struct, frozen=True):
    """A symbol or a word in a formula, and where it begins."""

    at: int
    value: str
    is_word: bool = False


def signs(tex: str) -> Iterator[Sign]:
    """The quantity symbols (`x`, `\\alpha`) of a formula and the words set upright in it.

    Indices are no symbols of their own. A run of four letters or more is a word.
    """
    at = 0
    depth = 0
    skipped = -1
    while (found := _TOKEN.search(tex, at)) is not None:
        at = found.end()
        if found["open"]:
            depth += 1
        elif found["close"]:
            depth -= 1
            skipped = -1 if depth <= skipped else skipped
        elif found["index"] and skipped < 0:
            at, skipped = _past_index(tex, at, depth)
        elif skipped < 0:
            yield from _of(found)


def _past_index(tex: str, at: int, depth: int) -> tuple[int, int]:
    """Where to go on after `_`: behind a single sign, or within braces that are passed over."""
    while tex[at : at + 1] == " ":
        at += 1
    if tex[at : at + 1] == "{":
        return at, depth
    found = _TOKEN.match(tex, at)
    if found and (found["command"] or found["words"]):
        return found.end(), -1
    return at + 1, -1


def _of(found: re.Match[str]) -> Iterator[Sign]:
    letters = found["letters"]
    if found["words"]:
        if len(found["inner"].strip()) > 1:
            yield Sign(found.start(), found["inner"].strip(), True)
    elif found["command"] in _GREEK:
        yield Sign(found.start(), f"\\{found['command']}")
    elif letters and len(letters) >= _WORD:
        yield Sign(found.start(), letters, True)
    elif letters:
        for offset, letter in enumerate(letters):
            yield Sign(found.start() + offset, letter)


def symbol(tex: str) -> str | None:
    """The symbol that a formula is, without its index; None where it is more than one."""
    found = list(signs(tex))
    alone = len(found) == 1 and not found[0].is_word
    plain = alone and not any(sign in tex for sign in "=<>+/") and "\\frac" not in tex
    return found[0].value if plain else None
