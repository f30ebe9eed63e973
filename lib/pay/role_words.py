"""The job outlook, pay by industry and staff of legal services, as sentences and tables of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from lib.pay.market import release_words
from lib.pay.words import dollars
from lib.tables.industry_pay import GROUP, load_industry_pay, load_staff_mix
from lib.tables.outlook import END_YEAR, START_YEAR, load_outlook
from lib.tables.roles import load_roles

if TYPE_CHECKING:
    from lib.tables.industry_pay import IndustryPay
    from lib.tables.outlook import Outlook

HARDLY: Final = 1  # percent: below it BLS says "little or no change"
# Roles whose pay by industry BLS publishes only for the group of all secretaries.
IN_GROUP: Final = ("legal_secretary", "executive_secretary", "secretary")


def outlook_sentence(role: str) -> str:
    """Say how many jobs BLS expects in a role, and where the openings come from.

    Args:
        role: Key of a role with an outlook, such as "paralegal".
    """
    found = load_outlook()[role]
    return (
        f"Employment of {load_roles()[role].plural.lower()}: {direction(found)}, {found.employment_start:,} in "
        f"{START_YEAR} to {found.employment_end:,} in {END_YEAR} ({found.change_percent:+.1f}%), about "
        f"{found.openings_a_year:,} openings a year, {openings_words(found)}."
    )


def direction(outlook: Outlook) -> str:
    """Return "growth", "decline" or "little or no change"."""
    if abs(outlook.change_percent) < HARDLY:
        return "little or no change"
    return "growth" if outlook.change > 0 else "decline"


def openings_words(outlook: Outlook) -> str:
    """Say which part of the openings comes from people who leave the occupation."""
    leaving = 1 - outlook.growth_share
    for least, words in ((1, "all"), (0.95, "nearly all"), (0.5, "most of them")):
        if leaving >= least:
            return f"{words} from people leaving"
    return "most of them from new jobs"


def outlook_table() -> pd.DataFrame:
    """Return the outlook of every role as a table of text."""
    return pd.DataFrame(
        {
            "Role": load_roles()[role].plural,
            f"Jobs in {START_YEAR}": f"{found.employment_start:,}",
            f"Jobs in {END_YEAR}": f"{found.employment_end:,}",
            "Change": f"{found.change:+,} ({found.change_percent:+.1f}%)",
            "Openings a year": f"{found.openings_a_year:,}",
            "Usual entry education": found.entry_education,
            "Training on the job": found.training,
        }
        for role, found in load_outlook().items()
    )


def industry_table(role: str) -> pd.DataFrame:
    """Return median pay by industry as a table of text, the best paid first.

    For legal secretaries these are medians of the group of all secretaries: show `industry_caution` with them. The
    table is empty for a role for which BLS publishes none.
    """
    rows = sorted(_pay_rows(role), key=lambda row: -row.annual_median)
    median = f"Median pay, {release_words(rows[0].release)}" if rows else "Median pay"
    table = [(row.industry, dollars(row.annual_median)) for row in rows]
    return pd.DataFrame(table, columns=["Industry", median])


def industry_caution(role: str) -> str:
    """Say what the figures of `industry_table` stand for, if not for the role alone; else nothing."""
    return " ".join(dict.fromkeys(row.note for row in _pay_rows(role) if row.note))


def _pay_rows(role: str) -> list[IndustryPay]:
    published = GROUP if role in IN_GROUP else role
    return [row for row in load_industry_pay() if row.role == published]


def staff_mix_table() -> pd.DataFrame:
    """Return who works in legal services as a table of text, in the order of the file."""
    return pd.DataFrame(
        {
            "Occupation": row.soc_title,
            "Share of jobs": f"{row.share_of_jobs:.1%}",
            "Share of pay": f"{row.share_of_wage_bill:.1%}",
        }
        for row in load_staff_mix()
    )
