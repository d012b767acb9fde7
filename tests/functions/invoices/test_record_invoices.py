"""The lists of invoices and the counts of findings follow the invoices' events (F0-24, promise 26)."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.invoices.invoices.handler import handler as invoices
from functions.invoices.record_invoices.handler import handler

from helsebro.ids import ClinicId, InvoiceId, PractitionerId
from helsebro.invoices.finding_counts import MOST_RULES, OUTSIDE_GUARANTEE
from helsebro.invoices.received_invoice import ReceivedInvoice, id_for
from helsebro.invoices.rules.all_rules import RULES
from helsebro.local_day import local_day
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.invoices.keys import invoice_key, rule_attribute, rule_of
from helsebro_aws.platform import clock
from tests.builders import network
from tests.builders.calls import Answered, LambdaContext, ask, event, member, staff
from tests.builders.clinics.doubtful_invoices import DOUBT, decide, doubting, in_review, sent
from tests.builders.clinics.users import COLLEAGUE, SIGNATORY, STRANGER, TREATS, SignedIn, bind
from tests.builders.invoice_stage import Stage, change, other, staged

FINANCE = staff("finance", payer="nordlys")


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def follow(*invoice_ids: str) -> None:
    records = [
        {
            "messageId": invoice_id,
            "eventSource": "aws:sqs",
            "body": json.dumps({"type": "invoice.rejected", "data": {"invoiceId": invoice_id}}),
        }
        for invoice_id in invoice_ids
    ]
    assert handler({"Records": records}, LambdaContext()) == {"batchItemFailures": []}


def listed(stage: Stage, query: str = "", by: Any = None) -> list[tuple[str, str]]:
    path = f"/v1/invoices{query}"
    answer = ask(invoices, event("GET", path, by=by) if by else stage.sent(path, None))
    assert answer.status == 200, answer.body
    return [(item["invoiceId"], item["status"]) for item in answer.body["items"]]


def judged(stage: Stage, **changes: Any) -> InvoiceId:
    invoice_id = sent(stage, stage.invoice(**changes))
    doubting().judge(invoice_id)
    follow(invoice_id)
    return invoice_id


def test_a_clinic_lists_its_invoices_the_last_received_first_and_by_status(stage: Stage) -> None:
    waiting = sent(stage, stage.invoice(number="2026-1"))
    follow(waiting)
    first = judged(stage, number="2026-2")
    second = judged(stage, number="2026-3")
    assert listed(stage) == [(second, "rejected"), (first, "accepted"), (waiting, "received")]
    assert listed(stage, "?status=accepted") == [(first, "accepted")]
    assert listed(stage, f"?status=in-review&clinicId={stage.clinic_id}") == []
    assert listed(other(stage)) == []


def test_finance_lists_the_checked_invoices_of_its_payer(stage: Stage) -> None:
    follow(sent(stage))
    first, second = judged(stage, number="2026-2"), judged(stage, number="2026-3")
    assert listed(stage, by=FINANCE) == [(second, "rejected"), (first, "accepted")]
    assert listed(stage, "?status=rejected", by=FINANCE) == [(second, "rejected")]
    of_clinic = f"?clinicId={stage.clinic_id}"
    assert listed(stage, f"{of_clinic}&status=accepted", by=FINANCE) == [(first, "accepted")]
    assert listed(stage, "?clinicId=cli_other", by=FINANCE) == []
    assert listed(stage, of_clinic, by=staff("finance", payer="other")) == []


def test_a_clinic_cannot_list_those_of_another(stage: Stage) -> None:
    for clinic_id in (other(stage).clinic_id, "cli_unknown"):
        answer = ask(invoices, stage.sent(f"/v1/invoices?clinicId={clinic_id}", None))
        assert answer.status == 404


def test_a_practitioner_lists_the_own_invoices_only(stage: Stage) -> None:
    clinic_id = ClinicId(stage.clinic_id)
    bind(clinic_id, SIGNATORY)
    bind(clinic_id, TREATS, PractitionerId("prc_1"))
    bind(clinic_id, COLLEAGUE, PractitionerId("prc_2"))
    headers = {"content-type": "application/xml"}
    body = stage.invoice().decode()
    own = ask(invoices, SignedIn(TREATS, clinic_id).call("POST", "/v1/invoices", body, headers=headers))
    follow(own.body["invoiceId"], sent(stage, stage.invoice(number="2026-2")))

    def count(cpr: str) -> int:
        return len(ask(invoices, SignedIn(cpr, clinic_id).call("GET", "/v1/invoices")).body["items"])

    assert (count(SIGNATORY), count(TREATS), count(COLLEAGUE)) == (2, 1, 0)


def test_every_page_of_a_list_goes_on_where_the_last_ended(stage: Stage) -> None:
    # The rows are stored past the calls: only their times differ.
    at, ids = datetime(2026, 11, 21, 10, tzinfo=UTC), []
    for number in range(5):
        invoice_id = id_for(ClinicId(stage.clinic_id), str(number))
        received = ReceivedInvoice(
            invoice_id, ClinicId(stage.clinic_id), "received", at + timedelta(seconds=number), "digest"
        )
        from helsebro_aws.invoices.listed.dynamo_listed_invoices import DynamoListedInvoices

        tables.commit(DynamoListedInvoices().rows(_listed(received)))
        ids.append(invoice_id)
    seen, cursor = [], ""
    while cursor is not None:
        query = f"?limit=2&status=received{f'&cursor={cursor}' if cursor else ''}"
        answer = ask(invoices, stage.sent(f"/v1/invoices{query}", None))
        seen += [item["invoiceId"] for item in answer.body["items"]]
        cursor = answer.body["nextCursor"]
    assert seen == ids[::-1]


def _listed(invoice: ReceivedInvoice) -> Any:
    from helsebro.invoices.listed_invoice import listed as listed_of

    return listed_of(invoice)


def findings(stage: Stage, query: str = "", by: Any = None) -> Answered:
    path = f"/v1/clinics/{stage.clinic_id}/invoice-findings{query}"
    return ask(invoices, event("GET", path, by=by) if by else stage.sent(path, None))


def test_a_rejected_invoice_is_counted_once_by_rule_and_month(stage: Stage) -> None:
    change(stage.sessions[0].booking_id, "BOOKING", clinicId="cli_other")
    invoice_ids = [judged(stage, number=f"2026-{number}") for number in range(2)]
    follow(*invoice_ids, *invoice_ids)
    month = f"{local_day(clock.now()):%Y-%m}"
    answer = findings(stage, by=staff("network", payer=None))
    assert answer.body["to"] == month
    assert answer.body["months"] == [
        {"month": month, "rejected": 2, "outsideGuarantee": 2, "rules": [{"rule": "HB-03", "invoices": 2}]}
    ]
    assert findings(stage).body == answer.body


def test_accepted_and_doubtful_invoices_are_not_counted_until_they_are_denied(stage: Stage) -> None:
    invoice_id, task = in_review(stage, DOUBT)
    follow(invoice_id)
    assert (findings(stage).body["months"], listed(stage)) == ([], [(invoice_id, "in-review")])
    decide(task, {"decision": "deny", "reason": "more-needed"})
    follow(invoice_id, invoice_id)
    [month] = findings(stage).body["months"]
    assert (month["rejected"], month["outsideGuarantee"]) == (1, 0)
    assert [each["rule"] for each in month["rules"]] == ["HB-DENIED"]
    assert listed(stage) == [(invoice_id, "rejected")]


def test_an_event_that_comes_late_does_not_turn_the_list_back(stage: Stage) -> None:
    invoice_id = sent(stage)
    table = tables.settings.money_table
    before = tables.get(table, *invoice_key(ClinicId(stage.clinic_id), invoice_id))
    doubting().judge(invoice_id)
    follow(invoice_id)
    assert before
    from helsebro_aws.invoices.dynamo_invoices import invoice_in
    from helsebro_aws.invoices.listed.dynamo_listed_invoices import DynamoListedInvoices, ListedAlready

    with pytest.raises(ListedAlready):
        tables.commit(DynamoListedInvoices().rows(_listed(invoice_in(before))))
    assert listed(stage) == [(invoice_id, "accepted")]


@pytest.mark.parametrize(
    "query, pointers",
    [
        ("?from=2026&to=x", ["/from", "/to"]),
        ("?from=2026-12&to=2026-11", ["/from"]),
        ("?from=2020-01&to=2026-11", ["/from"]),
    ],
)
def test_wrong_months_are_told_at_once(stage: Stage, query: str, pointers: list[str]) -> None:
    answer = findings(stage, query)
    assert (answer.status, [fault["pointer"] for fault in answer.body["errors"]]) == (400, pointers)


def test_only_the_clinic_and_the_network_read_the_counts(stage: Stage) -> None:
    path = f"/v1/clinics/{stage.clinic_id}/invoice-findings"
    clinic_id = ClinicId(stage.clinic_id)
    bind(clinic_id, SIGNATORY)
    bind(clinic_id, TREATS, PractitionerId("prc_1"))
    by_users = [
        ask(invoices, SignedIn(cpr, clinic_id).call("GET", path)).status for cpr in (SIGNATORY, TREATS)
    ]
    assert by_users == [200, 404]
    assert ask(invoices, other(stage).sent(path, None)).status == 404
    assert ask(invoices, event("GET", path, by=FINANCE)).status == 403


def test_the_signatory_reads_the_counts_with_the_own_login(aws: dict[str, Any]) -> None:
    assert aws
    signed = network.staged(clinic_changes={"signatory_id": pseudonym.person_id("DK", SIGNATORY)})
    path = f"/v1/clinics/{signed.clinic_id}/invoice-findings"
    answers = [ask(invoices, event("GET", path, by=member(cpr))) for cpr in (SIGNATORY, STRANGER)]
    assert [answer.status for answer in answers] == [200, 404]
    assert answers[0].body["months"] == []


@pytest.mark.parametrize("rule", ["HB-04", "BR-CO-15", "UBL-SR-43", "F_X.1", "PEPPOL-EN16931-R003"])
def test_a_rule_is_found_again_in_its_attribute(rule: str) -> None:
    assert rule_of(rule_attribute(rule)) == rule
    assert rule_attribute(rule).replace("_", "").isalnum()


def test_the_counts_of_one_invoice_fit_an_expression() -> None:
    longest = len(rule_attribute("PEPPOL-EN16931-R003")) * 2 + len("# :add_, ")
    assert longest * MOST_RULES < 4096


def test_the_rules_that_count_as_a_breach_are_rules() -> None:
    assert {rule.id for rule in RULES} >= OUTSIDE_GUARANTEE
