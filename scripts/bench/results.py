"""What a run of the benchmark finds, in seconds and megabytes."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Loading:
    """Seconds from the request to what the visitor sees.

    Attributes:
        heading: The page's heading is on the screen.
        chart: The first chart is drawn.
    """

    heading: float
    chart: float


@dataclass(frozen=True)
class Start:
    """A first visit to a new server with a new browser context, and a reload.

    Attributes:
        healthy: Seconds from starting the process until it answers.
        first: The first visit.
        again: The reload.
        memory: Megabytes of the server after the first visit.
    """

    healthy: float
    first: Loading
    again: Loading
    memory: float


@dataclass(frozen=True)
class Change:
    """Seconds from the last key or button press of a change.

    Attributes:
        first: Until the first of the watched parts is drawn anew.
        everything: Until the last of them is.
    """

    first: float
    everything: float


@dataclass(frozen=True)
class Crowd:
    """Many visitors on one page at the same time.

    Attributes:
        loads: Seconds of each visitor's first script run, all at once on a new server.
        reruns: Seconds of each rerun after a changed choice.
        memory: Megabytes of the server at the end.
    """

    loads: tuple[float, ...]
    reruns: tuple[float, ...]
    memory: float


@dataclass(frozen=True)
class Measured:
    """Everything measured of one page."""

    starts: tuple[Start, ...]
    changes: tuple[Change, ...]
    crowd: Crowd | None


@dataclass(frozen=True)
class Results:
    """A whole run.

    Attributes:
        load_averages: Of the machine over 1, 5 and 15 minutes, before the run.
        pages: By name; the floor is one of them.
        tour_memory: Megabytes of the server after one visitor has seen every measured page.
    """

    load_averages: tuple[float, float, float]
    pages: dict[str, Measured]
    tour_memory: float


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile; of a single value, that value."""
    return values[0] if len(values) == 1 else quantiles(values, n=20, method="inclusive")[-1]
