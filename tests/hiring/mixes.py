"""A firm whose costs are worked out by hand, and the positions of a mix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.hiring import Firm
from lib.hiring.mix import Constraints

if TYPE_CHECKING:
    from lib.hiring.mix import Mix

P, S = "paralegal", "legal_secretary"

# A firm without benefits, turnover and state unemployment tax. Texas, May 2025: paralegals 62,310, legal secretaries
# 45,940. Besides pay: 7.65 % social security and Medicare, $42 federal unemployment, space 100 x $30 = 3,000,
# software 12 x $100 = 1,200.
#   paralegal, in the office        62,310 x 1.0765 + 4,242 = 71,318.715; half 31,155 x 1.0765 + 4,242 = 37,780.3575
#   legal secretary, in the office  45,940 x 1.0765 + 4,242 = 53,696.41; half 22,970 x 1.0765 + 4,242 = 28,969.205
#   remote: 3,000 less for each person. Offshore: 12 x 2,500 + 1,200 = 31,200, half 16,200.
# Hours a week: paralegal 1,876 / 52 = 36.0769, legal secretary 1,915 / 52 = 36.8269.
FLAT = Firm(
    headcount=20, benefits="none", turnover=0, state_unemployment_rate=0, office_space=100, office_rent=30,
    software=100, training=0, tool_cost=0, virtual_offshore_month=2_500, virtual_us_rate=50,
)  # fmt: skip
TEXAS = Constraints("48", FLAT, arrangements=("in_office",))
P_WEEK, S_WEEK = 1_876 / 52, 1_915 / 52


def counts(mix: Mix | None) -> dict[tuple[str, str], float]:
    assert mix is not None
    return mix.counts
