"""Futures of a plan: where every driver stands and how many people leave, drawn or moved one at a time.

Every driver, and every row of the plan, has a stream of random numbers of its own. Two plans simulated with the same
seed therefore meet the same future in every driver they share and in the jobs they share.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import expm1, hypot, log1p, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Final
from zlib import crc32

import numpy as np

from lib.hiring.drivers import LEAVERS, PAY, TURNOVER
from lib.hiring.figures import FIGURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.hiring.drivers import Response
    from lib.hiring.seat import Vector

LOW: Final = 0.1  # where a driver is moved to: its 10th percentile
HIGH: Final = 0.9
DEVIATIONS_AT_HIGH: Final = NormalDist().inv_cdf(HIGH)
MOST_COUNTED: Final = 30.0  # expected leavers up to which a number is counted out
LAST_COUNTED: Final = 200  # never reached by chance at `MOST_COUNTED`
LEAST_SHARE: Final = 1e-16  # a share of 0 has no finite deviation


@dataclass(frozen=True)
class Futures:
    """Several futures at once.

    Attributes:
        figures: By name, where each uncertain figure stands: -1 to 1, see `drivers`.
        pay: By row that responds, where its pay stands.
        leavers: By row that responds, people who leave.
    """

    figures: dict[str, Vector]
    pay: Vector
    leavers: Vector

    def totals(self, responses: Sequence[Response]) -> tuple[Vector, Vector]:
        """Return cost and fees of the whole plan in each future, in dollars."""
        cost, fees = np.zeros(self.leavers.shape[1]), np.zeros(self.leavers.shape[1])
        for response, pay, leavers in zip(responses, self.pay, self.leavers, strict=True):
            spent, brought = response.dollars({**self.figures, PAY: pay}, leavers)
            cost += spent
            fees += brought
        return cost, fees


def drawn(responses: Sequence[Response], draws: int, seed: int) -> Futures:
    """Return random futures.

    A figure lies evenly between the ends of its range and the plan's value, which is its median; it is one number for
    the whole plan. The log of a row's pay is normal around the plan's, one number for everybody in the row. Leavers of
    a row follow a Poisson distribution around those expected at the turnover drawn.
    """
    figures = {name: 2 * _stream(seed, name).random(draws) - 1 for name in _figures_of(responses)}
    pay, leavers = np.zeros((len(responses), draws)), np.zeros((len(responses), draws))
    turnover = figures.get(TURNOVER, np.zeros(draws))
    for number, response in enumerate(responses):
        pay[number] = response.pay_positions(_stream(seed, f"{PAY}/{response.job}").standard_normal(draws))
        share = _stream(seed, f"{LEAVERS}/{response.job}").random(draws)
        leavers[number] = poisson_quantile(share, response.expected_leavers(turnover))
    return Futures(figures, pay, leavers)


def one_at_a_time(responses: Sequence[Response]) -> tuple[tuple[str, ...], Futures]:
    """Return the drivers, and for each two futures: it alone at its 10th, then at its 90th percentile.

    Pay and leavers are as many numbers as there are rows: the payroll and the number of all leavers are taken to
    their percentiles, every row by as much as the others.
    """
    figures = _figures_of(responses)
    drivers = (*figures, PAY, LEAVERS)
    moved = dict(zip(drivers, np.kron(np.eye(len(drivers)), [-1.0, 1.0]), strict=True))
    stands = {name: (2 * HIGH - 1) * moved[name] for name in figures}
    turnover = stands.get(TURNOVER, np.zeros_like(moved[LEAVERS]))
    deviations = _payroll_deviations(responses, moved[PAY])
    leaving = _leaving(sum(response.leavers for response in responses), moved[LEAVERS])
    pay, leavers = np.zeros((2, len(responses), 2 * len(drivers)))
    for number, response in enumerate(responses):
        pay[number] = response.pay_positions(deviations)
        leavers[number] = response.expected_leavers(turnover) * leaving
    return drivers, Futures(stands, pay, leavers)


def poisson_quantile(share: Vector, mean: Vector) -> Vector:
    """Return the smallest numbers that a Poisson variable does not exceed with at least these probabilities.

    Up to a mean of `MOST_COUNTED` it is exact; above, the Cornish-Fisher expansion, right to about one person.

    Args:
        share: Probabilities, below 1.
        mean: Means, one for each.
    """
    if mean.max() > MOST_COUNTED:
        return _expanded(share, mean)
    number = np.zeros_like(mean)
    term = np.exp(-mean)
    reached = term.copy()
    count = 0
    while count < LAST_COUNTED and (above := share > reached).any():
        count += 1
        number += above
        term = term * mean / count
        reached += term
    return number


def _expanded(share: Vector, mean: Vector) -> Vector:
    from scipy.special import ndtri  # type: ignore[import-untyped]

    deviations = ndtri(np.maximum(share, LEAST_SHARE))
    number = mean + np.sqrt(mean) * deviations + (deviations**2 - 1) / 6
    return np.asarray(np.maximum(np.ceil(number - 0.5), 0.0))


def _figures_of(responses: Sequence[Response]) -> tuple[str, ...]:
    matter: set[str] = set().union(*(response.drivers for response in responses))
    return tuple(name for name in FIGURES if name in matter)


def _payroll_deviations(responses: Sequence[Response], moved: Vector) -> Vector:
    """Return by how many standard deviations every row's pay moves to take the payroll to its percentiles.

    Rows even each other out: the payroll is taken as lognormal with the mean and the variance of the rows' sum.
    """
    payrolls = [response.payroll for response in responses if response.pay_spread]
    if not payrolls:
        return np.zeros_like(moved)
    spread = max(response.pay_spread for response in responses)  # the firm's, the same for every uncertain pay
    alike = (hypot(*payrolls) / sum(payrolls)) ** 2  # 1 for one row
    shared = sqrt(log1p(expm1(spread**2) * alike))
    logs = (spread**2 - shared**2) / 2 + shared * DEVIATIONS_AT_HIGH * moved
    return np.where(moved, logs / spread, 0.0)


def _leaving(expected: float, moved: Vector) -> Vector:
    """Return leavers over expected leavers: the percentiles of their number where they are moved, 1 elsewhere."""
    if not expected:
        return np.ones_like(moved)
    share = np.where(moved < 0, LOW, HIGH)
    return np.where(moved, poisson_quantile(share, np.full_like(moved, expected)) / expected, 1.0)


def _stream(seed: int, name: str) -> np.random.Generator:
    return np.random.default_rng([seed, crc32(name.encode())])
