"""The decision memo as one page to print: no script, no request to anywhere, every text escaped."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lib.export.clean import clean, web_address
from lib.export.memo import LINK_HEADING, LINK_WORDS, MOST_TOGETHER, PRODUCT, TITLE, shown_link
from lib.export.memo_chart import chart_svg

if TYPE_CHECKING:
    from jinja2 import Template

    from lib.export.memo import Memo

TEMPLATES: Final = Path(__file__).parent / "templates"


def write_html(memo: Memo) -> bytes:
    """Return the memo as a self-contained page in UTF-8."""
    bars = next((section.bars for section in memo.sections if section.bars), None)
    picture = base64.b64encode(chart_svg(bars)).decode("ascii") if bars else ""
    return _template().render(memo=memo, picture=picture).encode("utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_fit,
    )
    names = {
        "title": TITLE,
        "product": PRODUCT,
        "link_heading": LINK_HEADING,
        "link_words": LINK_WORDS,
        "most_together": MOST_TOGETHER,
        "web_address": web_address,
        "shown_link": shown_link,
    }
    environment.globals.update(names)
    return environment.get_template("memo.html")


def _fit(value: object) -> object:
    """Take what a document must not hold out of every text that is put in; our own markup stays."""
    return clean(value) if type(value) is str else value
