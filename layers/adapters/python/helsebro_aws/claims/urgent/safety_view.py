"""Safety: what every answer to an acute need says, with the numbers of the person's country (F3-22)."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from helsebro.claims.urgent.acute_need import AcuteNeed, first_need, needs_of
from helsebro.claims.urgent.acute_words import needs_in

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim
    from helsebro.country_profile import UrgentNumber
    from helsebro.coverage.question.question import Question
    from helsebro_aws.claims.urgent.safety_answer import AcuteSafetyAnswer, UrgentNumberAnswer


def claim_safety(claim: Claim, language: str, *also: str | None) -> Mapping[str, Any]:
    """Returns ``{"safety": …}`` of a claim by its facts, its description and the member's answers.

    ``also`` are words that were just written about it.
    """
    replies = (reply.text for reply in claim.replies)
    return report_safety(claim.question, claim.country, language, claim.description, *replies, *also)


def report_safety(asked: Question, country: str, language: str, *words: str | None) -> Mapping[str, Any]:
    """Returns ``{"safety": …}`` for a report that is acute by its facts or words, and nothing for others."""
    return with_safety(needs_of(asked) | needs_in(*words), country, language)


def words_safety(country: str, language: str, *words: str | None) -> Mapping[str, Any]:
    """Returns ``{"safety": …}`` for words that suggest an acute need, and nothing for all others."""
    return with_safety(needs_in(*words), country, language)


def with_safety(needs: AbstractSet[AcuteNeed], country: str, language: str) -> Mapping[str, Any]:
    """Returns ``{"safety": …}`` for acute needs, and nothing for none.

    ``country`` is where the person lives: the numbers of another one help nobody.
    """
    need = first_need(needs)
    if need is None:
        return {}
    # Here, so that what is not acute reads no file of a country.
    from helsebro.country_profile import profile

    here = profile(country)
    parts = [(here.safety, here.emergency)]
    if "crisis" in needs:
        # Where life is in danger, the emergency number comes first.
        parts.insert(1 if need == "acute" else 0, (here.crisis.text, here.crisis.numbers))
    shown: AcuteSafetyAnswer = {
        "need": need,
        "text": " ".join(text[language] for text, _ in parts),
        "numbers": [number_shown(line, language) for _, lines in parts for line in lines],
    }
    return {"safety": shown}


def number_shown(line: UrgentNumber, language: str) -> UrgentNumberAnswer:
    """Returns a number with when to call it, in the reader's language."""
    return {
        "country": line.country,
        "region": line.region,
        "number": line.number,
        "tel": line.tel,
        "when": line.when[language],
        "hours": line.hours[language] if line.hours else None,
    }
