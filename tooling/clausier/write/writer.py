"""What a writer gives: files in memory, and what it could not show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausier.source.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Output:
    """Files by their path below the output's folder (`/` between folders), ready to be put down."""

    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()
