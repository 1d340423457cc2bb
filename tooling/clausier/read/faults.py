"""What can be wrong with a body, whatever the drafting rules say."""

from __future__ import annotations

from clausier.source.diagnostic import Fault, Severity, fault

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

TOO_DEEP = fault(
    "read/too-deep",
    _ERROR,
    """Something is nested too deeply to be read.

    Lists, quotations, brackets and emphasis are read to some twenty levels; no text for people
    needs more. What lies deeper is kept as plain text. Take the text apart.""",
)
TITLE_IN_BODY = fault(
    "read/title-in-body",
    _ERROR,
    """A body has a heading of the first level.

    The title of a clause stands in its front matter, and the body begins below it. Write `##` for
    a subclause. A line that begins with `#` is a heading even where no space follows.""",
)
SKIPPED_LEVEL = fault(
    "read/skipped-level",
    _ERROR,
    """A heading skips a level.

    The number of a subclause comes from the headings above it: 5.2.1 needs a 5.2. Write one `#`
    more than the heading above has, not two.""",
)
HEADING_WITHOUT_ID = fault(
    "read/heading-without-id",
    _WARNING,
    """A heading has no id.

    References, comments and translations hold on to the id of a subclause. Without one it is made
    from the title and breaks when the title changes. Write `## Title {#its-id}`.""",
)
HEADING_IN_BLOCK = fault(
    "read/heading-in-block",
    _ERROR,
    """A heading stands in a list, a note, a quotation or a table.

    Subclauses are parts of clauses only. Take the indentation away, or write the words as a
    paragraph.""",
)
ID_FORM = fault(
    "read/id-form",
    _ERROR,
    """An id is not written as ids are.

    An id has small letters without accents, digits and single hyphens (`waiting-time`), so that
    it can stand in references and addresses.""",
)
UNKNOWN_ATTRIBUTE = fault(
    "read/unknown-attribute",
    _WARNING,
    """An attribute in braces has no meaning here.

    In braces stand ids (`{#waiting}`), the text alternative of a picture (`alt="…"`), `.run-in`
    of a heading, `.landscape` of a table or figure and `provision=…` of a verb. How a text looks,
    the site and Word decide.""",
)
UNKNOWN_PROVISION = fault(
    "read/unknown-provision",
    _ERROR,
    """A verb is marked as a provision of an unknown type.

    The types are requirement, recommendation, permission, possibility, external and
    instruction.""",
)
UNKNOWN_CONSTRUCT = fault(
    "read/unknown-construct",
    _WARNING,
    """A line between paragraphs has no meaning in a standard.

    Standards are divided by subclauses. Delete the line, or write a heading.""",
)
UNKNOWN_ADMONITION = fault(
    "read/unknown-admonition",
    _ERROR,
    """A block begins with `!!!` or `???` and a word that is not known.

    Known are note, example, warning, caution, important, danger, table and figure, in English,
    French and German. The text is kept as paragraphs.""",
    catalogue=("NEF-10",),
)
ADMONITION_TITLE = fault(
    "read/admonition-title",
    _WARNING,
    """A note, an example or a warning has a title.

    Their label (NOTE 1, EXAMPLE) is written by the program and they have no title in a standard.
    The words are kept as a paragraph. Put them into the text.""",
)
EMPTY_BLOCK = fault(
    "read/empty-block",
    _WARNING,
    """Something that should hold text is empty.

    A block after `!!!` is indented by four spaces; an item, a quotation or a cell has words.""",
)
UNKNOWN_HTML = fault(
    "read/unknown-html",
    _WARNING,
    """HTML stands in a body that has no meaning here.

    Known are `table` and its parts, `sub`, `sup`, `br`, `em`, `strong`, `i`, `b`, `code` and
    comments. The text between the tags is kept.""",
)
UNSAFE_HTML = fault(
    "read/unsafe-html",
    _ERROR,
    """HTML stands in a body that would do something on the reader's machine.

    Scripts, event handlers, frames, forms and the like never reach the site. Delete them.""",
)
UNSAFE_ADDRESS = fault(
    "read/unsafe-address",
    _ERROR,
    """An address leads where a standard must not lead.

    Links lead to `https`, `http` and `mailto` addresses or to a place in the same document;
    pictures lie in the folder of the deliverable (`images/loop.svg`). The words of the link are
    kept, the address is not.""",
)
LINK_TITLE = fault(
    "read/link-title",
    _WARNING,
    """A link has a title in quotation marks.

    Such a title shows only under a mouse: neither paper nor Word has it. Write the words into the
    text.""",
)
UNUSED_DEFINITION = fault(
    "read/unused-definition",
    _WARNING,
    """The address of a link is defined and never used.

    `[name]: address` gives the address to `[words][name]`. Delete the line or write the link.""",
)
UNCLOSED = fault(
    "read/unclosed",
    _ERROR,
    """The end of a block is missing.

    Code ends with the same signs it begins with, a formula with `$$`, a comment with `-->`, a
    table with `</table>`. Without the end, what follows is read as text.""",
)
TYPED_MARKER = fault(
    "read/typed-list-marker",
    _WARNING,
    """The label of a list item is typed.

    Lists get their labels a), 1), — from the program. Write `1.` for an item of an ordered list,
    `-` for one of an unordered list, and four spaces more for each level.""",
)
SHALLOW_INDENT = fault(
    "read/shallow-indent",
    _WARNING,
    """A list item is indented, but not enough to be nested.

    A nested list is indented by four spaces a level; with fewer, the item belongs to the list
    above it.""",
)
MIXED_LIST = fault(
    "read/mixed-list",
    _WARNING,
    """A list goes on with the sign of another kind of list.

    Items that follow each other make one list, of the kind that its first sign says, even after
    an empty line. Use one sign throughout, or write a sentence between two lists.""",
)
RAGGED_ROW = fault(
    "read/ragged-row",
    _WARNING,
    """A row of a table has more or fewer cells than the others.

    Every row of a table has the same number of cells; an empty cell is written `| |`. A `|` that
    belongs to the text is written `\\|`. Text after a table needs an empty line before it.""",
    catalogue=("TAB-07",),
)
CAPTION_WITHOUT_TABLE = fault(
    "read/caption-without-table",
    _WARNING,
    """A line begins like the title of a table, and no table follows.

    `Table: Title {#id}` stands on the line before the table. The line is kept as a paragraph.""",
)
EMPTY_CONTAINER = fault(
    "read/container-without-content",
    _ERROR,
    """A block `!!! table` or `!!! figure` holds no table or no picture.

    The table or the pictures are indented by four spaces below the line with the title.""",
)
STRAY = fault(
    "read/stray-text",
    _WARNING,
    """Something stands in a table or figure that does not belong to one.

    Beside the table or the pictures there are units, a key, notes, footnotes and a source. What
    else there is, is kept after the table or figure. Take the indentation away.""",
)
ALLOW_FORM = fault(
    "read/allow-without-reason",
    _ERROR,
    """An exception to a rule gives no reason, or does not name the rule.

    Write `<!-- allow family/fault: the reason -->`. The reason is for the next person who reads
    the text.""",
)
ALLOW_WITHOUT_BLOCK = fault(
    "read/allow-without-block",
    _WARNING,
    """An exception to a rule covers nothing.

    `<!-- allow family/fault: reason -->` stands on a line of its own before the paragraph, list,
    table or heading it is for.""",
)
PICTURE_WITHOUT_PATH = fault(
    "read/picture-without-path",
    _ERROR,
    """A picture has no file.

    Between the parentheses stands the path of the picture in the folder of the deliverable.""",
)
PICTURE_IN_TEXT = fault(
    "read/picture-in-text",
    _WARNING,
    """A picture in the middle of a text has a title.

    Only figures have titles, and a figure is a picture alone in its paragraph. Put the picture
    into a paragraph of its own, or write only its text alternative between the brackets.""",
)

TOO_LONG = fault(
    "read/too-long",
    _ERROR,
    """A text is too long to be read as one.

    Divide it into several files: each clause, annex and session stands in its own.""",
)

FAULTS: tuple[Fault, ...] = (
    TOO_DEEP, TOO_LONG, TITLE_IN_BODY, SKIPPED_LEVEL, HEADING_WITHOUT_ID, HEADING_IN_BLOCK, ID_FORM,
    UNKNOWN_ATTRIBUTE, UNKNOWN_PROVISION, UNKNOWN_CONSTRUCT, UNKNOWN_ADMONITION, ADMONITION_TITLE,
    EMPTY_BLOCK, UNKNOWN_HTML, UNSAFE_HTML, UNSAFE_ADDRESS, LINK_TITLE, UNUSED_DEFINITION,
    UNCLOSED, TYPED_MARKER, SHALLOW_INDENT, MIXED_LIST, RAGGED_ROW, CAPTION_WITHOUT_TABLE,
    EMPTY_CONTAINER, STRAY, ALLOW_FORM, ALLOW_WITHOUT_BLOCK, PICTURE_WITHOUT_PATH, PICTURE_IN_TEXT,
)  # fmt: skip
