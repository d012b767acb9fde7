"""Taken as given: what a question does not state, and its event or the treatment itself answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helsebro.coverage.question.question import Question, Treatment

CRISIS_HELP = "crisis-help"
MENTAL = "mental"


def arisen_on(asked: Question) -> date | None:
    """Returns the day on which the illness or injury arose: as stated, else the day of the event."""
    return asked.condition.arisen_on or asked.event.occurred_on


def category_of(asked: Question) -> str | None:
    """Returns what kind of illness it is: as stated, else that of crisis help, which treats the mind."""
    stated = asked.condition.category
    return MENTAL if stated is None and asked.treatment.type == CRISIS_HELP else stated


def with_given(asked: Question, home: str) -> Question:
    """Returns the question with what follows from the event and from crisis help; what is stated stands.

    We find the psychologist of crisis help ourselves: in the network, in the payer's country ``home``, and
    unrelated to the person (R-7146, R-607). A crisis after an event is no chronic illness (R-711, R-712).
    """
    condition = replace(asked.condition, arisen_on=arisen_on(asked), category=category_of(asked))
    if asked.treatment.type != CRISIS_HELP:
        return asked if condition == asked.condition else replace(asked, condition=condition)
    if condition.chronic is None and condition.category != "chronic":
        condition = replace(condition, chronic=False)
    return replace(asked, condition=condition, treatment=_arranged(asked.treatment, home))


def _arranged(treatment: Treatment, home: str) -> Treatment:
    """Returns the treatment as we arrange it, unless the member has stated where it takes place."""
    if treatment.in_network is False:
        return treatment
    practitioner = treatment.practitioner
    return replace(
        treatment,
        in_network=True,
        country=treatment.country or home,
        practitioner=replace(practitioner, relation=practitioner.relation or "none"),
    )
