"""Who calls: anyone, members, guardians, clinics, and staff of two insurers and of the platform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from helsebro.caller import PAYER_ROLES, PLATFORM_ROLES, Right
from tests.builders.calls import event, member, signed, staff
from tests.builders.clinics.contracts import HIGH
from tests.builders.network import SECRET
from tests.builders.policies import ANNA, BO
from tests.promises.access.households import COMPANIES, GRETE, HOUSEHOLDS, OWNERS, Household

PAYERS = ("tryg", "gjensidige")


@dataclass(frozen=True)
class Person:
    """A caller; ``clinic`` is the name of the one it acts for, ``is_system`` whether that clinic's system."""

    name: str
    rights: frozenset[Right]
    claims: Mapping[str, Any] | None = field(default=None, repr=False, compare=False)
    cpr: str = ""
    payer: str = ""
    employer: str = ""
    clinic: str = ""
    is_system: bool = False

    def call(
        self, method: str, path: str, body: Any, clinics: Mapping[str, str], headers: Mapping[str, str]
    ) -> dict[str, Any]:
        """Returns the call; ``clinics`` are the ids of the clinics by their names."""
        if self.is_system:
            clinic_id = clinics[self.clinic]
            made = signed(method, path, clinic_id=clinic_id, secret=SECRET, body=body)
            made["headers"] |= headers
            return _with_query(made, method, path, body, headers)
        at = {"helsebro-clinic": clinics[self.clinic]} if self.clinic else {}
        return event(method, path, by=self.claims, body=body, headers={**headers, **at})


def _with_query(
    made: dict[str, Any], method: str, path: str, body: Any, headers: Mapping[str, str]
) -> dict[str, Any]:
    plain = event(method, path, body=body, headers=headers, key=None)
    return {**made, **{part: plain[part] for part in ("rawQueryString", "queryStringParameters")}}


def _member(name: str, cpr: str, **more: Any) -> Person:
    claims = member(cpr, acr=HIGH)
    return Person(name, frozenset({Right.MEMBER}), claims, cpr, **more)


def _employer(name: str) -> Person:
    claims = member("0808701234", acr=HIGH, **{"dk.cvr": COMPANIES[name]})
    return Person(f"employer {name}", frozenset({Right.EMPLOYER, Right.MEMBER}), claims, employer=name)


def _signatory(name: str) -> Person:
    rights = frozenset({Right.MEMBER, Right.CLINIC_USER})
    claims = member(OWNERS[name], acr=HIGH)
    return Person(f"signatory {name}", rights, claims, OWNERS[name], clinic=name)


def _system(name: str) -> Person:
    return Person(f"system {name}", frozenset({Right.CLINIC_SYSTEM}), clinic=name, is_system=True)


def _staff(right: Right, payer: str = "") -> Person:
    claims = staff(right.value, payer=payer or None, sub=f"s-{right.value}")
    return Person(f"{right.value} {payer}".strip(), frozenset({right}), claims, payer=payer)


def _by_value(rights: frozenset[Right]) -> list[Right]:
    return sorted(rights, key=lambda right: right.value)


PEOPLE: tuple[Person, ...] = (
    Person("anyone", frozenset()),
    _member("member anna", ANNA),
    _member("member bo", BO),
    _member("guardian grete", GRETE),
    *(_system(name) for name in OWNERS),
    *(_signatory(name) for name in OWNERS),
    *(_employer(name) for name in COMPANIES),
    *(_staff(right, payer) for payer in PAYERS for right in _by_value(PAYER_ROLES)),
    *(_staff(right) for right in _by_value(PLATFORM_ROLES)),
)
"""The promise's callers and more, so that every route has one who may use it; quality is the team lead."""


def may_see(person: Person, allows: frozenset[Right], kind: str, household: Household) -> bool:
    """Whether a caller may use a route that allows these rights with the things of a household.

    ``kind`` says to whom the first thing in the path belongs: ``case``, ``clinic``, ``policy``, ``payer``, or
    ``insurer`` where it is a payer that insures the caller.
    """
    return any(_owns_as(right, person, kind, household) for right in person.rights & allows)


def _owns_as(right: Right, person: Person, kind: str, household: Household) -> bool:
    of_clinic = bool(person.clinic) and person.clinic == household.clinic
    if right in PLATFORM_ROLES:
        return kind in ("clinic", "payer")
    if right in PAYER_ROLES:
        return person.payer == household.payer
    if right is Right.EMPLOYER:
        return person.employer == household.employer and kind == "policy"
    if right is Right.MEMBER and kind == "insurer":
        return any(person.cpr in one.people for one in HOUSEHOLDS if one.payer == household.payer)
    if right is Right.MEMBER:
        return of_clinic if kind == "clinic" else person.cpr in household.people
    return of_clinic
