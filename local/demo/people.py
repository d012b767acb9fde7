"""Demo people: two Danish families, an employer, a Norwegian member, clinic owners and staff of every role.

None of them is a real person. The CPR number of a Danish child follows from its age of 8, 14 or 16, which
therefore stays the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

MITID_SUBSTANTIAL = "https://data.gov.dk/concept/core/nsis/loa/substantial"
MITID_HIGH = "https://data.gov.dk/concept/core/nsis/loa/high"
BANKID_HIGH = "urn:bankid:high"
DANISH_PAYER, NORWEGIAN_PAYER = "tryg", "fjordhelse"
EMPLOYER_CVR = "12345674"


@dataclass(frozen=True)
class Person:
    """A demo member: ``sub`` is the name to log in with at the member issuer."""

    sub: str
    name: str
    number: str
    country: Literal["DK", "NO"] = "DK"


@dataclass(frozen=True)
class Family:
    """A main insured person, the spouse and the children."""

    main: Person
    spouse: Person
    children: tuple[Person, ...]


@dataclass(frozen=True)
class Login:
    """A user of one of the two issuers and the claims its tokens carry."""

    issuer: Literal["members", "staff"]
    sub: str
    claims: Mapping[str, Any]


def families(today: date) -> tuple[Family, Family]:
    """Returns two families with children of 8, 14 and 16 on this day."""
    holm = Family(
        Person("anna", "Anna Holm", _cpr(today, 41, "1102")),
        Person("peter", "Peter Holm", _cpr(today, 43, "1103")),
        (
            Person("sofie", "Sofie Holm", _cpr(today, 8, "4104")),
            Person("oliver", "Oliver Holm", _cpr(today, 14, "4105")),
        ),
    )
    krogh = Family(
        Person("mette", "Mette Krogh", _cpr(today, 46, "2106")),
        Person("jonas", "Jonas Krogh", _cpr(today, 47, "2107")),
        (
            Person("freja", "Freja Krogh", _cpr(today, 16, "4108")),
            Person("emil", "Emil Krogh", _cpr(today, 8, "4109")),
        ),
    )
    return holm, krogh


NORWEGIAN = Person("ingrid", "Ingrid Berg", "15067912374", "NO")
SIGNATORIES = (
    Person("karen", "Karen Lund", "0303801110"),
    Person("lars", "Lars Bach", "0404791111"),
    Person("nina", "Nina Vik", "0505821112"),
)
"""The owners of the three clinics, who sign for them."""


def logins(today: date) -> list[Login]:
    """Returns all demo users that can log in."""
    people = [
        person for family in families(today) for person in (family.main, family.spouse, *family.children)
    ]
    members = [_member(person, MITID_SUBSTANTIAL) for person in people]
    signatories = [_member(person, MITID_HIGH) for person in SIGNATORIES]
    employer = Login("members", "employer", {"acr": MITID_SUBSTANTIAL, "dk.cvr": EMPLOYER_CVR})
    return [*members, _member(NORWEGIAN, BANKID_HIGH), *signatories, employer, *_staff()]


def _staff() -> list[Login]:
    of_payers = [
        _staff_login(f"{payer}-{role}", {"payer": payer, "roles": [role]})
        for payer in (DANISH_PAYER, NORWEGIAN_PAYER)
        for role in ("caseworker", "finance", "quality", "underwriting")
    ]
    of_platform = [_staff_login(role, {"roles": [role]}) for role in ("network", "auditor", "platform")]
    return of_payers + of_platform


def _staff_login(sub: str, claims: Mapping[str, Any]) -> Login:
    return Login("staff", sub, {"email": f"{sub}@example.org", **claims})


def _member(person: Person, assurance: str) -> Login:
    number = {"no.fnr": person.number} if person.country == "NO" else {"dk.cpr": person.number}
    return Login("members", person.sub, {"acr": assurance, "name": person.name, **number})


def _cpr(today: date, age: int, serial: str) -> str:
    """Returns a CPR number with a birthday on 1 January and this age for the whole year."""
    return f"0101{(today.year - age) % 100:02d}{serial}"
