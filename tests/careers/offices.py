"""Weeks with one task of each kind, for the market and the firm of tests/hiring/mixes.py."""

from __future__ import annotations

from lib.careers.workload import OfficeWeek


def week(administrative: float = 0, substantive: float = 0, shareable: float = 0) -> OfficeWeek:
    return OfficeWeek((("phones", administrative), ("legal_research", substantive), ("docket", shareable)))
