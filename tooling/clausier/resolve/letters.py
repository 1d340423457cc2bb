"""Numbers as letters and as Roman figures: annexes, list items, subfigures, lettered footnotes."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letters(number: int) -> str:
    """The letter of an annex: A to Z, then AA, AB.

    >>> [letters(n) for n in (1, 26, 27, 53)]
    ['A', 'Z', 'AA', 'BA']
    """
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def roman(number: int) -> str:
    """A number in small Roman figures.

    >>> [roman(n) for n in (1, 4, 9, 14)]
    ['i', 'iv', 'ix', 'xiv']
    """
    found = ""
    for value, sign in _ROMAN:
        while number >= value:
            found += sign
            number -= value
    return found


def item(number: int, depth: int) -> str:
    """The number of the `number`-th item of an ordered list within `depth` others: DP2 23.3.

    >>> [item(2, depth) for depth in range(5)]
    ['b)', '2)', 'ii)', 'B)', 'II)']
    """
    match depth % 5:
        case 0:
            sign = letters(number).lower()
        case 1:
            sign = str(number)
        case 2:
            sign = roman(number)
        case 3:
            sign = letters(number)
        case _:
            sign = roman(number).upper()
    return f"{sign})"
