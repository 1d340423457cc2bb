"""Formulas in the text and on lines of their own."""

from __future__ import annotations

from clausier.model.block import Equation
from clausier.model.inline import Formula
from clausier.source.diagnostic import Severity, fault, say
from clausier.source.place import Span
from clausier.write.docx.captions import counted
from clausier.write.docx.draft import Draft, Setting
from clausier.write.docx.fields import label_mark
from clausier.write.docx.look import Look
from clausier.write.docx.markup import TAB
from clausier.write.docx.omml import omml
from clausier.write.mathml import mathml

UNREADABLE_FORMULA = fault(
    "write/unreadable-formula",
    Severity.ERROR,
    """A formula cannot be read.

    The notation is that of LaTeX. What cannot be read is shown letter by letter in Word; correct
    the notation so that it becomes a formula.""",
)


def inline_formula(draft: Draft, formula: Formula, look: Look) -> str:
    """A formula within a line."""
    made = _made(draft, formula.tex, formula.span, display=False)
    if made is None:
        return draft.run(formula.tex, look.styled("InlineCode").xml)
    return f"<m:oMath>{made}</m:oMath>"


def equation(draft: Draft, block: Equation, setting: Setting) -> str:
    """A formula on a line of its own, with its number at the right margin."""
    made = _made(draft, block.tex, block.tex_span, display=True)
    number = _number(draft, block)
    if made is None:
        content = draft.run(block.tex, Look(style="InlineCode").xml)
    elif number:
        content = f"<m:oMath>{made}</m:oMath>"
    else:
        content = (
            '<m:oMathPara><m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr>'
            f"<m:oMath>{made}</m:oMath></m:oMathPara>"
        )
    return draft.paragraph(setting, content + number)


def _number(draft: Draft, block: Equation) -> str:
    value = draft.facts.value(block.span).strip("()")
    if not value or block.id is None:
        return ""
    shown = draft.run("(") + counted(draft, "Formula", value) + draft.run(")")
    return TAB + draft.marks.around((label_mark(block.id),), shown)


def _made(draft: Draft, tex: str, span: Span, display: bool) -> str | None:
    found = mathml(tex, display)
    made = omml(found.markup) if found.markup is not None else None
    if made is None:
        reason = found.fault or say("there is no mathematics in it")
        message, help = (
            say("formula cannot be read: {0}", reason),
            say("write it in LaTeX notation"),
        )
        draft.diagnostics.append(UNREADABLE_FORMULA.at(span, message, help))
    else:
        draft.ruler.signs += len(tex) // 2
    return made
