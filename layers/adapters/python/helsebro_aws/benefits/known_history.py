"""Known history: the earlier treatments of a person that the platform has recorded, cover by cover."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from helsebro.ids import PersonId
from helsebro_aws.dynamodb.tables import Tables, tables

if TYPE_CHECKING:
    from helsebro.benefits.ledger import Ledger
    from helsebro.coverage.choice import HistoryOf
    from helsebro.coverage.question.cover import Cover
    from helsebro.coverage.question.question import Earlier, Question
    from helsebro.policies.covers import Covered


def history_of(question: Question, covered: Iterable[Covered], today: date, on: Tables = tables) -> HistoryOf:
    """Returns a function from a cover to its history; it reads each payer's ledger once, on first use.

    The history leaves out what was recorded after the question's ``asOf``.
    """
    places = {cover.policy_id: place for place, cover in covered}

    @cache
    def ledger(payer: str, person_id: PersonId) -> Ledger:
        from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits

        return DynamoBenefits(on).ledger(payer, person_id)

    def known(cover: Cover) -> tuple[Earlier, ...]:
        place = places[cover.policy_id]
        kept = ledger(place.payer, place.person_id)
        return kept.history(question, question.as_of or today, today=today)

    return known
