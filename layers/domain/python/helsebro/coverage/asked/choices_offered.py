"""Choices offered: which values of a choice a person can know, and which of them change something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from helsebro.coverage.asked.asked_fact import AskedFact, AskedOf

KNOWN_BY: Mapping[str, Mapping[str, AskedOf]] = {
    "condition.circumstances": {
        "gross-negligence": "staff",
        "place-not-authorised": "staff",
        "method-not-approved": "staff",
        "method-not-recognised": "staff",
        "change-not-told": "staff",
        "examined-at-former-insurer": "staff",
        "no-show": "clinic",
        "no-show-valid-reason": "clinic",
        "evening-supplement": "clinic",
        "weekend-supplement": "clinic",
    }
}
"""Who can know a value, by path, where it is not the one that the fact is asked of.

Staff know what takes a legal assessment, our approvals and another insurer's case. A clinic knows what
happens at an appointment and what its bill adds; the staff ask it, and a member may state it too.
"""
OTHER_COUNTRY = "US"
"""Stands for every country that the terms do not name."""
NEUTRAL: Mapping[str, str] = {
    "condition.category": "other",
    "treatment.country": OTHER_COUNTRY,
    "treatment.practitioner.relation": "none",
}
"""The value that says that none of the others holds. Of several values it is the empty list."""
ALWAYS: Mapping[str, tuple[str, ...]] = {"condition.category": ("injury", "illness", "pain", "other")}
"""The values that are always offered: what most people have is not looked for under "something else"."""

NOT_OF_A_CHILD: Mapping[str, frozenset[str]] = {
    "condition.circumstances": frozenset({"professional-sport", "military"}),
    "treatment.practitioner.relation": frozenset({"self", "spouse", "child"}),
}
"""The values that cannot hold of a child under 15, by path."""


def possible_of_a_child(fact: AskedFact, choices: Iterable[str]) -> tuple[str, ...]:
    """Returns the choices that can hold of a child under 15."""
    impossible = NOT_OF_A_CHILD.get(fact.path, frozenset())
    return tuple(value for value in choices if value not in impossible)


def knows(fact: AskedFact, value: str) -> AskedOf:
    """Returns who can know whether a value of the fact holds."""
    return KNOWN_BY.get(fact.path, {}).get(value, fact.asked_of)


def may_state(fact: AskedFact, value: object) -> bool:
    """Returns whether a person who is not staff may state this value, or all of these, of a fact."""
    values = value if isinstance(value, list | tuple) else (value,)
    return all(knows(fact, named) != "staff" for named in values if isinstance(named, str))


def is_chosen_from(fact: AskedFact) -> bool:
    """Returns whether the choices of a fact are offered by what they change."""
    return fact.several or fact.path in NEUTRAL


def choices_offered(fact: AskedFact) -> tuple[str, ...]:
    """Returns the values of a fact that the one who is asked for it can know."""
    return tuple(value for value in fact.choices if knows(fact, value) == fact.asked_of)
