"""Bad input gives a sentence, never a traceback, and loses nothing."""

from __future__ import annotations

import json
import os
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from clausier.pipeline import compile_folder
from tests.cli.test_commands import clausier

HOME = "clauses/everyday-service"


@pytest.fixture
def workspace(tmp_path: Path, mini: Path) -> Path:
    shutil.copytree(mini, tmp_path / "mini")
    return tmp_path / "mini"


def told(folder: Path) -> dict[str, list[dict[str, object]]]:
    """What `check` says of a workspace, by rule; a traceback fails the test."""
    done = clausier("check", "--format", "json", cwd=folder)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 1), done.stderr
    found: dict[str, list[dict[str, object]]] = {}
    for one in json.loads(done.stdout)["diagnostics"]:
        found.setdefault(one["rule"], []).append(one)
    return found


def test_an_empty_folder(tmp_path: Path) -> None:
    assert "read/no-deliverable" in told(tmp_path)
    build = clausier("build", "docx", cwd=tmp_path)
    assert build.returncode == 2 and build.stderr.count("\n") == 1


def test_a_deliverable_without_standard_yml(workspace: Path) -> None:
    (workspace / HOME / "standard.yml").unlink()
    assert "read/no-standard" in told(workspace)


def test_a_folder_where_a_file_is_expected(workspace: Path) -> None:
    (workspace / HOME / "standard.yml").unlink()
    (workspace / HOME / "standard.yml").mkdir()
    (workspace / HOME / "en" / "05-folder.md").mkdir()
    found = told(workspace)
    assert "read/no-standard" in found
    assert [one["path"] for one in found["read/unreadable-file"]] == [
        f"{HOME}/en/05-folder.md", f"{HOME}/standard.yml",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "front",
    [
        "a: &a [x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c]\ne: [*d,*d,*d,*d]",
        "id: " + "[" * 5000 + "]" * 5000,
        "id: " + "{a: " * 3000 + "1" + "}" * 3000,
        "id: x\n\tkind: clause",
        "id: x\nid: y\nkind: clause",
        'id: "unclosed\nkind: clause',
        "- just\n- a list",
        "id: ../../etc/passwd\nkind: clause\ntitle: T",
        "id: a b/c\nkind: clause\ntitle: T",
        "id: 12\nkind: [clause]\ntitle: {a: b}",
        "? complex\n: key",
        "id: !!python/object/apply:os.system ['true']",
    ],
)
def test_front_matter_of_every_evil_sort(workspace: Path, front: str) -> None:
    file = workspace / HOME / "en" / "05-evil.md"
    file.write_text(f"---\n{front}\n---\n\nThe organization shall be.\n", "utf-8")
    found = told(workspace)
    named = [
        one for ones in found.values() for one in ones if str(one["path"]).endswith("05-evil.md")
    ]
    assert named, "nothing is said of the file"


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00bad",
        b"---\nid: x\nkind: clause\ntitle: T\n---\n\nA \x00 byte\x1b[31m.",
        b"---\nid: x\nkind: clause\ntitle: T\n",
        b"",
        b"---",
        b"\xef\xbb\xbf---\r\nid: five\r\nkind: clause\r\ntitle: T\r\n---\r\n\r\nIt shall be.\r\n",
        ("---\nid: x\nkind: clause\ntitle: T\n---\n\n" + "x" * 100_000).encode(),
        ("---\nid: x\nkind: clause\ntitle: T\n---\n\n" + ">" * 20_000 + " deep").encode(),
        ("---\nid: x\nkind: clause\ntitle: T\n---\n\n" + "*" * 50_000).encode(),
        ("---\nid: x\nkind: clause\ntitle: T\n---\n\n" + "[" * 20_000).encode(),
        ("---\nid: x\nkind: clause\ntitle: T\n---\n\n" + "- " * 5_000).encode(),
    ],
)
def test_bytes_of_every_evil_sort(workspace: Path, data: bytes) -> None:
    (workspace / HOME / "en" / "05-evil.md").write_bytes(data)
    found = told(workspace)
    for ones in found.values():
        for one in ones:
            assert "\x1b" not in str(one["message"])
    done = clausier("check", cwd=workspace)
    assert "\x1b" not in done.stdout


