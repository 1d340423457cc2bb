"""From the bytes of a file to its text; nothing is lost, and what is odd is reported."""

from __future__ import annotations

from clausier.source.diagnostic import Diagnostic, Severity, fault, say
from clausier.source.place import Source, Span

NOT_UTF8 = fault(
    "read/not-utf-8",
    Severity.ERROR,
    """A file is not written in UTF-8.

    Every file of a workspace is UTF-8, so that accents and dashes look the same everywhere. Save
    the file again with the encoding UTF-8.""",
)
CONTROL = fault(
    "read/control-character",
    Severity.ERROR,
    """A file holds a control character.

    Control characters (NUL among them) can be shown neither on the site nor in Word. Delete the
    character.""",
)
FAULTS = (NOT_UTF8, CONTROL)

_CONTROL = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {127: None}


def decode(path: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The text of `data`: a byte-order mark is taken off, CRLF and CR become `\\n`.

    A byte that is no UTF-8 becomes `\\ufffd` and is reported; so is the first control character,
    which becomes `\\ufffd` too.
    """
    mark = data.startswith(b"\xef\xbb\xbf")
    text = data[3 if mark else 0 :].decode("utf-8", errors="replace")
    newline = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found: list[Diagnostic] = []
    if "\ufffd" in text and not _is_utf8(data):
        at = text.index("\ufffd")
        found.append(
            NOT_UTF8.at(
                Span(path, at, at + 1),
                say("this character is not UTF-8"),
                say("save the file with the encoding UTF-8"),
            )
        )
    controls = text.translate(_CONTROL)
    if len(controls) != len(text):
        at = next(i for i, sign in enumerate(text) if ord(sign) in _CONTROL)
        name = f"U+{ord(text[at]):04X}"
        found.append(
            CONTROL.at(
                Span(path, at, at + 1),
                say("control character {0}", name),
                say("delete the character"),
            )
        )
        text = text.translate(dict.fromkeys(_CONTROL, "�"))
    return Source.of(path, text, newline, mark), tuple(found)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
