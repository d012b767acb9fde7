"""What a claim needs hangs on the person's earlier treatments, as its decision does."""

from __future__ import annotations

from datetime import date

import pytest

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.ids import ClaimId, PersonId
from helsebro.money import Money
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.tables import tables
from tests.builders.claims import asked_in, claim_of, read, state_facts

pytestmark = pytest.mark.usefixtures("aws")
OUTSIDE = {"type": "chiropractic", "country": "DK", "startsOn": "2026-12-01", "inNetwork": False}
A_YEAR = 12
"""How many treatments outside the network a policy year has (R-832)."""


def used(anna: PersonId, claim_id: str = "clm_earlier") -> None:
    """The year's treatments outside the network, refunded on a claim."""
    days = [date(2026, 6, 1 + place) for place in range(A_YEAR)]
    sessions = tuple(Spent(day.isoformat(), day, "chiropractic", Money.of(400), None) for day in days)
    purpose = Purpose(ClaimId(claim_id), "SF1706", "P-1", "injury", date(2026, 5, 1))
    use = Use("rfd_1", "refund", purpose, days[-1], in_network=False, sessions=sessions)
    empty = Ledger("tryg", anna)
    tables.commit(DynamoBenefits().replacement(empty, empty.consume(use)))


def test_a_report_after_the_last_treatment_of_the_year_needs_nothing(anna: PersonId) -> None:
    assert asked_in(read(claim_of(treatment=OUTSIDE)).body)
    used(anna)
    late = read(claim_of(treatment=OUTSIDE)).body
    assert (asked_in(late), late["documentsNeeded"]) == (set(), [])


def test_a_stated_fact_finds_the_treatments_held_since_the_report(anna: PersonId) -> None:
    claim_id = claim_of(treatment=OUTSIDE)
    used(anna)
    assert asked_in(state_facts(claim_id, {"treatment.practitioner.relation": "none"}).body) == set()


def test_the_treatments_of_the_claim_itself_do_not_count_against_it(anna: PersonId) -> None:
    claim_id = claim_of(treatment=OUTSIDE)
    used(anna, claim_id)
    assert asked_in(state_facts(claim_id, {"treatment.practitioner.relation": "none"}).body)
