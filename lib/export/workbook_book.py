"""An Excel file with the styles of the house. Only this module knows the library that writes it.

No text of a user or of a table can become a formula or a link: text is written as text, formulas are our own.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from lib.export.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FONT: Final = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
BLUE, PALE, GREY = "#0072B2", "#E6F1F8", "#5F6B76"
NUMBERS: Final = {
    "money": '$#,##0.00;-$#,##0.00;"–"',
    "price": "$#,##0.00",
    "percent": "0.00%",
    "number": "#,##0.00",
    "people": "#,##0.0000",
    "count": "#,##0",
    "year": "0",
    "month": "mmm yyyy",
    "words": "@",
}
INPUT: Final = {"bg_color": "#FFF6D6", "font_color": "#0000C0", "border": 1, "border_color": "#D8C690", "locked": False}
HEAD: Final = {"bold": True, "bg_color": BLUE, "font_color": "#FFFFFF", "text_wrap": True, "valign": "vcenter"}
HEIGHTS: Final = {"title": 24, "heading": 20, "head": 30}  # points: not every program fits rows to their text
STYLES: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 14, "font_color": BLUE},
    "heading": {"bold": True, "font_size": 12, "font_color": BLUE},
    "head": HEAD,
    "head_right": {**HEAD, "align": "right"},
    "month_head": {**HEAD, "num_format": NUMBERS["month"]},
    "band": {"bold": True, "bg_color": PALE},
    "band_people": {"bold": True, "bg_color": PALE, "num_format": '[=1]0 "person";#,##0 "people"'},
    "text": {},
    "beside": {"align": "left", "indent": 1},
    "note": {"font_color": GREY, "italic": True},
    "working": {"font_color": GREY, "align": "left", "indent": 1},
    **{f"working_{name}": {"font_color": GREY, "num_format": form} for name, form in NUMBERS.items()},
    **{name: {"num_format": form} for name, form in NUMBERS.items()},
    **{f"total_{name}": {"num_format": form, "bold": True, "top": 1} for name, form in NUMBERS.items()},
    "total": {"bold": True, "top": 1},
    **{f"input_{name}": {**INPUT, "num_format": form} for name, form in NUMBERS.items()},
}


class Page:
    """A sheet. Rows and columns count from 0; addresses are Excel's."""

    def __init__(self, book: Book, sheet: Any) -> None:
        self._book = book
        self._sheet = sheet

    def text(self, row: int, column: int, words: str, style: str = "text") -> None:
        """Write text that stays text, whatever it starts with; without words, a cell that is blank."""
        fit = clean(words)
        if fit:
            # The library takes <r>...</r> for its own markup and would write it unescaped.
            self._sheet.write_string(row, column, f" {fit}" if fit.startswith("<r>") else fit, self._book.style(style))
        else:
            self._sheet.write_blank(row, column, None, self._book.style(style))
        if style in HEIGHTS:
            self._sheet.set_row(row, HEIGHTS[style])

    def texts(self, row: int, words: tuple[str, ...], style: str = "text", column: int = 0) -> None:
        """Write one text a column."""
        for number, each in enumerate(words):
            self.text(row, column + number, each, style)

    def blanks(self, row: int, first: int, last: int, style: str) -> None:
        """Give empty cells of a row a style."""
        for column in range(first, last + 1):
            self._sheet.write_blank(row, column, None, self._book.style(style))

    def number(self, row: int, column: int, value: float, style: str) -> str:
        """Write a number and return its absolute address, with the sheet."""
        self._sheet.write_number(row, column, value, self._book.style(style))
        return self.address(row, column)

    def formula(self, row: int, column: int, formula: str, value: float | str, style: str) -> str:
        """Write a formula with its result, for viewers that do not compute, and return its absolute address."""
        self._sheet.write_formula(row, column, f"={formula}", self._book.style(style), value)
        return self.address(row, column)

    def address(self, row: int, column: int) -> str:
        """Return the absolute address of a cell, with the sheet."""
        return f"'{self._sheet.name}'!${column_name(column)}${row + 1}"

    def allow(self, row: int, column: int, rule: Mapping[str, Any], message: str) -> None:
        """Let a cell take only values within a rule; the message says which."""
        words = {"error_title": "Not possible", "error_message": message}
        self._sheet.data_validation(row, column, row, column, {**rule, **words})

    def between(self, row: int, column: int, low: float, high: float, words: str) -> None:
        """Let a cell take only numbers between two bounds, named in words such as "0% to 200%"."""
        rule = {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
        self.allow(row, column, rule, f"Type {words}.")

    def one_of(self, row: int, column: int, words: tuple[str, ...]) -> None:
        """Let a cell take only one of some words."""
        self.allow(row, column, {"validate": "list", "source": list(words)}, f"Choose {' or '.join(words)}.")

    def widths(self, *widths: float) -> None:
        """Set the widths of the first columns, in characters."""
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def width(self, first: int, last: int, width: float) -> None:
        """Set the width of a run of columns, in characters."""
        self._sheet.set_column(first, last, width)

    def printed(self, row: int, column: int) -> None:
        """Leave what lies after a row and a column out of the print."""
        self._sheet.print_area(0, 0, row, column)

    def frozen(self, row: int, column: int) -> None:
        """Keep the rows above and the columns before a cell in view, on screen and on paper."""
        self._sheet.freeze_panes(row, column)
        if row:
            self._sheet.repeat_rows(0, row - 1)
        if column:
            self._sheet.repeat_columns(0, column - 1)

    def stacked_columns(self, row: int, title: str, series: Iterable[Mapping[str, Any]], description: str) -> None:
        """Place a chart of stacked columns below a row; the description is for readers who do not see it."""
        self._sheet.insert_chart(row, 0, self._book.stacked_columns(title, series), {"description": clean(description)})


class Book:
    """An Excel file in memory."""

    def __init__(self, title: str) -> None:
        from xlsxwriter import Workbook  # type: ignore[import-untyped]

        self._file = BytesIO()
        self._workbook = Workbook(self._file, {"in_memory": True})
        self._workbook.set_properties({"title": title})
        self._workbook.set_calc_mode("auto")
        self._styles = {name: self._workbook.add_format({**FONT, **style}) for name, style in STYLES.items()}

    def style(self, name: str) -> Any:
        """Return a style of `STYLES`."""
        return self._styles[name]

    def page(self, name: str, *, wide: int = 1, tall: int = 0) -> Page:
        """Add a sheet, set up to print in landscape on a number of pages across and down; 0 for as many as needed."""
        sheet = self._workbook.add_worksheet(name, worksheet_class=_sheet_class())
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.fit_to_pages(wide, tall)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        sheet.set_footer("&L&A&RPage &P of &N")
        return Page(self, sheet)

    def stacked_columns(self, title: str, series: Iterable[Mapping[str, Any]]) -> Any:
        """Return a chart of stacked columns of dollars."""
        chart = self._workbook.add_chart({"type": "column", "subtype": "stacked"})
        for each in series:
            chart.add_series({"gap": 60, **each})
        chart.set_title({"name": title, "name_font": {"size": 12}})
        chart.set_y_axis({"num_format": "$#,##0", "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}})
        chart.set_legend({"position": "right"})
        chart.set_size({"width": 760, "height": 380})
        return chart

    def content(self) -> bytes:
        """Return the finished file."""
        self._workbook.close()
        return self._file.getvalue()


@cache
def column_name(column: int) -> str:
    """Return the letters of a column counted from 0, such as AA for 26."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@cache
def _sheet_class() -> Any:
    """Return a sheet that takes formulas as they stand.

    The library searches every formula for some thirty functions newer than Excel 2007, which took nine tenths of
    the time of writing; ours use none of them.
    """
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

    class Sheet(Worksheet):  # type: ignore[misc]
        def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002
            return formula.removeprefix("=")

    return Sheet
