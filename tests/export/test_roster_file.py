from __future__ import annotations

import codecs
import re
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.export import roster_file
from lib.export.roster import (
    LONGEST_CELL,
    MOST_COLUMNS,
    RosterError,
    RosterTable,
    read_roster_table,
)
from lib.export.roster_file import FAR_CELL, MOST_BYTES, MOST_LINES, MOST_UNPACKED
from lib.hiring.plan import MOST_POSITIONS
from tests.export.rosters import SHEET, STAFF, content_of, csv_table, require_sentence, tampered, workbook

if TYPE_CHECKING:
    pass


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(RosterError) as raised:
        read_roster_table(name, content)
    return require_sentence(str(raised.value))


def test_a_csv_file_becomes_a_table() -> None:
    assert csv_table(STAFF) == RosterTable(("Role", "Pay", "Place"), (("Paralegal", "62890", "TX"),))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_are_recognised(delimiter: str, line_end: str) -> None:
    text = STAFF.replace(",", delimiter).replace("\n", line_end)
    assert csv_table(text) == csv_table(STAFF)


def test_amounts_with_commas_may_stand_in_quotation_marks_or_between_semicolons() -> None:
    assert csv_table('Role,Pay\nParalegal,"$62,890"\n').rows == (("Paralegal", "$62,890"),)
    assert csv_table("Role;Pay\nParalegal;$62,890\n").rows == (("Paralegal", "$62,890"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_letters_beyond_ascii_come_through(encoding: str) -> None:
    table = read_roster_table("STAFF.CSV", "Role,Office’s Paÿ\nParalegal,1\n".encode(encoding))
    assert table.columns == ("Role", "Office’s Paÿ")


def test_the_first_line_that_is_not_empty_names_the_columns_and_lines_keep_their_numbers() -> None:
    table = csv_table("\n,,\nRole,Pay\n\nParalegal,1\n,,\n\n")
    assert table == RosterTable(("Role", "Pay"), (("", ""), ("Paralegal", "1")), first_line=4)


def test_every_column_gets_a_name_of_its_own_and_an_empty_one_is_left_out() -> None:
    table = csv_table("Role,Pay,,Pay,,Pay\nParalegal,1,x,2,,3\n")
    assert table.columns == ("Role", "Pay", "Column 3", "Pay (2)", "Pay (3)")
    assert table.rows == (("Paralegal", "1", "x", "2", "3"),)


def test_short_rows_are_filled_and_spaces_collapse() -> None:
    assert csv_table('Role,Pay,Place\n"  Senior\n Paralegal "\n').rows == (("Senior Paralegal", "", ""),)


def test_an_xlsx_file_becomes_a_table_of_text() -> None:
    content = workbook(
        ["Role", "Pay", "Rate", "Start", "Hired", "FTE", "Remote", "Note", "At", "Long"],
        ["Paralegal", 62_890, 30.25, date(2027, 3, 15), datetime(2027, 3, 15, 8, 30), 0.5, True, None, time(8), 1e20],
        [None, None, None, None, None, None, None, "  ", timedelta(hours=30), None],
    )
    assert read_roster_table("staff.xlsx", content) == RosterTable(
        ("Role", "Pay", "Rate", "Start", "Hired", "FTE", "Remote", "Note", "At", "Long"),
        (
            ("Paralegal", "62890", "30.25", "2027-03-15", "2027-03-15", "0.5", "True", "", "08:00:00", f"1{'0' * 20}"),
            ("", "", "", "", "", "", "", "", "1 day, 6:00:00", ""),
        ),
    )


def test_the_first_visible_sheet_is_read() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Secret"])
    book.active.sheet_state = "hidden"
    book.create_chartsheet("Chart")
    staff = book.create_sheet("Staff")
    staff.append(["Role"])
    staff.append(["Paralegal"])
    assert read_roster_table("staff.xlsx", content_of(book)).rows == (("Paralegal",),)


def test_a_workbook_without_a_sheet_of_cells_holds_no_table() -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("Chart")
    book.remove(book["Sheet"])
    assert "It needs a row with the names of the columns" in refusal("staff.xlsx", content_of(book))


def test_a_table_may_stand_anywhere_on_the_sheet() -> None:
    book = openpyxl.Workbook()
    for cell, value in {"C4": "Role", "D4": "Pay", "C5": "Paralegal", "D5": 62_890}.items():
        book.active[cell] = value
    assert read_roster_table("staff.xlsx", content_of(book)) == RosterTable(
        ("Role", "Pay"), (("Paralegal", "62890"),), first_line=5
    )


def test_a_formula_is_text_and_never_run() -> None:
    assert csv_table("Role,Pay\n=1+1,=62890\n").rows == (("=1+1", "=62890"),)


def test_a_formula_nobody_has_calculated_leaves_its_cell_empty() -> None:
    table = read_roster_table("staff.xlsx", workbook(["Role", "Pay"], ["Paralegal", "=31445*2"]))
    assert table.rows == (("Paralegal", ""),)


def test_a_table_holds_as_many_rows_as_a_plan() -> None:
    assert len(csv_table("Role\n" + "Paralegal\n" * MOST_POSITIONS).rows) == MOST_POSITIONS
    assert refusal("staff.csv", b"Role\n" + b"Paralegal\n" * 101).endswith(
        "It has 101 rows under the names of the columns; a plan holds 100."
    )


def test_a_table_has_a_largest_width() -> None:
    assert len(csv_table("x," * 39 + "x\n1\n").columns) == MOST_COLUMNS
    assert refusal("staff.csv", ("x," * 40 + "x\n1\n").encode()).endswith("It has 41 columns; up to 40 are read.")


def test_a_cell_has_a_largest_length() -> None:
    assert csv_table(f"Role\n{'x' * LONGEST_CELL}\n").rows == (("x" * 200,),)
    assert refusal("staff.csv", f"Role\n\n{'x' * 201}\n".encode()).endswith(
        "A cell in row 3 is longer than 200 characters."
    )


@pytest.mark.parametrize("content", [b"", b"\n\n", b"Role,Pay\n", codecs.BOM_UTF8, workbook(), workbook(["Role"])])
def test_a_table_needs_a_row(content: bytes) -> None:
    name = "staff.xlsx" if content.startswith(b"PK") else "staff.csv"
    assert refusal(name, content).endswith("It needs a row with the names of the columns and a row for each position.")


def test_an_amount_with_a_comma_outside_quotation_marks_is_noticed() -> None:
    assert refusal("staff.csv", b"Role,Pay\nParalegal,$62,890\n").endswith(
        "Row 2 has more cells than the first row has names. Name every column there, and put amounts with commas into "
        "quotation marks."
    )


@pytest.mark.parametrize("name", ["staff.pdf", "staff.xls", "staff", "staff.csv.ods", ""])
def test_other_files_are_refused(name: str) -> None:
    assert refusal(name, STAFF.encode()).endswith("cannot be read. Choose a csv or an xlsx file.")


def test_a_long_or_strange_name_is_shortened() -> None:
    assert refusal("\n\x00" + "x" * 100, b"").startswith(f"“  {'x' * 38}…” cannot be read. ")


@pytest.mark.parametrize("name", ["staff.csv", "staff.xlsx"])
def test_a_file_has_a_largest_size(name: str) -> None:
    assert refusal(name, b" " * (MOST_BYTES + 1)).endswith("It is larger than 1 MB, and no roster is.")


def test_a_file_of_empty_lines_is_refused() -> None:
    assert len(csv_table(STAFF.ljust(MOST_LINES - 2 + len(STAFF), "\n")).rows) == 1
    assert refusal("staff.csv", STAFF.encode() + b"\n" * MOST_LINES).endswith("It has more than 9,999 lines.")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (STAFF.encode("utf-16"), "It is no text. Save the table as csv (UTF-8) or as xlsx."),
        (b"PK\x03\x04", "It is no text. Save the table as csv (UTF-8) or as xlsx."),
        (b"Role,Pay\n\x81,1\n", "Its letters cannot be read. Save the table as csv (UTF-8) or as xlsx."),
        (b"Role\n" + b"x" * 200_000, "It is no csv file: field larger than field limit (131072)."),
    ],
)
def test_what_is_no_csv_is_refused(content: bytes, reason: str) -> None:
    assert refusal("staff.csv", content).endswith(reason)


