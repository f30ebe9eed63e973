"""Documentation and product must not disagree."""

from __future__ import annotations

import doctest
import re
import tomllib
from pathlib import Path

import pytest

from lib.pay.accuracy_report import report
from lib.tables import load_levels
from lib.ui.frame import MENU

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_examples_of_the_readme_run() -> None:
    failures, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert tried >= 6
    assert failures == 0


@pytest.mark.parametrize("page", [label for pages in MENU.values() for label in pages.values()])
def test_every_page_is_in_the_readme(page: str) -> None:
    assert f"| {page} |" in README


@pytest.mark.parametrize("factor", sorted({factor for _, factor in load_levels()}))
def test_every_factor_is_in_the_readme(factor: str) -> None:
    assert factor.replace("_", " ") in README


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*.csv")), ids=lambda path: path.name)
def test_every_data_file_is_in_the_readme(path: Path) -> None:
    assert path.name in README


def requirements() -> list[str]:
    lines = [*(ROOT / "requirements.txt").open(), *(ROOT / "requirements-dev.txt").open()]
    return [line.strip() for line in lines if line.strip() and not line.startswith(("#", "-r"))]


@pytest.mark.parametrize("requirement", requirements())
def test_every_dependency_is_pinned_and_explained(requirement: str) -> None:
    name, _, version = requirement.partition("==")
    assert re.fullmatch(r"[0-9][0-9.]*", version), requirement
    assert name in README.split("## Dependencies")[1].split("## How")[0]


@pytest.mark.parametrize("target", re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
def test_every_make_target_of_use_is_in_the_readme(target: str) -> None:
    assert target in {"lint", "format", "clean"} or f"make {target}" in README


def test_the_readme_shows_the_accuracy_as_it_is() -> None:
    assert report() in README


@pytest.mark.parametrize("picture", re.findall(r"\]\((docs/[^)]+)\)", README))
def test_every_picture_exists(picture: str) -> None:
    assert (ROOT / picture).stat().st_size > 10_000


def test_the_settings_that_matter_are_set() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    assert settings["runner"]["postScriptGC"] is False
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["browser"]["serverAddress"] == "localhost"
    assert settings["client"]["showSidebarNavigation"] is False
    assert settings["server"]["maxUploadSize"] <= 5
    assert {"light", "dark"} <= settings["theme"].keys()
