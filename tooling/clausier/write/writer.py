"""What a writer gives: files in memory, and what it could not show."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from clausier.source.diagnostic import Diagnostic


class Output(Struct, frozen=True):
    """Files by their path below the output's folder (`/` between folders), ready to be put down."""

    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()
