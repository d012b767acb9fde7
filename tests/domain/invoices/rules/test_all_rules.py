from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from helsebro.ids import BookingId, ClaimId, ClinicId, InvoiceId, PayableId
from helsebro.invoices.facts import CreditedInvoice, InvoiceFacts
from helsebro.invoices.finding import refuses
from helsebro.invoices.invoice import (
    Attachment,
    Identifier,
    Invoice,
    InvoiceLine,
    PartyNumber,
    Passage,
    Unreadable,
)
from helsebro.invoices.rules.all_rules import RULES, business_findings
from helsebro.money import Money
from helsebro.payments.payable import Payable, PayableStatus
from helsebro.payments.payment_means import PaymentMeans
from tests.builders.invoices import FIRST, GUARANTEE, SECOND, facts, session

PARTY = "/Invoice/cac:AccountingSupplierParty/cac:Party"
FI = PaymentMeans("93", "71", "026840149965328", "81234567")


def line(
    place: int, booking_id: BookingId | None, on: date | None, amount: int, **changes: Any
) -> InvoiceLine:
    sound = InvoiceLine(
        location=f"/Invoice/cac:InvoiceLine[{place}]",
        number=str(place),
        booking_id=booking_id,
        session_on=on,
        service="first" if place == 1 else "follow-up",
        attendance="attended",
        amount=Decimal(amount),
        quantity=Decimal(1),
        price=Decimal(amount),
    )
    return replace(sound, **changes)


def of_supplier(number: str, scheme: str = "0184", place: str = "") -> PartyNumber:
    where = place or "cac:PartyLegalEntity/cbc:CompanyID"
    return PartyNumber(f"{PARTY}/{where}", Identifier(scheme, number))


BKG_FIRST, BKG_SECOND = BookingId("bkg_first"), BookingId("bkg_second")
FIRST_LINE, SECOND_LINE = line(1, BKG_FIRST, FIRST, 950), line(2, BKG_SECOND, SECOND, 850)


def invoice(**changes: Any) -> Invoice:
    sound = Invoice(
        kind="invoice",
        type_code="380",
        number="2026-1001",
        issued_on=date(2026, 11, 21),
        due_on=date(2026, 12, 21),
        currency="DKK",
        supplier=(of_supplier("DK31415918"),),
        buyer_endpoint=Identifier("0088", "5790000123452"),
        guarantee_numbers=(GUARANTEE.number,),
        case_reference=GUARANTEE.case_reference,
        lines=(FIRST_LINE, SECOND_LINE),
        payment_means=(FI,),
        payable=Decimal(1800),
        credits=None,
        passages=(Passage("/Invoice/cbc:Note", "To sessioner"),),
    )
    return replace(sound, **changes)


def second(**changes: Any) -> dict[str, Any]:
    return {"lines": (FIRST_LINE, replace(SECOND_LINE, **changes))}


def known_second(**changes: Any) -> dict[str, Any]:
    sound = facts().sessions
    return {"sessions": {**sound, BKG_SECOND: replace(sound[BKG_SECOND], **changes)}}


def broken(written: Invoice, known: InvoiceFacts) -> list[tuple[str, str]]:
    return [(finding.rule, finding.location) for finding in business_findings(written, known)]


LINE = "/Invoice/cac:InvoiceLine[2]"
GUARANTEE_PLACE = "/Invoice/cac:OrderReference/cbc:ID"


def test_a_valid_invoice_has_no_findings() -> None:
    assert broken(invoice(), facts()) == []


