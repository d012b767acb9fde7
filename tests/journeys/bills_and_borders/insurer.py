"""A payer with its staff, and the members that it insures; each test has a member of its own."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from local.demo import login
from local.demo.norwegian_number import new_fnr
from local.demo.people import BANKID_HIGH, NORWEGIAN_PAYER
from local.demo.policies import IN_NORWAY, PAYERS
from local.journey import insurance
from local.journey.payer_numbers import norwegian_number_of
from local.journey.people import StackAddresses, User, Users, new_cpr
from local.journey.steps import Journey
from tests.journeys.bills_and_borders.billed_case import BilledCase

NAME = "Ingrid Ås"


@dataclass(frozen=True)
class Insurer:
    """The staff of a payer log in once; ``currency`` is that of its policy."""

    users: Users
    policy_id: str
    currency: str
    journey: Journey = field(default_factory=lambda: Journey(lambda _: None))
    logged_in: dict[str, User] = field(default_factory=dict)

    @classmethod
    def danish(cls, stack: StackAddresses) -> Insurer:
        """Returns a new Danish payer with one policy."""
        users = Users(stack)
        return cls(users, insurance.open_payer(Journey(lambda _: None), users), "DKK")

    @classmethod
    def norwegian(cls, stack: StackAddresses) -> Insurer:
        """Returns a new Norwegian payer with one policy, whose amounts are its own."""
        return cls.in_norway(Users(stack))

    @classmethod
    def in_norway(cls, users: Users) -> Insurer:
        """Registers the payer of these users in Norway, with one policy."""
        register_norwegian(users)
        made = users.staff("underwriting").post("/v1/policies", norwegian_policy(users.payer))
        assert made.status_code == 201, made.text
        return cls(users, str(made.json()["policyId"]), "NOK")

    def staff(self, role: str) -> User:
        """Returns the payer's member of staff with a role."""
        if role not in self.logged_in:
            self.logged_in[role] = self.users.staff(role)
        return self.logged_in[role]

    def member(self) -> User:
        """Insures a person with a CPR number, who logs in with MitID."""
        return insurance.insure(self.journey, self.users, self.policy_id, new_cpr())

    def norwegian_member(self, number: str = "") -> User:
        """Insures a person with a fødselsnummer and an e-mail address, who logs in with BankID."""
        fnr, sub = number or new_fnr(), secrets.token_hex(4)
        person = {
            "fnr": fnr,
            "name": NAME,
            "enrolledOn": "2024-01-01",
            "country": "NO",
            "publicHealthInsurance": True,
            "relation": "employee",
            "scheme": "company",
            "email": f"{sub}@example.org",
            "phone": "+4741234567",
        }
        path = f"/v1/policies/{self.policy_id}/insured"
        self.journey.step("a person is insured", self.staff("underwriting").post(path, person), 201)
        stack = self.users.stack
        known = {"no.fnr": fnr, "acr": BANKID_HIGH, "name": NAME}
        login.make_user(stack.member_issuer, sub, known)
        return User.logged_in(stack, partial(login.token, stack.member_issuer, stack.member_client_id, sub))

    def case(self, member: User, claim: Mapping[str, Any], language: str = "da") -> BilledCase:
        """Returns the case that a member reports."""
        reported = member.post("/v1/claims", {"cause": "leisure", "description": "Kne", **claim})
        claim_id = self.journey.step("a claim is reported", reported, 201).json()["claimId"]
        return BilledCase(self.journey, self.staff, member, str(claim_id), self.currency, language)


def register_norwegian(users: Users) -> None:
    """The platform registers a payer in Norway."""
    number = norwegian_number_of(users.payer)
    shape = PAYERS[NORWEGIAN_PAYER] | {"name": "Fjordhelse", "organisationNumber": number}
    made = users.staff("platform", of_payer=False).put(f"/v1/payers/{users.payer}", shape)
    assert made.status_code == 201, made.text


def norwegian_policy(payer: str) -> dict[str, Any]:
    """Returns the body of a policy of a Norwegian payer."""
    return {**IN_NORWAY.body(), "number": f"{payer}-1"}
