"""The status of an invoice as a document of Peppol BIS Invoice Response 3 (T111)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from functions.invoices.invoices.handler import handler
from lxml import etree

from helsebro.ids import ClinicId
from helsebro.invoices.response import MOST_REASONS, REASONS, TERMS
from helsebro.invoices.review.denial import DENIALS
from helsebro.invoices.rules.all_rules import RULES
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.invoices.einvoice.official.shipped import SHIPPED
from helsebro_aws.invoices.keys import invoice_key
from local.clinic import ubl
from tests.builders.calls import Answered, ask, event, staff
from tests.builders.clinics.doubtful_invoices import DOUBT, decide, doubting, in_review, sent
from tests.builders.clinics.users import SIGNATORY, SignedIn, bind
from tests.builders.invoice_stage import Stage, other, staged
from tests.builders.invoices import DANISH_CLINIC, DANISH_PAYER

CODES = {"NON", "REF", "LEG", "REC", "QUA", "DEL", "PRI", "QTY", "ITM", "PAY", "UNR", "FIN", "PPD", "OTH"}
"""The published list of reasons (``OPStatusReason``)."""
ACTIONS = {"NOA", "PIN", "NIN", "CNF", "CNP", "CNA", "OTH"}
"""The published list of what the sender is asked to do (``OPStatusAction``)."""
LISTS = {"OPStatusReason": CODES, "OPStatusAction": ACTIONS}
CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
NAMES = {"cac": CAC, "cbc": CBC}
MAIN = "urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2"
ELEMENTS = (
    "UBLVersionID CustomizationID ProfileID ProfileExecutionID ID UUID IssueDate IssueTime ResponseDate "
    "ResponseTime Note VersionID"
)
PARTS = "SenderParty ReceiverParty DocumentResponse"


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


@cache
def schema() -> Any:
    """Returns the UBL 2.1 schema of the response: its own elements, in order, over the shipped components."""
    own = "".join(f'<xsd:element ref="cbc:{name}" minOccurs="0"/>' for name in ELEMENTS.split())
    own += "".join(f'<xsd:element ref="cac:{name}"/>' for name in PARTS.split())
    imports = "".join(
        f'<xsd:import namespace="{name}" schemaLocation="{SHIPPED}/common/UBL-Common{kind}-2.1.xsd"/>'
        for name, kind in ((CAC, "AggregateComponents"), (CBC, "BasicComponents"))
    )
    text = (
        f'<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:cac="{CAC}" xmlns:cbc="{CBC}" '
        f'targetNamespace="{MAIN}" elementFormDefault="qualified">{imports}'
        f'<xsd:element name="ApplicationResponse"><xsd:complexType><xsd:sequence>{own}</xsd:sequence>'
        "</xsd:complexType></xsd:element></xsd:schema>"
    )
    return etree.XMLSchema(etree.fromstring(text))


def response(stage: Stage, invoice_id: str, language: str = "en") -> Any:
    """Returns the root of the clinic's response document, which is valid UBL."""
    call = stage.sent(f"/v1/invoices/{invoice_id}/response", None)
    call["headers"]["accept-language"] = language
    return valid(ask(handler, call))


def valid(answer: Answered) -> Any:
    """Returns the root of an answer with a response document, which is valid UBL."""
    assert (answer.status, answer.headers["content-type"]) == (200, "application/xml")
    root = etree.fromstring(answer.body.encode())
    assert schema().validate(root), schema().error_log
    assert breaches(root) == []
    return root


def breaches(root: Any) -> list[str]:
    """Returns what the published rules of T111 and of all Peppol documents forbid in a response."""
    found = ["an empty element" for each in root.iter() if not len(each) and not (each.text or "").strip()]
    for name in ("SenderParty", "ReceiverParty"):
        addresses = root.findall(f"cac:{name}/cbc:EndpointID", NAMES)
        found += ["no address"] * (len(addresses) != 1)
        found += ["no scheme" for each in addresses if not (each.get("schemeID") or "").isdecimal()]
    for each in root.iter(f"{{{CBC}}}StatusReasonCode"):
        found += ["a code of no list"] * (each.text not in LISTS[each.get("listID")])
    [code] = texts(root, "ResponseCode")
    found += ["a status without a reason"] * (
        code in ("CA", "UQ", "RE") and not texts(root, "StatusReasonCode")
    )
    found += ["no term"] * any(not re.fullmatch(r"BT-\d+", each) for each in texts(root, "AttributeID"))
    days = (*texts(root, "IssueDate"), *texts(root, "EffectiveDate"))
    found += ["no day"] * any(not re.fullmatch(r"\d{4}-\d\d-\d\d", each) for each in days)
    return found


