from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from lib.careers.nearness import nearness_heading
from lib.careers.skills_to_add import skills_heading
from lib.careers.technology import technology_heading
from lib.tables import load_sources
from lib.tables.ladder_steps import LADDERS
from lib.ui import distance_views, technology_views
from tests.pages.app import words

if TYPE_CHECKING:
    from collections.abc import Callable


def nearness() -> None:
    import streamlit as st

    from lib.ui.distance_views import show_nearness

    st.title("Scratch")
    show_nearness()


def skills(ladder: str) -> None:
    import streamlit as st

    from lib.ui.distance_views import show_skills

    st.title("Scratch")
    show_skills(ladder)


def technology() -> None:
    import streamlit as st

    from lib.ui.technology_views import show_technology

    st.title("Scratch")
    show_technology()


def run(view: Callable[..., None], **arguments: str) -> AppTest:
    app = AppTest.from_function(view, kwargs=arguments, default_timeout=30).run()
    assert not app.exception
    return app


def alts(app: AppTest) -> list[str]:
    return [chart.proto.alt for chart in app.get("plotly_chart")]


def rows(app: AppTest, heading: str) -> list[list[str]]:
    table = next(table.value for table in app.table if heading in table.value)
    return [[str(cell).replace("\\", "") for cell in row] for row in table.to_numpy().tolist()]


def test_how_near_the_roles_are() -> None:
    app = run(nearness)
    assert [header.value for header in app.header] == [nearness_heading()]
    (alt,) = alts(app)
    assert "law and government paralegals 4.8, legal secretaries 4.2, clear" in alt
    text = words(app)
    assert "**Published.** O*NET, U.S. Department of Labor/ETA, CC BY 4.0" in text
    assert "paralegals August 2024 (23 to 24 people) and legal secretaries August 2024 (15 to 19 people)" in text
    assert "links of tasks: August 2018" in text
    assert "**Our estimate.** Computed by us: correlations, gaps and which are clear." in text
    assert "Which tasks are legal work is our judgement." in text
    assert ["Law and government", "4.78", "4.18", "-0.60 ±0.55"] in rows(app, "Gap")
    assert ["Office supervisors", "0.72", "0.75", "July 2015"] in rows(app, "Rated")
    assert len(app.expander) == 4


@pytest.mark.parametrize(
    ("ladder", "steps", "drawn"),
    [("legal_secretary", 3, 1), ("paralegal", 2, 1), ("secretary_to_paralegal", 1, 0)],
)
def test_what_to_learn_on_each_ladder(ladder: str, steps: int, drawn: int) -> None:
    app = run(skills, ladder=ladder)
    assert [header.value for header in app.header] == [skills_heading(ladder)]
    assert len(app.subheader) == (steps if steps > 1 else 0)
    assert len(alts(app)) == drawn
    assert all(alts(app))
    assert words(app).count("The way there: ") == 2 * steps  # the way, and where it comes from


def test_a_step_to_senior_has_training_and_no_ratings() -> None:
    text = words(run(skills, ladder="paralegal"))
    assert "No rating of this step is in our data" in text
    assert "The way there: experience; the Professional Paralegal exam is optional." in text
    assert "**Our estimate.** The way there: NALS, the association for legal professionals" in text
    assert "our judgement, rules of 2022; others undated." in text
    assert "**Published.** The way there: Cooley Law School, U.S. Bureau of Labor Statistics" in text


def test_the_old_ratings_of_supervisors_are_dated() -> None:
    text = words(run(skills, ladder="legal_secretary"))
    assert "office supervisors July 2015 (37 to 42 people), in all industries" in text
    assert "administrative services managers July 2017 (41 to 45 people)" in text


def test_the_tasks_on_the_way_to_paralegal() -> None:
    app = run(skills, ladder="secretary_to_paralegal")
    tasks = rows(app, "Paralegals who do it")
    assert len(tasks) == 8
    assert tasks[0][1:] == ["89%", "82%"]
    text = words(app)
    assert "Knowledge of law and government: 4.8 of 5, against 4.2 before" in text
    assert "chance alone would make about 1 look so" in text


def test_what_technology_changes() -> None:
    app = run(technology)
    assert [header.value for header in app.header] == [technology_heading()]
    (alt,) = alts(app)
    assert "Clio: hourly billable work: lawyers 57%, paralegals 69%, legal secretaries 81%" in alt
    text = words(app)
    assert "It is not hours saved and not jobs lost." in text
    assert "Clio 2024, Eloundou (people) 2023, Eloundou (model) 2023, ILO 2025" in text
    assert "Paralegals and legal secretaries save, as measured: not found" in text
    assert "Legal secretaries to 2034: decline (-5.8%)." in text
    assert ["American Bar Association", "Lawyers say that their office uses AI tools", "11%", "30%"] in rows(
        app, "Survey"
    )
    assert len(app.subheader) == 3


def test_no_table_is_wider_than_a_phone() -> None:
    apps = [run(nearness), run(technology), *(run(skills, ladder=ladder) for ladder in LADDERS)]
    for app in apps:
        for table in app.table:
            assert len(table.value.columns) <= 4


def test_an_unknown_ladder_is_refused() -> None:
    with pytest.raises(ValueError, match="ladder 'judge' is not known"):
        distance_views.show_skills("judge")


@pytest.mark.parametrize("sources", [distance_views.SOURCES, technology_views.SOURCES])
def test_the_sources_for_the_footer_are_described(sources: tuple[str, ...]) -> None:
    assert set(sources) <= load_sources().keys()
    assert len(set(sources)) == len(sources)
