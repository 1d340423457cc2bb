"""The words of the model, of the site and of Word are the same."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from clausier.model.inline import Code, FootnoteMark, Formula, Inline, Mark, Reference
from clausier.model.prose import prose
from clausier.model.walk import blocks, clauses, own_inlines
from clausier.pipeline import Compiled, compile, compile_folder, folder
from clausier.resolve.index import index
from clausier.resolve.resolved import Version
from clausier.write import docx, site

ROOT = Path(__file__).resolve().parents[2]
WORKSPACES = (ROOT, ROOT / "tests" / "corpus" / "mini")
WORD = re.compile(r"\w+")


@cache
def compiled(root: Path) -> Compiled:
    return compile_folder(root)


@cache
def outputs(root: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    made = compiled(root)
    pages = site.write(made.resolved, made.diagnostics, made.sources, made.files)
    return dict(pages.files), dict(docx.write(made.resolved, made.files).files)


def versions() -> list[tuple[Path, str]]:
    return [
        (root, v.standard.language) for root in WORKSPACES for v in compiled(root).resolved.versions
    ]


def version(root: Path, language: str) -> Version:
    return next(v for v in compiled(root).resolved.versions if v.standard.language == language)


def shown(of: Version, inlines: Iterable[Inline]) -> str:
    def read(inline: Inline) -> str:
        match inline:
            case Reference():
                return of.uses[inline.span].text
            case Code(value=value):
                return value
            case Formula() | FootnoteMark() | Mark():
                return " "
            case _:
                return " "

    return prose(inlines, read).text


def words_of_model(of: Version) -> Counter[str]:
    """Every word that the author wrote in the clauses and entries, and every reference as it reads."""
    texts: list[str] = []
    for clause in clauses(of.clauses):
        taken = of.boilerplate[clause.id.value].taken if clause.id.value in of.boilerplate else ()
        bodies = [block for block in clause.body if block.span not in taken]
        texts.append(of.titles.get(clause.id.value, ""))
        for term in clause.terms:
            texts += [
                term.preferred.value,
                *(one.value for one in (*term.admitted, *term.deprecated)),
            ]
            texts.append(shown(of, term.definition))
            bodies += [*term.notes, *term.examples, *term.other]
        bodies += [block for note in clause.footnotes for block in note.blocks]
        texts += [shown(of, run) for block in blocks(bodies) for run in own_inlines(block)]
    return Counter(WORD.findall(" ".join(texts)))


def words_of_site(root: Path, language: str) -> Counter[str]:
    pages, _ = outputs(root)
    found = [data.decode() for path, data in pages.items()
             if path.endswith(".md") and f"/{language}/" in path]  # fmt: skip
    assert found
    return words_of_page(" ".join(re.sub(r"(?s)^---\n.*?\n---\n", "", page) for page in found))


def words_of_page(text: str) -> Counter[str]:
    text = re.sub(r"(?s)<(script|style|math)\b.*?</\1>", " ", text)
    text = re.sub(r'<sup class="cl-fn">', " ", text)
    text = re.sub(
        r"<(?:wbr|/?(?:b|i|em|strong|span|a|dfn|sub|sup|mark|code|abbr|cite)\b[^>]*)>", "", text
    )
    text = html.unescape(re.sub(r"<[^>]+>", " ", text)).replace("\u2060", "").replace("\\", "")
    return Counter(WORD.findall(text))


def words_of_word(root: Path, letter: str) -> Counter[str]:
    _, files = outputs(root)
    names = [name for name in files if name.endswith(f"({letter}).docx")]
    return sum((words_of_file(files[name]) for name in names), Counter())


def words_of_file(data: bytes) -> Counter[str]:
    found: Counter[str] = Counter()
    archive = zipfile.ZipFile(io.BytesIO(data))
    for part in ("word/document.xml", "word/footnotes.xml"):
        if part not in archive.namelist():
            continue
        xml = archive.read(part).decode()
        xml = re.sub(r"(?s)<w:instrText\b.*?</w:instrText>", "", xml)
        xml = re.sub(r'</w:p>|<w:tab/>|<w:br/>|<w:rStyle w:val="Tablefootnoteref"/>', " ", xml)
        found += Counter(WORD.findall(html.unescape(re.sub(r"<[^>]+>", "", xml))))
    return found


@pytest.mark.parametrize(("root", "language"), versions(), ids=str)
def test_no_word_of_the_model_is_missing_on_the_site(root: Path, language: str) -> None:
    missing = words_of_model(version(root, language)) - words_of_site(root, language)
    assert not missing


@pytest.mark.parametrize(("root", "language"), versions(), ids=str)
def test_no_word_of_the_model_is_missing_in_word(root: Path, language: str) -> None:
    of = version(root, language)
    missing = words_of_model(of) - words_of_word(root, of.language.letter)
    assert not missing


@pytest.mark.parametrize(("root", "language"), versions(), ids=str)
def test_no_word_of_the_index_is_missing_in_word_or_in_the_edition(
    root: Path, language: str
) -> None:
    made = asked(root)
    of = next(v for v in made.resolved.versions if v.standard.language == language)
    wanted = words_of_model(of) + words_of_index(of)
    written = docx.write(made.resolved, made.files).files
    assert not wanted - words_of_file(written[docx.file_name(of)])
    pages = site.write(made.resolved, made.diagnostics, made.sources, made.files).files
    closing = pages[f"docs/editions/{of.deliverable.id}-{language}-print.html"].decode()
    section = closing[closing.rindex("<section ") :]
    assert not words_of_index(of) - words_of_page(section)


@cache
def asked(root: Path) -> Compiled:
    """A workspace whose standards ask for an index."""
    files = folder(root)
    ours = [path for path in files if re.fullmatch("clauses/[^/]+/standard.yml", path)]
    return compile(files.under({path: files[path] + b"\nindex: true\n" for path in ours}))


def words_of_index(of: Version) -> Counter[str]:
    texts = [of.language.labels["index"]]
    for entry in index(of):
        texts.append(entry.words)
        for id in entry.places:
            number = of.numbers.get(of.targets[id].span)
            texts.append(number.label if number else of.titles[id])
    assert len(texts) > 3
    return Counter(WORD.findall(" ".join(texts)))
