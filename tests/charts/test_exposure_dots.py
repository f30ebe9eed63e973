from __future__ import annotations

from math import nan

import pandas as pd

from lib.careers.technology import ROLES, exposure_rows
from lib.charts.chart import NEUTRAL, OTHER_SYMBOL, ROLE_COLORS, ROLE_SYMBOLS
from lib.charts.exposure_dots import EXPOSURE_NOTE, exposure_dots
from lib.charts.place_dots import LONGEST_NAME
from tests.charts.reading import check_alt, texts

LAWYER, PARALEGAL, LEGAL_SECRETARY = ROLES
ROWS = pd.DataFrame(
    [
        ("One: hours", 0.57, "57%", 0.69, "69%", 0.81, "81%"),
        ("Two: score", 0.36, "0.36", nan, "not found", 1.0, "1.00"),
    ],
    columns=["label", *(name for role in ROLES for name in (role, f"{role}_words"))],
)


def test_the_dots_carry_the_figures_of_the_frame() -> None:
    line, *dots = exposure_dots(ROWS, ROLES).figure.data
    assert [list(each.x) for each in dots] == [[0.57, 0.36], [0.69], [0.81, 1.0]]
    assert [list(each.y) for each in dots] == [[0, 1], [0], [0, 1]]
    assert line.x == (0.57, 0.81, None, 0.36, 1.0, None)
    assert line.line.color == NEUTRAL


def test_each_role_has_its_colour_and_mark() -> None:
    _, lawyers, paralegals, legal_secretaries = exposure_dots(ROWS, ROLES).figure.data
    assert (lawyers.marker.color, lawyers.marker.symbol) == (NEUTRAL, OTHER_SYMBOL)
    for role, dots in ((PARALEGAL, paralegals), (LEGAL_SECRETARY, legal_secretaries)):
        assert (dots.marker.color, dots.marker.symbol) == (ROLE_COLORS[role], ROLE_SYMBOLS[role])


def test_figures_stand_beside_their_dots_and_what_is_missing_is_said() -> None:
    chart = exposure_dots(ROWS, ROLES)
    assert texts(chart)[1:] == ["One: hours", "57%", "69%", "81%", "Two: score (paralegals: no figure)", "0.36", "1.00"]
    notes = {note.text: note for note in chart.figure.layout.annotations}
    assert notes["57%"].yshift < 0 < notes["69%"].yshift
    assert (notes["57%"].x, notes["57%"].y) == (0.57, 0)
    assert "Paralegals" in texts(chart)[0]


def test_the_axis_runs_from_none_to_all() -> None:
    axis = exposure_dots(ROWS, ROLES).figure.layout.xaxis
    assert axis.range[0] < 0 < 1 < axis.range[1]
    assert (axis.ticktext[0], axis.ticktext[-1]) == ("none", "all")
    assert "none of the work on the left to all" in EXPOSURE_NOTE


def test_the_description_names_every_figure() -> None:
    chart = exposure_dots(ROWS, ROLES)
    check_alt(chart, [])
    assert chart.alt == (
        "Part of the work open to the technology. One: hours: lawyers 57%, paralegals 69%, legal secretaries 81%; Two: "
        "score: lawyers 0.36, paralegals not found, legal secretaries 1.00."
    )


def test_the_real_ratings_fit_a_phone() -> None:
    rows = exposure_rows()
    chart = exposure_dots(rows, ROLES)
    check_alt(chart, [])
    assert rows["label"].str.len().max() <= LONGEST_NAME
    assert chart.figure.layout.height < 600
