"""What tests read from a chart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lib.charts import Chart

MARKDOWN = re.compile(r"[*_`\\<>#\[\]]|\$\$")


def check_alt(chart: Chart, amounts: Iterable[float]) -> None:
    """Check that the description is one paragraph of plain text that holds every amount."""
    assert chart.alt.endswith(".")
    assert not MARKDOWN.search(chart.alt), chart.alt
    assert "\n" not in chart.alt
    told = set(re.findall(r"\$\d[\d,]*(?<!,)", chart.alt))
    for amount in amounts:
        assert f"${abs(amount):,.0f}" in told, amount


def texts(chart: Chart) -> list[str]:
    """Return the text of every annotation."""
    return [str(annotation.text) for annotation in chart.figure.layout.annotations]