GOOD = workbook(["Role", "Pay"], ["Paralegal", 62_890])
UNREADABLE = "It is no xlsx workbook, or it is damaged or locked. Save it again as xlsx without a password, or as csv."
DAMAGED = "The workbook is damaged. Save it again as xlsx without a password, or as csv."


@pytest.mark.parametrize(
    "content",
    [
        b"",
        STAFF.encode(),
        GOOD[:-30],
        b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        tampered(GOOD, "", bytes, compression=ZIP_LZMA),
    ],
    ids=["empty", "csv", "cut", "locked", "unusual packing"],
)
def test_what_is_no_xlsx_is_refused(content: bytes) -> None:
    assert refusal("staff.xlsx", content).endswith(UNREADABLE)


def test_a_workbook_with_broken_cells_is_refused() -> None:
    assert refusal("staff.xlsx", tampered(GOOD, SHEET, lambda part: part[:-40])).endswith(DAMAGED)
    assert refusal("staff.xlsx", tampered(GOOD, "xl/workbook.xml", lambda _: b"")).endswith(DAMAGED)


def test_another_format_in_the_same_packing_is_refused() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office:document-content/>")
    assert refusal("staff.xlsx", file.getvalue()).endswith(DAMAGED)


@pytest.mark.parametrize("part", [SHEET, "xl/media/picture.png"])
def test_a_bomb_is_not_unpacked(part: str) -> None:
    file = BytesIO(GOOD)
    with ZipFile(file, "a", ZIP_DEFLATED) as archive:
        archive.writestr(part.replace("sheet1", "sheet2"), b" " * (MOST_UNPACKED + 1))
    assert len(file.getvalue()) < MOST_BYTES
    assert refusal("staff.xlsx", file.getvalue()).endswith("It unpacks to 20 MB, and no roster does.")


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    bomb = bytearray(tampered(GOOD, SHEET, lambda part: part + b" " * 5_000_000))
    entry = bomb.rindex(SHEET.encode()) - 46  # its record in the list of contents; the unpacked size stands at byte 24
    assert bomb[entry : entry + 4] == b"PK\x01\x02"
    bomb[entry + 24 : entry + 28] = (1_000).to_bytes(4, "little")
    assert refusal("staff.xlsx", bytes(bomb)).endswith(UNREADABLE)


