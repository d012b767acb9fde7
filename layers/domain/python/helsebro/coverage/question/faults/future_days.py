"""Future days: what has happened cannot have a day after today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from helsebro.coverage.question.question import Question
from helsebro.errors import Fault


def days_in_the_future(asked: Question, today: date) -> Iterator[Fault]:
    """Yields a fault for each day after today on which something of a case has happened.

    The day of a treatment or a discharge may be planned. A simulation may ask as of a day to come.
    """
    condition, evidence = asked.condition, asked.evidence
    happened = {
        "/condition/arisenOn": condition.arisen_on,
        "/condition/symptomsFrom": condition.symptoms_from,
        "/condition/diagnosedOn": condition.diagnosed_on,
        "/condition/sequelaOfChronicDiagnosedOn": condition.sequela_of_chronic_diagnosed_on,
        "/event/occurredOn": asked.event.occurred_on,
        "/evidence/reportedOn": evidence.reported_on,
        "/evidence/premiumRemindedOn": evidence.premium_reminded_on,
        "/evidence/premiumPaidOn": evidence.premium_paid_on,
        **{f"/history/{place}/on": row.on for place, row in enumerate(asked.history)},
        **{f"/history/{place}/courseEndedOn": row.course_ended_on for place, row in enumerate(asked.history)},
    }
    for pointer, day in happened.items():
        if day and day > today:
            yield Fault(pointer, "in-the-future", "")
