"""Joint step: what to change together when several rules deny, and no single change is enough (F4-26)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from helsebro.complaints.chosen_texts import IN_NETWORK, in_order, to_choose
from helsebro.complaints.next_step_texts import IN_OUR_NETWORK, TOGETHER
from helsebro.country_profile import CountryProfile, Texts
from helsebro.coverage.texts.every_language import general_texts
from helsebro.coverage.texts.general import APPROVAL

if TYPE_CHECKING:
    from helsebro.coverage.trail import Step, Trail

HOME = "home"
"""Stands for the payer's country."""
COUNTRY, RELATION = "treatment.country", "treatment.practitioner.relation"
STARTS, APPROVALS = "treatment.startsOn", "treatment.practitioner.approvals"
CHOICES: Mapping[str, Mapping[str, object]] = {
    "R-401": {COUNTRY: HOME},
    "R-402": {COUNTRY: HOME},
    "R-502": {COUNTRY: HOME},
    "R-607": {RELATION: "none"},
    "R-813": {APPROVALS: "RAB"},
    "R-814": {APPROVALS: "RAB"},
    "R-815": {APPROVALS: "ROD"},
    "R-816": {APPROVALS: "ROD"},
    "R-832": {IN_NETWORK: True},
    "R-842": {IN_NETWORK: True},
    "R-931": {IN_NETWORK: True},
    "R-7146": {COUNTRY: HOME, IN_NETWORK: True, APPROVAL: True},
}
"""The rules that do not deny any more once the member has chosen otherwise, and the values to choose."""


def joint_changes(trail: Trail, here: CountryProfile) -> Mapping[str, object]:
    """Returns the value of each fact with which no rule denies any more; none when that cannot be chosen.

    A rule that denies only until a day is met by waiting for it.
    """
    changes: dict[str, object] = {}
    for step in (step for step in trail if step.denies):
        found = dict(_choices(step, trail, here)) or dict(_wait(step))
        if not found:
            return {}
        if {STARTS} == found.keys() & changes.keys():
            found[STARTS] = max(str(found[STARTS]), str(changes[STARTS]))
        changes |= found
    return changes


def joint_text(changes: Mapping[str, object], here: CountryProfile) -> Texts:
    """Returns the step that names all of them."""
    texts = {path: _text(path, value, here) for path, value in changes.items()}
    return in_order({"": TOGETHER, **texts} if len(texts) > 1 else texts)


def _choices(step: Step, trail: Trail, here: CountryProfile) -> Iterator[tuple[str, object]]:
    """Yields what differs from the present choice."""
    for path, wanted in CHOICES.get(step.rule, {}).items():
        value = here.country if wanted == HOME else wanted
        if path == APPROVALS:
            known: Any = trail.facts.get(path)
            value = sorted({*(known if isinstance(known, list | tuple) else ()), str(wanted)})
        if trail.facts.get(path) != value:
            yield path, value


def _wait(step: Step) -> Iterator[tuple[str, object]]:
    until = step.facts.get("until")
    if step.effect == "wait" and isinstance(until, str):
        yield STARTS, date.fromisoformat(until).isoformat()


def _text(path: str, value: object, here: CountryProfile) -> Texts:
    if path == STARTS:
        return general_texts("step.waiting.also", {"day": value})
    if path == IN_NETWORK:
        return IN_OUR_NETWORK
    approval = [value[0]] if path == APPROVALS and isinstance(value, list) and len(value) == 1 else value
    return to_choose(path, approval, here) or {}
