"""The query parameters of the list of a policy's insured; all their faults are reported at once (400)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args

from helsebro.errors import BadInput, Fault
from helsebro.policies.insured import Insured, Relation
from helsebro_aws.http.call import Call

RELATIONS: tuple[Relation, ...] = get_args(Relation)
LEFT = {"true": True, "false": False}


@dataclass(frozen=True)
class InsuredQuery:
    """Which of the insured are asked for: of a relation, and those who have left before ``on`` or not."""

    on: date
    relation: str | None
    left: bool | None

    def includes(self, insured: Insured) -> bool:
        """Returns whether one of the insured is asked for."""
        has_left = insured.left_on is not None and insured.left_on < self.on
        return self.relation in (None, insured.relation) and self.left in (None, has_left)


def insured_query(call: Call, on: date) -> InsuredQuery:
    """Returns what a call asks for on a day. Raises ``BadInput`` (400)."""
    relation, left, faults = call.given("relation"), call.given("left"), list[Fault]()
    if relation not in (None, *RELATIONS):
        faults.append(Fault("/relation", "unknown-relation", ", ".join(RELATIONS)))
    if left not in (None, *LEFT):
        faults.append(Fault("/left", "not-a-boolean", ""))
    if faults:
        raise BadInput(faults, malformed=True)
    return InsuredQuery(on, relation, LEFT[left] if left else None)
