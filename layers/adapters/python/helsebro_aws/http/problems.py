"""Problem+json (RFC 9457): maps every error of the tree to an answer in the caller's language."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helsebro import errors
from helsebro.errors import BadInput, HelsebroError, SignatureRefused
from helsebro.money import Money
from helsebro_aws.http import errors as http_errors
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.fresh_login import MAX_AGE_SECONDS

if TYPE_CHECKING:
    from helsebro.plain_words import PlainWords

TEXTS = Path(__file__).parents[1]
PROBLEM = "application/problem+json"
DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b(?!T)")
INSTANT = re.compile(r"\b\d{4}-\d{2}-\d{2}T[0-9:.]+Z")
SHOWN = ("path", "bookingId")
"""The facts of a fault that are shown beside its pointer."""
LANGUAGES = ("da", "nb", "en")
LEAST = 0.001
"""The weight of what has a weight that cannot be read: the least that a header can give."""
READ_AS = {"no": "nb", "nn": "nb", "sv": "en", "fi": "en"}
"""Language → the one of ours that its speakers get (api.md, conventions)."""
RETRY_AFTER_SECONDS = 5
"""When a client may repeat a request that met a fault that passes: throttling lasts a few seconds."""

STATUS: Mapping[type[HelsebroError], int] = {
    http_errors.Unauthenticated: 401,
    http_errors.LoginNotFresh: 401,
    SignatureRefused: 401,
    http_errors.NotThroughTheEdge: 403,
    http_errors.NotAcceptable: 406,
    http_errors.UnsupportedMedia: 415,
    http_errors.VersionMissing: 428,
    http_errors.KeyMissing: 400,
    http_errors.KeyReused: 422,
    http_errors.NoSuchRoute: 404,
    errors.VersionStale: 412,
    errors.NotFound: 404,
    errors.NotAllowed: 403,
    errors.Refused: 422,
    errors.Conflict: 409,
    errors.BadInput: 422,
    errors.TooOften: 429,
    errors.Unavailable: 503,
}

HEADERS: Mapping[int, Mapping[str, str]] = {
    401: {"WWW-Authenticate": "Bearer"},
    503: {"Retry-After": str(RETRY_AFTER_SECONDS)},
}
"""The headers that every problem of a status has."""
STEP_UP = (
    'Bearer error="insufficient_user_authentication", '
    'error_description="A login of at most 5 minutes is needed", '
    f"max_age={MAX_AGE_SECONDS}"
)
OF_AN_ERROR: Mapping[type[HelsebroError], Mapping[str, str]] = {
    http_errors.LoginNotFresh: {"WWW-Authenticate": STEP_UP}
}
"""The headers of an error in place of those of its status."""


def language_of(accept_language: str, otherwise: str = "da") -> str:
    """Returns ``da``, ``nb`` or ``en``, the one the header prefers, or ``otherwise``."""
    wanted = []
    for position, part in enumerate("".join(accept_language.lower().split()).split(",")):
        tag, *parameters = part.split(";")
        primary = tag.split("-")[0]
        primary = READ_AS.get(primary, primary)
        weight = weight_of(parameters)
        # A weight of 0 means: not this one (RFC 9110, 12.4.2).
        if primary in LANGUAGES and weight > 0:
            wanted.append((-weight, position, primary))
    return min(wanted)[2] if wanted else otherwise


WITH_DETAIL = re.compile(r"\[([^\]]*)\]")
"""The part of a fault's text that is left out when the fault has no detail."""


def weight_of(parameters: Sequence[str]) -> float:
    """Returns the weight that the parameters of a preference give it (``q=0.8``), 1 without one."""
    text = next((text.removeprefix("q=") for text in parameters if text.startswith("q=")), "1")
    try:
        return float(text)
    except ValueError:
        return LEAST


