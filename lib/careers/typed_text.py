"""Which typed text can stand in a file that is handed on: short enough, and without characters that cannot be seen."""

from __future__ import annotations

from typing import Final
from unicodedata import category

# Control and format characters (such as marks that turn the reading direction or have no width), halves of pairs, line
# separators, by Unicode category; the two joiners belong to words and signs.
UNFIT: Final = ("Cc", "Cf", "Cs", "Zl", "Zp")
FIT: Final = "\t\n\u200c\u200d"
NON_CHARACTERS: Final = "\ufffe\uffff"


def require_text(name: str, text: str, most: int, *, lines: bool) -> None:
    """Raise ValueError if a text is too long or holds what cannot be printed.

    Args:
        name: What the text is, for the message.
        text: As typed.
        most: Characters it may have.
        lines: Whether it may have more than one line.
    """
    if len(text) > most:
        raise ValueError(f"The {name} must have at most {most:,} characters, not {len(text):,}.")
    if any(map(_is_unfit, text.replace("\r\n", "\n"))) or (not lines and "\n" in text):
        raise ValueError(f"The {name} holds characters that cannot be printed: type it anew.")


def _is_unfit(char: str) -> bool:
    return (category(char) in UNFIT and char not in FIT) or char in NON_CHARACTERS
