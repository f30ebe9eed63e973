"""The pay model: what a role pays in an area, for everybody and for a person with stated facts."""

from lib.pay.estimate import Estimate, estimate
from lib.pay.profile import Profile

__all__ = ["Estimate", "Profile", "estimate"]
