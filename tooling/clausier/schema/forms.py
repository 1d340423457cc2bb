"""What to say of an identifier, date or code that is not written as expected."""

from __future__ import annotations

from typing import Any

from clausier.schema.faults import BAD_FORM
from clausier.schema.slug import slug
from clausier.source.diagnostic import Diagnostic, Message, say
from clausier.source.place import Span


def bad_form(part: Any, written: str, span: Span) -> Diagnostic:
    """A value that the pattern of `part` does not match, in the words of what it should be."""
    message, help = _words(part, written)
    return BAD_FORM.at(span, message, help)


def _words(part: Any, written: str) -> tuple[Message, Message]:
    match part.get("title"):
        case "Session":
            return (
                say("`{0}` is no session", written),
                say("write the seminar's folder, a slash and the session's identifier"),
            )
        case "Date":
            return (
                say("`{0}` is no date", written),
                say("write `2012`, `2012-12` or `2012-12-06`, in quotes"),
            )
        case "Language":
            return (
                say("`{0}` is no language", written),
                say("write its two letters, such as `en`, `fr` or `de`"),
            )
        case "Stage code":
            return (
                say("`{0}` is no stage code", written),
                say("write two digits, a point and two digits, in quotes, such as `20.60`"),
            )
        case "ICS code":
            return (
                say("`{0}` is no ICS code", written),
                say("write it as the catalogue does, in quotes, such as `03.080.30`"),
            )
        case "Web address":
            return (
                say("`{0}` is no web address", written),
                say("write it whole, beginning with `https://`"),
            )
        case "Word template":
            return (
                say("`{0}` is no Word template", written),
                say("name a `.dotx` or `.docx` file in the folder of `standard.yml`"),
            )
        case "Edition":
            return say("`{0}` is no edition", written), say("write a whole number from 1")
        case _:
            return _identifier(written)


def _identifier(written: str) -> tuple[Message, Message]:
    better = slug(written)
    if better and better != written:
        help = say("write small letters, digits and single hyphens, such as `{0}`", better)
    else:
        help = say("write small letters, digits and single hyphens")
    return say("`{0}` is no identifier", written), help
