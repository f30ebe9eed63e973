from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager

from lib.pay import Profile, estimate
from lib.pay.gap import flips
from lib.pay.places import MEASURES, place_rows, without_nation
from lib.pay.ranking import rank_changes, rank_sentences
from lib.pay.words import dollars
from lib.tables import central_roles, load_roles
from lib.ui.pickers import place_labels
from lib.ui.place_pickers import AREA_TYPES, KINDS, MOST_PICKED, role_choices
from tests.pages.app import open_page, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from streamlit.testing.v1 import AppTest

PAGE = "Compare places"
METRO, NONMETRO = {"kind": "Metro areas"}, {"kind": "Nonmetropolitan areas"}
TEXAS, MONTANA, HOUSTON = (place_labels()[code] for code in ("48", "30", "26420"))
NOT_A_NUMBER = re.compile(r"\bnan\b", re.IGNORECASE)
FORMULA = re.compile(r"[=+\-@\t\r]")


def open_with(address: dict[str, Any] | None = None) -> AppTest:
    """Open the page; a name of the address may hold several values."""
    app = open_page(PAGE, address)
    assert not app.exception, address
    return app


def headings(app: AppTest) -> list[str]:
    return [str(each.value).replace("\\", "") for each in app.header]


def alts(app: AppTest) -> list[str]:
    return [chart.proto.alt for chart in app.get("plotly_chart")]


def cells(app: AppTest) -> list[dict[str, str]]:
    """Return the rows of the picked places: both parts of their table together."""
    parts = [app.table[at].value.map(lambda cell: str(cell).replace("\\", "")) for at in (0, 1)]
    assert parts[0]["Place"].tolist() == parts[1]["Place"].tolist()
    return [pay | rest for pay, rest in zip(*(part.to_dict("records") for part in parts), strict=True)]


@pytest.fixture
def downloads(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], bytes]]:
    """Return what the download buttons of a page would hand over, in the order of the page."""
    found: list[Callable[[], bytes]] = []
    add = MediaFileManager.add_deferred

    def remember(self: MediaFileManager, data_callable: Any, *rest: Any, **named: Any) -> str:
        found.append(data_callable)
        return add(self, data_callable, *rest, **named)

    monkeypatch.setattr(MediaFileManager, "add_deferred", remember)
    return found


def csv_of(content: bytes) -> tuple[str, list[dict[str, str]]]:
    """Return the notes and the rows of a file."""
    lines = content.decode("utf-8-sig").splitlines()
    notes = [line for line in lines if line.startswith('"# ')]
    return "\n".join(notes), list(csv.DictReader(lines[len(notes) :]))


CASES = [
    (kind, role, list(MEASURES)[(3 * at + 4 * number) % len(MEASURES)])
    for at, kind in enumerate(KINDS)
    for number, role in enumerate(role_choices())
]


@pytest.mark.parametrize(("kind", "role", "measure"), CASES)
def test_every_comparison_opens_with_a_finding(kind: str, role: str, measure: str) -> None:
    address = {"kind": KINDS[kind], "compare": role_choices()[role], "measure": MEASURES[measure].label}
    app = open_with(address)
    assert not app.warning
    finding, *others = headings(app)
    assert finding
    assert not NOT_A_NUMBER.search(words(app))
    assert others == ["Places side by side", f"All {KINDS[kind].lower()}"]
    roles = central_roles() if role == "both" else (role,)
    assert any(load_roles()[each].plural in finding for each in roles) or finding.startswith(
        (MEASURES[measure].label.split(" (")[0], "No ", "Our data has no")
    )
    if finding.startswith("No "):
        assert all(
            without_nation(place_rows(each, "2025-05"), *AREA_TYPES[kind])[measure].isna().all() for each in roles
        )
    for alt in alts(app):
        assert alt.endswith(".")
        assert re.search(r"\d", alt), alt


def test_the_first_view_says_who_earns_more_where() -> None:
    app = open_with()
    found = flips("2025-05", "state")
    assert headings(app)[0] == (
        f"Paralegals earn more in the middle in {found.of - len(found.places)} of {found.of} states (with DC); in "
        f"{len(found.places)} legal secretaries earn as much or more"
    )
    assert "**Published.** Median pay, paralegals less legal secretaries. BLS OEWS, May 2025" in words(app)
    assert "**Our estimate.** 1 of 51 places, where BLS publishes no figure." in words(app)
    assert "the 10 highest" in words(app)
    assert len(alts(app)) == 3


def test_metro_areas_with_estimated_figures_are_counted() -> None:
    for role, of in (("Paralegals", "paralegal"), ("Legal secretaries", "legal_secretary")):
        rows = without_nation(place_rows(of, "2025-05"), "metro")
        estimated = int((rows["basis"] == "estimated").sum())
        app = open_with({**METRO, "compare": role})
        assert f"**Our estimate.** {estimated} of {len(rows)} places, where BLS publishes no figure." in words(app)
        assert f"{estimated} of {len(rows)} estimated, 0 without a figure" in alts(app)[0]


