"""Choosing between the two roles: which one a firm needs, which one fits a person, and where it leads."""
