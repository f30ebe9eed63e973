"""Which role fits me? Statements answered and openly counted, and the pay of both roles where one lives."""

from lib.ui.frame import close_page, open_page

open_page(
    "Which role fits me?",
    "Say what work you like and see which role that points to, why, and what both pay where you live.",
)

from lib.ui.fit_facts import show_facts
from lib.ui.fit_form import SOURCES, link_values, show_fit, show_pay
from lib.ui.pickers import explain_bad_link

explain_bad_link(**link_values())
show_fit()
show_facts()
show_pay()
close_page(SOURCES)
