"""One visitor in a real browser. All times are taken inside the page, at the frame that shows the result."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import psutil

from scripts.bench.results import Change, Loading, Start
from scripts.browser import server

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Page, ViewportSize

    from scripts.bench.targets import Target

VIEWPORT: Final[ViewportSize] = {"width": 1280, "height": 900}
MEGABYTE: Final = 1e6
WATCH_LOADING: Final = """
    window.bench = { pressed: 0, loading: {} };
    for (const kind of ["pointerdown", "keydown"]) {
        addEventListener(kind, event => { bench.pressed = event.timeStamp; }, true);
    }
    const look = now => {
        const { loading } = bench;
        if (!loading.heading && document.querySelector("h1")?.checkVisibility()) loading.heading = now;
        if (!loading.chart && document.querySelector(".js-plotly-plot .trace path[d]")) loading.chart = now;
        if (!loading.heading || !loading.chart) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
"""
LOADED: Final = "() => bench.loading.heading && bench.loading.chart && bench.loading"
AT_REST: Final = (
    "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
    " && !document.querySelector('[data-testid=stMain] [data-stale=true]')"
)
# A change is over when the watched parts have differed from before and then stood still for a while.
WATCH_CHANGE: Final = """selector => {
    const read = () => [...document.querySelectorAll(selector)].map(part => part.innerHTML).join();
    const change = bench.change = { drawn: read() };
    const look = now => {
        const drawn = read();
        if (drawn !== change.drawn) {
            change.drawn = drawn;
            change.first ??= now - bench.pressed;
            change.everything = now - bench.pressed;
        }
        change.over = change.first && now - bench.pressed - change.everything > 300;
        if (!change.over) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""
CHANGED: Final = "() => bench.change.over && { first: bench.change.first, everything: bench.change.everything }"


def measure_start(browser: Browser, target: Target) -> Start:
    """Start a server, visit the page for the first time, and reload it."""
    begun = time.perf_counter()
    with server(target.script) as (address, process):
        healthy = time.perf_counter() - begun
        with _visitor(browser) as page:
            page.goto(address + target.path, wait_until="commit")
            first = Loading(**_seconds(page, LOADED))
            page.wait_for_function(AT_REST)
            used = memory(process)
            page.reload(wait_until="commit")
            again = Loading(**_seconds(page, LOADED))
    return Start(healthy, first, again, used)


@contextmanager
def opened(browser: Browser, target: Target) -> Iterator[Page]:
    """Start a server and open the page."""
    with server(target.script) as (address, _), _visitor(browser) as page:
        _visit(page, address, target)
        yield page


def measure_change(page: Page, target: Target, number: int) -> Change:
    """Make the n-th change of an open page."""
    page.evaluate(WATCH_CHANGE, target.watched)
    target.change(page, number)
    change = Change(**_seconds(page, CHANGED))
    page.wait_for_function(AT_REST)
    return change


def measure_tour(browser: Browser, targets: Sequence[Target]) -> float:
    """Return the megabytes of a server of which one visitor has seen every page."""
    with server() as (address, process), _visitor(browser) as page:
        for target in targets:
            _visit(page, address, target)
        return memory(process)


def memory(process: int) -> float:
    """Return the resident megabytes of a process."""
    return float(psutil.Process(process).memory_info().rss / MEGABYTE)


@contextmanager
def _visitor(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=VIEWPORT)
    context.add_init_script(WATCH_LOADING)
    try:
        yield context.new_page()
    finally:
        context.close()


def _visit(page: Page, address: str, target: Target) -> None:
    page.goto(address + target.path)
    page.wait_for_function(LOADED)
    page.wait_for_function(AT_REST)


def _seconds(page: Page, milliseconds: str) -> dict[str, float]:
    found: dict[str, Any] = page.wait_for_function(milliseconds).json_value()
    return {name: value / 1000 for name, value in found.items()}
