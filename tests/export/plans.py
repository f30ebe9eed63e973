"""Any scenarios a page can hold, for tests of what leaves and enters it."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import strategies as st

from lib.hiring import ARRANGEMENTS, Firm, Plan, PlannedPosition, Scenarios
from lib.hiring.figures import FIGURES
from lib.hiring.firm import BENEFITS, MOST_HEADCOUNT
from lib.hiring.plan import LONGEST_NAME, MOST_MONTHS, MOST_POSITIONS
from lib.hiring.planned import MOST_COUNT, MOST_RAISE, PAY_BASES, SEARCHES
from lib.hiring.position import MOST_PAY, states
from lib.hiring.scenarios import LONGEST_QUESTION, MOST_BUDGET, MOST_SCENARIOS
from lib.pay.profile import factor_levels
from lib.pay.words import MONTHS_A_YEAR
from lib.tables import central_roles, load_wages

AREAS = sorted(code for code, area in load_wages().areas.items() if area.state in states())
LEVELS = {
    fact: [level.level for level in factor_levels("paralegal", fact)]
    for fact in ("experience", "specialization", "credential")
}
MONTHS = [f"{year}-{month:02d}" for year in range(2020, 2100) for month in range(1, 13)]
TEXTS = st.characters(codec="utf-8")
names = st.text(TEXTS, min_size=1, max_size=LONGEST_NAME).filter(str.strip)


@st.composite
def positions(draw: st.DrawFn) -> PlannedPosition:
    """Return any row of a plan, also one that cannot be counted yet."""
    months = sorted(draw(st.lists(st.sampled_from(MONTHS), min_size=2, max_size=2)))
    return PlannedPosition(
        role=draw(st.sampled_from(central_roles())),
        area=draw(st.sampled_from(AREAS)),
        **{fact: draw(st.none() | st.sampled_from(levels)) for fact, levels in LEVELS.items()},
        pay_basis=draw(st.sampled_from(list(PAY_BASES))),
        amount=draw(st.none() | st.just(0.0) | st.floats(0.01, MOST_PAY)),
        arrangement=draw(st.sampled_from(list(ARRANGEMENTS))),
        works_in=draw(st.none() | st.sampled_from(states())),
        count=draw(st.integers(1, MOST_COUNT)),
        share=draw(st.just(1.0) | st.floats(0.05, 1)),
        start=draw(st.none() | st.just(months[0])),
        end=draw(st.none() | st.just(months[1])),
        raise_a_year=draw(st.none() | st.floats(-MOST_RAISE, MOST_RAISE)),
        employed=draw(st.booleans()),
        search=draw(st.sampled_from(list(SEARCHES))),
    )


@st.composite
def firms(draw: st.DrawFn) -> Firm:
    """Return any firm, with some figures of its own."""
    named = draw(st.lists(st.sampled_from(list(FIGURES)), unique=True, max_size=8))
    own: dict[str, Any] = {name: draw(st.floats(0, FIGURES[name].most)) for name in named}
    return Firm(draw(st.integers(1, MOST_HEADCOUNT)), draw(st.sampled_from(list(BENEFITS))), **own)


def plans() -> st.SearchStrategy[Plan]:
    """Return any plan of up to five rows."""
    return st.builds(
        Plan,
        name=names,
        positions=st.lists(positions(), max_size=5).map(tuple),
        firm=st.just(Firm()) | firms(),
        first=st.sampled_from(MONTHS),
        months=st.integers(MONTHS_A_YEAR, MOST_MONTHS),
        carried=st.booleans(),
    )


def scenarios() -> st.SearchStrategy[Scenarios]:
    """Return any plans side by side."""
    return st.builds(
        Scenarios,
        plans=st.lists(plans(), min_size=1, max_size=MOST_SCENARIOS, unique_by=lambda plan: plan.name).map(tuple),
        budget=st.none() | st.floats(0.01, MOST_BUDGET),
        question=st.text(TEXTS, max_size=LONGEST_QUESTION),
    )


def varied(rows: int) -> Scenarios:
    """Return scenarios with as many different rows, as a firm would state them."""
    dice = random.Random(1)

    def position() -> PlannedPosition:
        basis = dice.choice(list(PAY_BASES))
        return PlannedPosition(
            dice.choice(central_roles()),
            dice.choice(AREAS),
            experience=dice.choice(LEVELS["experience"]),
            specialization=dice.choice([None, None, *LEVELS["specialization"]]),
            pay_basis=basis,
            amount=float(dice.randrange(40_000, 120_000, 500)) if basis == "typed" else None,
            arrangement=dice.choice(list(ARRANGEMENTS)),
            count=dice.randint(1, 9),
            share=dice.choice([1.0, 1.0, 0.5, 0.8]),
            start=dice.choice([None, *MONTHS[84:96]]),
            employed=dice.random() < 0.4,
        )

    firm = Firm(35, turnover=0.2, bill_rate=185.0, billable_hours=1_400.0, health_single=7_000.0, office_rent=40.0)
    numbers = range(1, MOST_SCENARIOS + 1)
    return Scenarios(
        tuple(Plan(f"Scenario number {at}", tuple(position() for _ in range(rows)), firm) for at in numbers),
        budget=1_250_000.0,
        question="Should the Austin office grow by paralegals or by legal secretaries?",
    )


def fullest() -> Scenarios:
    """Return the largest scenarios there are: every row stated in every field, no two alike."""
    dice = random.Random(1)

    def position() -> PlannedPosition:
        return PlannedPosition(
            "legal_secretary",
            dice.choice([code for code in AREAS if len(code) == 7]),
            experience="senior",
            pay_basis="estimate",
            amount=dice.uniform(1, 1_000_000),
            arrangement="virtual_offshore",
            count=dice.randint(100, 1_000),
            share=dice.uniform(0.05, 0.9),
            start=dice.choice(MONTHS[:400]),
            end=dice.choice(MONTHS[400:]),
            raise_a_year=-dice.uniform(0, 0.5),
            employed=True,
            search="agency",
            works_in="TX",
            specialization=dice.choice(LEVELS["specialization"]),
            credential="none",
        )

    own: dict[str, Any] = {name: dice.uniform(0, figure.most) for name, figure in FIGURES.items()}
    plans = tuple(
        Plan(f"{at}" * 20 + "\x01" * 20, tuple(position() for _ in range(MOST_POSITIONS)), Firm(99_999, "none", **own))
        for at in range(MOST_SCENARIOS)
    )
    return Scenarios(plans, 99_999_999.9, "\x01" * 200)
