"""What a member reads has no words of programmers: errors that a portal shows, titles, explanations, letters.

An error that only a fault of a program, a clinic's system or staff causes may name fields and headers: its
code is in ``FOR_OTHERS``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helsebro import plain_words
from helsebro_aws.http import problems

ADAPTERS, DOMAIN = Path(problems.__file__).parents[1], Path(plain_words.__file__).parent
TECHNICAL = re.compile(
    r"payload|endpoint|\btokens?\b|\bcursor|pointer|identifi(?:er\b|kator)|\bentit(?:y|ies|et)|idempoten|\bJSON\b|[Hh]eader"
    r"|query|\bbytes?\b|[a-z]+[A-Z][a-z]+|\b[a-z]{3}_|\b(?:GET|POST|PUT|DELETE) /|\bxref\b|encrypt|pixel"
    r"|boolean|\bregex|If-Match|ETag|X-[A-Z]|\((?:service|kind|status|role): |\blatest (?:is|er)\b",
)
CONDITION = re.compile(r"https?://\S+|\{[^}]*\}|\[\?[^ \]]*|\[[A-Za-z.{}]*\|")
"""An address, a value, or the condition under which a part of a text is shown."""
PROBLEMS = (
    *("benefits", "bookings", "claims", "complaints", "documents", "guarantees", "messages", "payments"),
    *("refunds", "http"),
)
FOR_OTHERS = frozenset(
    # Of a program: a body, a header or a query that no member writes.
    "malformed not-json json-too-deep clinic-not-named message-replayed signature-refused "
    "not-through-the-edge not-acceptable unsupported-media-type version-missing unknown-version "
    "idempotency-key-missing idempotency-key-reused unknown-cursor body-too-large limit-out-of-range "
    "unknown-route unknown-fact unknown-consent-kind unknown-status unknown-mandate-role "
    "guarantee-status-unknown "
    # Of staff.
    "only-staff-confirm document-confirms confirm-anew match-declined-before "
    "extension-ends-before-the-guarantee extension-price-missing text-or-canned "
    "ledger-day-too-large".split()
)
OTHER_TEXTS = (
    *ADAPTERS.glob("deadlines/shown/clock_titles.json"),
    *ADAPTERS.glob("documents/re*.json"),
    *ADAPTERS.glob("guarantees/pdf/texts/*.json"),
    *ADAPTERS.glob("claims/consenting/receipt/*.json"),
    *ADAPTERS.glob("notifications/preferences/*.json"),
    *ADAPTERS.glob("refunds/*_view.json"),
    *DOMAIN.glob("claims/guidance/*.json"),
    *DOMAIN.glob("claims/consenting/*.json"),
    *DOMAIN.glob("coverage/texts/**/*.json"),
    *DOMAIN.glob("network/why.json"),
)


def sentences(found: Any) -> Iterator[str]:
    """Yields every text in a file of texts; keys are names for programs."""
    if isinstance(found, str):
        yield CONDITION.sub("", found)
    elif isinstance(found, dict):
        for part in found.values():
            yield from sentences(part)
    elif isinstance(found, list):
        for part in found:
            yield from sentences(part)


def technical(found: Any) -> list[str]:
    return sorted({word for said in sentences(found) for word in TECHNICAL.findall(said)})


def shown_to_members() -> dict[str, Any]:
    """Returns the texts of every error by code, but for those of others."""
    paths = [path for name in PROBLEMS for path in (ADAPTERS / name).glob("**/*problems.json")]
    read = {code: texts for path in paths for code, texts in json.loads(path.read_text("utf-8")).items()}
    assert read.keys() >= FOR_OTHERS
    return {code: texts for code, texts in read.items() if code not in FOR_OTHERS}


def test_an_error_that_a_member_meets_has_no_words_of_programmers() -> None:
    shown = shown_to_members()
    assert len(shown) > 100
    assert {code: words for code, texts in shown.items() if (words := technical(texts))} == {}


@pytest.mark.parametrize("path", OTHER_TEXTS, ids=lambda path: "/".join(path.parts[-3:]))
def test_a_text_for_members_has_no_words_of_programmers(path: Path) -> None:
    assert technical(json.loads(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "said",
    [
        "Send the payload again.",
        "Choose one of nextSlots.",
        "Get it with GET /v1/consent-texts.",
        "The case clm_a is closed.",
        "Book a follow-up (service: follow-up).",
        "Give us the X-Correlation-Id.",
        "A draft may have at most 40000 bytes.",
    ],
)
def test_control_a_word_of_programmers_is_found(said: str) -> None:
    assert technical(said) != []
