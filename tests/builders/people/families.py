"""Families of children, through the handlers."""

from __future__ import annotations

from typing import Any

from helsebro.ids import PersonId
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.policies import CARL, insured_of, payer_of, policy_of

MOTHER, FATHER, STRANGER = "0101801234", "0202821234", "0303751234"
"""CPR numbers of two parents, and of an employee who is none; none belongs to a real person."""
UNDERWRITER = staff("underwriting")


class TwoEmployers:
    """A child in the mother's family, and then enrolled by another employer as the child of someone else.

    ``other`` is the CPR number of that person, ``number`` that of the other employer's policy.
    """

    def __init__(self, other: str = STRANGER, cpr: str = CARL, number: str = "P-other") -> None:
        payer_of("tryg")
        self.cpr, self.other_cpr = cpr, other
        self.policy = policy_of("tryg", number="P-mother")
        self.other_policy = policy_of(
            "tryg", number=number, policyholder={"name": "Vest A/S", "cvr": "87654321"}
        )
        self.mother = insured_of(self.policy, cpr=MOTHER, name="Mona Berg")
        self.child = insured_of(
            self.policy, cpr=cpr, name="Carl Berg", relation="child", mainInsuredPersonId=self.mother
        )
        self.other = insured_of(self.other_policy, cpr=other, name="Sten Dahl")
        self.enrol_again()

    def enrol_again(self) -> None:
        """Sends the other employer's enrolment of the child, also a second time."""
        insured_of(
            self.other_policy, cpr=self.cpr, name="C. Dahl", relation="child", mainInsuredPersonId=self.other
        )


def family(person_id: PersonId, by: dict[str, Any], language: str = "en") -> Answered:
    """Returns the family of a child as a caller reads it."""
    from functions.claims.families.handler import handler

    path = f"/v1/families/{person_id}"
    return ask(handler, event("GET", path, by=by, headers={"accept-language": language}))


def answer(person_id: PersonId, guardian_id: PersonId, by: dict[str, Any], confirmed: Any = True) -> Answered:
    """Returns the answer to a yes or no to a guardian."""
    from functions.claims.families.handler import handler

    path = f"/v1/families/{person_id}/guardians/{guardian_id}"
    return ask(handler, event("PUT", path, by=by, body={"confirmed": confirmed}))


def me(cpr: str) -> dict[str, Any]:
    """Returns a member's own page."""
    from functions.policies.members.handler import handler

    return dict(ask(handler, event("GET", "/v1/me", by=member(cpr))).body)
