"""Page: a small HTML page of the API, which loads nothing and runs no script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape

from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.problems import LANGUAGES

NAMES: Mapping[str, str] = {"da": "Dansk", "nb": "Norsk", "en": "English"}
STYLE = (
    ":root{color-scheme:light dark}"
    "body{max-width:36rem;margin:3rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}"
    "button{font:inherit;padding:.5rem 1rem}"
    "code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}"
    "dt{opacity:.75}dd{margin:0 0 .75rem;font-weight:600}"
)
POLICY = (
    "default-src 'none'; img-src data:; base-uri 'none'; form-action {forms}; frame-ancestors 'none'; "
    f"style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
)
"""The browser accepts only this style and the empty icon."""


def page(
    heading: str,
    body: str,
    language: str,
    headers: Mapping[str, str],
    *,
    has_form: bool = False,
    is_listed: bool = True,
) -> HttpAnswer:
    """Returns the page of a heading, which is text, and a body, which is HTML.

    A form of the page, if it ``has_form``, goes back to this API. ``is_listed`` lets search engines list it.
    """
    robots = "" if is_listed else '<meta name="robots" content="noindex">'
    html = f"""<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">{robots}
<title>{escape(heading)} – Helsebro</title><style>{STYLE}</style></head>
<body><main><h1>{escape(heading)}</h1>{body}</main></body>
</html>
"""
    policy = POLICY.format(forms="'self'" if has_form else "'none'")
    sent = {**headers, "Content-Language": language, "Content-Security-Policy": policy}
    return HttpAnswer(200, None, sent, "text/html; charset=utf-8", html)


def other_languages(language: str) -> str:
    """Returns links to the same page in the other languages, as HTML."""
    return " · ".join(
        f'<a href="?language={other}" hreflang="{other}" lang="{other}">{NAMES[other]}</a>'
        for other in LANGUAGES
        if other != language
    )