def test_one_role_names_its_highest_and_lowest_state() -> None:
    rows = without_nation(place_rows("paralegal", "2025-05"), "state").set_index("place")["median"]
    assert headings(open_with({"compare": "Paralegals"}))[0] == (
        f"Paralegals, states (with DC): median pay is highest in {rows.idxmax()} ({dollars(rows.max())}) and lowest in "
        f"{rows.idxmin()} ({dollars(rows.min())})"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_prices_change_the_order(kind: str) -> None:
    app = open_with({"kind": KINDS[kind], "compare": "Paralegals", "adjusted": "true"})
    rows = without_nation(place_rows("paralegal", "2025-05"), *AREA_TYPES[kind])
    text = words(app)
    assert "What prices change in the order: paralegals" in text
    assert " ".join(rank_sentences(rank_changes(rows, "median"))) in text
    if kind != "nonmetro":
        assert "divided by BEA price parities 2024 (the state's where an area has none)" in text
    assert "at average US prices" in text


@pytest.mark.parametrize("measure", ["employment", "change"])
def test_prices_leave_other_measures_alone(measure: str) -> None:
    address = {"compare": "Paralegals", "measure": MEASURES[measure].label}
    plain, adjusted = open_with(address), open_with({**address, "adjusted": "true"})
    assert headings(plain) == headings(adjusted)
    assert "What prices change" not in words(adjusted)
    assert adjusted.toggle(key="adjusted").disabled


def test_no_ranks_without_figures() -> None:
    app = open_with({"compare": "Lawyers", "measure": MEASURES["mean"].label, "adjusted": "true"})
    assert headings(app)[0] == "No states (with DC) have this figure"
    assert "What prices change" not in words(app)


@pytest.mark.parametrize("picked", [[], [TEXAS]], ids=["none picked", "picked"])
def test_pay_carried_to_today_shows_how(picked: list[str]) -> None:
    app = open_with({"aged": "true", "places": picked})
    origins = [line for line in words(app).splitlines() if "in today's pay" in line]
    assert len(origins) == 2 * (1 + len(picked))
    for role in ("Paralegals", "Legal secretaries"):
        line = next(line for line in origins if line.startswith(f"**Our estimate.** {role} in today's pay: pay ×"))
        assert "^(" in line
        assert "12-month change to March 2026" in line
    assert "Median in today's pay (paralegals)" in app.dataframe[0].value.columns
    assert ("Median in today's pay" in cells(app)[0]) if picked else not app.table[0].value.empty


def test_an_old_release_cannot_be_carried_to_today() -> None:
    app = open_with({"aged": "true", "release": "May 2021", "places": [TEXAS]})
    assert "no cost index in our data reaches back to this release" in words(app)
    assert {row["Median in today's pay"] for row in cells(app)} == {"not known"}
    assert "Median in today's pay (paralegals)" not in app.dataframe[0].value.columns


@pytest.mark.parametrize(
    ("kind", "release"),
    [
        ("Metro areas", "May 2023"),
        ("Nonmetropolitan areas", "May 2024"),
        ("States", "May 2022"),
    ],
)
def test_a_release_without_such_places_says_so(kind: str, release: str) -> None:
    app = open_with({"kind": kind, "release": release})
    assert f"Our data has no {kind.lower()} in {release}. Choose a newer release." in words(app)
    assert headings(app) == ["Places side by side"]
    assert not app.dataframe
    assert len(alts(app)) == 1  # the nation over the years


@pytest.mark.parametrize("release", ["May 2024", "May 2023", "May 2021"])
@pytest.mark.parametrize("role", ["Both roles", "Lawyers"])
def test_older_states_open(release: str, role: str) -> None:
    app = open_with({"release": release, "compare": role, "places": [TEXAS, place_labels()["99"]]})
    assert len(headings(app)) == 3
    shown = [words(app), *(cell for row in cells(app) for cell in row.values())]
    assert not NOT_A_NUMBER.search(" ".join(shown))


def test_a_role_that_a_release_lacks_says_so() -> None:
    nation = place_labels()["99"]
    app = open_with({"release": "May 2015", "compare": "Administrative services managers", "places": [nation]})
    assert "Our data has no row on administrative services managers in the United States, May 2015." in words(app)


def test_picked_places_come_from_the_link() -> None:
    app = open_with({"places": [TEXAS, MONTANA, HOUSTON]})
    assert not app.warning
    assert [row["Place"] for row in cells(app)][:4] == [
        "Texas: paralegals",
        "Texas: legal secretaries",
        "Montana: paralegals",
        "Montana: legal secretaries (our estimate)",
    ]
    assert cells(app)[4]["Place"].startswith(HOUSTON.removesuffix(" (metro area)"))
    assert cells(app)[0]["Median"] == "$62,310"
    assert "No wage of legal secretaries (withheld or not published by BLS" in words(app)
    assert "Pick places to compare your own" not in words(app)
    assert "in 3 places" in alts(app)[1]
    options = app.selectbox(key="history_of_48").options
    assert options == [TEXAS, MONTANA, HOUSTON, place_labels()["99"]]


def test_an_unknown_place_is_named_and_left_out() -> None:
    app = open_with({"places": [TEXAS, "Narnia"], "in_states": ["TX", "ZZ"]})
    assert [warning.value for warning in app.warning] == [
        "The link asks for places “Narnia”, which is not known here. It is left out.",
        "The link asks for in states “ZZ”, which is not known here. It is left out.",
    ]
    assert app.multiselect(key="places").value == ["48"]
    assert app.multiselect(key="in_states").value == ["TX"]


def test_a_place_that_the_release_lacks_is_named_and_left_out() -> None:
    app = open_with({"places": [TEXAS, HOUSTON], "release": "May 2023"})
    assert [warning.value.replace("\\", "") for warning in app.warning] == [
        f"Our data has nothing on {HOUSTON} in May 2023. It is left out."
    ]
    assert app.multiselect(key="places").value == ["48", "26420"]  # still picked, for a release that has it
    app.selectbox(key="release").select("2025-05").run()
    assert not app.warning
    assert len(cells(app)) == 4


def test_a_picked_place_that_another_release_lacks_is_named() -> None:
    app = open_with({"places": [TEXAS, HOUSTON]})
    app.selectbox(key="release").select("2023-05").run()
    assert [warning.value.replace("\\", "") for warning in app.warning] == [
        f"Our data has nothing on {HOUSTON} in May 2023. It is left out."
    ]
    assert {row["Place"].split(":")[0] for row in cells(app)} == {"Texas"}


def test_more_places_than_fit_are_counted() -> None:
    many = [place_labels()[code] for code in ("48", "01", "02", "04", "05", "06", "08", "09", "10", "11")]
    app = open_with({"places": many})
    assert [warning.value for warning in app.warning] == ["The link asks for 10 places. The first 8 are shown."]
    assert len(app.multiselect(key="places").value) == MOST_PICKED == 8
    assert len(cells(app)) == 16


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("kind", "Planets", "Showing “States” instead"),
        ("compare", "<b>Judges</b>", "Showing “Both roles” instead"),
        ("measure", "Happiness", "Showing “Median pay” instead"),
        ("release", "May 1999", "Showing “May 2025” instead"),
        ("least_jobs", "many", "which is not a number from 0 to 1,000,000"),
        ("most_jobs", "-1", "which is not a number from 0 to 1,000,000"),
    ],
)
def test_a_wrong_link_falls_back_with_a_sentence(name: str, value: str, why: str) -> None:
    app = open_with({name: value})
    assert len(app.warning) == 1
    assert why in app.warning[0].value
    assert headings(app)[0].startswith("Paralegals earn more in the middle in ")


