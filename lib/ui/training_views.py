"""Whether a training is worth it: the answer, what stands behind it, the curves and the years to take away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from lib.careers.obstacles import PAY_AFTER, cautions, obstacles, uncounted_sentence, unknown_prices
from lib.careers.path_start import (
    counted,
    is_barred,
    lower_quarter,
    move_sentence,
    pay_after,
    starter_cut,
    starter_sentence,
    starting_point,
)
from lib.careers.training import TrainingReturn, compare, training_return
from lib.careers.training_report import (
    evidence_sentence,
    finding,
    model_error,
    needed_sentence,
    rank_sentence,
    year_table,
)
from lib.charts.earnings_curves import earnings_curves
from lib.export.csv import to_csv
from lib.pay.market import place_words, release_words
from lib.pay.words import dollars
from lib.tables import load_roles, load_wages
from lib.ui.ladder_views import source_words
from lib.ui.show import show_chart, show_numbers, show_origin
from lib.ui.training_form import now_labels, pick_figures, pick_horizon, pick_paths, published_words, typed_words
from lib.ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.careers.path_start import Start
    from lib.careers.role_pay import RolePay
    from lib.tables import TrainingPath
    from lib.ui.training_form import Horizon

QUESTION: Final = "Is the training worth it?"
ANCHOR: Final = "training"  # leads here from the top of the page
LETTERS: Final = ("A", "B")
CURVES: Final = {"gain": "Gained against no training", "all": "Earned in all"}
COUNTED: Final = (
    "Cumulative, not discounted. It is taken that the study is finished and that a job at the pay after follows at "
    "once. Before taxes, aid and loans; benefits are not counted."
)


@dataclass(frozen=True)
class Weighed:
    """A path as the reader takes it.

    Attributes:
        letter: A or B.
        path: The path.
        start: Who takes it.
        after: Pay after it as we expect it.
        typed: The reader's own figures, by their name in `Training`.
        result: What it brings.
    """

    letter: str
    path: TrainingPath
    start: Start
    after: RolePay
    typed: dict[str, float]
    result: TrainingReturn

    @property
    def obstacles(self) -> tuple[str, ...]:
        """Why our data gives no verdict on it."""
        return obstacles(self.path, self.start, self.typed)

    @property
    def own_pay(self) -> bool:
        """Whether pay after is the reader's own."""
        return PAY_AFTER in self.typed

    @property
    def off(self) -> float:
        """By which share pay after may be off; 0 if it is the reader's own or if that was not measured."""
        measured = load_roles()[self.path.role].central and not is_barred(self.path, self.start)
        return model_error() if measured and not self.own_pay else 0.0

    @property
    def error(self) -> float | None:
        """By which share pay after may be off; None if our data gives no verdict."""
        return None if self.obstacles else self.off


@st.fragment  # paths, figures and years redraw this part only
def show_training(start: Start) -> None:
    """Let the reader weigh one or two trainings.

    Args:
        start: Where the reader stands now.
    """
    heading = st.container()
    columns = st.columns(2)
    paths = pick_paths(columns)
    start = counted(start, paths)
    after = [pay_after(path, start) for path in paths]
    typed = []
    for column, letter, path, pay in zip(columns, LETTERS, paths, after, strict=False):
        with column:
            typed.append(pick_figures(path, letter, pay))
    horizon = pick_horizon()
    try:
        weighed = [
            Weighed(letter, path, start, pay, own, _result(path, start, pay, own, horizon))
            for letter, path, pay, own in zip(LETTERS, paths, after, typed, strict=False)
        ]
    except ValueError as problem:  # a link or a session can hold what the boxes refuse
        heading.header(QUESTION, anchor=ANCHOR)
        st.error(plain(str(problem)))
        return
    results = [each.result for each in weighed]
    heading.header(plain(finding(results, [each.error for each in weighed])), anchor=ANCHOR)
    _show_answer(weighed)
    if told := uncounted_sentence(paths, start):
        st.caption(plain(told))
    _show_reasons(weighed)
    _show_curves(weighed)
    st.download_button(
        "Download the years (CSV)",
        data=lambda: years_csv(weighed),
        file_name=f"training_{'_'.join(path.path for path in paths)}_{start.area}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def _result(
    path: TrainingPath, start: Start, after: RolePay, typed: dict[str, Any], horizon: Horizon
) -> TrainingReturn:
    ours = starting_point(
        path,
        pay_before=start.pay,
        pay_after=typed.get(PAY_AFTER, after.annual),
        yearly_raise=horizon.yearly_raise,
        discount=horizon.discount,
        years=horizon.years,
    )
    return training_return(replace(ours, **typed))


def _show_answer(weighed: Sequence[Weighed]) -> None:
    """Say the answer in a sentence, what speaks against it, and the figures of each path in a small table."""
    for sentence in _answer(weighed):
        st.markdown(plain(sentence))
    for each in weighed:
        for sentence in (*each.obstacles, *cautions(each.path, each.start)):
            st.markdown(f"**{each.letter}:** {plain(sentence)}")
    table = pd.DataFrame({each.letter: _figures(each) for each in weighed})
    table = table[(table != "").any(axis=1)].replace("", "–")
    table = table.rename_axis(f"Over {weighed[0].result.training.years} years").reset_index()
    st.table(table.map(plain), hide_index=True, alt="What each path costs and brings in")