def problem(error: HelsebroError, path: str, language: str) -> HttpAnswer:
    """Returns the answer that says what is wrong, for a body with all faults at once."""
    status = 400 if isinstance(error, BadInput) and error.malformed else _status(type(error))
    body: dict[str, Any] = {
        **error.facts,
        **_words(error.code, language, error.facts),
        "type": f"/problems/{error.code}",
        "status": status,
        "instance": path,
        "code": error.code,
    }
    if error.faults:
        body["errors"] = [fault_shown(fault, language) for fault in error.faults]
    headers = {**HEADERS.get(status, {}), **OF_AN_ERROR.get(type(error), {})}
    if isinstance(error, errors.TooOften):
        headers["Retry-After"] = str(error.seconds)
    return HttpAnswer(status, body, headers, PROBLEM)


def bug(path: str, language: str) -> HttpAnswer:
    """Returns a 500 without details: the log has the type and the place of the error."""
    words = _words("internal-error", language, {})
    body = {**words, "type": "/problems/internal-error", "status": 500, "instance": path}
    return HttpAnswer(500, {**body, "code": "internal-error"}, {}, PROBLEM)


def _status(kind: type[HelsebroError]) -> int:
    return next(STATUS[parent] for parent in kind.__mro__ if parent in STATUS)


def fault_shown(fault: errors.Fault, language: str) -> dict[str, str]:
    """Returns a fault with its text, as an entry of ``errors``."""
    _, text = _texts_of(str(fault.facts.get("text", fault.code)), language)
    begins_with_value = text.startswith("{")
    text = WITH_DETAIL.sub(r"\1" if fault.detail else "", text)
    for name, value in {"detail": fault.detail, **fault.facts}.items():
        text = text.replace(f"{{{name}}}", _in_words(value, language))
    if begins_with_value:
        text = text[:1].upper() + text[1:]
    shown = {name: str(fault.facts[name]) for name in SHOWN if name in fault.facts}
    return {"pointer": fault.pointer, **shown, "code": fault.code, "detail": text}


def _words(code: str, language: str, facts: Mapping[str, object]) -> dict[str, str]:
    title, detail = _texts_of(code, language)
    try:
        words = {name: _in_words(value, language) for name, value in facts.items()}
        return {"title": title, "detail": detail.format(**words).replace("kr..", "kr.")}
    except (KeyError, IndexError):
        return {"title": title, "detail": detail}


def _in_words(value: object, language: str) -> str:
    """Returns a value for a text, with days and amounts as people write them.

    Of a text in each language it returns the one in the reader's.
    """
    if isinstance(value, Mapping):
        return str(value[language])
    if isinstance(value, Money):
        return _plain_words(language).of_amount(value.amount, value.currency)
    said = INSTANT.sub(lambda at: _plain_words(language).of_moment(_local(at[0])), str(value))
    return DAY.sub(lambda day: _plain_words(language).spoken(day[0], str), said)


def _local(instant: str) -> datetime:
    """Returns an instant by the clock of both countries."""
    from helsebro.local_day import zone

    return datetime.fromisoformat(instant).astimezone(zone("DK"))


def _plain_words(language: str) -> PlainWords:
    # Loaded for a text with a day or an amount only: most answers have neither.
    from helsebro.plain_words import plain_words

    return plain_words(language)


def _texts_of(code: str, language: str) -> tuple[str, str]:
    """Returns the title and text of a code, the code itself when it has none."""
    title, text = texts()[code][language] if code in texts() else (code, code)
    return title, text


@cache
def texts() -> dict[str, dict[str, list[str]]]:
    """Returns the title and detail of every code by language, from each context's ``*problems.json``.

    The files are read on the first error only.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for path in sorted(TEXTS.glob("**/*problems.json")):
        found |= json.loads(path.read_text("utf-8"))
    return found


def traceable(answer: HttpAnswer, correlation_id: str) -> Mapping[str, Any]:
    """Returns the body of the answer; a problem names the call, so that support can find its log lines."""
    body = answer.body or {}
    return {**body, "correlationId": correlation_id} if answer.content_type == PROBLEM else body