def test_images_that_leave_the_workspace_are_refused(workspace: Path) -> None:
    file = workspace / HOME / "en" / "05-evil.md"
    body = "\n\n".join(
        f"![Loop]({path}){{#fig-{n} alt=\"x\"}}"
        for n, path in enumerate(
            ("../../../../etc/passwd", "/etc/passwd", "https://example.org/x.png", "javascript:x",
             "images/../../../secret.png", "C:\\secret.png", "images/missing.svg")
        )
    )  # fmt: skip
    file.write_text(f"---\nid: evil\nkind: clause\ntitle: T\n---\n\n{body}\n", "utf-8")
    found = told(workspace)
    assert len(found["read/unsafe-address"]) == 6
    assert len(found["references/missing-image"]) == 1


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_that_lead_in_circles_or_away(workspace: Path, tmp_path: Path) -> None:
    (workspace / HOME / "en" / "loop").symlink_to(workspace / HOME, target_is_directory=True)
    (workspace / HOME / "en" / "self.md").symlink_to("self.md")
    secret = tmp_path / "secret.md"
    secret.write_text(
        "---\nid: secret\nkind: clause\ntitle: Secret\n---\n\nSecret words.\n", "utf-8"
    )
    (workspace / HOME / "en" / "09-secret.md").symlink_to(secret)
    found = told(workspace)
    assert any("self.md" in str(one["path"]) for one in found["read/unreadable-file"])
    compiled = compile_folder(workspace)
    assert not any("secret" in path for path in compiled.sources)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_cannot_be_read(workspace: Path) -> None:
    file = workspace / HOME / "en" / "04-waiting.md"
    file.chmod(0)
    try:
        assert "read/unreadable-file" in told(workspace)
    finally:
        file.chmod(0o644)


def test_references_in_a_circle(workspace: Path) -> None:
    for one, other in (("one", "two"), ("two", "one")):
        (workspace / HOME / "en" / f"05-{one}.md").write_text(
            f"---\nid: {one}\nkind: clause\ntitle: T\n---\n\nIt shall obey @{other} and @{one}.\n",
            "utf-8",
        )
    told(workspace)


def test_raw_html_never_brings_anything_active(workspace: Path) -> None:
    file = workspace / HOME / "en" / "04-waiting.md"
    evil = (
        "\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[x](javascript:alert(1))\n\n"
        "<iframe src='https://evil.example'></iframe>\n\n<a href='JaVaScRiPt:alert(1)'>y</a>\n\n"
        "<table onclick='alert(1)'><tr><td style='background:url(https://evil.example)'>z</td></tr></table>\n"
    )
    file.write_text(file.read_text("utf-8") + evil, "utf-8")
    assert clausier("build", "site", cwd=workspace).returncode in (0, 1)
    page = (workspace / "build/site/en/everyday-service/waiting/index.html").read_text("utf-8")
    found = Active()
    found.feed(page[page.index("<article") : page.index("</article>")])
    assert found.tags and not found.active


class Active(HTMLParser):
    """What in a piece of HTML could do something or call somewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.active: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: (value or "").strip().lower() for name, value in attrs}
        self.tags.append(tag)
        if tag in ("iframe", "object", "embed", "base", "form", "link", "meta"):
            self.active.append(tag)
        if tag == "script" and values.get("type") != "application/json":
            self.active.append(tag)
        for name, value in values.items():
            address = name in ("href", "src", "action", "srcset", "poster")
            if name.startswith("on") or (address and value.startswith(("javascript:", "data:"))):
                self.active.append(f"{tag} {name}")
            if (name == "src" and "//" in value) or (name == "style" and "url(" in value):
                self.active.append(f"{tag} {name}")


def test_a_read_only_build_folder_is_said(workspace: Path) -> None:
    (workspace / "build").write_text("a file in the way", "utf-8")
    done = clausier("build", "trace", cwd=workspace)
    assert done.returncode == 2
    assert done.stderr.startswith("clausier: cannot write")
    assert (workspace / "build").read_text("utf-8") == "a file in the way"
