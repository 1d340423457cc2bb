"""The file in the making: what it holds so far, and the setting in which text is put."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.language.language import Language
from clausier.model.block import Block, Footnote
from clausier.source.diagnostic import Diagnostic, Severity, fault, say
from clausier.source.place import Span
from clausier.write.docx.facts import Facts
from clausier.write.docx.marks import Marks, mark_name
from clausier.write.docx.markup import CANNOT_HOLD, from_right, plain, run
from clausier.write.docx.numbering import Numbering
from clausier.write.docx.package import Relations
from clausier.write.docx.pages import WIDE, WIDTH, Ruler
from clausier.write.docx.picture import Pictures
from clausier.write.docx.styles import styles

_BELOW_TABLE = 12
"""The space below a table, in points."""
UNPRINTABLE = fault(
    "write/unprintable",
    Severity.WARNING,
    """A character cannot be written in Word.

    XML, of which Word files are made, has no place for some characters. The character is shown as
    a replacement sign; delete it from the text.""",
)


class Setting(Struct, frozen=True):
    """How the next paragraph is put.

    `style` is that of the next paragraph, `more` of those after it in the same block; `lead` are
    runs that open the next paragraph, `numbering` its list instance, `layout` its own indent or
    alignment, `turned` puts it on a new page, `kept` keeps what is put on one page with what
    follows, `marks` are the bookmarks around it. `depth` counts the lists around, `ordered` those
    with letters; `family` says in what we are (`body`, `note`, `example`, `cell`, `footnote`,
    `quote`, `warning`).
    """

    story: Relations
    style: str = "BodyText"
    more: str = "BodyText"
    family: str = "body"
    lead: str = ""
    numbering: str = ""
    layout: str = ""
    turned: bool = False
    kept: bool = False
    marks: tuple[str, ...] = ()
    depth: int = 0
    ordered: int = 0
    width: int = WIDTH
    letters: Mapping[str, str] = field(default_factory=dict)
    footnotes: Mapping[str, Footnote] = field(default_factory=dict)

    def after(self) -> Setting:
        """The setting of the paragraphs that follow the first."""
        changed = self.lead or self.numbering or self.marks or self.layout
        if self.style == self.more and not changed:
            return self
        return replace(self, style=self.more, lead="", numbering="", marks=(), layout="")

    def within(self, family: str, style: str, more: str = "") -> Setting:
        """The setting of text of another family, out of any list."""
        return replace(
            self, family=family, style=style, more=more or style, lead="", numbering="", layout="",
            marks=(), depth=0, ordered=0,
        )  # fmt: skip

    @property
    def small(self) -> bool:
        return self.family not in ("body", "quote")


class Draft(Struct):
    """One Word file in the making."""

    language: Language
    facts: Facts
    pictures: Pictures
    folder: str
    numbering: Numbering
    main: Relations = field(default_factory=Relations)
    beneath: Relations = field(default_factory=Relations)
    marks: Marks = field(default_factory=Marks)
    ruler: Ruler = field(default_factory=Ruler)
    footnote_numbers: dict[Span, int] = field(default_factory=dict)
    called: list[tuple[Footnote, Setting]] = field(default_factory=list)
    drawings: int = 0
    tabled: bool = False
    width: int = WIDTH
    wide: int = WIDE
    template_span: Span | None = None
    line_numbers: bool = False
    images: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def run(self, value: str, look: str = "", span: Span | None = None) -> str:
        """Runs of characters, counted for the contents; what XML cannot hold is reported."""
        self.ruler.signs += len(value)
        if span is not None and not plain(value):
            self.report_unprintable(value, span)
        return run(value, look)

    def report_unprintable(self, value: str, span: Span) -> None:
        """Say that `value`, read at `span`, holds a character that XML cannot hold."""
        found = CANNOT_HOLD.search(value)
        if found is None:
            return
        at = span.start + found.start() if len(value) == span.end - span.start else span.start
        name = f"U+{ord(found.group()):04X}"
        self.diagnostics.append(
            UNPRINTABLE.at(
                Span(span.path, at, at + 1),
                say("Word cannot hold the character {0}", name),
                say("delete the character"),
            )
        )

    def paragraph(
        self, setting: Setting, content: str, kept: bool = False, marks: tuple[str, ...] = ()
    ) -> str:
        """A paragraph in its setting, with `marks` of its own beside those of the setting.

        One that is `kept` stands on the page of the next.
        """
        if setting.turned:
            self.ruler.turn()
        self.ruler.paragraph(setting.style, setting.width)
        inside = setting.lead + content
        if setting.marks or marks:
            inside = self.marks.around((*setting.marks, *marks), inside)
        properties = f'<w:pStyle w:val="{setting.style}"/>'
        if kept or setting.kept:
            properties += "<w:keepNext/>"
        if setting.turned:
            properties += "<w:pageBreakBefore/>"
        properties += setting.numbering
        turned = from_right(inside)
        if turned is not None:
            properties, inside = f"{properties}<w:bidi/>", turned
        if self.tabled:
            properties += self._space(setting)
        properties += setting.layout
        return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"

    def _space(self, setting: Setting) -> str:
        """The space between a table and the paragraph after it, where its style gives less."""
        self.tabled = False
        own = styles()[setting.style].facts.get("before", 0)
        if setting.family == "cell" or own >= _BELOW_TABLE:
            return ""
        return f'<w:spacing w:before="{_BELOW_TABLE * 20}"/>'

    def names(self, spans: Iterable[Span], ids: Iterable[str] = ()) -> tuple[str, ...]:
        """The bookmarks of the nodes at `spans` and of `ids`, each once, in order."""
        known = self.facts.anchors
        found = [*ids, *(anchor for span in spans for anchor in known.get(span, ()))]
        return tuple(dict.fromkeys(map(mark_name, found))) if found else ()

    @property
    def body(self) -> Setting:
        """The setting of ordinary text."""
        return Setting(self.main, width=self.width)


Inside = Callable[[Draft, Iterable[Block], Setting], str]
"""How the blocks within a block are written; handed down, so that no module imports its caller."""
