"""Safety: what an acute report says in every answer, with the numbers of the person's country (F3-22)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from helsebro.claims.urgent.acute_need import acute_need, is_in_crisis

if TYPE_CHECKING:
    from helsebro.country_profile import UrgentNumber
    from helsebro.coverage.question.question import Question
    from helsebro_aws.claims.urgent.safety_answer import AcuteSafetyAnswer, UrgentNumberAnswer


def with_safety(asked: Question, country: str, language: str) -> Mapping[str, Any]:
    """Returns ``{"safety": …}`` for a report that is acute, and nothing for every other.

    ``country`` is where the person lives: the numbers of another one help nobody.
    """
    need = acute_need(asked)
    if need is None:
        return {}
    # Here, so that a report that is not acute reads no file of a country.
    from helsebro.country_profile import profile

    here = profile(country)
    parts = [(here.safety, here.emergency)]
    if is_in_crisis(asked):
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
        "when": line.when[language],
    }
