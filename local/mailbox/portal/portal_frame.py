"""Portal frame: the words of the portal's pages in a language, and what every page has around its content."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from helsebro.notifications.contact_record import Language
from helsebro_aws.http.pages.page import STYLE, other_languages
from local.clinic.clinic_system import Reply
from local.mailbox.page_answer import policy_of

WORDS = Path(__file__).with_name("portal_words.json")
POLICY = policy_of("form-action 'self'", "frame-ancestors 'none'")


@cache
def words(language: Language) -> Mapping[str, Any]:
    """Returns the words of the pages in a language."""
    read: Mapping[str, Any] = json.loads(WORDS.read_text("utf-8"))[language]
    return read


def framed(path: str, title: str, content: str, language: Language) -> str:
    """Returns the page at this path; ``content`` is HTML. Its ends lead to a login and to other languages."""
    return f"""<!doctype html><html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>{escape(title)}</title><style>{STYLE}</style></head>
<body><main><h1>{escape(title)}</h1>{content}
<p><a href="{escape(path)}/login">{words(language)["login"]}</a></p><p>{other_languages(language)}</p>
</main></body></html>
"""


def refusal(path: str, answer: Reply, language: Language) -> str:
    """Returns the page that shows why the API refused a call."""
    problem = problem_of(answer)
    return framed(path, problem["title"], f"<p>{escape(problem['detail'])}</p>", language)


def problem_of(answer: Reply) -> Mapping[str, Any]:
    """Returns the problem of a refusal; one of the gateway itself has only its status."""
    is_problem = isinstance(answer.body, dict) and "title" in answer.body
    return answer.body if is_problem else {"code": "", "title": f"{answer.status}", "detail": ""}


def part(name: str, texts: Iterable[str]) -> str:
    """Returns a part of a list of terms; empty without a text."""
    shown = "".join(f"<dd>{escape(text)}" for text in texts if text)
    return f"<dt>{escape(name)}{shown}" if shown else ""


def record(identifier: str, parts: Iterable[str]) -> str:
    """Returns the content of a page that shows one record of the API."""
    return f"<p><code>{escape(identifier)}</code></p><dl>{''.join(parts)}</dl>"
