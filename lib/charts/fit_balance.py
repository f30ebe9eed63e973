"""What each answer pulls: bars from the middle to legal secretary work on the left, to paralegal work on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from lib.careers.fit import ANSWER_WORDS, WORK
from lib.charts.chart import NEUTRAL, Chart, base_layout, role_color, role_symbol
from lib.charts.place_dots import GLYPHS
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.careers.fit import Counted, Fit

LEAST_REACH: Final = 0.5  # steps of the answers: more than any single answer pulls when all are given
ROW_HEIGHT: Final = 44
BAR: Final = 0.5  # thickness, as a share of a row
GAP: Final = 8  # pixels between the middle and a label


def fit_balance(found: Fit) -> Chart:
    """Draw what each answer that counts pulls, from the strongest towards paralegal work to the other end.

    Args:
        found: What somebody's answers say.

    Returns:
        The chart; its description names every answer with its weight and its pull in steps of the answers.
    """
    rows = sorted(found.counted, key=lambda counted: -counted.pull)
    reach = 1.04 * max([LEAST_REACH, *(abs(float(counted.pull)) for counted in rows)])
    layout = base_layout(height=56 + ROW_HEIGHT * len(rows), right=8)
    layout["margin"]["t"] = 40
    layout["annotations"] = [*(_label(at, counted) for at, counted in enumerate(rows)), *(_key(role) for role in WORK)]
    layout["xaxis"] |= {"range": [-reach, reach], "showticklabels": False, "showgrid": False}
    layout["xaxis"] |= {"zeroline": True, "zerolinecolor": NEUTRAL, "zerolinewidth": 2}
    layout["yaxis"] |= {"range": [len(rows) - 0.5, -0.5], "visible": False}
    return Chart(go.Figure(data=[_bars(rows)], layout=layout), _describe(found, rows))


def _bars(rows: Sequence[Counted]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [float(counted.pull) for counted in rows],
        "y": list(range(len(rows))),
        "width": BAR,
        "marker": {"color": [role_color(_towards(counted)) for counted in rows], "line": {"width": 0}},
        "customdata": [f"{counted.question.statement}<br>{_told(counted)}" for counted in rows],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _towards(counted: Counted) -> str:
    return PARALEGAL if counted.pull > 0 else LEGAL_SECRETARY


def _label(at: int, counted: Counted) -> dict[str, Any]:
    """Return what was answered, on the side of the middle that the bar leaves free."""
    left = counted.pull >= 0
    side = {"xanchor": "right", "xshift": -GAP, "align": "right"} if left else {"xanchor": "left", "xshift": GAP}
    text = f"<b>{counted.question.label}</b><br>{_told(counted)}"
    return {"x": 0, "y": at, "text": text, "font": {"size": 13}, "showarrow": False, "align": "left", **side}


def _told(counted: Counted) -> str:
    return f"{ANSWER_WORDS[counted.answer]}, weight {counted.weight}"


def _key(role: str) -> dict[str, Any]:
    """Return the name of a role over its side."""
    anchor = "right" if role == PARALEGAL else "left"
    mark = f'<span style="color:{role_color(role)};font-size:18px">{GLYPHS[role_symbol(role)]}</span>'
    name = WORK[role].capitalize()
    text = f"{name} {mark}" if role == PARALEGAL else f"{mark} {name}"
    place = {"x": 1 if role == PARALEGAL else 0, "xref": "paper", "xanchor": anchor, "y": 1, "yref": "paper"}
    return {**place, "yanchor": "bottom", "yshift": 8, "text": text, "showarrow": False}


def _describe(found: Fit, rows: Sequence[Counted]) -> str:
    if not rows:
        return "No answers yet."
    parts = [f"{_pulled(PARALEGAL, rows)}; {_pulled(LEGAL_SECRETARY, rows[::-1])}"]
    neither = [each.question.label for each in rows if not each.pull]
    parts += [f"pulling to neither: {', '.join(neither)}"] if neither else []
    steps = f"{float(abs(found.balance) * (len(ANSWER_WORDS) - 1)):.1f} steps"
    leader = WORK[PARALEGAL if found.balance > 0 else LEGAL_SECRETARY]
    lead = f"{steps} towards {leader}" if steps != "0.0 steps" else "0 steps"
    return f"What each answer pulls, in steps of the answers, in all {lead}. {'; '.join(parts)}."


def _pulled(role: str, rows: Sequence[Counted]) -> str:
    told = [
        f"{each.question.label} {float(abs(each.pull)):.1f} ({_told(each)})"
        for each in rows
        if each.pull and _towards(each) == role
    ]
    return f"Towards {WORK[role]}: {', '.join(told) or 'nothing'}"