@pytest.mark.parametrize(
    "written,known,rule,location",
    [
        ({"guarantee_numbers": ()}, {}, "HB-01", GUARANTEE_PLACE),
        ({"guarantee_numbers": ("other",)}, {}, "HB-01", GUARANTEE_PLACE),
        ({"guarantee_numbers": (GUARANTEE.number, "other")}, {}, "HB-01", GUARANTEE_PLACE),
        (
            {"guarantee_numbers": (GUARANTEE.number, "other"), "guarantee_at": (GUARANTEE_PLACE, LINE)},
            {},
            "HB-01",
            LINE,
        ),
        ({}, {"guarantee": None}, "HB-01", GUARANTEE_PLACE),
        ({}, {"guarantee": replace(GUARANTEE, clinic_id=ClinicId("cli_other"))}, "HB-01", GUARANTEE_PLACE),
        ({"case_reference": None}, {}, "HB-02", "/Invoice/cbc:BuyerReference"),
        ({"case_reference": "other"}, {}, "HB-02", "/Invoice/cbc:BuyerReference"),
        (second(booking_id=None), {}, "HB-03", f"{LINE}/cac:DocumentReference/cbc:ID"),
        (second(booking_id="bkg_other"), {}, "HB-03", f"{LINE}/cac:DocumentReference/cbc:ID"),
        ({}, known_second(held=False), "HB-04", f"{LINE}/cac:DocumentReference/cbc:ID"),
        ({}, known_second(invoiced_by="inv_earlier"), "HB-05", f"{LINE}/cac:DocumentReference/cbc:ID"),
        (second(session_on=FIRST), {}, "HB-07", f"{LINE}/cac:InvoicePeriod/cbc:StartDate"),
        (second(session_on=None), {}, "HB-07", f"{LINE}/cac:InvoicePeriod/cbc:StartDate"),
        (second(service="first"), {}, "HB-09", f"{LINE}/cac:Item/cac:SellersItemIdentification/cbc:ID"),
        (second(service=None), {}, "HB-09", f"{LINE}/cac:Item/cac:SellersItemIdentification/cbc:ID"),
        (second(quantity=Decimal(2), price=Decimal(425)), {}, "HB-10", f"{LINE}/cbc:LineExtensionAmount"),
        ({}, known_second(price=None), "HB-10", f"{LINE}/cbc:LineExtensionAmount"),
        ({}, known_second(price=Money.of(849)), "HB-10", f"{LINE}/cbc:LineExtensionAmount"),
        ({"currency": "EUR"}, {}, "HB-11", "/Invoice/cbc:DocumentCurrencyCode"),
        ({}, {"guarantee": replace(GUARANTEE, sessions_granted=1)}, "HB-13", "/Invoice"),
        ({}, {"guarantee": replace(GUARANTEE, sessions_invoiced=2)}, "HB-13", "/Invoice"),
        (
            {"buyer_endpoint": Identifier("0088", "5790000123469")},
            {},
            "HB-14",
            "/Invoice/cac:AccountingCustomerParty/cac:Party/cbc:EndpointID",
        ),
        (
            {"buyer_endpoint": None},
            {},
            "HB-14",
            "/Invoice/cac:AccountingCustomerParty/cac:Party/cbc:EndpointID",
        ),
        ({"payment_means": ()}, {}, "HB-17", "/Invoice/cac:PaymentMeans"),
        ({"payment_means": (PaymentMeans("58"),)}, {}, "HB-17", "/Invoice/cac:PaymentMeans"),
        (
            {"passages": (Passage("/Invoice/cbc:Note", "Hr. 010170-1234"),)},
            {},
            "HB-19",
            "/Invoice/cbc:Note",
        ),
        ({}, {"number_is_taken": True}, "HB-20", "/Invoice/cbc:ID"),
        ({"number": None}, {}, "HB-20", "/Invoice/cbc:ID"),
        ({"number": "1" * 61}, {}, "HB-20", "/Invoice/cbc:ID"),
        ({"number": "\N{ZERO WIDTH SPACE}"}, {}, "HB-20", "/Invoice/cbc:ID"),
        ({"payable": Decimal(1801)}, {}, "HB-21", "/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount"),
        ({"payable": None}, {}, "HB-21", "/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount"),
        ({"type_code": "386"}, {}, "HB-22", "/Invoice/cbc:InvoiceTypeCode"),
        ({"attachments": (Attachment("/Invoice/x", "text/csv", "a.csv"),)}, {}, "HB-27", "/Invoice/x"),
        ({"attachments": (Attachment("/Invoice/x", "image/heic", "a.heic"),)}, {}, "HB-27", "/Invoice/x"),
        ({"attachments": (Attachment("/x", "application/pdf", is_misplaced=True),)}, {}, "HB-27", "/x"),
    ],
)
def test_each_fault_is_found_where_it_is(
    written: dict[str, Any], known: dict[str, Any], rule: str, location: str
) -> None:
    assert broken(invoice(**written), facts(**known)) == [(rule, location)]


