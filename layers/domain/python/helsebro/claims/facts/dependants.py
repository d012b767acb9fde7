"""Dependants: facts that say something only beside another one, and go when that one changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helsebro.coverage.asked.fact_paths import OTHER, OTHER_NAME, OTHER_PAYS

FORMER = "evidence.formerInsurance"
DEPENDANTS: Mapping[str, Mapping[str, frozenset[str]]] = {
    OTHER: {OTHER_NAME: frozenset(), OTHER_PAYS: frozenset({"limits"})},
    "treatment.distanceKm": {"treatment.recommendedKm": frozenset()},
    "event.kind": {"event.occurredOn": frozenset()},
    f"{FORMER}.product": {f"{FORMER}.beganOn": frozenset(), f"{FORMER}.endedOn": frozenset()},
}
"""The facts that hang on another one, each with the values beside which it stays.

Without any, it stays beside every value but that of nothing.
"""
NOTHING = (None, "none")


def cleared_with(stated: Mapping[str, object], known: Mapping[str, object]) -> Iterator[str]:
    """Yields the known facts that what is ``stated`` leaves without a meaning, if they are not stated too."""
    for parent, dependants in DEPENDANTS.items():
        if parent not in stated:
            continue
        value = stated[parent]
        for path, values in dependants.items():
            stays = value in [*values] if values else value not in NOTHING
            if not stays and path in known and path not in stated:
                yield path
