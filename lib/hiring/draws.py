"""Futures of a plan: where every driver stands and how many people leave when, drawn or moved one at a time.

Every driver, every job and the leavers of every row have a stream of random numbers of their own. Two plans simulated
with the same seed therefore meet the same future in every driver they share and in the jobs they share.
"""

from __future__ import annotations

from collections import defaultdict
from math import log1p, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

import numpy as np

from lib.hiring.drivers import LEAVERS, PAY
from lib.hiring.figures import FIGURES
from lib.hiring.response import TURNOVER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lib.hiring.plan_result import Matrix
    from lib.hiring.response import Response
    from lib.hiring.seat import Vector

LOW: Final = 0.1  # where a driver is moved to: its 10th percentile
HIGH: Final = 0.9
DEVIATIONS_AT_HIGH: Final = NormalDist().inv_cdf(HIGH)
DEVIATIONS: Final = np.linspace(-4, 4, 801)  # among which the ones are sought that move a payroll to its percentiles
MOST_COUNTED: Final = 30.0  # expected leavers up to which a number is counted out
MOST_FOLLOWED: Final = 20.0  # expected leavers of a row up to which each one's month is drawn
LAST_COUNTED: Final = 200  # never reached by chance at `MOST_COUNTED`
LEAST_SHARE: Final = 1e-16  # a share of 0 has no finite deviation


class Future(NamedTuple):
    """Several futures of a row at once.

    Attributes:
        positions: Where each driver stands, see `response`.
        leavers: People who leave, by month of the row and future.
    """

    positions: dict[str, Vector]
    leavers: Matrix


def totals(responses: Sequence[Response], futures: Iterable[Future], count: int) -> tuple[Vector, Vector]:
    """Return cost and fees of all rows together, in dollars, in each of a number of futures of each row."""
    cost, fees = np.zeros((2, count))
    for response, future in zip(responses, futures, strict=True):
        spent, brought = response.dollars(future.positions, future.leavers)
        cost += spent
        fees += brought
    return cost, fees


def drawn(responses: Sequence[Response], draws: int, seed: int) -> Iterator[Future]:
    """Yield random futures of each row.

    A figure lies evenly between the ends of its range and the plan's value, which is its median; it is one number for
    the whole plan. The log of a job's pay is normal around the plan's, one number for everybody in the job. Leavers of
    a row follow a Poisson distribution around those expected at the turnover drawn, and leave in any month as often as
    is expected of it.
    """
    figures = {name: 2 * _stream(seed, name).random(draws) - 1 for name in _figures_of(responses)}
    turnover = figures.get(TURNOVER, np.zeros(draws))
    for response in responses:
        pay = response.pay_positions(_stream(seed, f"{PAY}/{response.job}").standard_normal(draws))
        yield Future({**figures, PAY: pay}, _leavers(response, turnover, _stream(seed, f"{LEAVERS}/{response.row}")))


def one_at_a_time(responses: Sequence[Response]) -> tuple[tuple[str, ...], list[Future]]:
    """Return the drivers, and for each two futures of each row: it alone at its 10th, then at its 90th percentile.

    Pay and leavers are many numbers: the payroll and the number of all leavers are taken to their percentiles, every
    job and every row by as much as the others. Who leaves does so in any month as often as is expected of it.
    """
    figures = _figures_of(responses)
    drivers = (*figures, PAY, LEAVERS)
    moved = dict(zip(drivers, np.kron(np.eye(len(drivers)), [-1.0, 1.0]), strict=True))
    stands = {name: (2 * HIGH - 1) * moved[name] for name in figures}
    turnover = stands.get(TURNOVER, np.zeros_like(moved[LEAVERS]))
    deviations = _payroll_deviations(responses, moved[PAY])
    leaving = _leaving(sum(float(response.leavers.sum()) for response in responses), moved[LEAVERS])
    return drivers, [
        Future(
            {**stands, PAY: response.pay_positions(deviations)},
            response.expected_leavers(turnover) * leaving,
        )
        for response in responses
    ]


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


def _leavers(response: Response, turnover: Vector, stream: np.random.Generator) -> Matrix:
    """Return the leavers of a row by month: how many are drawn first, then the month of each."""
    share, expected = stream.random(len(turnover)), float(response.leavers.sum())
    if not expected:
        return np.zeros((len(response.leavers), len(turnover)))
    number = poisson_quantile(share, expected * response.turnover.at(1.0, turnover))
    spread = _followed if expected <= MOST_FOLLOWED else _spread
    return spread(number, response.leavers / expected, stream)


def _followed(number: Vector, shares: Vector, stream: np.random.Generator) -> Matrix:
    """Return leavers by month, each of them in a month drawn with its share."""
    leavers = np.zeros((len(shares), len(number)))
    until = shares.cumsum()[:-1]
    for count in range(int(number.max())):
        who = np.flatnonzero(number > count)
        months = until.searchsorted(stream.random(len(number))[who], side="right")
        leavers[months, who] += 1
    return leavers


def _spread(number: Vector, shares: Vector, stream: np.random.Generator) -> Matrix:
    """Return leavers by month if they are many: normal around the shares, with the variances of months drawn."""
    off = np.sqrt(shares)[:, None] * stream.standard_normal((len(shares), len(number)))
    return np.outer(shares, number) + np.sqrt(number) * (off - np.outer(shares, off.sum(axis=0)))


def _expanded(share: Vector, mean: Vector) -> Vector:
    from scipy.special import ndtri  # type: ignore[import-untyped]

    deviations = ndtri(np.maximum(share, LEAST_SHARE))
    number = mean + np.sqrt(mean) * deviations + (deviations**2 - 1) / 6
    return np.asarray(np.maximum(np.ceil(number - 0.5), 0.0))


def _figures_of(responses: Sequence[Response]) -> tuple[str, ...]:
    matter: set[str] = set().union(*(response.drivers for response in responses))
    return tuple(name for name in FIGURES if name in matter)


def _payroll_deviations(responses: Sequence[Response], moved: Vector) -> Vector:
    """Return by how many standard deviations every job's pay moves to take the payroll to its percentiles.

    Jobs even each other out: the payroll is taken as lognormal with the mean and the variance of the jobs' sum.
    """
    jobs: dict[tuple[str, float], float] = defaultdict(float)
    for response in responses:
        if response.pay_spread:
            jobs[response.job, response.pay_spread] += response.payroll
    if not jobs:
        return np.zeros_like(moved)
    spreads, payrolls = np.array([spread for _, spread in jobs]), np.array([*jobs.values()])
    means = payrolls * np.exp(spreads**2 / 2)
    shared = sqrt(log1p(float(np.sum(means**2 * np.expm1(spreads**2)) / means.sum() ** 2)))
    wanted = means.sum() * np.exp(shared * (DEVIATIONS_AT_HIGH * moved - shared / 2))
    found = np.interp(wanted, np.exp(np.outer(DEVIATIONS, spreads)) @ payrolls, DEVIATIONS)
    return np.where(moved, found, 0.0)


def _leaving(expected: float, moved: Vector) -> Vector:
    """Return leavers over expected leavers: the percentiles of their number where they are moved, 1 elsewhere."""
    if not expected:
        return np.ones_like(moved)
    share = np.where(moved < 0, LOW, HIGH)
    return np.where(moved, poisson_quantile(share, np.full_like(moved, expected)) / expected, 1.0)


def _stream(seed: int, name: str) -> np.random.Generator:
    return np.random.default_rng([seed, crc32(name.encode())])
