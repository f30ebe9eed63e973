"""What the page Which role fits me? asks and counts: the statements, the result, the pay of both roles."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from lib.careers.fit import ANSWER_WORDS, CUTS, MOST_POINTS, TOO_FEW, fit, our_weights
from lib.careers.fit_tips import doubts, heading, tips
from lib.charts import percentile_strip
from lib.charts.fit_balance import fit_balance
from lib.export import to_csv
from lib.pay import Profile, estimate
from lib.pay.compare import both_roles, percentile_table
from lib.pay.trust import record_sentence
from lib.tables import central_roles, load_roles, load_wages
from lib.tables.fit_questions import EVIDENCE, MOST_WEIGHT, load_fit_questions
from lib.ui.fit_facts import show_advice
from lib.ui.pickers import NOT_STATED, level_labels, pick, pick_place, place_labels
from lib.ui.role_content import comparison_csv, show_missing, shown_place
from lib.ui.show import show_chart, show_numbers, show_origin
from lib.ui.words import listed, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.careers.fit import Fit

START: Final = "start"  # name of the experience in the address
COLUMNS: Final = 2
WEIGHT_COLUMNS: Final = 4
CAUTION: Final = (
    "No validated test of this kind was found for these roles; the statements and weights are our judgement, from two "
    "vendors' guides and federal occupation data. It sorts your own answers, it does not measure you."
)
HOW: Final = "How far is each true of you? Leave open what you cannot say; a second click takes an answer back."
COUNTED: Final = (
    f"“{ANSWER_WORDS[0]}” counts 0 points, “{ANSWER_WORDS[-1]}” {MOST_POINTS}, times the weight. Statements come in "
    "pairs of equal weight, one for each role. Points of the answered statements of a role, of all they could have, "
    f"make its average. {CUTS}"
)
PROOF: Final = (
    "The evidence is that something belongs to the role: its work, the way in or the steps after. That a role fits who "
    "likes it is our judgement."
)
FIRM: Final = "No change of one or two answers would change the result."
OWN_WEIGHTS: Final = (
    "Weights of your own, which stay when you clear your answers. “Back to our weights” below puts ours back."
)
SOURCES: Final = (
    "oews-national", "oews-state", "oews-area", "ep-2024-34", "ooh-text", "onet-2024", "onet-2018", "clio-guide",
    "virtual-guide", "law-school-length",
)  # fmt: skip


def answer_key(question: str) -> str:
    """Return the name of an answer in the address."""
    return f"fit_{question}"


def weight_key(question: str) -> str:
    """Return the name of a weight in the address."""
    return f"weight_{question}"


@cache
def start_labels() -> dict[str, str]:
    """Return the label of each experience by key, beginners first and "not stated" last."""
    labels = level_labels(central_roles()[0], "experience")
    return {key: label for key, label in labels.items() if key != NOT_STATED} | {NOT_STATED: labels[NOT_STATED]}


def link_values() -> dict[str, Any]:
    """Return what the address may hold, for `explain_bad_link`."""
    questions = load_fit_questions()
    return {
        "choices": {"place": place_labels(), START: start_labels()},
        "amounts": {weight_key(key): (0, MOST_WEIGHT) for key in questions},
        "lists": {answer_key(key): ANSWER_WORDS for key in questions},
    }


@st.fragment  # an answer redraws this part only
def show_fit() -> None:
    """Show the statements and what the answers say."""
    answers = _pick_answers()
    result, details = st.container(), st.container()
    with details, st.expander("How it is counted, and weights of your own"):
        counting, weights = st.container(), _pick_weights()
    found = fit(answers, weights)
    with counting:
        st.markdown(plain(COUNTED))
        st.table(_score(found).map(plain), hide_index=True, alt="Answers, weights and points")
    with result:
        _show_result(found)
    if found.verdict != TOO_FEW:
        st.download_button(
            "Download answers, weights and result (CSV)",
            data=lambda: fit_csv(found),
            file_name="which_role_fits_me.csv",
            mime="text/csv",
            on_click="ignore",
        )


def _pick_answers() -> dict[str, int]:
    """Let the visitor answer; return the answers given."""
    questions = list(load_fit_questions().values())
    st.header(f"{len(questions)} statements about work")
    st.markdown(HOW)
    st.caption(CAUTION)
    given: dict[str, int | None] = {}
    half = -(-len(questions) // COLUMNS)
    for at, column in enumerate(st.columns(COLUMNS, gap="medium")):
        for each in questions[at * half : (at + 1) * half]:
            given[each.question] = column.segmented_control(
                plain(f"{each.order}. {each.statement}"), range(len(ANSWER_WORDS)),
                format_func=ANSWER_WORDS.__getitem__, key=answer_key(each.question), bind="query-params",
                width="stretch",
            )  # fmt: skip
    st.button("Clear my answers", on_click=_clear_answers, disabled=not any(v is not None for v in given.values()))
    return {key: answer for key, answer in given.items() if answer is not None}


def _clear_answers() -> None:
    for key in load_fit_questions():
        st.session_state[answer_key(key)] = None


def _pick_weights() -> dict[str, int]:
    """Let the visitor change our weights."""
    questions = list(load_fit_questions().values())
    st.markdown(f"**Weights**, 0 (left out) to {MOST_WEIGHT}: ours to start with, a judgement.")
    weights = {}
    for start in range(0, len(questions), WEIGHT_COLUMNS):
        row = questions[start : start + WEIGHT_COLUMNS]
        for column, each in zip(st.columns(WEIGHT_COLUMNS), row, strict=False):
            typed = column.number_input(  # a field of whole numbers fails on an infinite one in the address
                each.label, min_value=0.0, max_value=float(MOST_WEIGHT), value=float(each.weight), step=1.0,
                format="%.0f", key=weight_key(each.question), bind="query-params",
            )  # fmt: skip
            weights[each.question] = round(typed)
    st.button("Back to our weights", on_click=_reset_weights, disabled=weights == our_weights())
    return weights


def _reset_weights() -> None:
    for key, weight in our_weights().items():
        st.session_state[weight_key(key)] = float(weight)


def _show_result(found: Fit) -> None:
    st.header(heading(found))
    st.markdown(plain(found.sentence))
    if found.weights != our_weights():
        show_origin("input", OWN_WEIGHTS)
    if found.verdict == TOO_FEW:
        return
    show_chart(fit_balance(found), key="fit_balance")
    st.caption("Bars: how far each answer moves the balance. “Partly” moves nothing; “No” moves it to the other role.")
    if found.reasons:
        st.subheader("What mattered most")
        st.markdown(_numbered([each.sentence for each in found.reasons]))
        st.caption(PROOF)
    st.subheader("What would tip it")
    st.markdown(listed([*_tip_sentences(found), *doubts(found)]))
    show_advice(found)


def _tip_sentences(found: Fit) -> list[str]:
    return [tip.sentence for tip in tips(found)] or [FIRM]


def _numbered(sentences: Sequence[str]) -> str:
    return "\n".join(f"{at}. {plain(sentence)}" for at, sentence in enumerate(sentences, start=1))


def _score(found: Fit) -> pd.DataFrame:
    """Return how the result is counted, statement by statement and in all, as text."""
    rows = []
    for key, each in load_fit_questions().items():
        answer, weight = found.answers.get(key), found.weights[key]
        counted = ("open", "") if answer is None else (str(answer), f"{answer * weight} of {MOST_POINTS * weight}")
        rows.append((each.label, load_roles()[each.role].label, f"{counted[0]} × {weight}", counted[1]))
    for side in (found.paralegal, found.legal_secretary):
        rows.append(("All", load_roles()[side.role].label, "", f"{side.points} of {side.possible}"))
    return pd.DataFrame(rows, columns=["Statement", "Points to", "Answer × weight", "Points"])


def fit_csv(found: Fit) -> bytes:
    """Return answers, weights and result as a csv file."""
    ours = our_weights()
    table = pd.DataFrame(
        {
            "Number": each.order,
            "Statement": each.statement,
            "Points to": load_roles()[each.role].label,
            "Answer": ANSWER_WORDS[found.answers[key]] if key in found.answers else "open",
            "Weight": found.weights[key],
            "Our weight": ours[key],
            "Points": found.answers[key] * found.weights[key] if key in found.answers else None,
            "Why": each.why,
            "Evidence that it belongs to the role": EVIDENCE[each.quality],
            "Sources": each.source,
        }
        for key, each in load_fit_questions().items()
    ).astype({"Points": "Int64"})
    notes = {
        "Result": f"{heading(found)}. {found.sentence}",
        "What mattered most": " ".join(each.sentence for each in found.reasons),
        "What would tip it": " ".join(_tip_sentences(found)),
        "How firm it is": " ".join(doubts(found)),
        "What the evidence is for": PROOF,
        "How it is counted": COUNTED,
        "What it is": CAUTION,
    }
    return to_csv(table, notes)


@st.fragment  # a place redraws this part only
def show_pay() -> None:
    """Show what both roles pay in a place, for beginners unless one says otherwise."""
    st.header("What both roles pay where you live")
    where, who = st.columns([3, 1])
    with where:
        area = pick_place()
    with who:
        experience = pick("Experience", start_labels(), START)
    release = load_wages().releases[0]
    profiles = [Profile(role, area, release, experience=experience or None) for role in central_roles()]
    comparison, found = both_roles(profiles[0]), [estimate(profile) for profile in profiles]
    place, people = shown_place(found), _people_words(experience)
    show_missing(found)
    here = f"{place[0].upper()}{place[1:]}{f', {people}' if people else ''}"
    st.subheader(plain(f"{here}: {comparison.finding[0].lower()}{comparison.finding[1:]}"))
    show_chart(percentile_strip(comparison.rows), key="both_roles")
    st.caption("Thick bar: the middle half of earners. Thin line: 10th to 90th percentile. White mark: the median.")
    for kind, words in comparison.origins:
        show_origin(kind, words)
    if people:
        sure = [
            f"{each.shifts[0].level.confidence} for {load_roles()[each.profile.role].plural.lower()}" for each in found
        ]
        st.caption(plain(f"Confidence in what experience adds: {', '.join(sure)}. {record_sentence()}"))
    show_numbers(percentile_table(comparison.rows), alt=f"Annual pay percentiles of both roles in {place}")
    st.download_button(
        "Download the pay (CSV)",
        data=lambda: comparison_csv(comparison, place, release, people),
        file_name=f"both_roles_{area}_{release}.csv",
        mime="text/csv",
        on_click="ignore",
    )
    st.page_link("pages/explore_pay.py", label="Explore pay: your experience, an offer")


def _people_words(experience: str) -> str:
    """Return an experience as it stands in a heading; empty if it is not stated."""
    label = start_labels()[experience] if experience else ""
    return f"{label[:1].lower()}{label[1:]}{' of experience' if 'year' in label else ''}"
