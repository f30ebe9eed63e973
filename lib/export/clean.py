"""Text typed by anybody, made fit for documents."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

# What XML forbids (control characters, halves of pairs, non-characters), and marks that turn the reading direction.
UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
WEB: Final = ("http", "https")


def clean(text: str) -> str:
    """Return text in one line without the characters that a document must not hold."""
    return " ".join(UNFIT.sub("", text).split())


def web_address(link: str) -> str | None:
    """Return a link if it leads to a web page, else None: nothing else may become clickable."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    return link if parts.scheme in WEB and parts.netloc else None
