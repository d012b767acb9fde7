"""Shown answer: the engine's answer with its sentences, in the reader's language (api.md, Coverage)."""

from __future__ import annotations

from helsebro.coverage import answer_json
from helsebro.coverage.answer import Answer
from helsebro.coverage.texts.fact_texts import Of, texts_in_case
from helsebro.coverage.texts.person_of_address import PersonOfAddress
from helsebro.coverage.texts.shown_trail import ShownTrail


def shown_answer(answer: Answer, language: str, reader: PersonOfAddress = "self") -> dict[str, object]:
    """Returns the answer of ``POST /v1/coverage/simulate`` in ``da``, ``nb`` or ``en``."""
    return {
        **answer_json.write_without_trail(answer),
        "trail": ShownTrail(answer.trail, language, answer.product or "", reader=reader).rows(),
        "amountHangsOn": _questions(answer, language, reader) if answer.amount_hangs_on else [],
    }


def _questions(answer: Answer, language: str, reader: PersonOfAddress) -> list[dict[str, str]]:
    """Returns the facts on which the amount hangs, with their questions."""
    # Here, so that the answers of a list with an amount load no more.
    from helsebro.coverage.asked.price_unit import price_unit

    facts, home = answer.trail.facts, answer.trail.home
    treatment, sessions = facts.get("treatment.type"), facts.get("treatment.sessions")
    unit = price_unit(treatment, sessions) if treatment else None
    of: Of = "self" if reader == "self" else "other"
    return [
        {"fact": path, "question": texts_in_case(path, facts, language, home, of).question_for(unit)}
        for path in answer.amount_hangs_on
    ]
