"""What a code of an error means and what to do, for a browser as a page and for other clients as JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from helsebro.errors import NotFound
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.pages.page import other_languages, page
from helsebro_aws.http.problems import texts

ALL_ERRORS: Mapping[str, str] = {
    "da": "Alle fejlkoder og hele dokumentationen",
    "nb": "Alle feilkoder og hele dokumentasjonen",
    "en": "All error codes and the whole reference",
}
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
    return page(title, _body(code, language, detail), language, SHARED)


def readable(detail: str) -> str:
    """Returns a text with ``‹limit›`` for ``{limit}``, the value that an answer puts there."""
    return re.sub(r"\{(\w+)\}", r"‹\1›", detail)


def _body(code: str, language: str, detail: str) -> str:
    return (
        f"<p>{escape(detail)}</p><p><code>{escape(code)}</code></p>"
        f'<p><a href="../v1/docs">{ALL_ERRORS[language]}</a></p><p>{other_languages(language)}</p>'
    )
