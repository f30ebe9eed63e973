"""Pages run without a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "Overview": "app.py",
    "Explore pay": "pages/explore_pay.py",
    "Compare places": "pages/compare_places.py",
    "Compare roles": "pages/compare_roles.py",
    "Check a claim": "pages/check_a_claim.py",
    "Which role do we need?": "pages/which_role_do_we_need.py",
    "Staffing budget": "pages/staffing_budget.py",
    "Which role fits me?": "pages/which_role_fits_me.py",
    "Career paths": "pages/career_paths.py",
    "Data and methods": "pages/data_and_methods.py",
}


def open_page(name: str, address: Mapping[str, str] | None = None) -> AppTest:
    """Open a page with parameters in its address."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    if name != "Overview":
        app.run()
        app.switch_page(PAGES[name])
    for key, value in (address or {}).items():
        app.query_params[key] = value
    return app.run()


def words(app: AppTest) -> str:
    """Return all text of a page, as people read it."""
    parts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.warning, *app.info]
    return "\n".join(str(part.value) for part in parts).replace("\\", "")