@pytest.mark.parametrize("cell", ["BA1", "XFD1048576", "A10000", "AAA1"])
def test_a_stray_cell_far_out_is_refused(cell: str) -> None:
    book = openpyxl.load_workbook(BytesIO(GOOD))
    book.active[cell] = "x"
    assert refusal("staff.xlsx", content_of(book)).endswith(
        "It has cells beyond column AZ or row 9,999. Copy the roster to a new file."
    )


def test_cells_just_within_reach_are_read() -> None:
    book = openpyxl.load_workbook(BytesIO(GOOD))
    book.active["AZ100"] = "x"
    assert read_roster_table("staff.xlsx", content_of(book)).columns == ("Role", "Pay", "Column 52")
    assert not FAR_CELL.search(b'<c r="AZ9999"/>')


def test_a_panic_of_the_reader_is_a_damaged_workbook() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Role"])
    book.active.append([timedelta(hours=30)])
    wild = tampered(content_of(book), SHEET, lambda part: re.sub(rb"<v>1.25</v>", b"<v>-1e308</v>", part))
    assert refusal("staff.xlsx", wild).endswith(DAMAGED)


def test_an_interruption_while_reading_is_no_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: BytesIO) -> list[list[object]]:
        raise KeyboardInterrupt

    monkeypatch.setattr(roster_file, "_first_sheet", interrupted)
    with pytest.raises(KeyboardInterrupt):
        read_roster_table("staff.xlsx", GOOD)


@given(
    st.binary(max_size=300) | st.text(max_size=300).map(str.encode), st.sampled_from(["a.csv", "a.xlsx", "a.txt", "a"])
)
def test_arbitrary_bytes_lead_to_a_table_or_a_refusal(content: bytes, name: str) -> None:
    try:
        table = read_roster_table(name, content)
    except RosterError as error:
        require_sentence(str(error))
    else:
        assert {len(row) for row in table.rows} == {len(table.columns)}


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=3))
def test_a_damaged_workbook_leads_to_a_table_or_a_refusal(at: int, put: bytes) -> None:
    try:
        read_roster_table("staff.xlsx", GOOD[:at] + put + GOOD[at + len(put) :])
    except RosterError as error:
        require_sentence(str(error))


VALUE = re.compile(rb'(?<==")[^"]*(?=")|(?<=<v>)[^<]*(?=</v>)')
WILD = ["", "A1", "B0", "r", "-1", "1e308", "inf", "nan", "99999999999", "-700000", "s", "d", "e", "500", "2027-13-45"]


@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from(WILD)), min_size=1, max_size=3))
def test_wild_values_in_a_workbook_lead_to_a_table_or_a_refusal(changes: list[tuple[int, str]]) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Role", "Start", "At", "For"])
    book.active.append(["Paralegal", date(2027, 3, 1), time(8), timedelta(hours=30)])

    def change(part: bytes) -> bytes:
        spans = [match.span() for match in VALUE.finditer(part)]
        chosen = {at % len(spans): value for at, value in changes}
        for at in sorted(chosen, reverse=True):
            part = part[: spans[at][0]] + chosen[at].encode() + part[spans[at][1] :]
        return part

    try:
        read_roster_table("staff.xlsx", tampered(content_of(book), SHEET, change))
    except RosterError as error:
        require_sentence(str(error))
