"""OIOUBL on the embedded stack: an invoice is judged by the declared rules, and nothing without any.

The declared set is ours, in our own words (``own_rules``): what is seen here is that a declared set decides,
not what the official rules say.
"""

from __future__ import annotations

from helsebro_aws.invoices.einvoice.formats import OIOUBL
from local.clinic.ubl import PROCESS, SPECIFICATION
from tests.builders.clinics.oioubl import oioubl
from tests.journeys.invoices.invoiced_case import InvoicedCase, new_number
from tests.journeys.own_rules import RELEASE, RULE, SAID, VERSION


def test_oioubl_is_accepted_or_rejected_by_the_rules_that_are_declared(case: InvoicedCase) -> None:
    document = oioubl(case.document())
    broken = document.replace(VERSION.encode(), b"")
    assert broken != document
    rejected = case.judged(broken, "invoice.rejected")
    assert [(each["rule"], each["message"]) for each in rejected["findings"]] == [(RULE, SAID)]
    assert case.payables(rejected["invoiceId"]) == []

    checked = case.clinic.send_invoice(document, preflight=True).body
    assert (checked["status"], checked["findings"]) == ("accepted", [])
    accepted = case.judged(document, "invoice.accepted")
    assert len(case.payables(accepted["invoiceId"])) == 1
    for judged in (rejected, checked, accepted):
        by = [(each["ruleSet"], each["release"]) for each in judged["judgedBy"]]
        assert [each for each in by if each[0] != "ubl"] == [("oioubl", RELEASE)]


def test_a_document_of_oioubl_without_its_rules_is_refused_with_what_to_send(case: InvoicedCase) -> None:
    note = case.document(number=new_number(), credits=new_number())
    note = note.replace(SPECIFICATION.encode(), OIOUBL.encode())
    note = note.replace(PROCESS.encode(), b"Procurement-BilSim-1.0")
    refused = case.judged(note, "invoice.rejected")
    [finding] = [each for each in refused["findings"] if each["rule"] == "UBL-PROFILE"]
    assert finding["found"] == OIOUBL
    assert "Peppol BIS Billing 3.0" in finding["message"]
    assert "oioubl" not in {each["ruleSet"] for each in refused["judgedBy"]}
