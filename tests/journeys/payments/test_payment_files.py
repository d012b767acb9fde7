"""An accepted invoice is drafted by one person of finance, released by another, and sent to the bank."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import Any

import httpx
from lxml import etree

from helsebro_aws.payments.bank.scheme import must_be_of_the_scheme
from local.demo.http_client import client
from local.journey.payment import pays_from, people, person
from local.journey.people import User
from local.journey.steps import until
from tests.journeys.invoices.invoiced_case import InvoicedCase

FILES = "/v1/payment-files"
NAMES = {"pain": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}


def in_state(finance: User, path: str, state: str) -> dict[str, Any] | None:
    shown = dict(finance.get(path).json())
    return shown if shown["state"] == state else None


def written(finance: User, path: str) -> dict[str, Any] | None:
    shown = dict(finance.get(path).json())
    return shown if "writtenAt" in shown else None


def with_status(finance: User, status: str) -> list[str]:
    """Returns the invoices whose payables have this status."""
    found = finance.get(f"/v1/payments?status={status}&limit=100").json()["items"]
    return [each["invoiceId"] for each in found if "invoiceId" in each]


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["code"])


def test_an_accepted_invoice_is_paid_by_a_file_that_two_people_made(case: InvoicedCase) -> None:
    invoice_id = case.judged(case.document(), "invoice.accepted")["invoiceId"]
    users = case.played.users
    drafts, releases = people(users)
    assert code(drafts.post(FILES, {})) == (422, "bad-input")
    pays_from(users, releases)
    account = drafts.get(f"/v1/payers/{users.payer}/account").json()
    assert (account["inForce"]["masked"], "waiting" in account) == ("••••6243", False)

    begun = drafts.post(FILES, {})
    assert begun.status_code == 202, begun.text
    path = f"{FILES}/{begun.json()['fileId']}"
    whole = until("a drafted file", partial(in_state, drafts, path, "drafted"), 90)
    assert [line["invoiceId"] for line in whole["lines"]] == [invoice_id]
    assert "first-payment" in whole["lines"][0]["odd"]

    etag = {"If-Match": drafts.get(path).headers["etag"]}
    other_login = person(users, "finance-c", "Birthe@Example.org")
    for same in (drafts, other_login):
        assert code(same.post(f"{path}/release", {}, **etag)) == (403, "payment-file-released-by-its-author")
    assert code(releases.get(f"{path}/content")) == (409, "file-not-ready")
    assert releases.post(f"{path}/release", {}, **etag).status_code == 200

    ready = until("a written file", partial(written, releases, path), 90)
    link = releases.get(f"{path}/content")
    assert link.status_code == 303
    content = client().get(link.headers["location"], timeout=60).content
    assert hashlib.sha256(content).hexdigest() == ready["digest"]
    document = etree.fromstring(content)
    must_be_of_the_scheme(document)
    assert document.xpath("//pain:GrpHdr/pain:CtrlSum/text()", namespaces=NAMES) == [ready["total"]["amount"]]
    assert with_status(drafts, "released") == [invoice_id]

    assert drafts.post(f"{path}/sent", {}).json()["state"] == "sent"
    assert until("a sent payable", lambda: with_status(drafts, "sent"), 90) == [invoice_id]
    assert with_status(drafts, "approved") == []


def test_a_file_that_is_called_off_leaves_the_invoice_for_the_next(case: InvoicedCase) -> None:
    invoice_id = case.judged(case.document(), "invoice.accepted")["invoiceId"]
    users = case.played.users
    drafts, _ = people(users)
    pays_from(users, drafts)
    path = f"{FILES}/{drafts.post(FILES, {}).json()['fileId']}"
    until("a drafted file", partial(in_state, drafts, path, "drafted"), 90)
    assert drafts.delete(path).status_code == 202
    until("a cancelled file", partial(in_state, drafts, path, "cancelled"), 90)
    assert with_status(drafts, "approved") == [invoice_id]