def texts(root: Any, name: str) -> list[str]:
    return [element.text for element in root.iter(f"{{{CBC}}}{name}")]


def test_the_response_names_the_invoice_and_answers_from_its_buyer(stage: Stage) -> None:
    invoice_id = sent(stage)
    root = response(stage, invoice_id)
    assert texts(root, "ResponseCode") == ["AB"]
    assert texts(root, "CustomizationID") == ["urn:fdc:peppol.eu:poacc:trns:invoice_response:3"]
    assert texts(root, "ProfileID") == ["urn:fdc:peppol.eu:poacc:bis:invoice_response:3"]
    assert texts(root, "RegistrationName") == [DANISH_PAYER.name, DANISH_CLINIC.name]
    assert [(each.text, each.get("schemeID")) for each in root.iter(f"{{{CBC}}}EndpointID")] == [
        (DANISH_PAYER.endpoint, DANISH_PAYER.scheme),
        (DANISH_CLINIC.endpoint, DANISH_CLINIC.scheme),
    ]
    [reference] = root.iter(f"{{{CAC}}}DocumentReference")
    assert [element.text for element in reference] == ["2026-1001", "2026-11-21", "380"]
    assert texts(root, "StatusReasonCode") == []


def test_an_accepted_invoice_is_ap_and_a_paid_one_pd(stage: Stage) -> None:
    invoice_id = sent(stage)
    doubting().judge(invoice_id)
    assert texts(response(stage, invoice_id), "ResponseCode") == ["AP"]
    key = invoice_key(stage.clinic_id, invoice_id)  # type: ignore[arg-type]
    tables.commit([Update(tables.settings.money_table, *key, set={"status": "paid"})])
    assert texts(response(stage, invoice_id), "ResponseCode") == ["PD"]


def test_a_rejection_says_why_and_asks_for_a_new_invoice(stage: Stage) -> None:
    dear = replace(stage.sessions[0], price=stage.sessions[0].price + 1)
    invoice_id = sent(stage, stage.invoice(sessions=(dear,), currency="NOK"))
    doubting(DOUBT).judge(invoice_id)
    root = response(stage, invoice_id)
    assert texts(root, "ResponseCode") == ["RE"]
    codes = [(each.get("listID"), each.text) for each in root.iter(f"{{{CBC}}}StatusReasonCode")]
    assert ("OPStatusReason", "PRI") in codes
    assert ("OPStatusReason", "FIN") in codes
    assert codes[-1] == ("OPStatusAction", "NIN")
    place = "/Invoice/cbc:DocumentCurrencyCode"
    assert f"The invoice must be in the payer's currency, DKK. ({place})" in texts(root, "StatusReason")
    assert "Who?" not in " ".join(texts(root, "StatusReason"))
    assert "BT-5" in texts(root, "AttributeID")


def test_what_finance_looks_at_is_in_process_and_asks_for_nothing(stage: Stage) -> None:
    invoice_id, task = in_review(stage)
    root = response(stage, invoice_id, "nb")
    assert (texts(root, "ResponseCode"), texts(root, "StatusReason")) == (
        ["IP"],
        [f"Hvem da? ({DOUBT.location})"],
    )
    assert texts(root, "StatusReasonCode") == ["OTH", "NOA"]
    decide(task, {"decision": "deny", "reason": "more-needed"})
    root = response(stage, invoice_id)
    assert texts(root, "ResponseCode") == ["RE"]
    [reason, asked] = texts(root, "StatusReasonCode")
    assert (reason, asked) == ("OTH", "NIN")
    assert texts(root, "StatusReason") == [f"{DENIALS['more-needed'].en} (/Invoice)"]


