"""Persons who were stored before staff could search are found after the backfills."""

from __future__ import annotations

import pytest

from helsebro.ids import PersonId
from helsebro_aws.backfills.backfill import Backfill
from helsebro_aws.backfills.run import BackfillRun
from helsebro_aws.backfills.sought_people import SOUGHT_CONTACTS, SOUGHT_INSURED
from helsebro_aws.claims.sought.people_finding import FoundPeople, PeopleFinding
from helsebro_aws.dynamodb.scan import scan_page
from helsebro_aws.dynamodb.tables import Delete, Update, tables
from helsebro_aws.policies.keys import sought_at
from helsebro_aws.policies.sought.sought_rows import phone_digest
from tests.builders.people.contacts import contact_entered
from tests.builders.policies import ANNA, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def anna() -> PersonId:
    """Anna as stored before: with a contact, and without the rows of a search."""
    payer_of("tryg")
    policy_id = policy_of("tryg")
    anna = insured_of(policy_id, name="Anna Holm", phone="20304050")
    contact_entered(ANNA, phone="60708090", email="anna@example.org")
    contact_entered(ANNA, phone="60708091", email="anna@example.org")
    rows = [row for row in scan_page(tables, "people", reads=1000, after=None)[0] if "sought#" in row["pk"]]
    tables.commit([Delete("people", row["pk"], row["sk"]) for row in rows])
    place = (f"tryg#{anna}", f"INSURED#{policy_id}")
    tables.commit([Update("people", *place, set={"v": 2}), Update("people", anna, "CONTACT", set={"v": 1})])
    return anna


def run(backfill: Backfill) -> list[int]:
    return [BackfillRun().run(backfill, dry_run=False, cursor=None, pages=100).changed for _ in range(2)]


def people(found: FoundPeople) -> list[PersonId]:
    return [each.person_id for each in found.people]


def test_an_enrolment_is_found_by_name_and_phone_number_after_one_run(anna: PersonId) -> None:
    finding = PeopleFinding()
    assert people(finding.by_name("tryg", "anna holm", None)) == []
    assert run(SOUGHT_INSURED) == [1, 0]
    assert people(finding.by_name("tryg", "anna holm", None)) == [anna]
    assert people(finding.by_phone("tryg", "20304050", None)) == [anna]


def test_a_contact_is_found_by_its_number_and_a_former_one_is_not(anna: PersonId) -> None:
    finding = PeopleFinding()
    assert people(finding.by_phone("tryg", "60708091", None)) == []
    assert run(SOUGHT_CONTACTS) == [1, 0]
    assert people(finding.by_phone("tryg", "60708091", None)) == [anna]
    assert people(finding.by_phone("tryg", "60708090", None)) == []


def test_a_number_stored_without_its_country_is_found_by_it_after_a_run(anna: PersonId) -> None:
    run(SOUGHT_INSURED)
    digest = phone_digest("20304050")
    [row] = tables.query_all("people", sought_at("tryg", digest), page_size=10)
    place = f"tryg#{anna}", row["sk"].replace(f"{anna}#", "INSURED#")
    before = [
        Update("people", row["pk"], row["sk"], remove=("code",)),
        Update("people", *place, set={"v": 3}),
    ]
    tables.commit(before)
    assert people(PeopleFinding().by_phone("tryg", "+47 20304050", None)) == [anna]
    assert run(SOUGHT_INSURED) == [1, 0]
    assert people(PeopleFinding().by_phone("tryg", "+47 20304050", None)) == []
    assert people(PeopleFinding().by_phone("tryg", "+45 20304050", None)) == [anna]
