"""What training costs and brings in, year by year: tuition and pay given up now against other pay later.

Both lives are compared over the same years, of which year 1 begins with the training:
    without: pay before, raised once a year;
    with: while studying, pay before less the share given up; afterwards pay after. Both rise by the same raise.
Tuition is spread evenly over the study; the exam fee is paid in the year in which the study ends. Only the months of
study in a year count as study, so a year can be partly one and partly the other.

The net present value counts each year's difference at the end of that year: sum of net / (1 + discount)^year.
Everything is before taxes, aid and loans.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, Final

from lib.pay.words import MONTHS_A_YEAR, dollars

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_YEARS: Final = 5
MOST_YEARS: Final = 30
MOST_MONTHS: Final = LEAST_YEARS * MONTHS_A_YEAR  # so that every training ends within every horizon
CENT: Final = 0.005  # what rounding of sums can do
PERCENT: Final = "{:.1%}".format
ROUNDED_TO: Final = -2  # present values are told in hundreds of dollars
LABELS: Final = {
    "tuition": "Tuition",
    "exam_fee": "The exam fee",
    "months": "The months of training",
    "time_given_up": "The share of working time given up",
    "pay_before": "Pay before the training",
    "pay_after": "Pay after the training",
    "yearly_raise": "The yearly raise",
    "discount": "The discount rate",
    "years": "The years of the horizon",
}
# Least and most of each input, and how it is written. A larger amount is a slip of the keyboard.
BOUNDS: Final[dict[str, tuple[float, float, Callable[[float], str]]]] = {
    "tuition": (0, 500_000, dollars),
    "exam_fee": (0, 10_000, dollars),
    "months": (0, MOST_MONTHS, "{:g}".format),
    "time_given_up": (0, 1, PERCENT),
    "pay_before": (0, 1_000_000, dollars),
    "pay_after": (0, 1_000_000, dollars),
    "yearly_raise": (0, 0.15, PERCENT),
    "discount": (0, 0.2, PERCENT),
    "years": (LEAST_YEARS, MOST_YEARS, "{:g}".format),
}


@dataclass(frozen=True)
class Training:
    """A training as one person would take it.

    Attributes:
        name: What people read.
        tuition: Dollars for the whole training.
        exam_fee: Dollars, paid once when the study ends.
        months: Months of study; 0 for none.
        time_given_up: Share of pay given up while studying, 0 to 1.
        pay_before: Dollars a year now, and without the training.
        pay_after: Dollars a year in the role it leads to, at today's level.
        yearly_raise: By how much all pay rises a year (0.03 is 3 %).
        discount: By how much less a dollar is worth a year later (0.04 is 4 %).
        years: Years looked at, from the start of the training.

    Raises:
        ValueError: If a value is out of bounds; says which and what is allowed.
    """

    name: str
    tuition: float
    exam_fee: float
    months: float
    time_given_up: float
    pay_before: float
    pay_after: float
    yearly_raise: float
    discount: float
    years: int

    def __post_init__(self) -> None:
        """Check every value."""
        if not self.name.strip():
            raise ValueError("Give the training a name.")
        for name, (least, most, words) in BOUNDS.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise ValueError(f"{LABELS[name]} must be {words(least)} to {words(most)}, not {words(value)}.")
        if self.years != int(self.years):
            raise ValueError(f"The years of the horizon must be a whole number, not {self.years:g}.")

    @property
    def conditions(self) -> str:
        """What the result rests on besides the training itself, as the end of a sentence."""
        raises = f"with raises of {self.yearly_raise:.1%} and" if self.yearly_raise else "without raises, at"
        return f"{raises} a discount rate of {self.discount:.1%} a year"


@dataclass(frozen=True)
class TrainingYear:
    """What one year of the training and of the time after it brings.

    Attributes:
        year: 1 for the year that begins with the training.
        tuition: Dollars paid for the training.
        exam_fee: Dollars paid for the exam.
        forgone_pay: Dollars of pay given up for studying.
        extra_pay: Dollars earned more after the training than without it; negative if it is less.
        pay_without: Dollars earned without the training.
    """

    year: int
    tuition: float
    exam_fee: float
    forgone_pay: float
    extra_pay: float
    pay_without: float

    @property
    def cost(self) -> float:
        """Dollars paid or given up for the training."""
        return self.tuition + self.exam_fee + self.forgone_pay

    @property
    def net(self) -> float:
        """Dollars better off than without the training."""
        return self.extra_pay - self.cost


@dataclass(frozen=True)
class TrainingReturn:
    """What a training costs and brings in over its horizon.

    Attributes:
        training: What was asked.
        flows: One entry a year, from year 1.
    """

    training: Training
    flows: tuple[TrainingYear, ...]

    @cached_property
    def cumulative_without(self) -> tuple[float, ...]:
        """Dollars earned without the training to the end of each year."""
        return tuple(accumulate(flow.pay_without for flow in self.flows))

    @cached_property
    def cumulative_with(self) -> tuple[float, ...]:
        """Dollars earned with the training to the end of each year, its price taken off."""
        return tuple(accumulate(flow.pay_without + flow.net for flow in self.flows))

    @cached_property
    def cumulative_net(self) -> tuple[float, ...]:
        """Dollars better off than without the training, to the end of each year."""
        return tuple(accumulate(flow.net for flow in self.flows))

    @property
    def cost(self) -> float:
        """Dollars paid or given up for the training in all, not discounted."""
        return sum(flow.cost for flow in self.flows)

    @property
    def break_even_year(self) -> int | None:
        """The first year by whose end, and ever after, nothing is lost; None if there is none in the horizon.

        Not discounted.
        """
        short = [flow.year for flow, total in zip(self.flows, self.cumulative_net, strict=True) if total < -CENT]
        year = max(short, default=0) + 1
        return year if year <= self.training.years else None

    @property
    def present_value(self) -> float:
        """Net present value in today's dollars: each year's net counted at its end."""
        factor = 1 + self.training.discount
        return sum(flow.net / factor**flow.year for flow in self.flows)

    @property
    def value_of_a_dollar(self) -> float:
        """By how many dollars the net present value rises with each dollar a year of pay after the training."""
        asked = self.training
        return sum(_earning(asked, flow.year) / (1 + asked.discount) ** flow.year for flow in self.flows)

    def worth_at(self, pay_after: float) -> float:
        """Return the net present value if pay after the training, in dollars a year, were another."""
        return self.present_value + (pay_after - self.training.pay_after) * self.value_of_a_dollar

    @property
    def pay_to_break_even(self) -> float | None:
        """Pay after the training, in dollars a year, at which the net present value is 0; None if no year is left."""
        slope = self.value_of_a_dollar
        return self.training.pay_after - self.present_value / slope if slope else None

    @property
    def sentence(self) -> str:
        """Say what the training is worth, when it has paid for itself, and on what conditions."""
        asked, worth = self.training, round(self.present_value, ROUNDED_TO)
        gain = (
            f"{'gains' if worth > 0 else 'loses'} about {dollars(abs(worth))}" if worth else "neither gains nor loses"
        )
        return (
            f"Over {asked.years} years “{asked.name}” {gain} in today's dollars {self._break_even_words}, "
            f"if pay goes from {dollars(asked.pay_before)} to {dollars(asked.pay_after)} a year, {asked.conditions}."
        )

    @property
    def _break_even_words(self) -> str:
        if self.cost <= CENT:
            return "and costs nothing"
        if self.break_even_year is None:
            return "and does not earn back its cost in that time"
        joined = "and" if round(self.present_value, ROUNDED_TO) > 0 else "but"
        return f"{joined} earns back its cost by the end of year {self.break_even_year}, before discounting"


def training_return(training: Training) -> TrainingReturn:
    """Work out a training year by year."""
    return TrainingReturn(training, tuple(_year(training, year) for year in range(1, training.years + 1)))


def _studying(training: Training, year: int) -> float:
    """Return the share of a year that is study."""
    return min(max(training.months / MONTHS_A_YEAR - (year - 1), 0), 1)


def _level(training: Training, year: int) -> float:
    """Return by what raises have multiplied all pay in a year."""
    return float((1 + training.yearly_raise) ** (year - 1))


def _earning(training: Training, year: int) -> float:
    """Return what a dollar a year of pay after the training earns in a year."""
    return _level(training, year) * (1 - _studying(training, year))


def _year(training: Training, year: int) -> TrainingYear:
    length = training.months / MONTHS_A_YEAR
    studying, level = _studying(training, year), _level(training, year)
    share_of_tuition = studying / length if length else float(year == 1)
    last = max(ceil(length), 1)
    return TrainingYear(
        year=year,
        tuition=training.tuition * share_of_tuition,
        exam_fee=training.exam_fee if year == last else 0.0,
        forgone_pay=training.pay_before * level * studying * training.time_given_up,
        extra_pay=(training.pay_after - training.pay_before) * _earning(training, year),
        pay_without=training.pay_before * level,
    )


def compare(first: TrainingReturn, second: TrainingReturn) -> str:
    """Say in one sentence which of two trainings is worth more, by how much and on what conditions.

    Args:
        first: One training.
        second: Another of the same person, over the same years.

    Raises:
        ValueError: If pay before, raise, discount rate or horizon differ.
    """
    one, two = first.training, second.training
    for name in ("years", "discount", "yearly_raise", "pay_before"):
        if getattr(one, name) != getattr(two, name):
            raise ValueError(f"{LABELS[name]} must be the same for both trainings.")
    values = {result: round(result.present_value, ROUNDED_TO) for result in (first, second)}
    better, worse = (first, second) if values[first] >= values[second] else (second, first)
    return (
        f"Over {one.years} years {_difference_words(better, worse, values[better], values[worse])}, "
        f"if pay of {dollars(one.pay_before)} becomes {_outcomes(better.training, worse.training)}, {one.conditions}."
    )


def _difference_words(better: TrainingReturn, worse: TrainingReturn, high: float, low: float) -> str:
    names = better.training.name, worse.training.name
    if high == low:
        return f"“{names[0]}” and “{names[1]}” are worth about the same in today's dollars ({dollars(high)} each)"
    if high < 0:
        return (
            f"“{names[0]}” loses about {dollars(high - low)} less in today's dollars than “{names[1]}” "
            f"({dollars(-high)} against {dollars(-low)})"
        )
    return (
        f"“{names[0]}” is worth about {dollars(high - low)} more in today's dollars than “{names[1]}” "
        f"({dollars(high)} against {dollars(low)})"
    )


def _outcomes(better: Training, worse: Training) -> str:
    if better.pay_after == worse.pay_after:
        return f"{dollars(better.pay_after)} with either"
    return f"{dollars(better.pay_after)} with the one and {dollars(worse.pay_after)} with the other"
