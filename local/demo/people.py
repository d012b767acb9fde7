"""Demo people: two Danish families, an employer, a Norwegian member, clinic owners and staff of every role.

None of them is a real person. The CPR number of a Danish child follows from its age of 8, 14 or 16, which
therefore stays the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from helsebro.identity.national_number import age, born_on

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
    """A user of one of the two issuers and the claims its tokens carry.

    ``about`` says who it is, on the issuer's pages; no token has it.
    """

    issuer: Literal["members", "staff"]
    sub: str
    claims: Mapping[str, Any]
    about: str


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


NORWEGIAN = Person("ingrid", "Ingrid Berg", "15067912389", "NO")
SIGNATORIES = (
    Person("karen", "Karen Lund", "0303801110"),
    Person("lars", "Lars Bach", "0404791111"),
    Person("nina", "Nina Vik", "0505821112"),
)
"""The owners of the three clinics, who sign for them."""


def logins(today: date) -> list[Login]:
    """Returns all demo users that can log in."""
    members = [login for family in families(today) for login in _of_family(family, today)]
    signatories = [_member(person, MITID_HIGH, "owner of a clinic") for person in SIGNATORIES]
    company = {"acr": MITID_SUBSTANTIAL, "dk.cvr": EMPLOYER_CVR}
    employer = Login("members", "employer", company, "the company that holds the policy")
    norwegian = _member(NORWEGIAN, BANKID_HIGH, "a member in Norway")
    return [*members, norwegian, *signatories, employer, *_staff()]


def _of_family(family: Family, today: date) -> list[Login]:
    main = family.main.sub
    return [
        _member(family.main, MITID_SUBSTANTIAL, "the employee who is insured"),
        _member(family.spouse, MITID_SUBSTANTIAL, f"spouse of {main}"),
        *(
            _member(child, MITID_SUBSTANTIAL, f"{age(born_on('DK', child.number), today)}, child of {main}")
            for child in family.children
        ),
    ]


def _staff() -> list[Login]:
    of_payers = [
        _staff_login(f"{payer}-{role}", {"payer": payer, "roles": [role]}, f"{role} at the payer {payer}")
        for payer in (DANISH_PAYER, NORWEGIAN_PAYER)
        for role in ("caseworker", "finance", "quality", "underwriting")
    ]
    second = [
        _staff_login(
            f"{payer}-finance-b",
            {"payer": payer, "roles": ["finance"]},
            f"a second person of finance at the payer {payer}, who releases what the first has drafted",
        )
        for payer in (DANISH_PAYER, NORWEGIAN_PAYER)
    ]
    of_platform = [
        _staff_login(role, {"roles": [role]}, f"staff of the platform, who {does}")
        for role, does in {
            "network": "work with the clinics",
            "auditor": "audit",
            "platform": "register payers",
        }.items()
    ]
    return of_payers + second + of_platform


def _staff_login(sub: str, claims: Mapping[str, Any], about: str) -> Login:
    return Login("staff", sub, {"email": f"{sub}@example.org", **claims}, about)


def _member(person: Person, assurance: str, about: str) -> Login:
    number = {"no.fnr": person.number} if person.country == "NO" else {"dk.cpr": person.number}
    return Login("members", person.sub, {"acr": assurance, "name": person.name, **number}, about)


def _cpr(today: date, age: int, serial: str) -> str:
    """Returns a CPR number with a birthday on 1 January and this age for the whole year."""
    return f"0101{(today.year - age) % 100:02d}{serial}"
