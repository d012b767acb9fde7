from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.named_practitioner import NamedPractitioner
from helsebro.benefits.reservation import Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.ids import PractitionerId
from helsebro.invoices.review.other_session import InvoicePaid, NumberedInvoice, OtherSession
from helsebro.invoices.rules.all_rules import business_findings
from helsebro.money import Money
from tests.builders.invoices import FIRST, GUARANTEE, SECOND, facts
from tests.domain.invoices.rules.test_all_rules import BKG_SECOND, LINE, broken, invoice, known_second, second

BY = NamedPractitioner(PractitionerId("prc_1"), "ABC12")
ANOTHER = NamedPractitioner(PractitionerId("prc_2"), "XYZ98")
PAID_ONCE = {"HB-34": "fatal", "HB-35": "review"}


def paid(by: NamedPractitioner | None, on: date = SECOND) -> dict[str, Any]:
    """Returns facts by which a session of this day was refunded, and ``prc_1`` held those of the invoice."""
    spent = Spent("0", on, GUARANTEE.treatment, Money.of(850), by=by)
    use = Use("ref_1", "refund", Purpose(GUARANTEE.claim_id), SECOND, in_network=False, sessions=(spent,))
    sessions = {known.booking_id: replace(known, by=BY) for known in facts().sessions.values()}
    return {"sessions": sessions, "ledger": Ledger("nordlys", GUARANTEE.person_id, uses=(use,))}


def booked_and_paid(booking_id: str) -> dict[str, Any]:
    """Returns facts by which an invoice for a booking of this day with the same practitioner was paid."""
    known = paid(BY)
    [use] = known["ledger"].uses
    [spent] = use.sessions
    use = replace(use, use_id="inv_1", source="invoice", sessions=(replace(spent, reference=booking_id),))
    return {**known, "ledger": replace(known["ledger"], uses=(use,))}


def clashes(known: dict[str, Any]) -> list[tuple[OtherSession, ...]]:
    found = business_findings(invoice(), facts(**known))
    return [finding.clashes for finding in found if finding.rule in PAID_ONCE]


def test_a_finding_names_what_it_clashes_with() -> None:
    named = {"practitioners": {"prc_2": "Mette Lund"}}
    refund = OtherSession("refund", "ref_1", SECOND, Money.of(850), practitioner="Mette Lund")
    assert clashes({**paid(ANOTHER), **named}) == [(refund,)]
    assert clashes(known_second(on=FIRST)) == [(OtherSession("line", "bkg_first", FIRST, Money.of(950)),)]


def test_a_clash_with_an_invoice_names_its_number_for_who_decides() -> None:
    known = {**booked_and_paid("bkg_other"), "numbered": {"inv_1": NumberedInvoice("2026-7", is_own=False)}}
    [[clash]] = clashes(known)
    assert (clash.id, clash.number) == ("inv_1", "2026-7")


@pytest.mark.parametrize(
    "numbered, said, not_said",
    [
        (NumberedInvoice("2026-7", is_own=True), "2026-7, which is accepted and will be paid", "been paid"),
        (
            NumberedInvoice("2026-7", is_own=True, payment="paid"),
            "been paid with the clinic's invoice 2026-7",
            "will",
        ),
        (
            NumberedInvoice("2026-7", is_own=True, payment="returned"),
            "first send a credit note",
            "will be paid",
        ),
        (NumberedInvoice("2026-7", is_own=True, payment="written-off"), "decided not to pay", "will be paid"),
        (NumberedInvoice("2026-7", is_own=False), "accepted for payment in another way", "2026-7"),
    ],
)
def test_a_clinic_reads_the_number_of_its_own_other_invoice_only(
    numbered: NumberedInvoice, said: str, not_said: str
) -> None:
    known = {**booked_and_paid(BKG_SECOND), "numbered": {"inv_1": numbered}}
    [finding] = [each for each in business_findings(invoice(), facts(**known)) if each.rule == "HB-34"]
    assert said in finding.text.en
    assert not_said not in finding.text.en


@pytest.mark.parametrize(
    "payment, said",
    [
        ("coming", "is accepted and will be paid"),
        ("paid", "invoice 2026-7 is paid"),
        ("returned", "first send a credit note"),
        ("written-off", "decided not to pay"),
    ],
)
def test_an_invoiced_session_names_the_invoice_and_what_became_of_its_money(
    payment: InvoicePaid, said: str
) -> None:
    other = NumberedInvoice("2026-7", is_own=True, payment=payment)
    known = {**known_second(invoiced_by="inv_1"), "numbered": {"inv_1": other}}
    [finding] = business_findings(invoice(), facts(**known))
    assert (finding.rule, "2026-7" in finding.text.en, said in finding.text.en) == ("HB-05", True, True)


@pytest.mark.parametrize(
    "known, rules",
    [
        (paid(None), ["HB-34"]),
        (paid(NamedPractitioner(None, "abc12")), ["HB-34"]),
        (paid(ANOTHER), ["HB-35"]),
        (paid(BY, date(2026, 11, 11)), []),
        (known_second(on=FIRST), ["HB-35"]),
        (booked_and_paid("bkg_other"), ["HB-35"]),
        (booked_and_paid(BKG_SECOND), ["HB-34"]),
    ],
    ids=["no practitioner", "the same", "another", "another day", "an earlier line", "booking", "itself"],
)
def test_a_session_that_was_paid_another_way_is_not_paid_again(
    known: dict[str, Any], rules: list[str]
) -> None:
    written = invoice(**second(session_on=known["sessions"][BKG_SECOND].on))
    found = [finding for finding in business_findings(written, facts(**known)) if finding.rule in PAID_ONCE]
    assert [(finding.rule, finding.location) for finding in found] == [
        (rule, f"{LINE}/cac:DocumentReference/cbc:ID") for rule in rules
    ]
    assert [finding.severity for finding in found] == [PAID_ONCE[rule] for rule in rules]


def test_a_booking_that_was_invoiced_before_breaks_one_rule() -> None:
    known = paid(BY)
    invoiced = {BKG_SECOND: replace(known["sessions"][BKG_SECOND], invoiced_by="inv_1")}
    known["sessions"] = {**known["sessions"], **invoiced}
    assert [rule for rule, _ in broken(invoice(), facts(**known))] == ["HB-05"]
