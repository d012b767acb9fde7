"""The largest commit of each kind whose number of operations grows with its input.

A transaction holds 100 operations. A publication of slots is divided into several commits
(``test_dynamo_calendar``); an invoice has at most 90 sessions (``test_validate_invoice``).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from helsebro import ids
from helsebro.coverage.question.vocabulary import TREATMENTS
from helsebro.events import Event
from helsebro.guarantees.extension import Extension
from helsebro.ids import ClaimId, DocumentId, ExtensionId, GuaranteeId, PersonId, PractitionerId, RefundId
from helsebro.money import Money
from helsebro.network.practitioner import Practitioner
from helsebro.network.search_row import SearchRow
from helsebro.network.team.practice_address import (
    MOST_ADDRESSES,
    MOST_SEARCH_ROWS,
    PracticeAddress,
    most_treatments_at,
)
from helsebro.network.team.treating_professions import fits
from helsebro.receipt import Receipt
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.refund import Refund
from helsebro_aws.documents.accepted import accepted_bill, accepted_paper
from helsebro_aws.dynamodb.operations import Put
from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.network.dynamo_search_rows import DynamoSearchRows, StoredSearchRows
from helsebro_aws.refunds.bills.asked_bills import AskedBills
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.refunds.refund_body import NewRefundShape
from tests.builders.network import staged

pytestmark = pytest.mark.usefixtures("aws")
AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
CLAIM_ID = ClaimId(ids.mint("clm", "tryg", bytes(10)))
PERSON_ID = PersonId("per_" + "a" * 24)
BY_A_PSYCHOLOGIST = tuple(each for each in TREATMENTS if fits("psychologist", each))
"""As many treatments as one practitioner can offer."""
ROWS = len({*BY_A_PSYCHOLOGIST, "any"})
BOTH_RECEIPTS = Receipt("key", "fingerprint", 202, {}, message="message")


class CountingClient:
    """Takes every transaction and remembers how many operations each had."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def sync_transact_write(self, calls: list[Any]) -> None:
        self.sizes.append(len(calls))

    def sync_get_item(self, *_: object) -> tuple[None, None]:
        return None, None

    def sync_batch_get(self, *_: object) -> list[Any]:
        return []


@pytest.fixture
def counting() -> Tables:
    tables = Tables()
    tables.client = CountingClient()
    return tables


def documents(count: int) -> tuple[DocumentId, ...]:
    return tuple(DocumentId(ids.within("doc", CLAIM_ID, bytes([number] * 10))) for number in range(count))


def most(shape: Any, name: str) -> int:
    """The most entries that a body may have under a name."""
    return next(
        int(limit.max_length) for limit in shape.model_fields[name].metadata if hasattr(limit, "max_length")
    )


def refund() -> Refund:
    billed = BilledTreatment(date(2026, 11, 1), "chiropractic", Money.of(450))
    return Refund(
        refund_id=RefundId(ids.within("ref", CLAIM_ID, bytes(10))),
        claim_id=CLAIM_ID,
        payer="tryg",
        person_id=PERSON_ID,
        country="DK",
        document_ids=documents(most(NewRefundShape, "document_ids")),
        treatments=(billed,) * most(NewRefundShape, "treatments"),
        status="received",
        received_at=AT,
        digests=tuple(f"{number:064x}" for number in range(20)),
    )


def test_a_refund_of_the_most_bills_is_three_operations_for_each(counting: Tables) -> None:
    confirmed = Event("account.confirmed", AT, "tryg", {})
    account = [Put("money", {"pk": str(number), "sk": "x"}) for number in range(2)]
    DynamoRefunds(counting).receive(refund(), (account, [confirmed]), accepted_bill, BOTH_RECEIPTS)
    assert counting.client.sizes == [3 * 20 + 8]


def test_a_denied_refund_releases_its_bills_in_the_commit_that_ends_it(counting: Tables) -> None:
    assert len(AskedBills(counting).released(refund())) == 2 * 20 + 1


def test_an_extension_checks_each_of_its_papers(counting: Tables) -> None:
    extension = Extension(
        extension_id=ExtensionId(ids.within("ext", CLAIM_ID, bytes(10))),
        claim_id=CLAIM_ID,
        guarantee_id=GuaranteeId(ids.within("gar", CLAIM_ID, bytes(10))),
        payer="tryg",
        person_id=PERSON_ID,
        country="DK",
        asked_by="member",
        requested_at=AT,
        reason="",
        document_ids=documents(20),
    )
    DynamoExtensions(counting).request(extension, accepted_paper, BOTH_RECEIPTS)
    assert counting.client.sizes == [20 + 5]


def test_a_practitioner_of_every_treatment_has_a_search_row_for_each(counting: Tables) -> None:
    every = of_every_treatment(staged().practitioner_id)
    rows = DynamoSearchRows(counting)
    assert rows.replace(every.practitioner_id, StoredSearchRows(), row_of(every)) == ROWS
    assert counting.client.sizes == [ROWS + 1]


def test_a_practitioner_of_every_treatment_who_moves_gets_other_rows_in_one_commit() -> None:
    every = of_every_treatment(staged().practitioner_id)
    rows, moved = DynamoSearchRows(), replace(every, address=replace(every.address, postcode="8000"))
    rows.replace(every.practitioner_id, StoredSearchRows(), row_of(every))
    changed = rows.replace(every.practitioner_id, rows.stored(every.practitioner_id), row_of(moved))
    assert changed == 2 * ROWS < 100
    assert {place for _, place in rows.stored(every.practitioner_id).keys} == {
        f"8000#{every.practitioner_id}"
    }


def test_a_practitioner_at_the_most_addresses_who_moves_gets_other_rows_in_one_commit() -> None:
    some = DynamoPractitioners().find(staged().practitioner_id)
    places = tuple(
        PracticeAddress(f"a{number}", replace(some.address, postcode=f"80{number:02}"))
        for number in range(MOST_ADDRESSES)
    )
    offered = BY_A_PSYCHOLOGIST[: most_treatments_at(1 + MOST_ADDRESSES)]
    here = replace(some, profession="psychologist", treatments=offered, addresses=places)
    others = tuple(
        replace(place, address=replace(place.address, postcode=f"5{place.address.postcode[1:]}"))
        for place in places
    )
    there = replace(here, address=replace(here.address, postcode="5100"), addresses=others)
    rows = DynamoSearchRows()
    rows.replace(here.practitioner_id, StoredSearchRows(), row_of(here))
    changed = rows.replace(here.practitioner_id, rows.stored(here.practitioner_id), row_of(there))
    assert changed == 2 * MOST_SEARCH_ROWS < 100


def of_every_treatment(practitioner_id: PractitionerId) -> Practitioner:
    some = DynamoPractitioners().find(practitioner_id)
    offers: dict[str, Any] = {"authorised": True, "crisis_help": True, "treatments": BY_A_PSYCHOLOGIST}
    return replace(some, profession="psychologist", **offers)


def row_of(practitioner: Practitioner) -> SearchRow:
    return SearchRow(practitioner, "Klinik Nord")
