"""The command as its user sees it: what it says, what it returns, what it leaves on the disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lib.ingest import report
from lib.ingest.__main__ import main
from lib.ingest.wage_file import read_wages
from tests.ingest.bls_files import (
    ABILENE,
    ALABAMA,
    EVERYTHING,
    LEGAL_SECRETARY,
    PARALEGAL,
    write_csv,
    write_workbook,
    write_zip,
)


def run(out: Path, *sources: Path) -> int:
    return main([*map(str, sources), "--out", str(out)])


def test_the_first_run_says_what_it_read_and_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "wages.csv"
    tables = {
        "national_M2025_dl.xlsx": write_workbook(tmp_path / "a.xlsx", [EVERYTHING, PARALEGAL, PARALEGAL]),
        "field_descriptions.xlsx": write_workbook(tmp_path / "b.xlsx", [], header=["Field"]),
    }
    assert run(out, write_zip(tmp_path / "oesm25nat.zip", tables)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "oesm25nat.zip",
        "  oesm25nat.zip > field_descriptions.xlsx: no OEWS table in it, skipped",
        "  release 2025-05",
        "  rows read                                   3",
        "  left out: other occupations                 1",
        "  left out: repeated                          1",
        "  rows kept                                   1",
        "    new                                       1",
        "    replaced                                  0",
        "    unchanged                                 0",
        f"{out} was written. Rows: 1, of them new: 1, replaced: 0.",
    ]
    assert "23-2011" in out.read_text(encoding="utf-8")


def test_a_second_run_does_not_touch_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "wages.csv"
    source = write_csv(tmp_path / "M2025.csv", [PARALEGAL, LEGAL_SECRETARY])
    run(out, source)
    before = out.stat()
    assert run(out, source) == 0
    assert f"{out} already holds all of this; it was not touched. Rows: 2." in capsys.readouterr().out
    assert (out.stat().st_mtime_ns, out.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_later_sources_win_over_earlier_ones_and_over_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "wages.csv"
    first = write_csv(tmp_path / "first_M2025.csv", [{**PARALEGAL, "TOT_EMP": 1}, ALABAMA])
    second = write_csv(tmp_path / "second_M2025.csv", [{**PARALEGAL, "TOT_EMP": 2}])
    third = write_csv(tmp_path / "third_M2025.csv", [{**PARALEGAL, "EMP_PRSE": None, "TOT_EMP": 3}, ABILENE])
    assert run(out, first) == 0
    assert run(out, second, third) == 0
    said = capsys.readouterr().out
    assert "    replaced by fewer figures                 1" in said
    assert f"{out} was written. Rows: 3, of them new: 1, replaced: 1." in said
    assert [row["employment"] for row in read_wages(out).values()] == ["3", "5700", "80"]


def test_one_refused_source_keeps_everything_as_it_was_and_all_refusals_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "wages.csv"
    good = write_csv(tmp_path / "good_M2025.csv", [PARALEGAL])
    run(out, good)
    before = out.read_bytes()
    capsys.readouterr()
    unnamed = write_csv(tmp_path / "wages_of_states.csv", [ALABAMA])
    assert run(out, tmp_path / "nothing.csv", write_csv(good, [LEGAL_SECRETARY]), unnamed) == 1
    assert capsys.readouterr().out.splitlines() == [
        "good_M2025.csv",
        "  release 2025-05",
        "  rows read                                   1",
        "  rows kept                                   1",
        "Refused: nothing.csv: there is no such file.",
        "Refused: wages_of_states.csv: nothing tells which year the figures are for. Put it into the file "
        "name as BLS does, for example state_M2025_dl.csv for May 2025.",
        "Nothing was changed.",
    ]
    assert out.read_bytes() == before


def test_a_broken_file_of_ours_is_refused_along_with_the_sources(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "wages.csv"
    out.write_text("something else\n", encoding="utf-8")
    assert run(out, tmp_path / "nothing.csv") == 1
    said = capsys.readouterr().out
    assert "Refused: wages.csv, line 1: the columns are not those of our own file." in said
    assert "Refused: nothing.csv: there is no such file." in said
    assert out.read_text(encoding="utf-8") == "something else\n"


def test_a_file_that_cannot_be_written_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "nowhere" / "wages.csv"
    assert run(out, write_csv(tmp_path / "M2025.csv", [PARALEGAL])) == 1
    assert capsys.readouterr().out.splitlines()[-2:] == [
        f"Refused: {out}: it cannot be written (No such file or directory).",
        "Nothing was changed.",
    ]


def test_progress_of_large_files_goes_to_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_csv(tmp_path / "M2025.csv", [EVERYTHING] * 4 + [PARALEGAL])
    run(tmp_path / "small.csv", source)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(report, "LARGE", 100)
    monkeypatch.setattr(report, "PROGRESS_EVERY", 2)
    run(tmp_path / "large.csv", source)
    assert capsys.readouterr().err.splitlines() == [
        "M2025.csv: a large file, this takes a while ...",
        "M2025.csv: 2 rows read ...",
        "M2025.csv: 4 rows read ...",
    ]


def test_the_exit_status_reaches_the_shell(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "lib.ingest", str(tmp_path / "a.csv"), "--out", str(tmp_path / "b.csv")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "Refused: a.csv: there is no such file.\nNothing was changed.\n",
        "",
    )


def test_without_a_source_the_usage_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([])
    assert "SOURCE" in capsys.readouterr().err
