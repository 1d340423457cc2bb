"""`check --output` from outside: Word files of ours, of a stranger's, of somebody's malice."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import docx
import pytest

from tests.cli.test_commands import clausier, replaced
from tests.review.word.conftest import repacked


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented standard with its Word files, built once."""
    mini = Path(__file__).resolve().parents[1] / "corpus" / "mini"
    folder = tmp_path_factory.mktemp("word") / "mini"
    shutil.copytree(mini, folder)
    assert clausier("build", "docx", "--line-numbers", cwd=folder).returncode == 0
    return folder


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A file that knows nothing of us."""
    made = docx.Document()
    made.add_heading("4.1 Waiting", 1)
    made.add_paragraph("Words of a stranger.")
    made.save(tmp_path / "draft.docx")
    return tmp_path / "draft.docx"


def test_what_we_write_is_what_cen_takes(built: Path) -> None:
    done = clausier("check", "--strict", "--output", "build/docx", cwd=built)
    assert (done.returncode, done.stdout) == (0, "nothing to say; 5 files read\n")


def test_lines_are_numbered_when_asked_for(built: Path) -> None:
    made = docx.Document(str(built / "build" / "docx" / "prEN_99901_(E).docx"))
    assert "w:lnNumType" in made.sections[-1]._sectPr.xml
    volume = docx.Document(str(built / "build" / "docx" / "counter-day-2023_(E).docx"))
    assert "w:lnNumType" not in volume.element.xml


def test_a_strangers_file_is_told_by_paragraph_and_words(foreign: Path) -> None:
    done = clausier("check", "--output", "draft.docx", cwd=foreign.parent)
    assert done.returncode == 1
    assert "error[docx/typed-number]: typed number `4.1`" in done.stdout
    assert "  --> draft.docx, paragraph 1\n1 | 4.1 Waiting\n" in done.stdout
    french = clausier("check", "--output", "draft.docx", "--ui-lang", "fr", cwd=foreign.parent)
    assert "draft.docx, paragraphe 1" in french.stdout


def test_rules_are_chosen_as_for_the_text(foreign: Path) -> None:
    words = ("check", "--output", "draft.docx", "--format", "json", "--select", "docx/file-name")
    report = json.loads(clausier(*words, cwd=foreign.parent).stdout)
    assert [one["rule"] for one in report["diagnostics"]] == ["docx/file-name"]


def test_programs_are_told_no_line_that_does_not_exist(foreign: Path) -> None:
    for form, sign in (("sarif", '"region"'), ("github", "line=")):
        words = ("check", "--output", "draft.docx", "--format", form)
        done = clausier(*words, "--select", "docx/typed-number", cwd=foreign.parent)
        assert "docx/typed-number" in done.stdout and sign not in done.stdout


def test_styles_of_the_workspaces_template_are_allowed(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mini"
    shutil.copytree(built, folder)
    made = docx.Document()
    made.styles.add_style("Remark of the committee", 1)
    made.save(folder / "clauses" / "everyday-service" / "t.docx")
    made.add_paragraph("Text.", style="Remark of the committee")
    made.save(folder / "draft.docx")
    words = ("check", "--output", "draft.docx", "--select", "docx/unknown-style")
    assert clausier(*words, cwd=folder).returncode == 1
    standard = folder / "clauses" / "everyday-service" / "standard.yml"
    text = standard.read_text("utf-8")
    kept = [line for line in text.splitlines() if not line.startswith("template:")]
    standard.write_text("\n".join([*kept, "template: t.docx", ""]), "utf-8")
    assert clausier(*words, cwd=folder).returncode == 0


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is damaged"),
        (b"\xd0\xcf\x11\xe0 old", "is encrypted or of an old kind"),
        (b"<html>Word, as HTML</html>", "is damaged"),
    ],
)
def test_what_is_no_word_file_is_refused_in_a_sentence(
    tmp_path: Path, data: bytes, told: str
) -> None:
    (tmp_path / "EN_1_(E).docx").write_bytes(data)
    done = clausier("check", "--output", ".", cwd=tmp_path)
    assert done.returncode == 1 and told in done.stdout and not done.stderr


@pytest.mark.parametrize("part", ["docProps/core.xml", "word/footnotes.xml", "word/header-odd.xml"])
def test_a_damaged_part_is_told_in_a_sentence(built: Path, tmp_path: Path, part: str) -> None:
    whole = (built / "build" / "docx" / "prEN_99901_(E).docx").read_bytes()
    cut = repacked(whole, part, lambda data: data[:100])
    (tmp_path / "EN_1_(E).DOCX").write_bytes(cut)
    done = clausier("check", "--output", ".", cwd=tmp_path)
    assert done.returncode == 1 and not done.stderr
    assert f"part `{part}` of the Word file `EN_1_(E).DOCX` is damaged" in done.stdout


def test_a_folder_without_word_files_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "~$EN_1_(E).docx").write_bytes(b"Ann has it open")
    for words in (("check", "--output", "."), ("check", "--output", "nowhere")):
        done = clausier(*words, cwd=tmp_path)
        assert done.returncode == 2 and done.stderr.count("\n") == 1


def test_the_text_is_not_asked(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mini"
    shutil.copytree(built, folder)
    replaced(folder / "clauses/everyday-service/en/04-waiting.md", "@iso-99902.", "@iso-99999.")
    assert clausier("check", "--output", "build/docx", cwd=folder).returncode == 0
