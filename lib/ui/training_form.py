"""What a reader states to weigh a training: role and pay now, two paths, their figures and the years looked at.

A typed figure stands in the address under the path it was typed for
(associate_tuition), so it stays with that path when another one is chosen, and is read without knowing A and B.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import streamlit as st

from lib.careers.obstacles import PAY_AFTER, unknown_prices
from lib.careers.path_start import EDUCATION, EXPERIENCE, INPUT, NO_ROLE, Start
from lib.careers.training import BOUNDS, LEAST_YEARS, MOST_YEARS
from lib.pay.market import PUBLISHED
from lib.pay.words import dollars
from lib.tables import central_roles, load_roles
from lib.tables.training_paths import NOT_FOUND, load_training_paths
from lib.ui.ladder_views import QUALITY_WORDS, source_words
from lib.ui.pickers import NO_STEPPER, level_labels, pick, pick_place
from lib.ui.show import show_origin
from lib.ui.words import KIND_WORDS, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from streamlit.delta_generator import DeltaGenerator

    from lib.careers.role_pay import RolePay
    from lib.tables import TrainingPath

FIRST_ROLE: Final = "legal_secretary"
EXPERIENCE_KEY: Final = "after_experience"
FIRST_PATH: Final = "certificate_part_time"
NO_TRAINING: Final = ""
START_YEARS: Final = 20
# No published figure fits every reader: our starting point, to be changed.
START_DISCOUNT: Final = 3.0  # per cent
START_RAISE: Final = 0.0
PER_CENT: Final = 100
NO_ROLE_LABEL: Final = "None of these, or a student"


@dataclass(frozen=True)
class Field:
    """A figure of a path that can be typed: its name in `Training`, and what is typed for 1 of it."""

    name: str
    label: str
    step: float
    scale: float = 1
    format: str = "%.0f"


FIELDS: Final = (
    Field("tuition", "tuition, dollars", 500),
    Field("exam_fee", "exam fee, dollars", 25),
    Field("months", "months of study", 1, format="%g"),
    Field("time_given_up", "working time given up, %", 10, PER_CENT, "%g"),
    Field(PAY_AFTER, "pay after, dollars", 500),
)


@dataclass(frozen=True)
class Horizon:
    """The years looked at, and the discount rate and yearly raise as shares."""

    years: int
    discount: float
    yearly_raise: float


@cache
def now_labels() -> dict[str, str]:
    """Return the roles one can be in now, by key, none of them last."""
    roles = {role.role: role.label for role in load_roles().values()}
    return {FIRST_ROLE: roles[FIRST_ROLE], **roles, NO_ROLE: NO_ROLE_LABEL}


@cache
def path_labels() -> dict[str, str]:
    """Return the paths by key, ours to start with first."""
    paths = {path.path: path.label for path in load_training_paths().values()}
    return {FIRST_PATH: paths[FIRST_PATH], **paths}


@cache
def other_labels() -> dict[str, str]:
    """Return what a path can be compared with, by key: nothing, or another path."""
    return {NO_TRAINING: "No training", **path_labels()}


def form_choices() -> dict[str, Mapping[str, str]]:
    """Return the labels that the address may hold for each choice, for `explain_bad_link`."""
    paths = {"path_a": path_labels(), "path_b": other_labels()}
    facts = {EDUCATION: level_labels(FIRST_ROLE, EDUCATION), EXPERIENCE_KEY: level_labels(FIRST_ROLE, EXPERIENCE)}
    return {"now": now_labels(), **paths, **facts}


def form_amounts() -> dict[str, tuple[float, float]]:
    """Return least and most of each number in the address, for `explain_bad_link`."""
    amounts = {"pay_now": _bounds("pay_before"), "years": _bounds("years")}
    amounts |= {"discount": _bounds("discount", PER_CENT), "raise": _bounds("yearly_raise", PER_CENT)}
    typed = {(path, field) for path in load_training_paths() for field in FIELDS}
    return amounts | {f"{path}_{field.name}": _bounds(field.name, field.scale) for path, field in typed}


def _bounds(name: str, scale: float = 1) -> tuple[float, float]:
    least, most, _ = BOUNDS[name]
    return least * scale, most * scale


def pick_start() -> Start:
    """Let the reader state role, place, pay and degree now."""
    who, where = st.columns(2)
    with who:
        role = pick("I am now", now_labels(), "now")
    with where:
        area = pick_place()
    pay, degree, level = st.columns(3)
    with degree:
        education = pick(
            "Highest degree now", level_labels(FIRST_ROLE, EDUCATION), EDUCATION,
            help_text="A training's degree changes pay here only if you state yours.",
        )  # fmt: skip
    with level:
        experience = pick(
            "My experience", level_labels(FIRST_ROLE, EXPERIENCE), EXPERIENCE_KEY,
            help_text="Counts now and after the training, for paralegals and legal secretaries. Not stated: "
            "everybody, beginners and seniors alike.",
        )  # fmt: skip
    expected = Start(role, area, education, experience).expected
    with pay:
        typed = _number("My pay, $", "pay_now", "pay_before", 500, f"{expected.annual:,.0f}")
    _show_pay_now(expected, typed)
    if role not in (NO_ROLE, *central_roles()) and (education or experience):
        plural = load_roles()[role].plural.lower()
        st.caption(
            f"Degree and experience do not change pay here: the pay model does not know what they do to {plural}."
        )
    return Start(role, area, education, experience, typed)


def _show_pay_now(expected: RolePay, typed: float | None) -> None:
    if typed is not None:
        ours = f"Without it we would take {dollars(expected.annual)}. {expected.note}"
        show_origin("input", f"Pay now {dollars(typed)}. {ours}")
    elif expected.basis == INPUT:
        show_origin(INPUT, expected.note)
    else:
        kind = "fact" if expected.basis == PUBLISHED else "estimate"
        show_origin(kind, f"Pay now is taken to be {dollars(expected.annual)}, the median. {expected.note}")


def _number(
    label: str, key: str, name: str, step: float, default: str, scale: float = 1, form: str = "%.0f"
) -> float | None:
    """Let the reader type a number or leave our default, which is shown in grey because it may change."""
    least, most = _bounds(name, scale)
    return st.number_input(
        label, min_value=float(least), max_value=float(most), value=None, step=float(step), format=form,
        key=key, bind="query-params", placeholder=default, width=NO_STEPPER if default[:1].isdigit() else "stretch",
    )  # fmt: skip


def _number_from(
    label: str, key: str, name: str, step: float, start: float, scale: float = 1, form: str = "%.0f"
) -> float | None:
    """Let the reader change a number that starts at ours; None as long as it is ours."""
    least, most = _bounds(name, scale)
    value = st.number_input(
        label, min_value=float(least), max_value=float(most), value=float(start), step=float(step), format=form,
        key=key, bind="query-params",
    )  # fmt: skip
    return None if value == start else value


def pick_paths(columns: Sequence[DeltaGenerator]) -> tuple[TrainingPath, ...]:
    """Let the reader choose one path, or two to compare.

    Args:
        columns: Two, in which the choices are drawn.
    """
    with columns[0]:
        one = pick("A", path_labels(), "path_a")
    with columns[1]:
        two = pick("B, to compare with", other_labels(), "path_b")
        if one == two:
            st.info("A and B are the same path. Choose another one for B to compare.")
    return tuple(load_training_paths()[path] for path in dict.fromkeys((one, two)) if path != NO_TRAINING)


def pick_horizon() -> Horizon:
    """Let the reader choose the years looked at, the discount rate and the yearly raise."""
    span, rate, raises = st.columns(3)
    with span:
        years = st.slider(
            "Years looked at", LEAST_YEARS, MOST_YEARS, START_YEARS, key="years", bind="query-params"
        )  # fmt: skip
    with rate:
        discount = _number_from("Discount rate, % a year", "discount", "discount", 0.5, START_DISCOUNT, PER_CENT, "%g")
    with raises:
        yearly = _number_from("Yearly raise, %", "raise", "yearly_raise", 0.5, START_RAISE, PER_CENT, "%g")
    st.caption(
        f"{START_DISCOUNT:g}% and {START_RAISE:g}% are our judgement, a starting point: money later counts less than "
        "money now, and pay is in today's dollars, without raises. Change them as you see fit."
    )
    return Horizon(
        int(years),
        (START_DISCOUNT if discount is None else discount) / PER_CENT,
        (START_RAISE if yearly is None else yearly) / PER_CENT,
    )


def pick_figures(path: TrainingPath, letter: str, after: RolePay) -> dict[str, float]:
    """Show what is published of a path, and let the reader type own figures; return those typed, by their name.

    Args:
        path: The path.
        letter: A or B.
        after: Pay after it as expected.
    """
    published = st.container()
    with st.expander(f"Change the figures of {letter}", key=f"figures_{letter}"):
        typed: dict[str, float | None] = {}
        for at in range(0, len(FIELDS), 2):  # row by row, so that a phone keeps their order
            for column, field in zip(st.columns(2), FIELDS[at : at + 2], strict=False):
                with column:
                    typed[field.name] = _type_figure(field, path, letter, after)
        st.caption(plain(f"{path.note} Evidence on the price: {QUALITY_WORDS.get(path.quality, NOT_FOUND)}."))
        st.caption(plain(f"From: {source_words(path.source)}."))
    scales = {field.name: field.scale for field in FIELDS}
    own = {name: value / scales[name] for name, value in typed.items() if value is not None}
    kind = KIND_WORDS.get(path.kind, "Price not found")
    published.caption(f"**{kind}.** {plain(published_words(path, own))}")
    return own


def _type_figure(field: Field, path: TrainingPath, letter: str, after: RolePay) -> float | None:
    label, key = f"{letter}: {field.label}", f"{path.path}_{field.name}"
    ours: float | None = None if field.name == PAY_AFTER else getattr(path, field.name)
    if ours is None:
        words = f"{after.annual:,.0f}" if field.name == PAY_AFTER else "not found, counted as 0"
        return _number(label, key, field.name, field.step, words, field.scale, field.format)
    return _number_from(label, key, field.name, field.step, round(ours * field.scale, 6), field.scale, field.format)


def typed_words(typed: Mapping[str, float]) -> str:
    """Return the figures that were typed for a path in words, such as "Tuition $9,000"; empty if none was.

    Args:
        typed: From `pick_figures`.
    """
    labels = {field.name: field.label.split(",")[0] for field in FIELDS}
    words = ", ".join(f"{labels[name]} {BOUNDS[name][2](value)}" for name, value in typed.items())
    return f"{words[:1].upper()}{words[1:]}"


def published_words(path: TrainingPath, typed: Collection[str] = ()) -> str:
    """Say what is published of a path, with the years and what was not found.

    Args:
        path: The path.
        typed: Names in `Training` of the figures the reader typed.
    """
    parts = [
        f"tuition {_spread(path.tuition_low, path.tuition, path.tuition_high, dollars)}",
        f"exam fee {NOT_FOUND if path.exam_fee is None else dollars(path.exam_fee)}",
        f"length {_spread(path.months_low, path.months, path.months_high, _month_words)}",
        f"{path.time_given_up:.0%} of working time given up (our judgement)",
    ]
    role = load_roles()[path.role].plural.lower()
    words = f"Leads to {role}: {', '.join(parts)}; {path.period}."
    return (
        f"{words} What was not found counts as 0, so the true cost is higher." if unknown_prices(path, typed) else words
    )


def _month_words(months: float) -> str:
    return f"{months:g} {'month' if months == 1 else 'months'}"


def _spread(low: float | None, value: float | None, high: float | None, words: Callable[[float], str]) -> str:
    """Return a value with its range, as far as they are known."""
    if value is None:
        return NOT_FOUND
    ends = []
    if low is not None and low != value:
        ends.append(f"from {words(low)}")
    if high is not None and high != value:
        ends.append(f"{'to' if ends else 'up to'} {words(high)}")
    return f"{words(value)} ({' '.join(ends)})" if ends else words(value)
