"""Take the pictures of the README: every page, wide and narrow, light and dark."""

from __future__ import annotations

import argparse
from pathlib import Path

from scripts.browser import PAGES, ROOT, chromium, server, wait_until_drawn

CHOICES = {  # so that a picture shows what a page can do
    "overview": "",
    "explore_pay": "?place=Illinois+%28state%29&experience=4+to+6+years&employer=Law+firm&offer=60000",
    "compare_places": "?kind=Metro+areas&compare=Paralegals&adjusted=true&places=Texas+%28state%29"
    "&places=Montana+%28state%29",
    "compare_roles": "?place=Illinois+%28state%29",
    "check_a_claim": "",
    "which_role_do_we_need": "?office=Litigation+firm%2C+5+lawyers&place=Illinois+%28state%29",
    "staffing_budget": "",
    "which_role_fits_me": "?fit_case_work=Yes&fit_coordination=Hardly&fit_on_the_job=Partly"
    "&fit_research=Yes&fit_client_facts=Mostly&fit_many_tasks=Hardly&fit_office_work=Partly&fit_law_career=Mostly&fit_client_calls=Partly"
    "&fit_long_work=Mostly&fit_schooling=Hardly&fit_office_career=No&place=Illinois+%28state%29",
    "career_paths": "?place=Texas+%28state%29&now=General+secretary&path_a=Associate%27s+degree%2C+2+years"
    "&path_b=Bachelor%27s+degree%2C+4+years",
    "data_and_methods": "",
}
SIZES = {"1280": (1280, 900), "390": (390, 844)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--pages", nargs="*", default=list(PAGES))
    parser.add_argument("--sizes", nargs="*", default=["1280"])
    parser.add_argument("--themes", nargs="*", default=["light"])
    parser.add_argument("--whole", action="store_true", help="the whole page, not only the first screen")
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    with server() as (address, _), chromium() as browser:
        for size in wanted.sizes:
            for theme in wanted.themes:
                context = browser.new_context(
                    viewport=dict(zip(("width", "height"), SIZES[size], strict=True)), color_scheme=theme
                )
                for name in wanted.pages:
                    page = context.new_page()
                    page.goto(address + PAGES[name] + CHOICES[name])
                    wait_until_drawn(page)
                    page.wait_for_timeout(600)
                    if wanted.whole:
                        height = page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollHeight")
                        page.set_viewport_size({"width": SIZES[size][0], "height": int(height) + 20})
                        page.wait_for_timeout(600)
                    page.screenshot(path=wanted.out / f"{name}_{size}_{theme}.png")
                    page.close()
                context.close()


if __name__ == "__main__":
    main()
