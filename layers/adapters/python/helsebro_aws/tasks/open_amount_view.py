"""The facts that leave the amount of a proposal open: who can answer each, beside its question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro.coverage.asked.asked_facts import ASKED_FACTS, asked_of
from helsebro.coverage.question.question import Question, Treatment
from helsebro.coverage.trail import NOT_KNOWN

if TYPE_CHECKING:
    from helsebro.coverage.answer import Answer
    from helsebro.coverage.asked.asked_fact import AskedOf


def name_who_answers(open_facts: list[dict[str, Any]], answer: Answer) -> None:
    """Adds ``askedOf`` to each fact that the amount of an answer hangs on.

    What the member does not know is asked of the staff.
    """
    known = answer.trail.facts
    in_network, treatment = known.get("treatment.inNetwork"), str(known.get("treatment.type", ""))
    asked = Question(Treatment(treatment, in_network=in_network if isinstance(in_network, bool) else None))
    for fact in open_facts:
        is_unknown = f"{NOT_KNOWN}{fact['fact']}" in known
        fact["askedOf"] = "staff" if is_unknown else _asked_of(fact["fact"], asked)


def _asked_of(path: str, asked: Question) -> AskedOf:
    """Returns who can know the fact; the staff find out what no one else is asked for."""
    return asked_of(ASKED_FACTS[path], asked) if path in ASKED_FACTS else "staff"
