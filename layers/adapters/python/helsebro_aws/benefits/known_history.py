"""Known history: what the platform itself knows of a person's earlier treatments, cover by cover."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from helsebro_aws.dynamodb.tables import Tables, tables

if TYPE_CHECKING:
    from helsebro.benefits.ledger import Ledger
    from helsebro.coverage.choice import HistoryOf
    from helsebro.coverage.question.cover import Cover
    from helsebro.coverage.question.question import Earlier, Question
    from helsebro.policies.covers import Covered


def history_of(question: Question, covered: Iterable[Covered], today: date, on: Tables = tables) -> HistoryOf:
    """How a question's covers ask for their history: one read for each payer, when first asked.

    What was recorded after the question's ``asOf`` is not told.
    """
    places = {cover.policy_id: place for place, cover in covered}

    @cache
    def ledger(payer: str, person_id: str) -> Ledger:
        from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits

        return DynamoBenefits(on).ledger(payer, person_id)

    def known(cover: Cover) -> tuple[Earlier, ...]:
        place = places[cover.policy_id]
        kept = ledger(place.payer, place.person_id)
        return kept.history(question, question.as_of or today, today=today)

    return known