def _answer(weighed: Sequence[Weighed]) -> list[str]:
    """Return what is told of gain and loss: of a path without a verdict nothing."""
    results = [each.result for each in weighed]
    judged = not any(each.obstacles for each in weighed)
    if len(weighed) == 1:
        return [results[0].sentence] if judged else []
    ranked = rank_sentence(results, [each.error for each in weighed])
    return list(filter(None, [compare(*results) if judged else "", ranked]))


def _figures(each: Weighed) -> dict[str, str]:
    """Return the figures of a path in words, by what they are; empty where a row does not apply."""
    result, asked, year = each.result, each.result.training, each.result.break_even_year
    unknown = unknown_prices(each.path, each.typed)
    stays = each.own_pay or each.path.role == each.start.role
    low = None if stays else lower_quarter(each.path, each.start)
    back = f"in year {year}" if year else f"never in {asked.years} years"
    ends = [dollars(result.worth_at(asked.pay_after * (1 + side * each.off))) for side in (-1, 1)]
    return {
        "Worth in today's dollars": f"{dollars(result.present_value)}{' (as counted)' if each.obstacles else ''}",
        f"Worth if pay after is {model_error():.1%} lower / higher": " / ".join(ends) if each.off else "",
        "Worth at the lower quarter of pay": "" if low is None else dollars(result.worth_at(low)),
        "Breaks even, not discounted": "not known" if unknown else back,
        "Costs in all": f"{'at least ' if unknown else ''}{dollars(result.cost)}",
        "Of that, pay given up": dollars(sum(flow.forgone_pay for flow in result.flows)),
        "Pay now, a year": dollars(asked.pay_before),
        "Pay after, a year": dollars(asked.pay_after),
    }


def _show_reasons(weighed: Sequence[Weighed]) -> None:
    """Show what stands behind the answer, and what speaks against it."""
    for column, each in zip(st.columns(len(weighed)), weighed, strict=True):
        with column, st.container(border=True):
            st.subheader(plain(f"{each.letter}: {each.path.label}"))
            if sentences := _reasons(each):
                st.markdown("\n".join(f"- {plain(sentence)}" for sentence in sentences))
            if each.typed:
                show_origin("input", f"{typed_words(each.typed)}.")
            show_origin("estimate", f"Gain or loss: our arithmetic. Pay after: {_pay_origin(each)}")


def _reasons(each: Weighed) -> list[str]:
    beginners = "" if each.own_pay else starter_sentence(each.path, each.start, each.result.pay_to_break_even)
    sentences = [
        "" if each.error is None else evidence_sentence(each.result, each.error),
        "" if each.own_pay else move_sentence(each.path, each.start, each.after),
        "" if unknown_prices(each.path, each.typed) else needed_sentence(each.result),
    ]
    cut = starter_cut(each.path, each.start)
    return list(filter(None, [beginners, *sentences] if round(cut) else [*sentences, beginners]))


def _pay_origin(each: Weighed) -> str:
    if each.own_pay:
        return f"your figure; ours is {dollars(each.after.annual)}. {each.after.note}"
    return each.after.note


def _show_curves(weighed: Sequence[Weighed]) -> None:
    """Show the years as curves and as numbers."""
    results = [each.result for each in weighed]
    curves = st.segmented_control(
        "Curves", list(CURVES), format_func=CURVES.__getitem__, default="gain", required=True,
        key="curves", bind="query-params",
    )  # fmt: skip
    unpriced = [each for each in weighed if unknown_prices(each.path, each.typed)]
    names = {each.result.training.name for each in unpriced}
    show_chart(earnings_curves(results, in_all=curves == "all", unpriced=names), key="earnings_curves")
    letters = " and ".join(each.letter for each in unpriced)
    before = f" {letters}: before the price that was not found." if unpriced else ""
    st.caption(f"A hollow mark shows the year by whose end the cost is earned back.{before} {COUNTED}")
    show_numbers(_so_far(results), alt="Gained against no training to the end of each year")


def _so_far(results: Sequence[TrainingReturn]) -> pd.DataFrame:
    """Return what is earned without training and gained with it, to the end of each year."""
    table = {"Year": [f"{flow.year}" for flow in results[0].flows]}
    table["Earned without"] = [dollars(amount) for amount in results[0].cumulative_without]
    for letter, result in zip(LETTERS, results, strict=False):
        table[f"{letter}: gained so far"] = [dollars(amount) for amount in result.cumulative_net]
    return pd.DataFrame(table)


def years_csv(weighed: Sequence[Weighed]) -> bytes:
    """Return the years of the paths as a csv file that says what is published, estimated and typed."""
    asked, start, wages = weighed[0].result.training, weighed[0].start, load_wages()
    note = f". {start.expected.note}" if start.typed_pay is None else ""
    notes = {
        "Place": place_words(wages.areas[start.area]),
        "Release": release_words(wages.releases[0]),
        "Role now": now_labels()[start.role],
        "Pay now": f"{dollars(start.pay)} ({start.kind}{note})",
        "Conditions": f"{asked.years} years, {asked.conditions}; before taxes, aid and loans",
    }
    for each in weighed:
        notes[f"{each.letter}, {each.path.label}"] = published_words(each.path, each.typed)
        notes[f"{each.letter}, pay after"] = f"{dollars(each.result.training.pay_after)}. {_pay_origin(each)}"
        notes[f"{each.letter}, typed"] = typed_words(each.typed) or "nothing"
        notes[f"{each.letter}, worth"] = (
            " ".join(["No verdict.", *each.obstacles]) if each.obstacles else each.result.sentence
        )
        notes[f"{each.letter}, sources"] = source_words(each.path.source)
    return to_csv(year_table([each.result for each in weighed]), notes)
