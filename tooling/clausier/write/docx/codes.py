"""The codes of Word's fields, in however many runs and fields within fields they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from clausier.write.docx.markup import W

_W = f"{{{W}}}"
_SIGNS = (f"{_W}fldChar", f"{_W}instrText", f"{_W}fldSimple")
_FETCHING = re.compile(
    r"\s*(INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DDEAUTO|DDE|DATABASE|RD)\b", re.IGNORECASE
)


class Code(Struct):
    """What a field is told to do (` REF own \\h `), and the element at which it begins."""

    node: Any
    text: str = ""
    shows: bool = False

    @property
    def fetches(self) -> str | None:
        """The name of a field that takes what it shows from outside the file."""
        found = _FETCHING.match(self.text)
        return found[1].upper() if found else None


def codes(root: Any) -> Iterator[Code]:
    """Every field of a part, in the order in which they end; one left open is a field too."""
    open: list[Code] = []
    for node in root.iter(*_SIGNS):
        if node.tag == f"{_W}fldSimple":
            yield Code(node, str(node.get(f"{_W}instr", "")))
        elif node.tag == f"{_W}instrText":
            if open and not open[-1].shows:
                open[-1].text += node.text or ""
        else:
            kind = node.get(f"{_W}fldCharType")
            if kind == "begin":
                open.append(Code(node))
            elif kind == "separate" and open:
                open[-1].shows = True
            elif kind == "end" and open:
                yield open.pop()
    yield from reversed(open)
