"""Tables of the Data and methods page, straight from the data files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from lib.hiring.defaults import default
from lib.pay import Profile
from lib.pay.accuracy_report import gain_words
from lib.pay.fallback import usual_error
from lib.pay.market import release_words
from lib.pay.words import dollars
from lib.tables import (
    load_accuracy,
    load_employer_costs,
    load_factor_rows,
    load_levels,
    load_payroll_taxes,
    load_roles,
    load_sources,
    load_wages,
)
from lib.tables.factors import LOCATION, PROFILE_FACTORS
from lib.tables.files import DATA, records
from lib.tables.wage_schema import ALL_INDUSTRIES, STATE_WORDS
from lib.ui.words import KIND_WORDS, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.tables import EmployerCost, PayrollTax

EXAMPLE: Final = Profile(
    role="paralegal",
    area="35620",
    experience="4-6",
    firm_size="51-200",
    employer="law_firm",
    specialization="intellectual_property",
)
FACTOR_TITLES: Final = {
    "experience": "Experience",
    "firm_size": "Firm size",
    "employer": "Employer",
    "specialization": "Practice area",
    "education": "Education",
    "credential": "Credential",
    "location": "Location (only where no figure is published)",
}
STATE_TITLES: Final = {
    "withheld": "Withheld",
    "top_coded": "Top-coded",
    "probably_top_coded": "Probably top-coded",
    "not_available": "Not available",
}


@cache
def releases_table() -> pd.DataFrame:
    """Return what each release holds: areas of each type, sectors and rows."""
    rows = load_wages().rows
    table = []
    for release, of_release in sorted(rows.groupby("release"), reverse=True):
        everything = of_release[of_release["naics"] == ALL_INDUSTRIES]
        areas = everything.drop_duplicates("area_code")["area_type"].value_counts()
        table.append(
            {
                "Release": release_words(str(release)),
                "States and DC": str(areas.get("state", 0)),
                "Metro areas": str(areas.get("metro", 0)),
                "Nonmetro areas": str(areas.get("nonmetro", 0)),
                "Sectors": str(of_release["naics"].nunique() - 1),
                "Rows": f"{len(of_release):,}",
            }
        )
    return pd.DataFrame(table)


def state_words_table() -> pd.DataFrame:
    """Return the states of a cell, what they mean and how often they occur for the annual median and p90."""
    states = load_wages().states
    return pd.DataFrame(
        [
            {
                "State": STATE_TITLES[state.value],
                "Meaning": words,
                "Medians": f"{int((states['annual_median'] == state).sum()):,}",
                "90th percentiles": f"{int((states['annual_p90'] == state).sum()):,}",
            }
            for state, words in STATE_WORDS.items()
        ]
    )


def factor_table(role: str) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield the title and the levels of each factor for a role."""
    rows = load_factor_rows()
    for factor in (*PROFILE_FACTORS, LOCATION):
        levels = records(rows[(rows["factor"] == factor) & (rows["role"] == role)])
        yield FACTOR_TITLES[factor], pd.DataFrame([_factor_row(level) for level in levels])


def _factor_row(level: dict[str, Any]) -> dict[str, str]:
    parts = [f"Confidence {level['confidence']}.", level["derivation"]]
    if not pd.isna(level["share"]):
        parts.append(f"Share of the workforce {level['share']:.0%}, {level['share_basis']}.")
    parts.append(f"{source_titles(level['source'])}, {level['period']}.")
    if level["spread"] < 1:
        parts.append(f"Pay spreads {level['spread']:.0%} as far there as with other employers, estimated.")
    return {
        "Level": plain(level["label"]),
        "Value (range)": f"{level['mode']} {level['value']:g} ({level['low']:g} to {level['high']:g})",
        "How, from what, how sure": plain(" ".join(parts)),
    }


def source_titles(keys: str) -> str:
    """Return the publishers of the named sources."""
    sources = load_sources()
    return "; ".join(dict.fromkeys(sources[key].publisher for key in keys.split()))


def fallback_table() -> pd.DataFrame:
    """Return the fallback's accuracy as text."""
    return pd.DataFrame(
        [
            {
                "Places": f"{_plural(row)}, {release_words(row['release'])}: {row['count']:.0f} {row['group']}",
                "Our estimate": f"{row['ours']:.1%}",
                "As it stands": f"{row['plain']:.1%}",
            }
            for row in _accuracy("fallback")
        ]
    )


def case_table() -> pd.DataFrame:
    """Return the accuracy on pay points as text: model, and the plain local distribution behind a slash."""
    return pd.DataFrame(
        [
            {
                "Employer (points)": f"{row['group'].capitalize()} ({row['count']:.0f})",
                "Off by": f"{row['ours']:.1%} / {row['plain']:.1%}",
                "In 50 % range": f"{row['in_half']:.0%} / {row['plain_in_half']:.0%}",
                "In 80 % range": f"{row['in_four_fifths']:.0%} / {row['plain_in_four_fifths']:.0%}",
                "Gain in points (95 % interval)": f"{100 * row['value']:.1f} ({gain_words(row)})",
            }
            for row in _accuracy("cases")
        ]
    )


def backtest_table() -> pd.DataFrame:
    """Return how near the release before, carried forward by the cost index, comes to the newest, as text."""
    return pd.DataFrame(
        [
            {
                "Places": _places(row),
                "Carried forward": f"{row['ours']:.1%}",
                "As it stood": f"{row['plain']:.1%}",
                "Index said / pay rose": f"{row['proposed']:.1%} / {row['value']:.1%}",
            }
            for row in _accuracy("backtest")
        ]
    )


