"""The name and the language of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from clausier.language.language import LANGUAGES, language
from clausier.review.word.file import WordFile
from clausier.review.word.rule import Found, word_rule
from clausier.source.diagnostic import Severity, say
from clausier.write.docx.markup import W

_W = f"{{{W}}}"
_NAME = re.compile(rf"[\w.+-]+(?:_\(([EFD])\)|_A[0-9]+_([efd])|_\(({'|'.join(LANGUAGES)})\))")
"""The last is what we name a file whose own name another of the workspace has already."""


@word_rule(Severity.ERROR, "DOC-13")
def file_name(file: WordFile) -> Iterator[Found]:
    """The name of the file is not one that CEN prescribes.

    It is the reference without spaces, then the letter of the language: `prEN_99901_(E).docx`, of
    an amendment `EN_123-4_A1_e.docx`. Rename the file.
    """
    name = PurePosixPath(file.path)
    if not _NAME.fullmatch(name.stem) or name.suffix != ".docx":
        yield Found(
            file.whole,
            say("file name `{0}`", name.name),
            say("name it after the reference and the language: `EN_123-4_(E).docx`"),
        )


@word_rule(Severity.WARNING, "DOC-09")
def document_language(file: WordFile) -> Iterator[Found]:
    """The file does not say its language, or says another than its name.

    Spelling, hyphens and the voice that reads aloud follow it. Set the proofing language of the
    whole text in Word.
    """
    said = said_language(file)
    if not said:
        yield Found(file.whole, say("no language is set"), say("set the proofing language"))
        return
    wanted = _named(file)
    if wanted is not None and said.partition("-")[0].lower() != wanted:
        yield Found(
            file.whole,
            say("the language is `{0}`, the name of the file says `{1}`", said, wanted),
            say("set the proofing language of the whole text"),
        )


def said_language(file: WordFile) -> str:
    """The language in which the styles of the file say that it is written (`en-GB`)."""
    styles = file.part("/styles")
    default = f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang"
    row = None if styles is None else styles.find(default)
    return "" if row is None else str(row.get(f"{_W}val", ""))


def _named(file: WordFile) -> str | None:
    """The code of the language that the name of the file says."""
    found = _NAME.fullmatch(PurePosixPath(file.path).stem)
    if found is None or found[3]:
        return found and found[3]
    letter = (found[1] or found[2]).upper()
    return next((code for code in LANGUAGES if language(code).letter == letter), None)
