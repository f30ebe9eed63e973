"""What the three kinds of figures are called wherever people read them."""

from __future__ import annotations

from typing import Final

KIND_WORDS: Final = {"fact": "Published", "estimate": "Our estimate", "input": "Your figure"}
