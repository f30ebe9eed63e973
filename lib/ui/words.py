"""Text on its way to the screen."""

from __future__ import annotations

from typing import Final

# Markdown reads text between two dollar signs as mathematics, and these characters as markup.
SPECIAL: Final = ("\\", "$", "~", "[", "]", "<", "`", "*", "_")
KIND_WORDS: Final = {"fact": "Published", "estimate": "Our estimate", "input": "Your figure"}


def plain(text: str) -> str:
    """Return text that Markdown shows as it stands."""
    for character in SPECIAL:
        text = text.replace(character, f"\\{character}")
    return text
