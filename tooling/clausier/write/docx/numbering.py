"""Automatic numbering: clauses, annexes, bibliography and lists."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from clausier.language.language import Language
from clausier.write.docx.markup import HEAD, SPACES, element

NUMBER_IDS = {
    "headings": 1,
    "annexes": 2,
    "introduction": 3,
    "bibliography": 4,
    "dashes": 5,
    "letters": 6,
    "european-annexes": 7,
    "national-annexes": 8,
}
"""The instances that the styles name; lists that restart get instances of their own after them."""

DEPTH = 9
LISTS = 4
_LETTERED = ("lowerLetter", "decimal", "lowerRoman", "upperLetter", "upperRoman")


class Numbering(Struct):
    """Which list instances a document uses, and `numbering.xml` for them."""

    language: Language
    instances: list[str] = field(default_factory=list)
    counts: dict[str, list[int]] = field(default_factory=dict)
    moved: dict[str, int] = field(default_factory=dict)
    dashed: int = 0

    def list_instance(self, level: int, dashed: int = 0) -> int:
        """A new instance for an ordered list at `level` (from 0), counting from its start.

        `dashed` are the lists around it that have dashes: they take no letter from it.
        """
        self.dashed = max(self.dashed, dashed)
        return self._new(_abstract_id(dashed), {level: 1})

    def _new(self, abstract: int, starts: dict[int, int]) -> int:
        number = len(NUMBER_IDS) + len(self.instances) + 1
        self.instances.append(_instance(number, abstract, starts))
        return number

    def heading(self, name: str, value: str) -> str:
        """What makes the next heading of the list `name` read `value` (`5.2`); mostly nothing.

        Word counts headings by itself. Only where it would come to another number than the one
        that was computed, the heading begins a list instance that starts there.
        """
        wanted = [_ordinal(part) for part in value.split(".")]
        count = self.counts.get(name, [])
        level = len(wanted) - 1
        counted = [*count[:level], *([1] * (level - len(count)))]
        counted.append(count[level] + 1 if level < len(count) else 1)
        self.counts[name] = wanted
        if counted != wanted and all(wanted):
            self.moved[name] = self._new(NUMBER_IDS[name], dict(enumerate(wanted)))
        if name not in self.moved:
            return ""
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{self.moved[name]}"/></w:numPr>'

    def at(self, name: str, level: int) -> str:
        """The list `name` at `level` (from 1), for a style that is not linked to it."""
        return (
            f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{NUMBER_IDS[name]}"/></w:numPr>'
        )

    def part(self) -> bytes:
        """`numbering.xml`: first what can be counted, then where it is."""
        annex = f"{self.language.labels['annex']}\u00a0"
        abstracts = (
            _abstract("headings", _headings, 0),
            _abstract("annexes", lambda level: _annexes(level, annex, ""), 1),
            _abstract("introduction", _introduction, 2),
            _abstract("bibliography", _bibliography, 3),
            _abstract("dashes", _dashes, 4),
            _abstract("letters", _letters, 5),
            _abstract("european-annexes", lambda level: _annexes(level, annex, "Z"), 6),
            _abstract("national-annexes", lambda level: _annexes(level, annex, "N"), 7),
            *(_dashed_abstract(dashed) for dashed in range(1, self.dashed + 1)),
        )
        numbers = "".join(_instance(number, number) for number in NUMBER_IDS.values())
        numbers += "".join(self.instances)
        return f"{HEAD}<w:numbering {SPACES}>{''.join(abstracts)}{numbers}</w:numbering>".encode()


def list_format(level: int) -> str:
    """How items of an ordered list at `level` (from 0) are counted: a) 1) i) A) I), then again."""
    return _LETTERED[level % len(_LETTERED)]


def _ordinal(part: str) -> int:
    """The place of a number or of an annex's letter: `3` is 3, `B` is 2; 0 for anything else."""
    if part.isascii() and part.isdigit():
        return int(part)
    total = 0
    for sign in part:
        if not "A" <= sign <= "Z":
            return 0
        total = total * 26 + ord(sign) - ord("A") + 1
    return total


def _instance(number: int, abstract: int, starts: dict[int, int] | None = None) -> str:
    override = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in (starts or {}).items()
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def _abstract_id(dashed: int) -> int:
    """The list with letters of which `dashed` levels from the top have dashes."""
    return len(NUMBER_IDS) + dashed if dashed else NUMBER_IDS["letters"]


def _dashed_abstract(dashed: int) -> str:
    return _levels(_abstract_id(dashed), lambda depth: _letters(depth, dashed), 7 + dashed)


def _abstract(name: str, level: Callable[[int], str], at: int) -> str:
    return _levels(NUMBER_IDS[name], level, at)


def _levels(number: int, level: Callable[[int], str], at: int) -> str:
    sign = f"{0x5CA10000 + at:08X}"
    levels = "".join(level(depth) for depth in range(DEPTH))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{sign}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{sign}"/>{levels}</w:abstractNum>'
    )


def _level(
    depth: int, style: str | None, shown: str, layout: str, form: str = "decimal",
    follows: str = "tab", look: str = "",
) -> str:  # fmt: skip
    linked = element("pStyle", val=style) if style else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}'
        f'<w:suff w:val="{follows}"/><w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{layout}</w:pPr>{look}</w:lvl>"
    )


_FLUSH = element("ind", left=0, firstLine=0)


def _path(depth: int, first: str = "%1") -> str:
    return ".".join([first, *(f"%{n}" for n in range(2, depth + 2))])


def _headings(depth: int) -> str:
    return _level(depth, f"Heading{depth + 1}" if depth < 6 else None, _path(depth), _FLUSH)


def _introduction(depth: int) -> str:
    return _level(depth, f"IntroHeading{depth + 1}" if depth < 6 else None,
                  "0" if depth == 0 else _path(depth, "0"), _FLUSH)  # fmt: skip


def _annexes(depth: int, annex: str, prefix: str) -> str:
    top = {"": "ANNEX", "Z": "ANNEXZ", "N": "ANNEXN"}[prefix]
    if depth == 0:
        return _level(0, top, f"{annex}{prefix}%1", _FLUSH, "upperLetter", "nothing")
    below = {"": "a", "Z": "na"}.get(prefix)
    style = f"{below}{depth + 1}" if below and depth < 6 else None
    return _level(depth, style, _path(depth, f"{prefix}%1"), _FLUSH)


def _hanging(depth: int) -> str:
    left = 403 * (min(depth, LISTS - 1) + 1)
    tab = f'<w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
    return tab + element("ind", left=left, hanging=403)


def _dashes(depth: int) -> str:
    style = f"ListContinue{depth + 1}" if depth < LISTS else None
    return _level(depth, style, "—", _hanging(depth), "bullet")


def _letters(depth: int, dashed: int = 0) -> str:
    style = f"ListNumber{depth + 1}" if depth < LISTS and not dashed else None
    form = list_format(max(0, depth - dashed))
    return _level(depth, style, f"%{depth + 1})", _hanging(depth), form)


def _bibliography(depth: int) -> str:
    layout = element("ind", left=662, hanging=662)
    return _level(depth, "BiblioEntry" if depth == 0 else None, f"[%{depth + 1}]", layout)
