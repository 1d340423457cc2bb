"""Which addresses a standard may lead to."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_BLANK = re.compile(r"[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u2060-\u2064\ufeff]")
_LINKS = ("http", "https", "mailto")


def is_safe(address: str) -> bool:
    """Whether a link may lead there: http, https, mailto, relative, or a place in the document.

    >>> [is_safe(a) for a in ("https://a.b", "#x", "a/b", "javascript:x", "//a.b", "data:x")]
    [True, True, True, False, False, False]
    """
    bare = _BLANK.sub("", unescape(address))
    if bare.startswith(("//", "\\", "/\\")):
        return False
    match = _SCHEME.match(bare) or _SCHEME.match(_BLANK.sub("", unquote(bare)))
    return match is None or match[1].lower() in _LINKS


def is_inside(path: str) -> bool:
    """Whether a picture's path stays in the folder it is relative to.

    >>> [is_inside(path) for path in ("images/a.svg", "../a.svg", "/a.svg", "https://a.b/c")]
    [True, False, False, False]
    """
    bare = unquote(_BLANK.sub("", unescape(path))).replace("\\", "/")
    if bare.startswith("/") or _SCHEME.match(bare):
        return False
    depth = 0
    for part in bare.split("/"):
        depth += {"..": -1, ".": 0, "": 0}.get(part, 1)
        if depth < 0:
            return False
    return True
