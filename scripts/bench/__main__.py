"""Measure the pages and the floor, print a table and write bench-results.json."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from scripts.bench.browse import measure_change, measure_start, measure_tour, opened
from scripts.bench.report import FLOOR_NAME, lines, table
from scripts.bench.results import Measured, Results
from scripts.bench.targets import FLOOR, TARGETS
from scripts.bench.visitors import measure_crowd
from scripts.browser import ROOT, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from scripts.bench.results import Change, Crowd, Start
    from scripts.bench.targets import Target

RESULTS_FILE: Final = ROOT / "bench-results.json"


@dataclass(frozen=True)
class Effort:
    """How much is measured.

    Attributes:
        runs: Fresh starts of each page.
        changes: Changes on each page.
        visitors: Simultaneous visitors.
        seconds: How long they stay.
    """

    runs: int
    changes: int
    visitors: int = 20
    seconds: float = 30


def main() -> None:
    wanted = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # servers and browser are stopped on the way out
    load_averages = os.getloadavg()
    print("Load average at the start:", *(f"{load:.2f}" for load in load_averages), end=" ")
    print(f"(1, 5, 15 minutes; {os.cpu_count()} processors). Other work on the machine makes times longer.", flush=True)
    effort = Effort(1, 5, 5, 10) if wanted.quick else Effort(wanted.runs, wanted.changes)
    results = _measure({name: TARGETS[name] for name in wanted.pages}, effort, load_averages)
    RESULTS_FILE.write_text(json.dumps(asdict(results), indent=1) + "\n")
    print(table(results))
    print(f"\nAll raw figures: {RESULTS_FILE.name}")
    if wanted.strict and any(line.misses for some in lines(results).values() for line in some):
        sys.exit(1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description=__doc__)
    parser.add_argument("--runs", type=_positive, default=5, help="fresh starts of each page (default 5)")
    parser.add_argument("--changes", type=_positive, default=20, help="changes on each page (default 20)")
    parser.add_argument("--pages", nargs="+", choices=TARGETS, default=list(TARGETS), metavar="PAGE")
    parser.add_argument("--quick", action="store_true", help="1 start, 5 changes, 5 visitors")
    parser.add_argument("--strict", action="store_true", help="exit with status 1 if a goal is missed")
    return parser.parse_args()


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _measure(pages: dict[str, Target], effort: Effort, load_averages: tuple[float, float, float]) -> Results:
    targets = {FLOOR_NAME: FLOOR, **pages}
    with chromium() as browser:
        starts = _starts(browser, targets, effort.runs)
        changes = _changes(browser, targets, effort.changes)
        tour = measure_tour(browser, list(pages.values()))
    crowds = _crowds(targets, effort) if any(page.crowd for page in pages.values()) else {}
    measured = {name: Measured(starts[name], changes[name], crowds.get(name)) for name in targets}
    return Results(load_averages, measured, tour)


def _starts(browser: Browser, targets: dict[str, Target], runs: int) -> dict[str, tuple[Start, ...]]:
    """Take turns, so that a busy moment of the machine does not fall on one page alone."""
    found: dict[str, list[Start]] = {name: [] for name in targets}
    for run in range(runs):
        _say(f"start {run + 1} of {runs}")
        for name, target in targets.items():
            found[name].append(measure_start(browser, target))
    return {name: tuple(some) for name, some in found.items()}


def _changes(browser: Browser, targets: dict[str, Target], count: int) -> dict[str, tuple[Change, ...]]:
    """Take turns here too; the first change of each page is not counted."""
    _say(f"{count} changes of each page")
    found: dict[str, list[Change]] = {name: [] for name in targets}
    with ExitStack() as stack:
        pages = {name: stack.enter_context(opened(browser, target)) for name, target in targets.items()}
        for number in range(count + 1):
            for name, page in pages.items():
                found[name].append(measure_change(page, targets[name], number))
    return {name: tuple(some[1:]) for name, some in found.items()}


def _crowds(targets: dict[str, Target], effort: Effort) -> dict[str, Crowd]:
    found = {}
    for name, target in targets.items():
        if target.crowd:
            _say(f"{effort.visitors} visitors for {effort.seconds:g} s: {name}")
            found[name] = measure_crowd(target, effort.visitors, effort.seconds)
    return found


def _say(progress: str) -> None:
    print(f"... {progress}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
