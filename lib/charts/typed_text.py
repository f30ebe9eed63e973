"""Text that people typed, on its way into a chart: plotly reads tags, entities and formulas in every text."""

from __future__ import annotations

import textwrap
from html import escape


def typed_text(text: str, *, width: int = 40, lines: int = 1) -> str:
    """Return text that a chart shows letter for letter.

    Args:
        text: As typed.
        width: Characters in a line.
        lines: Most lines; what is left over is cut off with an ellipsis.
    """
    parts = textwrap.wrap(text, width, max_lines=lines, placeholder="…")
    return "<br>".join(escape(part, quote=False).replace("$", "&#36;") for part in parts)


def told_text(text: str) -> str:
    """Return text for a description: on one line."""
    return " ".join(text.split())


def line_count(shown: str) -> int:
    """Return the number of lines of a text as a chart shows it."""
    return shown.count("<br>") + 1
