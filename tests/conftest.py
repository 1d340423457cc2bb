"""What all tests share: accepting new reports, and programs that a machine may lack."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="accept the reports as they are now")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be rewritten."""
    return bool(request.config.getoption("--update"))


@pytest.fixture
def program():
    """A function that gives the path of a program; without it the test is skipped, but not in CI."""

    def found(*names: str) -> str:
        for name in names:
            path = shutil.which(name)
            if path:
                return path
        if os.environ.get("CI"):
            pytest.fail(f"{names[0]} is not installed; .ci/run installs it")
        pytest.skip(f"{names[0]} is not installed")

    return found


@pytest.fixture
def schemas() -> Path:
    """The public XML schemas beside the project; without them the test is skipped, but not in CI."""
    folder = ROOT.parent / "shared" / "schemas"
    if not folder.is_dir():
        if os.environ.get("CI"):
            pytest.fail("the schemas are not beside the project")
        pytest.skip("the schemas are not beside the project")
    return folder


@pytest.fixture
def mini() -> Path:
    """The invented standard that uses every construct once."""
    return ROOT / "tests" / "corpus" / "mini"
