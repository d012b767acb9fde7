"""The page behind the personal link of a message (F4-42): one case, as the API shows it to who has logged in.

It stands in for the page of a payer's portal, in the three languages.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from helsebro.notifications.contact_record import LANGUAGES, Language
from helsebro_aws.http.problem_page import NAMES, STYLE
from helsebro_aws.notifications.words import words as words_of_messages
from local.clinic.clinic_system import Reply

WORDS = Path(__file__).with_name("case_words.json")


@cache
def words(language: Language) -> Mapping[str, Any]:
    """Returns the words of the page in a language."""
    read: Mapping[str, Any] = json.loads(WORDS.read_text("utf-8"))[language]
    return read


def page(path: str, answer: Reply, language: Language) -> str:
    """Returns the page at this path for the API's answer: a claim, or the problem of a refusal."""
    known = words(language)
    is_claim = answer.status == 200
    problem = problem_of(answer)
    title = known["title"] if is_claim else problem["title"]
    content = _claim(answer.body, language) if is_claim else f"<p>{escape(problem['detail'])}</p>"
    others = " · ".join(
        f'<a href="?language={other}" hreflang="{other}" lang="{other}">{NAMES[other]}</a>'
        for other in LANGUAGES
        if other != language
    )
    return f"""<!doctype html><html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>{escape(title)}</title><style>{STYLE}</style></head>
<body><main><h1>{escape(title)}</h1>{content}
<p><a href="{escape(path)}/login">{known["login"]}</a></p><p>{others}</p></main></body></html>
"""


def problem_of(answer: Reply) -> Mapping[str, str]:
    """Returns the problem of a refusal; one of the gateway itself has only its status."""
    is_problem = isinstance(answer.body, dict) and "title" in answer.body
    return answer.body if is_problem else {"code": "", "title": f"{answer.status}", "detail": ""}


def _claim(claim: Mapping[str, Any], language: Language) -> str:
    known = words(language)
    states = known["states"]
    missing = [states[part] for part in claim["missing"]] or [known["nothing"]]
    deadlines = [_deadline(each, language) for each in claim["deadlines"]] or [known["nothing"]]
    parts = [
        _part(known["status"], [states[claim["status"]]]),
        _part(known["reported"], [_shown_time(claim["reportedAt"])]),
        _part(known["missing"], missing),
        _part(known["deadlines"], deadlines),
    ]
    if asked := claim["clarification"]:
        parts.append(_part(known["question"], [asked["question"] or ""]))
    if claim["nextSteps"]:
        parts.append(_part(known["nextSteps"], [step["text"] for step in claim["nextSteps"]]))
    delay = f"<p>{escape(claim['delay']['text'])}</p>" if claim["delay"] else ""
    return f"<p><code>{escape(claim['claimId'])}</code></p>{delay}<dl>{''.join(parts)}</dl>"


def _part(name: str, texts: Iterable[str]) -> str:
    return f"<dt>{escape(name)}" + "".join(f"<dd>{escape(text)}" for text in texts)


def _deadline(deadline: Mapping[str, str], language: Language) -> str:
    kind = words_of_messages(language)["kind"].get(deadline["kind"], deadline["kind"])
    return f"{kind}: {_shown_time(deadline['dueAt'])}, {words(language)['states'][deadline['state']]}"


def _shown_time(instant: str) -> str:
    return f"{instant[:10]} {instant[11:16]} UTC"
