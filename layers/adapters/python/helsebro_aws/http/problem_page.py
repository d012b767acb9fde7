"""What a code of an error means and what to do, for a browser as a page and for other clients as JSON."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape

from helsebro.errors import NotFound
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.problems import LANGUAGES, texts

NAMES: Mapping[str, str] = {"da": "Dansk", "nb": "Norsk", "en": "English"}
ALL_ERRORS: Mapping[str, str] = {
    "da": "Alle fejlkoder og hele dokumentationen",
    "nb": "Alle feilkoder og hele dokumentasjonen",
    "en": "All error codes and the whole reference",
}
STYLE = (
    ":root{color-scheme:light dark}"
    "body{max-width:36rem;margin:3rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}"
    "code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}"
)
POLICY = (
    "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    f"style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
)
"""The page loads nothing and runs no script; the browser accepts only this style, and the empty icon."""
SHARED = {"Cache-Control": "public, max-age=300", "Vary": "Accept, Accept-Language"}


def explained(code: str, language: str, *, as_page: bool) -> HttpAnswer:
    """Returns the meaning of a code in a language, as a page or as JSON. Raises ``NotFound``."""
    if code not in texts():
        raise NotFound()
    title, detail = texts()[code][language]
    detail = readable(detail)
    if not as_page:
        body = {"type": f"/problems/{code}", "code": code, "title": title, "detail": detail}
        return HttpAnswer(200, body, {**SHARED, "Content-Language": language})
    headers = {**SHARED, "Content-Language": language, "Content-Security-Policy": POLICY}
    page = _page(code, language, title, detail)
    return HttpAnswer(200, None, headers, "text/html; charset=utf-8", page)


def readable(detail: str) -> str:
    """Returns a text with ``‹limit›`` for ``{limit}``, the value that an answer puts there."""
    return re.sub(r"\{(\w+)\}", r"‹\1›", detail)


def _page(code: str, language: str, title: str, detail: str) -> str:
    others = " · ".join(
        f'<a href="?language={other}" hreflang="{other}" lang="{other}">{NAMES[other]}</a>'
        for other in LANGUAGES
        if other != language
    )
    return f"""<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>{escape(title)} – Helsebro</title><style>{STYLE}</style></head>
<body><main><h1>{escape(title)}</h1><p>{escape(detail)}</p><p><code>{escape(code)}</code></p>
<p><a href="../v1/docs">{ALL_ERRORS[language]}</a></p><p>{others}</p></main></body>
</html>
"""
