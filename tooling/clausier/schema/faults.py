"""The ways in which a front matter or YAML file can differ from what its schema asks."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.source.diagnostic import Severity, fault

UNKNOWN_KEY = replace(
    fault(
        "schema/unknown-key",
        Severity.ERROR,
        """A key is not one of those that belong here.

        What stands under an unknown key is read by nobody; most often the key is a slip of the
        pen. Write the key as the guide names it, or delete the line.""",
    ),
    fixable=True,
)
MISSING_KEY = fault(
    "schema/missing-key",
    Severity.ERROR,
    """A key is missing.

    Without it the program cannot tell what the file is or how to refer to it. Add a line with the
    key and its value.""",
)
WRONG_TYPE = replace(
    fault(
        "schema/wrong-type",
        Severity.ERROR,
        """A value is of another type than expected.

        YAML reads `20.60` as a number and shortens it to 20.6, and `2012` as a number; in quotes
        they stay as they were written. Where a list is expected, write it in square brackets or
        with a hyphen before each item.""",
    ),
    fixable=True,
)
UNKNOWN_VALUE = replace(
    fault(
        "schema/unknown-value",
        Severity.ERROR,
        """A value is not one of those that are possible here.

        The key takes one of a few words, which the message lists. Write one of them.""",
    ),
    fixable=True,
)
BAD_FORM = fault(
    "schema/bad-form",
    Severity.ERROR,
    """An identifier, date, code or address is not written as expected.

    Identifiers are small letters, digits and single hyphens, so that they can stand in references,
    file names and addresses. Dates are `2012`, `2012-12` or `2012-12-06`; stage codes `20.60`; ICS
    codes `03.080.30`.""",
)
EMPTY = fault(
    "schema/empty",
    Severity.ERROR,
    """A value is empty.

    The key is there but nothing stands after it. Write its value, or delete the line if the key may
    be left out.""",
)
REPEATED = fault(
    "schema/repeated-value",
    Severity.ERROR,
    """A list names the same thing twice.

    Naming it once is enough. Delete one of the two.""",
)
FAULTS = (UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE, UNKNOWN_VALUE, BAD_FORM, EMPTY, REPEATED)