def test_facts_come_from_the_link_and_move_every_place() -> None:
    facts = {"experience": "7-10", "employer": "law_firm", "firm_size": "11-50"}
    address = {"experience": "7 to 10 years", "employer": "Law firm", "firm_size": "11 to 50 attorneys"}
    app = open_with({**address, "compare": "Paralegals", "places": [TEXAS]})
    found = estimate(Profile("paralegal", "48", "2025-05", **facts))
    assert not app.warning
    assert "For people with these facts: 7 to 10 years, law firm, 11 to 50 attorneys." in words(app)
    assert "moved and narrowed by the stated facts in every place" in words(app)
    (texas,) = cells(app)
    assert (texas["Place"], texas["Median"]) == ("Texas (our estimate)", dollars(found.median))
    table = app.dataframe[0].value.set_index("Place")
    assert table.loc["Texas", "Median pay"] == round(found.median)
    assert set(table["Kind"]) == {"Our estimate"}
    assert "51 of 51 estimated" in alts(app)[0]


def test_both_roles_with_facts_are_counted_over_states() -> None:
    app = open_with({"experience": "7 to 10 years"})
    assert re.fullmatch(r"Median pay: higher for paralegals in \d+ of 51 states \(with DC\)", headings(app)[0])


def test_moved_pay_is_called_an_estimate_beside_a_published_measure(downloads: list[Callable[[], bytes]]) -> None:
    app = open_with({"compare": "Paralegals", "measure": MEASURES["employment"].label, "employer": "Law firm"})
    assert set(app.dataframe[0].value["Kind"]) == {"Our estimate"}
    assert "# Profile: people with stated facts" in csv_of(downloads[-1]())[0]
    assert "**Published.** Jobs in the role of paralegals" in words(app)


