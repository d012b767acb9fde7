"""The page of an unsubscribe link: it asks first, because programs that check mail follow every link."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from helsebro_aws.http.answer import HttpAnswer

STYLE = (
    ":root{color-scheme:light dark}"
    "body{max-width:36rem;margin:3rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}"
    "button{font:inherit;padding:.5rem 1rem}"
)
POLICY = (
    "default-src 'none'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    f"style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
)
"""The page loads nothing and runs no script; its one form goes back to this API."""
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
    html = f"""<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><meta name="robots" content="noindex">
<title>{escape(words["heading"])} – Helsebro</title><style>{STYLE}</style></head>
<body><main><h1>{escape(words["heading"])}</h1>{form}</main></body>
</html>
"""
    headers = {**PRIVATE, "Content-Language": language, "Content-Security-Policy": POLICY}
    return HttpAnswer(200, None, headers, "text/html; charset=utf-8", html)


@cache
def texts() -> Mapping[str, Mapping[str, str]]:
    """Returns language → name → text."""
    path = Path(__file__).with_name("unsubscribe_page.json")
    found: Mapping[str, Mapping[str, str]] = json.loads(path.read_text("utf-8"))
    return found
