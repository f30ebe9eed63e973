"""The staffing budget opened without a browser, with two small scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.export.plan_link import pack_plan
from lib.hiring import Firm, Plan, PlannedPosition, Scenarios
from tests.pages.app import open_page

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest


PAGE = "Staffing budget"


STABLE = Firm(turnover=0.0)


PARALEGAL = PlannedPosition("paralegal", "48", pay_basis="typed", amount=62_890, search="none")


SECRETARY = PlannedPosition("legal_secretary", "48", pay_basis="typed", amount=55_570, search="none", count=2)


TWO = Scenarios((Plan("One", (PARALEGAL,), STABLE), Plan("Two", (SECRETARY,), STABLE)), budget=90_000)


def opened(scenarios: Scenarios = TWO, **address: str) -> AppTest:
    return open_page(PAGE, {"plan": pack_plan(scenarios), **address})


def widget(app: AppTest, kind: str, name: str, at: int = 0) -> Any:
    """The widget of a field; the key holds the generation, which rises with every step."""
    generation = app.session_state["budget_generation"]
    return getattr(app, kind)(key=f"budget_{generation}_{at}_{name}")


def shared(app: AppTest, kind: str, name: str) -> Any:
    """A widget that belongs to all scenarios."""
    return getattr(app, kind)(key=f"budget_{app.session_state['budget_generation']}_{name}")


def now(app: AppTest) -> Scenarios:
    found: Scenarios = app.session_state["budget_now"]
    return found
