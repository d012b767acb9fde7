"""Insured: a person's place in a policy (R-201, R-202, R-501, R-1308–R-1312)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from helsebro.coverage.question.former import Former, former_faults
from helsebro.errors import BadInput, Fault
from helsebro.ids import PersonId, PolicyId
from helsebro.policies.policy import ProductVersion

Relation = Literal["employee", "spouse", "child"]
Scheme = Literal["company", "voluntary"]


@dataclass(frozen=True)
class Insured:
    """One person under one policy of a payer. It does not contain the person's national number.

    ``country`` is that of the registered address (R-202), ``public_health_insurance`` that country's (R-203).
    ``main_insured_person_id`` is the person whose family a spouse or child belongs to. ``seniority_from`` is
    the start of an unbroken earlier policy, if one was agreed; ``former`` is the person's previous insurance,
    from which it can be computed (R-1308). ``left_on`` is the last day of the enrolment (R-1312).
    ``email_since`` and ``phone_since`` are when the enrolment first named one: who names it first is asked
    first. Raises ``BadInput`` with every fault.
    """

    payer: str
    person_id: PersonId
    policy_id: PolicyId
    policy_number: str
    product: ProductVersion
    name: str
    born_on: date
    country: str
    public_health_insurance: bool
    enrolled_on: date
    relation: Relation
    scheme: Scheme
    main_insured_person_id: PersonId | None = None
    seniority_from: date | None = None
    left_on: date | None = None
    email: str | None = None
    phone: str | None = None
    former: Former | None = None
    email_since: datetime | None = None
    phone_since: datetime | None = None

    def __post_init__(self) -> None:
        faults = [
            *family_faults(self.relation, self.main_insured_person_id),
            *date_faults(self.enrolled_on, self.seniority_from, self.left_on),
            *former_faults(self.former, self.seniority_from),
        ]
        if self.main_insured_person_id == self.person_id:
            faults.append(Fault("/mainInsuredPersonId", "main-insured-is-oneself", ""))
        if faults:
            raise BadInput(faults)

    def reported(self, known: Insured | None, at: datetime) -> Insured:
        """Returns this newer report of a person who may be ``known`` in the policy already.

        A person who left stays out unless the report has an enrolment after the last day.
        """
        email_since = known.email_since if known and known.email else at
        phone_since = known.phone_since if known and known.phone else at
        after = replace(
            self,
            email_since=email_since if self.email else None,
            phone_since=phone_since if self.phone else None,
        )
        if known and known.left_on and self.enrolled_on <= known.left_on:
            return replace(after, left_on=known.left_on)
        return after

    def joins_family(self, known: Insured | None) -> bool:
        """Whether this report puts the person into a family; not one that repeats what was ``known`` of it.

        Who is enrolled anew after a last day joins again.
        """
        family = (self.main_insured_person_id, self.relation, self.left_on)
        before = known and (known.main_insured_person_id, known.relation, known.left_on)
        return bool(self.main_insured_person_id) and family != before

    def leave(self, left_on: date) -> Insured:
        """Returns the enrolment with its last day (R-1312). Raises ``BadInput`` if it is before the first."""
        return replace(self, left_on=left_on)


def family_faults(relation: object, main_insured_person_id: object) -> list[Fault]:
    """Returns a fault for a child without a main insured person."""
    if relation == "child" and not main_insured_person_id:
        return [Fault("/mainInsuredPersonId", "main-insured-missing", "")]
    return []


def date_faults(enrolled_on: date, seniority_from: date | None, left_on: date | None) -> list[Fault]:
    """Returns a fault when seniority begins after the enrolment, or the enrolment ends before it begins."""
    faults = []
    if seniority_from and seniority_from > enrolled_on:
        faults.append(Fault("/seniorityFrom", "seniority-after-enrolment", ""))
    if left_on and left_on < enrolled_on:
        faults.append(Fault("/leftOn", "left-before-enrolled", ""))
    return faults
