"""Text on its way to the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lib.export.kinds import KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["KIND_WORDS", "listed", "plain"]

# Markdown reads text between two dollar signs as mathematics, and these characters as markup.
SPECIAL: Final = ("\\", "$", "~", "[", "]", "<", "`", "*", "_")


def plain(text: str) -> str:
    """Return text that Markdown shows as it stands, on one line and without links."""
    text = " ".join(text.splitlines())
    for character in SPECIAL:
        text = text.replace(character, f"\\{character}")
    for opening in ("://", "www."):  # Markdown makes links of bare addresses
        text = text.replace(opening, f"{opening[:-1]}\\{opening[-1]}")
    return text


def listed(sentences: Iterable[str]) -> str:
    """Return sentences as a list in Markdown, each as it stands."""
    return "\n".join(f"- {plain(sentence)}" for sentence in sentences)