def test_the_ladder_takes_no_facts() -> None:
    app = open_with({"compare": "Lawyers", "experience": "7 to 10 years"})
    assert "For people with these facts" not in words(app)
    assert "Experience" not in [box.label for box in app.selectbox]


def test_filters_keep_what_fits() -> None:
    app = open_with({**METRO, "in_states": ["TX"], "least_jobs": "100"})
    table = app.dataframe[0].value
    assert set(table["State"]) == {"TX"}
    for role in ("paralegals", "legal secretaries"):
        assert table[f"Jobs in the role ({role})"].min() >= 100
    rows = without_nation(place_rows("paralegal", "2025-05"), "metro")
    assert f"{len(table)} of {len(rows)} places." in words(app)
    assert table["Rank (paralegals)"].iloc[0] == 1


def test_filters_that_leave_nothing_say_what_to_do() -> None:
    app = open_with({"in_states": ["WY"], "least_jobs": "500000"})
    assert [info.value for info in app.info] == [
        "No place fits these filters. Take a state away or widen the numbers of jobs."
    ]
    assert not app.dataframe
    assert not app.get("download_button")


@pytest.mark.parametrize(
    "address",
    [
        {},
        {**METRO, "aged": "true"},
        {**NONMETRO, "compare": "Legal secretaries", "experience": "4 to 6 years"},
        {"compare": "Lawyers", "release": "May 2024"},
    ],
    ids=["states", "metros today", "nonmetros with facts", "lawyers 2024"],
)
def test_the_download_says_where_it_comes_from_and_runs_nothing(
    address: dict[str, str], downloads: list[Callable[[], bytes]]
) -> None:
    app = open_with(address)
    notes, rows = csv_of(downloads[-1]())
    release = address.get("release", "May 2025")
    assert f"# Source: U.S. Bureau of Labor Statistics, OEWS, {release}, all industries" in notes
    assert "# Prices: BEA regional price parities 2024" in notes
    assert ("people with stated facts" if "experience" in address else "everybody in the role") in notes
    table = app.dataframe[0].value
    assert [row["Place"] for row in rows] == table["Place"].tolist()
    assert list(rows[0]) == list(table.columns)
    for row in rows:
        for name, cell in row.items():
            assert not FORMULA.match(name)
            assert not FORMULA.match(cell) or re.fullmatch(r"-\d[\d.]*(e-\d+)?", cell), (name, cell)
    median = next(name for name in table.columns if name.startswith("Median pay"))
    assert [float(row[median] or "nan") for row in rows] == pytest.approx(table[median].tolist(), nan_ok=True)


def test_every_chart_tells_its_numbers() -> None:
    app = open_with({"compare": "Paralegals", "places": [TEXAS]})
    rows = without_nation(place_rows("paralegal", "2025-05"), "state").nlargest(1, "median").iloc[0]
    tiles, dots, history = alts(app)
    assert f"highest {rows['place']} {dollars(rows['median'])}" in tiles
    assert "Texas: paralegals $62,310 (published)" in dots
    assert "$49,050 in 2021 and $62,310 in 2025, not comparable throughout" in history


def test_a_place_without_pay_of_the_role_over_the_years() -> None:
    label = place_labels()["0100001"]
    app = open_with({"compare": "Administrative services managers", "places": [label]})
    assert "Our data has no published median of Northwest Alabama nonmetropolitan area" in words(app)
    assert len(alts(app)) == 2  # the map and the dots


def test_the_history_is_of_the_place_asked_for() -> None:
    app = open_with({"places": [TEXAS, MONTANA]})
    app.selectbox(key="history_of_48").select("30").run()
    assert "Montana. Paralegals: " in words(app)
    assert "BLS advises caution" in words(app)


def texts_of(app: AppTest) -> Sequence[str]:
    kinds = [*app.header, *app.subheader, *app.markdown, *app.caption, *app.warning, *app.info]
    return [str(each.value) for each in kinds]


@pytest.mark.parametrize(
    "address",
    [
        {"places": [TEXAS, MONTANA], "adjusted": "true", "aged": "true", "experience": "4 to 6 years"},
        {**METRO, "compare": "Lawyers", "adjusted": "true"},
    ],
    ids=["states", "metros"],
)
def test_no_dollar_reaches_markdown_unescaped(address: dict[str, Any]) -> None:
    for text in texts_of(open_with(address)):
        assert text.count("$") == text.count("\\$"), text


def test_small_places_only() -> None:
    app = open_with({"kind": "Metro areas", "compare": "Paralegals", "least_jobs": "50", "most_jobs": "80"})
    jobs = app.dataframe[0].value["Jobs in the role"]
    assert jobs.between(50, 80).all()
    assert len(jobs) > 5
