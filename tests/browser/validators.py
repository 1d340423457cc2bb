"""axe-core and html-validate, where `npm install --prefix tests/browser` has put them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

NODE = Path(__file__).parent / "node_modules"
AXE = NODE / "axe-core" / "axe.min.js"
HTML = NODE / "html-validate" / "bin" / "html-validate.mjs"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice")


def asked(file: Path) -> Path:
    """A file of a Node package; without it the test is skipped, but not in CI."""
    if file.is_file() and shutil.which("node"):
        return file
    told = f"{file.name} is not there: npm install --prefix tests/browser"
    if os.environ.get("CI"):
        pytest.fail(told)
    pytest.skip(told)


def inaccessible(page: Any) -> list[str]:
    """What axe-core finds on an open page, a line for each element."""
    page.evaluate(asked(AXE).read_text("utf-8"))
    options = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{one['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def invalid(files: Iterable[Path], report: Path) -> list[str]:
    """What html-validate says of files, a line for each error; its answer stands in `report`."""
    program = ["node", str(asked(HTML)), "--preset", "standard", "--formatter", f"json={report}"]
    subprocess.run([*program, *map(str, files)], capture_output=True, check=False)
    return [
        f"{Path(one['filePath']).as_posix()}:{said['line']}:{said['column']}: "
        f"{said['ruleId']}: {said['message']}"
        for one in json.loads(report.read_text("utf-8"))
        for said in one["messages"]
    ]
