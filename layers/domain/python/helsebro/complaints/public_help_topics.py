"""Public help topics: which part of the public system can help with what we do not cover (F4-26)."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.coverage.texts.general import CAUSE
from helsebro.coverage.trail import Trail

TOPICS: Mapping[str, str] = {
    "R-614": "cancer",
    "R-731": "cancer",
    "R-7162": "cancer",
    "R-603": "acute",
    "R-825": "acute",
    "R-1107": "transport",
    "R-1110": "transport",
    "R-7121": "transport",
}
"""The rules whose denial points to a specific part of the public system."""
TOPICS_OF_FACTS: Mapping[str, Mapping[str, str]] = {
    "treatment.type": {"misuse": "misuse", "antabuse": "misuse", "rehabilitation": "rehabilitation"},
    "condition.category": {
        "misuse-alcohol": "misuse",
        "misuse-drugs": "misuse",
        "misuse-medicine": "misuse",
    },
    "event.kind": {
        "assault": "crime",
        "violence": "crime",
        "burglary": "crime",
        "sudden-death-witnessed": "grief",
        "death-in-nearest-family": "grief",
    },
    CAUSE: {"work": "work-injury"},
}
"""What a case is about, where the public system has help that no rule names; the cause where it denies."""
OF_THE_CAUSE = frozenset({"R-301", "R-602"})
"""The rules that deny what is not of the cause that a policy insures."""


def topic_of(trail: Trail) -> tuple[str, str | None]:
    """Returns the topic, and the rule whose denial points to it; None when the facts do."""
    rules = [step.rule for step in trail if step.effect == "deny"]
    rule = next((rule for rule in rules if rule in TOPICS), None)
    if rule:
        return TOPICS[rule], rule
    known = dict(trail.facts)
    if OF_THE_CAUSE.isdisjoint(rules):
        known.pop(CAUSE, None)
    topics = (TOPICS_OF_FACTS[path].get(str(known.get(path))) for path in TOPICS_OF_FACTS)
    return next(filter(None, topics), "general"), None