@pytest.mark.parametrize("attendance", ["missed", "late-cancelled", "", None, "Attended"])
def test_only_an_attended_session_can_be_invoiced(attendance: str | None) -> None:
    written = invoice(**second(attendance=attendance))
    place = f"{LINE}/cac:Item/cac:AdditionalItemProperty[cbc:Name='Attendance']/cbc:Value"
    assert broken(written, facts()) == [("HB-12", place)]


@pytest.mark.parametrize(
    "first,last,inside",
    [
        (FIRST, SECOND, True),
        (date(2026, 11, 4), SECOND, False),
        (FIRST, date(2026, 11, 9), False),
    ],
)
def test_the_first_and_the_last_day_of_the_guarantee_count(first: date, last: date, inside: bool) -> None:
    known = facts(guarantee=replace(GUARANTEE, valid_from=first, valid_until=last))
    assert [rule for rule, _ in broken(invoice(), known)] == ([] if inside else ["HB-08"])


def test_a_booking_cannot_appear_on_two_lines() -> None:
    again = replace(FIRST_LINE, location="/Invoice/cac:InvoiceLine[2]")
    written = invoice(lines=(FIRST_LINE, again), payable=Decimal(1900))
    assert [rule for rule, _ in broken(written, facts())] == ["HB-06", "HB-06"]


@pytest.mark.parametrize("kind", ["invoice", "credit-note"])
def test_a_document_of_more_than_90_sessions_must_be_divided(kind: Any) -> None:
    for lines, found in ((88, []), (89, ["HB-28"]), (500, ["HB-28"])):
        written = invoice(kind=kind, lines=(FIRST_LINE,) * lines)
        assert [rule for rule, _ in broken(written, facts()) if rule == "HB-28"] == found


def test_the_finding_on_too_many_sessions_names_the_limit_in_every_language() -> None:
    findings = business_findings(invoice(lines=(FIRST_LINE,) * 120), facts())
    [found] = [finding for finding in findings if finding.rule == "HB-28"]
    for language in ("da", "nb", "en"):
        assert {"120", "88"} <= set(re.findall(r"\d+", found.text.in_language(language)))


def test_our_own_references_are_never_read_as_a_persons_number() -> None:
    known = facts(guarantee=replace(GUARANTEE, number="0101701234"))
    passages = (Passage("/Invoice/cac:OrderReference/cbc:ID", "0101701234"),)
    assert broken(invoice(guarantee_numbers=("0101701234",), passages=passages), known) == []


def test_an_unknown_guarantee_reveals_nothing_about_another_clinics_sessions() -> None:
    known = facts(guarantee=replace(GUARANTEE, clinic_id=ClinicId("cli_other"), sessions_granted=0))
    assert broken(invoice(), known) == [("HB-01", GUARANTEE_PLACE)]


def test_all_findings_are_returned_at_once() -> None:
    written = invoice(
        case_reference=None,
        currency="EUR",
        payment_means=(),
        lines=(
            replace(FIRST_LINE, attendance="missed"),
            replace(SECOND_LINE, amount=Decimal(1), price=Decimal(1)),
        ),
    )
    expected = ["HB-02", "HB-10", "HB-11", "HB-12", "HB-17", "HB-21"]
    assert [rule for rule, _ in broken(written, facts())] == expected


OWED = Payable(PayableId("pay_1"), "nordlys", "invoice", Money.of(1800), date(2026, 12, 21), ClaimId("clm_1"))


def credit_note(**changes: Any) -> Invoice:
    return invoice(
        **{
            "kind": "credit-note",
            "type_code": "381",
            "number": "2026-1002",
            "lines": (SECOND_LINE,),
            "payable": Decimal(850),
            "credits": "2026-1001",
            "payment_means": (),
        }
        | changes
    )


def invoiced(**changes: Any) -> InvoiceFacts:
    taken = session(BKG_SECOND, SECOND, 850, invoiced_by="inv_1", invoiced_amount=Money.of(850))
    earlier = {"credited": CreditedInvoice(InvoiceId("inv_1"), OWED), "sessions": {BKG_SECOND: taken}}
    return facts(**earlier | changes)


@pytest.mark.parametrize("status", ["approved", "returned"])
def test_a_credit_note_credits_a_session_of_an_unpaid_invoice(status: PayableStatus) -> None:
    owed = CreditedInvoice(InvoiceId("inv_1"), replace(OWED, status=status))
    assert broken(credit_note(), invoiced(credited=owed)) == []


