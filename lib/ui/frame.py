"""What every page opens and closes with, so that each is complete as the first request after a start.

Pages call `open_page` before they import the models: on the first visit after a start the heading and the
menu show while pandas, plotly and the data load.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from lib.ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streamlit.delta_generator import DeltaGenerator

PRODUCT: Final = "Legal support pay"
ICON: Final = str(Path(__file__).parent / "icon.png")
SIDEBAR_WIDTH: Final = 220  # pixels
MOST_SOURCES: Final = 10  # in the footer as they stand; more are folded
MENU: Final = {
    "Start": {"app.py": "Overview"},
    "Explore pay": {
        "pages/explore_pay.py": "Explore pay",
        "pages/compare_places.py": "Compare places",
        "pages/compare_roles.py": "Compare roles",
        "pages/check_a_claim.py": "Check a claim",
    },
    "Plan hiring": {
        "pages/which_role_do_we_need.py": "Which role do we need?",
        "pages/staffing_budget.py": "Staffing budget",
    },
    "Careers": {
        "pages/which_role_fits_me.py": "Which role fits me?",
        "pages/career_paths.py": "Career paths",
    },
    "About": {"pages/data_and_methods.py": "Data and methods"},
}


def open_page(title: str, lead: str) -> None:
    """Set up the page, draw the menu and the heading.

    Args:
        title: The page's own title.
        lead: One sentence on what one can do here.
    """
    st.set_page_config(
        page_title=f"{title} · {PRODUCT}", page_icon=ICON, layout="wide", initial_sidebar_state=SIDEBAR_WIDTH
    )
    st.title(title)
    st.markdown(plain(lead))
    slot = st.empty()
    if "pandas" not in sys.modules:  # the first visit after a start
        _ask_for_chart_code(slot)
    with st.sidebar:
        for section, pages in MENU.items():
            st.caption(section)
            for path, label in pages.items():
                st.page_link(path, label=label)
        st.caption(_wages_line())
    slot.empty()


def page_label(path: str) -> str:
    """Return the name of a page in the menu.

    Args:
        path: Its file, such as pages/explore_pay.py.
    """
    return next(pages[path] for pages in MENU.values() if path in pages)


def _ask_for_chart_code(slot: DeltaGenerator) -> None:
    """Show a chart of nothing, so that the browser loads its 5 MB of chart code while Python loads pandas."""
    nothing = {"data": [{"type": "scatter", "x": [0], "y": [0], "visible": False}], "layout": {"height": 40}}
    slot.plotly_chart(nothing, config={"displayModeBar": False}, alt="The charts are loading.", key="chart_code")


def _wages_line() -> str:
    from lib.pay.market import release_words  # pandas and the data: only once the heading is on its way
    from lib.tables import load_wages

    return f"Wages: BLS, {release_words(load_wages().releases[0])}"


def close_page(sources: Iterable[str]) -> None:
    """Draw the footer: the sources of the page's numbers, and where to read how sure they are.

    Args:
        sources: Keys of data/sources.csv.
    """
    from lib.tables import load_sources

    st.divider()
    known = load_sources()
    named = [f"{known[key].publisher}, {known[key].title}, {known[key].release}" for key in sources]
    words = plain("Sources: " + "; ".join(named) + ".")
    if len(named) > MOST_SOURCES:
        with st.expander(f"{len(named)} sources"):
            st.caption(words)
    else:
        st.caption(words)
    st.page_link("pages/data_and_methods.py", label="How these numbers are made, and how sure they are")
