"""What somebody typed or sent, said back in a sentence: short, and on one line."""

from __future__ import annotations

from typing import Final

LONGEST: Final = 40  # characters


def shortened(value: object) -> str:
    """Return a value as text of up to `LONGEST` characters that can be printed."""
    text = "".join(letter if letter.isprintable() else " " for letter in str(value))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def quoted(value: object) -> str:
    """Return a value as such text in quotation marks."""
    return f"“{shortened(value)}”"
