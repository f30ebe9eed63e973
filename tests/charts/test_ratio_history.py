from __future__ import annotations

from lib.careers.staff_ratio import StaffRatio, ratio_history
from lib.charts.ratio_history import MOST_SHOWN, ratio_history_chart
from tests.charts.reading import check_alt, texts
from tests.hiring.mixes import P, S

# BLS: tests/careers/test_staff_ratio.py.
HISTORY = ratio_history()


def test_one_line_a_role_with_its_last_value() -> None:
    chart = ratio_history_chart(HISTORY)
    assert [line.name for line in chart.figure.data] == ["paralegals", "legal secretaries"]
    assert texts(chart) == ["To paralegals: 1.9", "To legal secretaries: 4.8"]
    check_alt(chart, [])
    assert chart.alt == (
        "Lawyers to each member of staff in the country: to paralegals 2.2 in 2015 and 1.9 in 2025; to legal "
        "secretaries 3.0 in 2015 and 4.8 in 2025."
    )


def test_the_office_stands_beside() -> None:
    chart = ratio_history_chart(HISTORY, StaffRatio("this office", {P: 2.5, S: 1.25}))
    assert texts(chart)[-2:] == ["You: 2.5", "You: 1.2"]
    assert [trace.y[0] for trace in chart.figure.data[-2:]] == [2.5, 1.25]
    assert chart.alt.endswith("This office has 2.5 lawyers for each paralegal and 1.2 for each legal secretary.")


def test_a_ratio_far_above_the_market_is_told_and_not_drawn() -> None:
    far = StaffRatio("this office", {P: MOST_SHOWN + 1})
    chart = ratio_history_chart(HISTORY, far)
    assert len(chart.figure.data) == 2
    assert "This office has 16.0 lawyers for each paralegal." in chart.alt


def test_nobody_employed_draws_nothing() -> None:
    chart = ratio_history_chart(HISTORY, StaffRatio("this office", {}))
    assert len(chart.figure.data) == 2
    assert "This office" not in chart.alt


def test_ratios_that_nearly_meet_share_their_words() -> None:
    near = texts(ratio_history_chart(HISTORY, StaffRatio("this office", {P: 2.0, S: 2.1})))
    assert near[-1] == "You: 2.1 and 2.0"
    assert len(near) == 3
    same = texts(ratio_history_chart(HISTORY, StaffRatio("this office", {P: 4.0, S: 4.0})))
    assert same[-1] == "You: 4.0"
