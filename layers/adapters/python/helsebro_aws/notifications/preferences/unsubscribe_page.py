"""The page of an unsubscribe link: it asks first, because programs that check mail follow every link."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.pages.page import page as page_of

PRIVATE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept, Accept-Language",
}
"""The address of the page holds the token."""


def page(title: str, language: str, *, is_off: bool) -> HttpAnswer:
    """Returns the page for a kind with this title: with a button, or saying that it is off."""
    words = {name: text.replace("{title}", title) for name, text in texts()[language].items()}
    # The form goes to the page's own address, so the token is not written into the page.
    form = (
        f"<p>{escape(words['off'])}</p>"
        if is_off
        else f"<p>{escape(words['ask'])}</p>"
        '<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">'
        f"<button>{escape(words['button'])}</button></form>"
    )
    return page_of(words["heading"], form, language, PRIVATE, has_form=True, is_listed=False)


@cache
def texts() -> Mapping[str, Mapping[str, str]]:
    """Returns language → name → text."""
    path = Path(__file__).with_name("unsubscribe_page.json")
    found: Mapping[str, Mapping[str, str]] = json.loads(path.read_text("utf-8"))
    return found
