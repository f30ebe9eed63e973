"""Measure the pay model anew, write data/accuracy.csv and print the report."""

from __future__ import annotations

from lib.pay.accuracy import accuracy_rows
from lib.pay.accuracy_report import report
from lib.tables.accuracy import FILE, KEY, NUMBERS
from lib.tables.files import DATA


def main() -> None:
    rows = accuracy_rows().reindex(columns=[*KEY, *NUMBERS])
    rows["count"] = rows["count"].astype(int)
    rows.to_csv(DATA / FILE, index=False, float_format="%.5f", lineterminator="\n")
    print(report())


if __name__ == "__main__":
    main()
