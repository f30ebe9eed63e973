"""What users take away: csv files and links."""

from lib.export.csv import to_csv
from lib.export.plan_link import LinkError, pack_plan, unpack_plan

__all__ = ["LinkError", "pack_plan", "to_csv", "unpack_plan"]
