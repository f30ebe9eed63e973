from __future__ import annotations

from math import exp, expm1
from statistics import median
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from lib.pay import premiums
from lib.pay.fallback import Evidence, estimate_median, evidence, leave_one_out, premium_kept
from lib.pay.premiums import fit_premium
from lib.tables import central_roles, load_roles, load_wages
from tests.tables.copies import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable

RELEASE = "2025-05"
PARALEGALS = "23-2011"
NATION_PAY = 60_000.0
Areas = list[tuple[str, str, float, float]]  # state, type, the state's premium, the share that holds here


@pytest.fixture
def use_areas(use_instead: Callable[[str, Any], None], monkeypatch: pytest.MonkeyPatch) -> Callable[[Areas], None]:
    """Let the fit read made-up areas whose other jobs pay 5 % less (in logs) than the nation's."""

    def use(areas: Areas) -> None:
        found = {str(at): Evidence(-0.05, premium, 6) for at, (_, _, premium, _) in enumerate(areas)}
        medians = {(RELEASE, "99", PARALEGALS): NATION_PAY}
        medians |= {
            (RELEASE, str(at), PARALEGALS): NATION_PAY * exp(-0.05 + kept * premium)
            for at, (_, _, premium, kept) in enumerate(areas)
        }
        kinds = {str(at): SimpleNamespace(state=state, area_type=kind) for at, (state, kind, _, _) in enumerate(areas)}
        kinds["99"] = SimpleNamespace(state="US", area_type="nation")
        use_instead("load_wages", SimpleNamespace(medians=medians, areas=kinds))
        monkeypatch.setattr(premiums, "evidence", lambda _role, area, _release: found[area])

    return use


def test_a_share_that_holds_everywhere_is_found_exactly(use_areas: Callable[[Areas], None]) -> None:
    use_areas([(f"S{at % 5}", "metro" if at % 2 else "nonmetro", (at - 9) / 50, 0.6) for at in range(20)])
    found = fit_premium("paralegal", RELEASE)
    assert found.areas == 20
    assert (found.kept, found.low, found.high) == pytest.approx((0.6, 0.6, 0.6))
    assert found.error == pytest.approx(0, abs=1e-12)


# Two states with a premium of 0.1; in A none of it holds, in B all. Together a half. Each is judged by the other's
# share: A with 1, exp(0.1) - 1 = 0.1052 too high, B with 0, 1 - exp(-0.1) = 0.0952 too low; the middle is 0.1002.
def test_an_area_is_judged_by_the_share_of_other_states(use_areas: Callable[[Areas], None]) -> None:
    use_areas([("A", "metro", 0.1, 0.0), ("A", "metro", 0.1, 0.0), ("B", "metro", 0.1, 1.0), ("B", "metro", 0.1, 1.0)])
    found = fit_premium("paralegal", RELEASE)
    assert found.kept == pytest.approx(0.5)
    assert found.error == pytest.approx((expm1(0.1) - expm1(-0.1)) / 2)
    assert found.error == pytest.approx(0.1002, abs=0.0001)
    # Two states drawn from two: A twice, B twice, or one of each; in 500 draws both ends are met.
    assert (found.low, found.high) == pytest.approx((0, 1))


def test_a_large_premium_counts_for_more(use_areas: Callable[[Areas], None]) -> None:
    # Least squares: (0.1 x 0.1 x 0 + 0.3 x 0.3 x 1) / (0.1 x 0.1 + 0.3 x 0.3) = 0.9.
    use_areas([("A", "metro", 0.1, 0.0), ("B", "metro", 0.3, 1.0)])
    assert fit_premium("paralegal", RELEASE).kept == pytest.approx(0.9)


def test_states_and_areas_without_other_jobs_are_left_out(
    use_areas: Callable[[Areas], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    areas: Areas = [("A", "metro", 0.1, 0.5), ("B", "nonmetro", 0.2, 0.5), ("C", "metro", 0.9, 0.0)]
    use_areas([*areas, ("D", "state", 0.9, 0.0)])
    known = premiums.evidence
    nothing = Evidence(0.0, 0.0, 0)
    monkeypatch.setattr(premiums, "evidence", lambda *where: nothing if where[1] == "2" else known(*where))
    found = fit_premium("paralegal", RELEASE)
    assert (found.areas, found.kept) == (2, pytest.approx(0.5))


@pytest.mark.parametrize("role", load_roles())
def test_the_interval_holds_the_share(role: str) -> None:
    found = fit_premium(role, RELEASE)
    assert 0 < found.low < found.kept < found.high < 1.5
    assert found.areas > 400


@pytest.mark.parametrize("role", load_roles())
def test_the_table_holds_the_share_and_never_more_than_the_whole(role: str) -> None:
    found = fit_premium(role, RELEASE)
    where = {"level": "state_premium", "role": role}
    row = next(line for line in read_rows("factors.csv") if where.items() <= line.items())
    assert row["value"] == row["proposed"] == f"{min(found.kept, 1):.2f}"
    assert (row["low"], row["high"]) == (f"{found.low:.2f}", f"{found.high:.2f}")


@pytest.mark.parametrize("role", central_roles())
def test_the_share_is_that_of_least_squares(role: str) -> None:
    wages, soc_code = load_wages(), load_roles()[role].soc_code
    rows = []
    for area, _ in leave_one_out(role, RELEASE):
        known = evidence(role, area, RELEASE)
        ratio = wages.medians[RELEASE, area, soc_code] / wages.medians[RELEASE, "99", soc_code]
        rows.append((known.premium, np.log(ratio) - known.others))
    premium, beyond = np.array(rows).T
    share = np.linalg.lstsq(premium[:, None], beyond, rcond=None)[0][0]
    assert fit_premium(role, RELEASE).kept == pytest.approx(share)


@pytest.mark.parametrize(("role", "most"), [("paralegal", 0.055), ("legal_secretary", 0.065)])
def test_the_error_with_the_share_of_other_states_is_small(role: str, most: float) -> None:
    found = fit_premium(role, RELEASE)
    assert 0.01 < found.error <= most
    # Knowing the own state does not make the error much smaller: the share is no artefact of the fit.
    own = median(abs(error) for _, error in leave_one_out(role, RELEASE))
    assert found.error == pytest.approx(own, abs=0.002)


def test_part_of_the_premium_is_better_than_all_or_nothing() -> None:
    wages = load_wages()
    for role in central_roles():
        soc_code = load_roles()[role].soc_code
        errors: dict[float, list[float]] = {0.0: [], premium_kept(role): [], 1.0: []}
        for area, _ in leave_one_out(role, RELEASE):
            known = evidence(role, area, RELEASE)
            published = wages.medians[RELEASE, area, soc_code]
            for kept, found in errors.items():
                guess = wages.medians[RELEASE, "99", soc_code] * exp(known.others + kept * known.premium)
                found.append(abs(guess / published - 1))
                if kept == premium_kept(role):
                    assert guess == pytest.approx(estimate_median(role, area, RELEASE).median)
        nothing, part, everything = (float(np.mean(np.square(found))) for found in errors.values())
        assert part < min(nothing, everything)