def test_a_credit_note_is_answered_by_its_own_type(stage: Stage) -> None:
    note = sent(stage, stage.invoice(number="K-1", credits="2026-1001"))
    assert texts(response(stage, note), "DocumentTypeCode") == ["381"]


def test_a_document_without_a_plain_address_or_day_has_a_valid_response(stage: Stage) -> None:
    body = stage.invoice().replace(b'<cbc:EndpointID schemeID="0184">', b'<cbc:EndpointID schemeID="DK:CVR">')
    body = body.replace(b"<cbc:IssueDate>2026-11-21<", b"<cbc:IssueDate>2026-11-21Z<")
    root = response(stage, sent(stage, body))
    [address] = root.findall("cac:ReceiverParty/cbc:EndpointID", NAMES)
    assert (address.get("schemeID"), address.text) == ("0184", DANISH_CLINIC.endpoint)
    [reference] = root.iter(f"{{{CAC}}}DocumentReference")
    assert [element.text for element in reference] == ["2026-1001", "380"]


def test_the_company_number_is_the_address_where_the_document_has_none(stage: Stage) -> None:
    body = re.sub(rb"<cbc:EndpointID.*?</cbc:EndpointID>", b"", stage.invoice(), count=1)
    root = response(stage, sent(stage, body))
    [address] = root.findall("cac:ReceiverParty/cbc:EndpointID", NAMES)
    assert (address.get("schemeID"), address.text) == ("0184", DANISH_CLINIC.company_number)


def test_a_document_that_names_no_one_has_no_response(stage: Stage) -> None:
    body = re.sub(
        rb"<cac:AccountingCustomerParty>.*</cac:AccountingCustomerParty>", b"", stage.invoice(), flags=re.S
    )
    answer = ask(handler, stage.sent(f"/v1/invoices/{sent(stage, body)}/response", None))
    assert (answer.status, answer.body["code"]) == (409, "invoice-without-address")


def test_thousands_of_findings_are_cut(stage: Stage) -> None:
    lines = (ubl.Session("bkg_no_such", stage.sessions[0].on, stage.sessions[0].price),) * 300
    invoice_id = sent(stage, stage.invoice(sessions=lines))
    doubting().judge(invoice_id)
    assert len(texts(response(stage, invoice_id), "StatusReason")) == MOST_REASONS


def test_markup_in_a_document_stays_text(stage: Stage) -> None:
    body = stage.invoice(number="&lt;cbc:ID/&gt;&amp;")
    assert texts(response(stage, sent(stage, body)), "ID")[-1] in ("<cbc:ID/>&", "&lt;cbc:ID/&gt;&amp;")


def test_an_erased_document_has_no_response(stage: Stage) -> None:
    line = replace(stage.sessions[0], text="010170-1234")
    invoice_id = sent(stage, stage.invoice(sessions=(line,)))
    doubting().judge(invoice_id)
    answer = ask(handler, stage.sent(f"/v1/invoices/{invoice_id}/response", None))
    assert (answer.status, answer.body["code"]) == (409, "invoice-document-gone")


def test_only_who_may_read_the_invoice_gets_its_response(stage: Stage) -> None:
    invoice_id = sent(stage)
    doubting().judge(invoice_id)
    path = f"/v1/invoices/{invoice_id}/response"
    assert ask(handler, other(stage).sent(path, None)).status == 404
    bind(ClinicId(stage.clinic_id), SIGNATORY)
    valid(ask(handler, SignedIn(SIGNATORY, stage.clinic_id).call("GET", path)))
    valid(ask(handler, event("GET", path, by=staff("finance", payer="nordlys"))))
    assert ask(handler, event("GET", path, by=staff("finance", payer="other"))).status == 404


def test_every_reason_is_of_the_published_list_and_every_rule_is_ours() -> None:
    assert {*REASONS.values()} <= CODES
    assert {*REASONS} | {*TERMS} <= {rule.id for rule in RULES}
