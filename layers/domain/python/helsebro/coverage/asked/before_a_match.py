"""Before a match: what a member cannot know before we have found a psychologist for them (F1-14)."""

from __future__ import annotations

from dataclasses import replace

from helsebro.coverage.asked.asked_fact import NeededFact
from helsebro.coverage.asked.day_that_turns import STARTS
from helsebro.coverage.question.question import Question
from helsebro.coverage.question.taken_as_given import CRISIS_HELP

KNOWN_AFTER_A_MATCH = frozenset({STARTS, "treatment.inNetwork", "treatment.practitioner.relation"})


def before_a_match(fact: NeededFact, asked: Question) -> NeededFact:
    """Returns the fact; a review of crisis help does not wait for what is known after a match only."""
    waits = asked.treatment.type == CRISIS_HELP and fact.path in KNOWN_AFTER_A_MATCH
    return replace(fact, holds_review=False) if waits else fact