def strength_table(role: str) -> pd.DataFrame:
    """Return what the pay cases made of the evidence on each level, as text."""
    labels = {f"{level.factor} {level.level}": level for (of, _), group in load_levels().items() if of == role
              for level in group}  # fmt: skip
    return pd.DataFrame(
        [
            {
                "Level (points)": f"{labels[row['group']].label} ({row['count']:.0f})",
                "Evidence": f"{row['proposed']:.4g}",
                "With the points": f"{row['value']:.4g}",
                "80 % interval": f"{row['low']:.3g} to {row['high']:.3g}",
            }
            for row in _accuracy("strength")
            if row["role"] == role
        ]
    )


def _places(row: dict[str, Any]) -> str:
    count = "" if row["count"] == 1 else f"{row['count']:.0f} "
    return f"{_plural(row)}: {count}{row['group']}"


def _accuracy(check: str) -> list[dict[str, Any]]:
    rows = load_accuracy()
    return records(rows[rows["check"] == check])


def _plural(row: dict[str, Any]) -> str:
    return load_roles()[row["role"]].plural


def cost_table() -> pd.DataFrame:
    """Return the defaults of the hiring model as text."""
    return pd.DataFrame(
        [
            {
                "Item": _cost_title(cost),
                "Value (range)": plain(f"{cost.value:,g} {cost.unit} ({cost.low:,g} to {cost.high:,g})"),
                "How, from what, how sure": plain(
                    f"{KIND_WORDS[cost.kind]}, quality {cost.quality}. {cost.derivation} "
                    f"{source_titles(cost.source)}, {cost.period}."
                ),
            }
            for cost in load_employer_costs()
        ]
    )


def _cost_title(cost: EmployerCost) -> str:
    roles = load_roles()
    parts = [cost.item.replace("_", " ").capitalize()]
    parts += [roles[cost.role].plural.lower()] if cost.role in roles else []
    parts += [] if cost.firm_headcount == "all" else [f"{cost.firm_headcount} employees"]
    return ", ".join(parts)


def tax_table() -> pd.DataFrame:
    """Return the payroll taxes as text."""
    return pd.DataFrame(
        [
            {
                "Tax": f"{tax.state}: {tax.label}{'' if tax.included else ' (not counted)'}",
                "Rate": _rate_words(tax),
                "How sure": plain(f"{KIND_WORDS[tax.kind]}, quality {tax.quality}. {tax.note}"),
            }
            for tax in load_payroll_taxes()
        ]
    )


def _rate_words(tax: PayrollTax) -> str:
    if tax.rate is None:
        return "not found"
    base = "all pay" if tax.wage_base is None else plain(f"the first {dollars(tax.wage_base)}")
    size = f", from {tax.from_headcount} employees" if tax.from_headcount > 1 else ""
    return f"{tax.rate:.3%} of {base}{size}"


def source_table() -> pd.DataFrame:
    """Return the sources as text, linked where they have an address."""
    rows = []
    for source in load_sources().values():
        title = plain(source.title)
        linked = f"[{title}]({source.address})" if source.address else title
        rows.append(
            {
                "Source": f"{plain(source.publisher)}: {linked}",
                "Release": plain(source.release),
                "How sure": plain(
                    f"Quality: {source.quality}. Licence: {source.licence}. Read {source.accessed}. {source.note}"
                ),
            }
        )
    return pd.DataFrame(rows)


def weaknesses() -> tuple[str, ...]:
    """Return what is weak, in plain words, with figures computed from the data."""
    errors = {role: usual_error(role, load_wages().releases[0]) for role in ("paralegal", "legal_secretary")}
    paralegal, secretary = (f"{errors[role]:.1%}" for role in ("paralegal", "legal_secretary"))
    cases, rate = _accuracy("cases")[0], dollars(default("bill_rate", role="paralegal").value)
    return (
        "The strengths of experience, firm size, practice area and credentials rest on surveys of 2000 to 2016, a "
        "few figures of 2021 to 2024, and our judgement; those for legal secretaries are weaker still.",
        f"The pay points move the strengths, but on places left out that gains nothing: off by {cases['ours']:.1%} "
        f"with them, {cases['proposed']:.1%} by the evidence alone, {cases['plain']:.1%} by the local median. How far "
        "pay spreads in public pay scales is judged on the same points it was estimated from.",
        "No published figure was found for immigration work: its factor rests on a single pay point. Sources "
        "contradict each other on workers' compensation: the factor 1.00 there means “not known”.",
        "Experience counts for less in state and local government, where pay scales keep pay together; how much less "
        "is estimated from 54 posted ranges and scales.",
        f"Where nothing is published, half of our estimates are off by more than {paralegal} (paralegals) or "
        f"{secretary} (legal secretaries).",
        "State and area rows come from public copies that lost the marks for withheld and top-coded cells, and carry "
        "no sampling errors.",
        "State unemployment tax is the new-employer rate; a firm with its own rate should type it. 17 of 51 wage "
        "bases and 26 of 51 rates have one witness only.",
        "Benefits by role and firm size together are published nowhere; multiplying the two is our judgement. Space "
        "for each person and the turnover rate are judgement too.",
        f"The billing rate of {rate} and the hours worked for clients decide whether a paralegal pays, and both are "
        "thin: one second-hand mean and our judgement. Type your own.",
        "Prices of equipment, training and tools, the time tools save and the lawyer hours a secretary releases were "
        "found nowhere: they are 0 until typed.",
        "Workers' compensation insurance, local payroll taxes, overtime and bonuses are not in any total.",
    )


def file_bytes(name: str) -> bytes:
    """Return a data file as it stands."""
    return (DATA / name).read_bytes()
