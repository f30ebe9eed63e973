"""The monthly model of a position as Excel formulas: the same as `lib.hiring.seat` and `lib.hiring.monthly`.

Each formula stands in every month of its row. In curly brackets: c, the column of the month; p, the column of
the month before, blank before the first; the name of a row of the position, its number; a name of an address.
Column C of a row holds what drives it, in the top row, which names the position, the number of people. Row 4
holds the dates, row 5 the calendar years, row 6 the number of the month in the plan. All rows but those of
dollars and of people at work are of one seat.
"""

from __future__ import annotations

from typing import Final

DATES, YEARS, NUMBERS = 4, 5, 6

MONTH: Final = "IF(AND(EOMONTH({c}$4,0)>={first},{c}$4<={last}),{p}{month}+1,0)"
PAY: Final = "IF({c}{month}=0,0,$C{pay}*(1+{raise_a_year})^INT(({c}{month}-1)/12))"
# Whoever left v months ago (whole months of the vacancy) at the end of the month is replaced now.
SUCCESSORS: Final = (
    "IF({c}{month}-1-INT($C{successors})<1,0,"
    "$C{seat}*INDEX($E{seat}:{p}{seat},{c}$6-INT($C{successors})))"
)  # fmt: skip
SEAT: Final = "IF({c}{month}=0,0,IF({c}{month}=1,1,{p}{seat}*(1-$C{seat})+{c}{successors}))"
AT_WORK: Final = "{c}{seat}-{c}{successors}*$C{at_work}"
# The first person and everybody who started before this calendar year have been paid the same since January.
STANDING: Final = (
    "IF({c}{month}=0,0,IF({c}{month}=1,1,(1-$C{seat})*IF(MONTH({c}$4)=1,{p}{seat},{p}{standing})))"
)  # fmt: skip
PAID: Final = (
    "IF({c}{month}=0,0,IF({c}{month}=1,IF({employed}=\"Yes\",(MONTH({c}$4)-1)*{c}{pay},0),"
    "IF(MONTH({c}$4)=1,0,{p}{paid}+{p}{pay})))"
)  # fmt: skip
# Paid to a successor of the month this year = what the standing have been paid later on, less this.
NOT_PAID: Final = "{c}{paid}+$C{at_work}*{c}{pay}"
# min(1, x) is (1 + x - |1 - x|) / 2, which works on a row of months at once.
PRODUCTIVE: Final = (
    "IF({c}{month}=0,0,IF($C{productive}=0,{c}{at_work},"
    "IF({c}{month}=1,1,(1-$C{seat})^({c}{month}-1))"
    "*IF({employed}=\"Yes\",1,MIN(1,({c}{month}-0.5)/$C{productive}))"
    "+{c}{successors}*(1-$C{at_work})*MIN(1,0.5/$C{productive})"
    "+SUMPRODUCT($E{successors}:{p}{successors}*(1-$C{seat})^({c}$6-$E$6:{p}$6)"
    "*(1+({c}$6-$E$6:{p}$6+0.5)/$C{productive}-ABS(1-({c}$6-$E$6:{p}$6+0.5)/$C{productive}))/2)))"
)  # fmt: skip
CONTRACTOR_PRODUCTIVE: Final = (
    "IF({c}{month}=0,0,IF(OR($C{productive}=0,{employed}=\"Yes\"),1,MIN(1,({c}{month}-0.5)/$C{productive})))"
)  # fmt: skip
# What is left of a wage base x, kept between 0 and the pay y of the month, is (|x| - |x - y| + y) / 2.
TAXED: Final = (
    "IF({c}{month}=0,0,{c}{standing}*MIN({c}{pay},MAX($C{row}-{c}{paid},0))"
    "+{c}{successors}*MIN((1-$C{at_work})*{c}{pay},$C{row})"
    "+SUMPRODUCT(($E$5:{p}$5={c}$5)*$E{successors}:{p}{successors}*(1-$C{seat})^({c}$6-$E$6:{p}$6)"
    "*(ABS($C{row}-{c}{paid}+$E{not_paid}:{p}{not_paid})"
    "-ABS($C{row}-{c}{paid}+$E{not_paid}:{p}{not_paid}-{c}{pay})+{c}{pay})/2))"
)  # fmt: skip

PEOPLE: Final = "$C{top}*{c}{at_work}"
CONTRACTORS: Final = "IF({c}{month}=0,0,$C{top})"
GROSS: Final = "$C{top}*{c}{at_work}*{c}{pay}"
OF_GROSS: Final = "$C{row}*{c}{gross}"
OF_TAXED: Final = "$C{top}*$C{row}*{c}{taxed}"
OF_PEOPLE: Final = "$C{row}/12*{c}{people}"
EVERY_MONTH: Final = "IF({c}{month}=0,0,$C{top}*$C{row})"
ONCE: Final = "IF({c}{month}=1,$C{top}*$C{row},0)"
REPLACING: Final = "$C{top}*$C{row}*12*{c}{pay}*{c}{successors}"
FEES: Final = "$C{top}*{share}/12*{c}{productive}*(1+{rate_growth})^INT(({c}$6-1)/12)*$C{row}"
