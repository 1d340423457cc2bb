"""From the tree of blocks that Python-Markdown makes to the blocks of the model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.model.block import (
    Block,
    DefinitionList,
    Equation,
    Example,
    Figure,
    List,
    Listing,
    Note,
    Paragraph,
    Table,
)  # fmt: skip
from clausier.model.clause import Allow
from clausier.read import faults
from clausier.read.attributes import Attributes, at_end, identifier, known, name, parse
from clausier.read.containers import read_container
from clausier.read.cut import Cut
from clausier.read.html_tables import read_html_table
from clausier.read.labels import CAPTION, WHERE
from clausier.read.layout import Leaf, Line
from clausier.read.lists import read_definitions, read_list, read_quotes
from clausier.read.page import Consume, Page
from clausier.read.paragraphs import paragraph, plain_paragraph, read_paragraph
from clausier.read.tables import Caption, read_caption, read_table
from clausier.source.diagnostic import say
from clausier.source.place import Span

_ALLOW = re.compile(
    r"\s*allow(?:\s+(?P<rule>[\w-]+/[\w-]+))?\s*(?::\s*(?P<reason>.*?))?\s*", re.DOTALL
)
_IS_ALLOW = re.compile(r"\s*allow(?:\s|$|:)")
_UNDERLINE = re.compile(r"\n[ >]*(?:=+|-+)[ ]*(?=\n|$)")
_NO_TITLE = re.compile(r"(?:^|[ >])#+$")
_RULE_LINE = re.compile(r"(?:^|[ >])(?:(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,})$")


class Heading(Struct, frozen=True):
    """A heading of a body: its level and what stands in its line."""

    span: Span
    level: int
    leaf: Leaf


class Blocks(Struct):
    """Blocks as they are found one after the other.

    `headings` says before which block a heading stands; `last` is where the last block ends.
    """

    page: Page
    last: int
    is_body: bool = False
    made: list[Block] = field(default_factory=list)
    headings: list[tuple[int, Heading]] = field(default_factory=list)
    pending: list[tuple[Span, str, str]] = field(default_factory=list)
    allows: list[tuple[tuple[Span, str, str], int]] = field(default_factory=list)
    caption: Leaf | None = None

    def read(self, text: str | None, elements: Sequence[Element], take: Consume | None) -> None:
        """The blocks of an element, whose own text comes first."""
        if text and text.strip():
            self._text(text, None, not len(elements))
        for number, element in enumerate(elements):
            self._element(element, take, number == len(elements) - 1)
            if element.tail and element.tail.strip():
                self._text(element.tail, None, True)
        self._no_table()
        for span, _, _ in self.pending:
            self._unused(span)
        self._settle()

    def _element(self, element: Element, take: Consume | None, last: bool) -> None:
        page = self.page
        match element.tag:
            case "p":
                self._text(element.text or "", take, last)
            case "table":
                self._table(read_table(page, element), None)
            case "ul" | "ol":
                self.add(read_list(page, element, self.last))
                page.take_footnotes(element)
            case "dl":
                self.add(read_definitions(page, element))
            case "blockquote":
                for quote in read_quotes(page, element, self.last):
                    self.add(quote)
            case "pre":
                self._code(element)
            case "div":
                for block in read_container(page, element):
                    self.add(block)
            case "hr":
                self._line()
            case _:
                self._heading(element)

    def add(self, block: Block) -> None:
        """One block more."""
        self._no_table()
        self.allows += [(allow, len(self.made)) for allow in self.pending]
        self.pending.clear()
        if isinstance(block, List | DefinitionList) and self._explains():
            lead, equation = self.made.pop(), self.made.pop()
            assert isinstance(equation, Equation)
            span = self.page.reading.span(equation.span.start, block.span.end)
            block = replace(equation, span=span, where=(lead, block))
        self.made.append(block)
        self.last = max(self.last, block.span.end)

    def _explains(self) -> bool:
        if len(self.made) < 2 or any(at >= len(self.made) - 1 for at, _ in self.headings):
            return False
        lead, equation = self.made[-1], self.made[-2]
        if not isinstance(lead, Paragraph) or not isinstance(equation, Equation):
            return False
        text = self.page.reading.source.text[lead.span.start : lead.span.end]
        return not equation.where and WHERE.fullmatch(text) is not None

    def _text(self, text: str, take: Consume | None, last: bool) -> None:
        cut = self.page.cut_of(text.strip())
        if cut is not None:
            self.page.layout.find(text.strip())
            self._cut(cut)
            return
        leaf = self.page.layout.leaf(text).strip()
        if not leaf.text or (take is not None and take(leaf, last)):
            return
        rest, given = at_end(self.page.reading, leaf)
        if given is not None and not rest.text:
            self._named(given, leaf)
        elif CAPTION.match(leaf.text):
            self._no_table()
            self.caption = leaf
            self.last = max(self.last, self.page.span(leaf).end)
        else:
            self.add(read_paragraph(self.page, leaf))

    def _named(self, given: Attributes, leaf: Leaf) -> None:
        """A list of attributes on its own: it names the block before it."""
        before = self.made[-1] if self.made else None
        id = given.get("id")
        nameable = isinstance(before, Paragraph | Note | Example | Equation | Table | Figure)
        if before is None and not self.is_body:
            self._empty(given, leaf)
            return
        if id is None or not nameable or before is None or getattr(before, "id", None):
            known(self.page.reading, given)
            return
        known(self.page.reading, given, "id")
        span = self.page.reading.span(before.span.start, self.page.span(leaf).end)
        assert isinstance(before, Paragraph | Note | Example | Equation | Table | Figure)
        named = replace(before, id=name(identifier(self.page.reading, given)), span=span)
        self.made[-1] = named
        self.last = max(self.last, span.end)

    def _empty(self, given: Attributes, leaf: Leaf) -> None:
        """An item or a cell that has an id and no text."""
        span = self.page.span(leaf)
        known(self.page.reading, given, "id")
        self.page.reading.report(
            faults.EMPTY_BLOCK, span, say("id without text"), say("write the text before the id")
        )
        self.add(Paragraph(span, (), name(identifier(self.page.reading, given))))

    def _cut(self, cut: Cut) -> None:
        reading = self.page.reading
        match cut.kind:
            case "code":
                code = _dedent(reading.source.text[cut.inner[0] : cut.inner[1]], cut.indent)
                self.add(Listing(reading.span(cut.start, cut.end), code, cut.info or None))
            case "formula":
                self.add(self._equation(cut))
            case "table":
                table, caption, stray = read_html_table(self.page, cut)
                self._table(table, caption)
                for block in stray:
                    self.add(block)
            case "comment":
                self._comment(cut)
            case "text":
                leaf = Leaf(reading.source.text[cut.start : cut.end], (0,), (cut.start,))
                self.add(plain_paragraph(self.page, leaf))

    def _equation(self, cut: Cut) -> Equation:
        reading = self.page.reading
        raw = reading.source.text[cut.inner[0] : cut.inner[1]]
        left = cut.inner[0] + len(raw) - len(raw.lstrip())
        right = max(left, cut.inner[0] + len(raw.rstrip()))
        given = None
        if cut.attributes:
            first, last = cut.attributes
            leaf = Leaf(reading.source.text[first:last], (0,), (first,))
            given = known(reading, parse(reading, leaf, 0, last - first), "id")
        tex = reading.source.text[left:right]
        span = reading.span(cut.start, cut.end)
        return Equation(span, tex, reading.span(left, right), name(identifier(reading, given)))

    def _table(self, table: Table, inner: Caption | None) -> None:
        caption = inner
        start = table.span.start
        if self.caption is not None:
            caption = read_caption(self.page, self.caption)
            start = self.page.span(self.caption).start
            self.caption = None
        span = self.page.reading.span(start, table.span.end)
        if caption is not None:
            turned = caption.landscape
            table = replace(table, title=caption.title, id=caption.id, landscape=turned)
        self.add(replace(table, span=span))
        if inner is not None and inner is not caption:
            self.add(Paragraph(self.page.span(inner.leaf), inner.title))

    def _no_table(self) -> None:
        """A title that no table follows is a paragraph."""
        if self.caption is None:
            return
        leaf, self.caption = self.caption, None
        self.page.reading.report(
            faults.CAPTION_WITHOUT_TABLE,
            self.page.span(leaf),
            say("this looks like the title of a table, and no table follows"),
            say("put the title directly before the table"),
        )
        words, given = at_end(self.page.reading, leaf)
        known(self.page.reading, given, "id")
        self.add(paragraph(self.page, words, self.page.span(leaf), given))

    def _code(self, element: Element) -> None:
        """Indented code; what Python-Markdown took out between its lines is no part of it."""
        source = self.page.reading.source.text
        code, first, last = "", -1, 0
        for part in "".join(element.itertext()).strip("\n").split("\n"):
            if not part.strip(" "):
                continue
            cut = self.page.cut_of(part.strip())
            line, column = self.page.layout.find(_unescaped(part))
            start = line.at(column)
            end = cut.end if cut else line.at(len(line.text.rstrip()))
            margin = start - source.rfind("\n", 0, start) - 1
            shown = _dedent(" " * margin + source[start:end], margin)
            code += ("\n" * _newlines(source[last:start]) if first >= 0 else "") + shown
            first, last = start if first < 0 else first, end
        if first >= 0:
            self.add(Listing(self.page.reading.span(first, last), code))

    def _line(self) -> None:
        line = self._next_line(_RULE_LINE)
        if line is not None:
            self.page.reading.report(
                faults.UNKNOWN_CONSTRUCT,
                self.page.reading.span(line.start, line.at(len(line.text))),
                say("line `{0}` has no meaning here", line.text.strip()[:20]),
                say("delete it, or write a heading"),
            )

    def _next_line(self, pattern: re.Pattern[str]) -> Line | None:
        """The next line that consists of signs only; the cursor is moved to its end."""
        layout = self.page.layout
        for number in range(layout.cursor, len(layout.lines)):
            line = layout.lines[number]
            is_later = number > layout.cursor or layout.column == 0
            if is_later and pattern.search(line.text.rstrip()):
                layout.cursor, layout.column = number, len(line.text)
                return line
        return None

    def _heading(self, element: Element) -> None:
        if not element.text:
            self._next_line(_NO_TITLE)
        leaf = self.page.layout.leaf(element.text or "").strip()
        line = self._heading_line(leaf)
        self.last = max(self.last, line.end)
        if self.is_body:
            self._no_table()
            self.page.reading.allows += [Allow(*allow, line) for allow in self.pending]
            self.pending.clear()
            self.headings.append((len(self.made), Heading(line, int(element.tag[1]), leaf)))
            return
        self.page.reading.report(
            faults.HEADING_IN_BLOCK,
            self.page.span(leaf),
            say("heading within another block"),
            say("take the indentation away, or the `#`"),
        )
        if leaf.text:
            self.add(read_paragraph(self.page, leaf))

    def _heading_line(self, leaf: Leaf) -> Span:
        """The line of a heading, with the line of `===` or `---` below it."""
        text = self.page.reading.source.text
        start = text.rfind("\n", 0, leaf.at(0)) + 1
        end = text.find("\n", leaf.end(len(leaf.text)))
        end = end if end >= 0 else len(text)
        below = _UNDERLINE.match(text, end) if "#" not in text[start : leaf.at(0)] else None
        return self.page.reading.span(start, below.end() if below else end)

    def _comment(self, cut: Cut) -> None:
        reading = self.page.reading
        text = reading.source.text[cut.inner[0] : cut.inner[1]]
        if not _IS_ALLOW.match(text):
            return
        match = _ALLOW.fullmatch(text)
        span = reading.span(cut.start, cut.end)
        if match is None or not match["rule"] or not match["reason"]:
            reading.report(
                faults.ALLOW_FORM,
                span,
                say("this exception names no rule or gives no reason"),
                say("write `<!-- allow family/fault: the reason -->`"),
            )
            return
        self.pending.append((span, match["rule"], " ".join(match["reason"].split())))

    def _unused(self, span: Span) -> None:
        self.page.reading.report(
            faults.ALLOW_WITHOUT_BLOCK,
            span,
            say("no block follows this exception"),
            say("put it before the block it is for, or delete it"),
        )

    def _settle(self) -> None:
        for allow, index in self.allows:
            covered = self.made[min(index, len(self.made) - 1)].span
            self.page.reading.allows.append(Allow(*allow, covered))


def inner(
    page: Page, text: str | None, elements: Sequence[Element], take: Consume | None
) -> list[Block]:
    """The blocks within a block."""
    line = page.layout.lines[page.layout.cursor]
    blocks = Blocks(page, line.at(min(page.layout.column, len(line.text))))
    blocks.read(text, elements, take)
    return blocks.made


def _dedent(code: str, indent: int) -> str:
    if not indent:
        return code
    return "\n".join(
        line[min(indent, len(line) - len(line.lstrip())) :] if line.strip() else ""
        for line in code.split("\n")
    )


def _newlines(gap: str) -> int:
    """How many lines lie between two lines of code, if nothing else stands between them."""
    return max(1, gap.count("\n")) if not gap.strip(" \t>\n") else 1


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
