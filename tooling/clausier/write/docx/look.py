"""How characters look: what stands in `w:rPr`, in the order Word asks for."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace


class Look(Struct, frozen=True):
    """The look of a run; a look within a look adds to it."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    height: str = ""
    locale: str = ""

    @property
    def xml(self) -> str:
        """The children of `w:rPr`."""
        return "" if self is PLAIN else _xml(self)

    def heavy(self) -> Look:
        return _changed(self, "bold", True)

    def slanted(self) -> Look:
        return _changed(self, "italic", True)

    def lowered(self) -> Look:
        return _changed(self, "height", "subscript")

    def raised(self) -> Look:
        return _changed(self, "height", "superscript")

    def styled(self, style: str) -> Look:
        return _changed(self, "style", style)


@lru_cache(maxsize=256)
def _changed(look: Look, name: str, value: object) -> Look:
    changes: dict[str, Any] = {name: value}
    return replace(look, **changes)


@lru_cache(maxsize=256)
def _xml(look: Look) -> str:
    made = f'<w:rStyle w:val="{look.style}"/>' if look.style else ""
    made += "<w:b/><w:bCs/>" if look.bold else ""
    made += "<w:i/><w:iCs/>" if look.italic else ""
    made += f'<w:vertAlign w:val="{look.height}"/>' if look.height else ""
    return made + (f'<w:lang w:val="{look.locale}"/>' if look.locale else "")


PLAIN = Look()
"""The look that the style of the paragraph gives."""
