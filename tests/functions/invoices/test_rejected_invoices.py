from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from functions.invoices.validate_invoice import handler as function
from functions.invoices.validate_invoice.handler import handler

from helsebro.ids import InvoiceId
from helsebro.invoices.client.client_search import MOST_FOUND
from helsebro.plain_words import plain_words
from helsebro_aws.identity import pseudonym
from local.clinic import ubl
from tests.builders.calls import LambdaContext
from tests.builders.invoice_stage import (
    Stage,
    change,
    move_clinic,
    other,
    staged,
)
from tests.builders.invoices import FIRST, SECOND
from tests.builders.payments.judged_invoices import batch, judged, message, owed, read, sent


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def test_an_invalid_invoice_is_rejected_with_every_finding(stage: Stage, aws: dict[str, Any]) -> None:
    missed = ubl.Session(
        stage.sessions[1].booking_id, FIRST, Decimal(1), attendance="missed", text="010170-1234"
    )
    body = stage.invoice(sessions=(missed,), currency="NOK", payment=ubl.Payment("93", "81234567", "71#18"))
    body = body.replace(b"VATEX-EU-132-1C", b"NONE")
    invoice = judged(stage, body, accept_language="en")
    assert invoice["status"] == "rejected"
    rules = {finding["rule"] for finding in invoice["findings"]}
    assert rules >= {"BR-CL-22", "HB-07", "HB-10", "HB-11", "HB-12", "HB-18", "HB-19"}
    assert all(finding["severity"] == "fatal" for finding in invoice["findings"])
    assert "010170" not in json.dumps(invoice)
    [late] = [finding for finding in invoice["findings"] if finding["rule"] == "HB-07"]
    assert late["message"] == (
        f"The line's date must be the booked day, {plain_words('en').of_day(SECOND)}, as both start and end."
    )
    assert owed() == []
    types = [row["type"]["S"] for row in aws["dynamodb"].scan(TableName="outbox")["Items"]]
    assert "invoice.rejected" in types
    assert "invoice.accepted" not in types


def test_a_rejected_invoice_shows_its_number_unless_it_may_be_a_persons(stage: Stage) -> None:
    shown = judged(stage, stage.invoice(number="2026-7", currency="NOK"))
    assert (shown["status"], shown["number"]) == ("rejected", "2026-7")
    for number in ("010170-1234", "0" * 61):
        assert "number" not in judged(stage, stage.invoice(number=number, currency="NOK"))
    # Of an unknown guarantee there is no one to compare it with.
    strange = judged(other(stage), stage.invoice(number="2111260001"))
    assert (strange["status"], "number" in strange) == ("rejected", False)


def test_thousands_of_findings_are_stored_and_returned(stage: Stage) -> None:
    line = ubl.Session("bkg_no_such", FIRST, Decimal(1), attendance="missed")
    body = stage.invoice(sessions=(line,) * 480).replace(b'unitCode="EA"', b'unitCode="HOURS"')
    assert len(judged(stage, body)["findings"]) > 480 * 3


def test_findings_are_in_the_language_of_the_clinics_country_when_none_is_asked_for(stage: Stage) -> None:
    move_clinic(stage, "NO")
    invoice = judged(stage, stage.invoice(currency="NOK"))
    [wrong] = [finding for finding in invoice["findings"] if finding["rule"] == "HB-11"]
    assert wrong["message"].startswith("Fakturaen må")
    danish = read(stage, invoice["invoiceId"], accept_language="da")["findings"]
    assert "Fakturaen skal" in next(each["message"] for each in danish if each["rule"] == "HB-11")


def test_what_cannot_be_judged_is_rejected_and_is_no_dead_letter(stage: Stage) -> None:
    huge = b">" + b"9" * 40 + b"</cbc:PriceAmount>"
    invoice = judged(stage, stage.invoice().replace(b">850.00</cbc:PriceAmount>", huge))
    assert invoice["status"] == "rejected"
    assert "UBL-UNJUDGED" in {finding["rule"] for finding in invoice["findings"]}


def test_oioubl_without_rules_is_rejected_with_what_to_send(stage: Stage) -> None:
    body = stage.invoice().replace(ubl.SPECIFICATION.encode(), b"OIOUBL-2.1")
    invoice = judged(stage, body, accept_language="en")
    [refused] = [finding for finding in invoice["findings"] if finding["rule"] == "UBL-PROFILE"]
    assert (invoice["status"], refused["found"]) == ("rejected", "OIOUBL-2.1")
    assert refused["expected"] == ubl.SPECIFICATION
    assert owed() == []


def test_a_rejected_invoice_counts_as_a_guess_and_too_many_are_rejected_without_comparing(
    stage: Stage,
) -> None:
    change(stage.guarantee.guarantee_id, "GUARANTEE", personId=pseudonym.person_id("DK", "2111260001"))
    for _ in range(MOST_FOUND):
        found = judged(stage, stage.invoice(number="2111260001"))["findings"]
        assert [(each["rule"], each["location"]) for each in found] == [("HB-19", "/Invoice")]
    for guess in ("2111260001", "2111260002"):
        assert [each["rule"] for each in judged(stage, stage.invoice(number=guess))["findings"]] == ["HB-49"]
    assert judged(stage, stage.invoice())["status"] == "accepted"


def test_an_amount_that_is_the_clients_number_is_repeated_and_kept_nowhere(stage: Stage) -> None:
    change(stage.guarantee.guarantee_id, "GUARANTEE", personId=pseudonym.person_id("DK", "0303652635"))
    price = b">850.00</cbc:LineExtensionAmount>"
    body = stage.invoice().replace(price, b">030365.2635</cbc:LineExtensionAmount>")
    assert body != stage.invoice()
    found = judged(stage, body)
    assert {"HB-10", "HB-19", "HB-21"} <= {each["rule"] for each in found["findings"]}
    assert "amount" not in found
    kept = str(found["findings"]) + str(found["sessions"])
    assert not [each for each in ("30365", "30,365", "3036", "365.26") if each in kept]


def test_two_simultaneous_invoices_are_both_counted_as_guesses(stage: Stage) -> None:
    change(stage.guarantee.guarantee_id, "GUARANTEE", personId=pseudonym.person_id("DK", "2111260001"))
    for _ in range(MOST_FOUND - 1):
        judged(stage, stage.invoice(number="2111260001"))
    first, second = (sent(stage, stage.invoice(number="2111260001")) for _ in range(2))
    known, asked = function.judge.facts.known, []

    class LateFacts:
        """Returns on the first call the facts from before the other invoice was judged."""

        def known(self, *given: Any, **of: Any) -> Any:
            facts = known(*given, **of)
            asked.append(1)
            if len(asked) == 1:
                handler(batch(message(first)), LambdaContext())
            return facts

    judge = function.judge
    type(judge)(judge.invoices, LateFacts(), judge.originals).judge(InvoiceId(second))  # type: ignore[arg-type]
    rules = [[each["rule"] for each in read(stage, found)["findings"]] for found in (first, second)]
    assert (rules, len(asked)) == ([["HB-19"], ["HB-49"]], 2)
