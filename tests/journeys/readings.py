"""What readers of a case read: no text is empty, and none is Danish for those who read another language."""

from __future__ import annotations

from collections.abc import Callable

from helsebro.country_profile import known_countries, profile
from local.journey.benefits import JsonObject
from tests.builders.words.danish_words import is_danish_for
from tests.builders.words.read_texts import texts_in
from tests.journeys.bills_and_borders.billed_case import BilledCase

PARTS = ("", "/explanation", "/guarantees", "/refunds")
"""What a member reads of a case."""
BOARDS = [profile(country).complaint_board for country in known_countries()]
NAMES = (
    "Sundhedshuset Vesterport",
    *(part for each in BOARDS for part in (each.name, each.address)),
)
"""Names and addresses are the same in every language."""


def case_must_be_readable(case: BilledCase) -> None:
    """Fails when a part of the case has an empty text, or a Danish one for other readers."""
    must_be_readable(lambda language: parts_of(case, language))


def parts_of(case: BilledCase, language: str) -> JsonObject:
    """Returns the claim, its explanation, its guarantees and its refunds, as the member reads them."""
    return {part: case.read(language, of=part) for part in PARTS}


def task_must_be_readable(case: BilledCase) -> None:
    """Fails when the open task of the claim has such a text for a caseworker."""
    must_be_readable(lambda language: _task(case, language))


def must_be_readable(read: Callable[[str], JsonObject]) -> None:
    """Fails when an answer has such a text; in Danish it must have one that the check finds."""
    in_danish = [*texts_in(read("da"))]
    for language in ("nb", "en"):
        assert any(is_danish_for(language, text) for text in in_danish)
        texts = [_without_names(text) for text in texts_in(read(language))]
        faulty = [text for text in texts if not text.strip() or is_danish_for(language, text)]
        assert faulty == [], (language, faulty)


def _without_names(text: str) -> str:
    for name in NAMES:
        text = text.replace(name, "-")
    return text


def _task(case: BilledCase, language: str) -> JsonObject:
    path, headers = "/v1/tasks?queue=claims&limit=100", {"Accept-Language": language}
    tasks: list[JsonObject] = case.staff("caseworker").get(path, **headers).json()["items"]
    return next(task for task in tasks if task["subject"]["claimId"] == case.claim_id)
