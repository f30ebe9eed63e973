from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from lib.tables import TableError
from lib.tables.claims import COLUMNS, OUTLOOK, PAY, load_claims
from tests.tables.copies import as_it_is, read_rows, with_cells, with_row_twice, without_column

if TYPE_CHECKING:
    from pathlib import Path

    from lib.tables.claims import Claim

FILE = "claims.csv"
MEDIAN = {"claim": "clio-paralegal-median"}


def test_a_claim_is_read() -> None:
    claim = load_claims()["clio-paralegal-median"]
    assert claim.kind == PAY
    assert claim.made_by == "Clio, guide to legal secretaries and paralegals"
    assert claim.sentence == "The median paralegal earned $66,510 in May 2024."


def test_the_claims_stand_in_the_order_of_the_file() -> None:
    assert list(load_claims()) == [row["claim"] for row in read_rows(FILE)]
    assert list(read_rows(FILE)[0]) == list(COLUMNS)
    assert {claim.kind for claim in load_claims().values()} == {PAY, OUTLOOK}


@pytest.mark.parametrize("claim", load_claims().values(), ids=lambda claim: claim.claim)
def test_every_claim_is_one_sentence_with_a_figure(claim: Claim) -> None:
    sentence = claim.sentence
    assert re.search(r"[0-9]", sentence)
    assert sentence.endswith(".")
    assert ". " not in sentence


def test_a_faithful_copy_loads(tmp_path: Path) -> None:
    assert load_claims(as_it_is(FILE, tmp_path)) == load_claims()


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"kind": "rumour"}, "kind must be one of outlook, pay."),
        ({"kind": ""}, "kind must be filled in."),
        ({"made_by": ""}, "made_by must be filled in."),
        ({"sentence": ""}, "sentence must be filled in."),
        ({"claim": ""}, "claim must be filled in."),
    ],
)
def test_a_broken_row_is_named(changes: dict[str, str], rule: str, tmp_path: Path) -> None:
    line = with_cells(FILE, tmp_path, MEDIAN, changes)
    with pytest.raises(TableError) as raised:
        load_claims(tmp_path)
    assert str(raised.value).startswith(f"{FILE}, line {line} (")
    assert str(raised.value).endswith(rule)


@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_column_is_named(column: str, tmp_path: Path) -> None:
    without_column(FILE, tmp_path, column)
    with pytest.raises(TableError, match=f"the columns {column} are missing"):
        load_claims(tmp_path)


def test_a_repeated_row_is_refused(tmp_path: Path) -> None:
    line = with_row_twice(FILE, tmp_path)
    with pytest.raises(TableError, match=rf"line {line} .*each claim must stand in one row only"):
        load_claims(tmp_path)
