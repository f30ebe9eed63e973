"""Text on its way to the screen."""

from __future__ import annotations

from typing import Final

from lib.export.kinds import KIND_WORDS

__all__ = ["KIND_WORDS", "plain"]

# Markdown reads text between two dollar signs as mathematics, and these characters as markup.
SPECIAL: Final = ("\\", "$", "~", "[", "]", "<", "`", "*", "_")


def plain(text: str) -> str:
    """Return text that Markdown shows as it stands."""
    for character in SPECIAL:
        text = text.replace(character, f"\\{character}")
    return text
