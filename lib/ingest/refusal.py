"""The one error of this package: a file that is not taken, and why."""

from __future__ import annotations


class RefusedError(Exception):
    """A file is not taken, so nothing is changed. The message is a plain sentence that names the file."""
