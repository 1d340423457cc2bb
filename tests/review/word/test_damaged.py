"""A Word file that is damaged, locked or oddly made is told in a sentence that names the part."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO

import pytest

from clausier.review.word.check import check_files
from tests.review.word.conftest import NAME, made, repacked

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda data: data[: len(data) // 2],
    "emptied": lambda data: b"",
    "not UTF-8": lambda data: data.replace(b">", b"\xe9>", 2),
    "no XML": lambda data: b"Hello",
}
PARTS = zipfile.ZipFile(BytesIO(made())).namelist()


def told(data: bytes, name: str = NAME) -> list[tuple[str, str]]:
    return [(one.rule, str(one.message)) for one in check_files({name: data}).diagnostics]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("part", PARTS)
def test_the_damaged_part_is_named(clean, part, damage):
    words = f"part `{part}` of the Word file `{NAME}` is damaged"
    assert told(repacked(clean, part, DAMAGES[damage])) == [("docx/unreadable-file", words)]


def test_every_damaged_part_is_named(clean):
    data = repacked(clean, "docProps/core.xml", DAMAGES["cut"])
    found = told(repacked(data, "word/settings.xml", DAMAGES["emptied"]))
    assert [words.split("`")[1] for _, words in found] == ["docProps/core.xml", "word/settings.xml"]


def test_a_part_whose_packing_is_damaged_is_named(clean):
    with zipfile.ZipFile(BytesIO(clean)) as archive:
        entry = archive.getinfo("word/settings.xml")
        words = archive.read(entry)
    stored = BytesIO()
    with zipfile.ZipFile(BytesIO(clean)) as old, zipfile.ZipFile(stored, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    broken = stored.getvalue().replace(words, words[:-1] + b"?")
    assert told(broken) == [
        (
            "docx/unreadable-file",
            f"part `word/settings.xml` of the Word file `{NAME}` is damaged",
        )
    ]


@pytest.mark.parametrize("part", [name for name in PARTS if name.startswith("word/")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_a_doctype_is_refused_in_every_encoding(clean, part, encoding):
    text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///x">]><x>&a;</x>'
    words = f"part `{part}` of the Word file `{NAME}` holds XML that is not allowed in Word files"
    found = told(repacked(clean, part, lambda _: text.encode(encoding)))
    assert found == [("docx/unreadable-file", words)]


def test_other_prefixes_and_utf_16_are_read_as_any(clean):
    def other(data: bytes) -> bytes:
        text = data.decode().replace("<w:", "<x:").replace("</w:", "</x:").replace(" w:", " x:")
        return text.replace("xmlns:w=", "xmlns:x=").replace("UTF-8", "UTF-16").encode("utf-16")

    for part in PARTS:
        if part.startswith("word/") and part.endswith(".xml"):
            clean = repacked(clean, part, other)
    assert told(clean) == []


def test_strict_open_xml_is_told(clean):
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    plain = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    found = told(repacked(clean, "word/document.xml", lambda old: old.replace(plain, strict)))
    assert found[0][1].startswith(f"`{NAME}` is Strict Open XML")


def test_capitals_are_read_too(clean):
    name = NAME.replace(".docx", ".DOCX")
    assert [rule for rule, _ in told(clean, name)] == ["docx/file-name"]
    assert [rule for rule, _ in told(b"", name)] == ["docx/unreadable-file"]


class Locked(Mapping[str, bytes]):
    """A folder with a file that the system does not let us read."""

    def __getitem__(self, path: str) -> bytes:
        raise PermissionError(13, "Permission denied", path)

    def __iter__(self) -> Iterator[str]:
        return iter([NAME])

    def __len__(self) -> int:
        return 1


def test_a_locked_file_is_told():
    (found,) = check_files(Locked()).diagnostics
    assert (found.rule, str(found.message)) == (
        "docx/unreadable-file", f"cannot read `{NAME}`: permission denied",
    )  # fmt: skip
    assert str(found.help) == "close it where it is open, and let it be read"


def test_processing_instructions_are_no_hindrance(clean):
    data = repacked(clean, "docProps/core.xml", lambda old: old.replace(b"<dc:", b"<?x y?><dc:", 1))
    assert told(data) == []