@pytest.mark.parametrize("rest, said", [(0, "credited in full"), (850, "decided not to pay")])
def test_an_invoice_that_is_credited_or_written_off_says_which(rest: int, said: str) -> None:
    owed = replace(OWED, status="credited", amount=Money.of(rest))
    known = invoiced(credited=CreditedInvoice(InvoiceId("inv_1"), owed))
    [finding] = [each for each in business_findings(credit_note(), known) if each.rule == "HB-56"]
    assert said in finding.text.en


@pytest.mark.parametrize(
    "written,known,rule",
    [
        ({}, {"credited": None}, "HB-23"),
        ({}, {"credited": CreditedInvoice(InvoiceId("inv_1"), replace(OWED, status="drafted"))}, "HB-24"),
        ({}, {"credited": CreditedInvoice(InvoiceId("inv_1"), replace(OWED, status="paid"))}, "HB-24"),
        ({}, {"credited": CreditedInvoice(InvoiceId("inv_1"), replace(OWED, status="credited"))}, "HB-56"),
        ({}, {"credited": CreditedInvoice(InvoiceId("inv_1"), replace(OWED, status="sent"))}, "HB-24"),
        ({"credited_on": FIRST}, {"credited": CreditedInvoice(InvoiceId("inv_1"), OWED, SECOND)}, "HB-55"),
        ({}, {"credited": CreditedInvoice(InvoiceId("inv_2"), OWED)}, "HB-25"),
        (
            {
                "lines": (replace(SECOND_LINE, amount=Decimal(849), price=Decimal(849)),),
                "payable": Decimal(849),
            },
            {},
            "HB-26",
        ),
        (
            {"lines": (replace(SECOND_LINE, quantity=Decimal(2), price=Decimal(425)),)},
            {},
            "HB-26",
        ),
        ({"lines": (replace(SECOND_LINE, session_on=FIRST),)}, {}, "HB-07"),
        ({"lines": (replace(SECOND_LINE, service="first"),)}, {}, "HB-09"),
        ({"type_code": "380"}, {}, "HB-22"),
        ({"lines": (), "payable": Decimal(0)}, {}, "HB-21"),
    ],
)
def test_a_credit_note_has_its_own_rules(written: dict[str, Any], known: dict[str, Any], rule: str) -> None:
    assert [found for found, _ in broken(credit_note(**written), invoiced(**known))] == [rule]


def test_a_credit_note_may_give_the_date_of_what_it_credits() -> None:
    for known in (FIRST, None):
        credited = CreditedInvoice(InvoiceId("inv_1"), OWED, known)
        assert broken(credit_note(credited_on=FIRST), invoiced(credited=credited)) == []


def test_of_an_amount_that_cannot_be_read_no_sum_is_expected() -> None:
    place = f"{FIRST_LINE.location}/cbc:LineExtensionAmount"
    written = invoice(lines=(replace(FIRST_LINE, amount=None), SECOND_LINE))
    assert "HB-21" in dict(broken(written, facts()))
    assert "HB-21" not in dict(broken(replace(written, unreadable=(Unreadable(place, "number"),)), facts()))


def test_the_rules_are_numbered_in_order_without_a_gap() -> None:
    assert [rule.id for rule in RULES] == [f"HB-{number:02}" for number in range(1, len(RULES) + 1)]


def test_every_rule_has_texts_in_three_languages_and_a_source() -> None:
    for rule in RULES:
        assert all((rule.text.da, rule.text.nb, rule.text.en, rule.source, rule.check.__doc__))
        assert rule.text.da != rule.text.en


def test_a_finding_is_returned_in_the_requested_language() -> None:
    [finding] = business_findings(invoice(), facts(**known_second(price=Money.of(800))))
    assert refuses((finding,))
    assert [finding.text.in_language(language) for language in ("da", "nb", "en", "fr")] == [
        "En linje skal være én konsultation og koste 800\N{NO-BREAK SPACE}kr., som er den aftalte pris.",
        "En linje må være én time og koste 800\N{NO-BREAK SPACE}danske kr, som er den avtalte prisen.",
        "A line must be one session and cost DKK\N{NO-BREAK SPACE}800, which is the agreed price.",
        "En linje skal være én konsultation og koste 800\N{NO-BREAK SPACE}kr., som er den aftalte pris.",
    ]
