"""On which page a heading will stand: an estimate, so that contents read well before any update.

Word and LibreOffice break pages each in their own way; whoever updates the fields gets their true
numbers. Nothing else depends on the estimate.
"""

from __future__ import annotations

import math

from msgspec import Struct

from clausier.write.docx.styles import styles

WIDTH = 9638
"""The width of the text in twentieths of a point: 170 mm, as CEN asks of figures."""
HEIGHT = 14570
WIDE = 14570
"""The width of the text on a page that is turned."""
_PAGE = HEIGHT / 20
_ACROSS = WIDTH / 20
_SIGN = 0.425
"""The mean width of a character of Cambria as a share of its size."""


class Ruler(Struct):
    """Counts characters as they are written and adds up the heights of paragraphs."""

    page: int = 1
    height: float = 0.0
    signs: int = 0
    beside: bool = False
    room: float = _PAGE
    after: float = 0.0

    def paragraph(self, style: str, width: int = WIDTH) -> None:
        """The characters since the last call make a paragraph of `style`."""
        signs, self.signs = self.signs, 0
        facts = styles()[style].facts
        before, lines = float(facts.get("before", 0)), self.needed(style, signs, width)
        if facts.get("pageBreakBefore") and not self.beside:
            self.turn()
        height = max(0.0, before - self.after) + lines
        self.after = float(facts.get("after", 0))
        kept = 40 if facts.get("keepNext") else 0
        if not self.beside and self.height + min(height + kept, 60) > self.room:
            self.turn()
            height = lines
        self.add(height + self.after)

    def needed(self, style: str, signs: int, width: int = WIDTH) -> float:
        """The height in points of the lines of a paragraph of `style` with `signs` characters."""
        row = styles()[style]
        facts = row.facts
        inside: float = (width - facts.get("left", 0) - facts.get("right", 0)) / 20
        lines = max(1, math.ceil(signs * row.size * _SIGN / max(inside, 20.0)))
        return lines * row.line

    def add(self, height: float) -> None:
        """Something of `height` points that may run over to the next pages."""
        self.height += height
        if self.height > self.room and not self.beside:
            pages, self.height = divmod(self.height, self.room)
            self.page += int(pages)

    def block(self, height: float) -> None:
        """Something of `height` points that stays together."""
        if not self.beside and self.height and self.height + height > self.room:
            self.turn()
        self.add(height)

    def turn(self) -> None:
        """A new page, unless this one is still empty."""
        if self.height:
            self.page += 1
            self.height = 0.0

    def change(self, across: bool) -> None:
        """A new page, as high as pages are that are turned (`across`) or not."""
        self.turn()
        self.room = _ACROSS if across else _PAGE


def roman(number: int) -> str:
    """A small roman numeral.

    >>> roman(4), roman(19)
    ('iv', 'xix')
    """
    made = ""
    for value, sign in _ROMAN:
        while number >= value:
            made += sign
            number -= value
    return made


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
