"""Crisis help after an assault: proved by a police report, and invoiced by the clinic (7.14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from helsebro.local_day import local_day
from local.journey import treatment
from local.journey.benefits import JsonObject
from local.journey.people import StackAddresses
from local.journey.steps import until
from local.journey.todays_slot import todays_slot
from tests.journeys.bills_and_borders.billed_case import BilledCase
from tests.journeys.bills_and_borders.insurer import Insurer
from tests.journeys.facts_of_a_case.answered import answer, must_be_confirmed, rows
from tests.journeys.readings import case_must_be_readable, task_must_be_readable

CRISIS_HELP = {
    "condition": {"category": "mental"},
    "treatment": {"type": "crisis-help", "inNetwork": True, "sessions": 5},
}
PRICE = "treatment.cost"


def test_crisis_help_after_an_assault_is_proved_by_a_police_report_and_invoiced(insurer: Insurer) -> None:
    """R-7141 to R-7146. The tariff has the price, unless a caseworker confirms a lower one of the clinic."""
    stack = insurer.users.stack
    days_ago = str(local_day(stack.clock.now()) - timedelta(days=5))
    case = insurer.case(insurer.member(), CRISIS_HELP)
    assert case.read()["missing"] == ["consent", "facts"]
    asked = answer(
        case,
        {"event.kind": "assault", "event.occurredOn": days_ago, "condition.arisenOn": days_ago},
    )
    assert {"event.kind", "event.occurredOn"} <= asked
    answered = case.read()
    assert (answered["status"], answered["missing"]) == ("in-review", [])
    # The tariff has the price, so no one is asked for it.
    assert case.asked() == {}

    proposal = case.task()["proposal"]
    assert rows(proposal)["R-7143"]["facts"]["evidence.policeReport"] is True
    assert (proposal["amountHangsOn"], proposal["grant"]["payable"]) == ([], case.money("4250.00"))
    confirm(case, {PRICE: case.money("800.00")})
    lower = case.money("4000.00")
    until("the new proposal", lambda: case.task()["proposal"]["grant"].get("payable") == lower)
    task_must_be_readable(case)

    case.approve(stack.clinic_id)
    must_be_confirmed(case)
    case_must_be_readable(case)
    assert invoiced(case)["amount"] == case.money("800.00")


def confirm(case: BilledCase, facts: dict[str, object]) -> None:
    """A caseworker states facts and confirms them."""
    body = {"facts": [{"path": path, "value": value} for path, value in facts.items()], "confirmed": True}
    tag = {"If-Match": f'"{case.read()["version"]}"'}
    answer = case.staff("caseworker").put(f"{case.path}/facts", body, **tag)
    case.journey.step("a caseworker confirms facts", answer, 200)


def with_its_psychologist(case: BilledCase) -> StackAddresses:
    """Returns the stack with the practitioner of the demo clinic who gives crisis help."""
    stack = case.member.stack
    found = case.member.get("/v1/practitioners?crisis=true&limit=100").json()["items"]
    [own] = [each for each in found if each["clinicId"] == stack.clinic_id]
    return replace(stack, practitioner_id=own["practitionerId"], practitioner_key="demo-2")


def invoiced(case: BilledCase) -> JsonObject:
    """The clinic holds a session of the guarantee and sends its invoice; returns the payable."""
    stack, guarantee_id = with_its_psychologist(case), case.guarantee()["guaranteeId"]
    clinic, slot = stack.clinic_system(), todays_slot(case.journey, stack, case.member)
    booking = treatment.book_slot(case.journey, stack, case.member, guarantee_id, slot)
    treatment.hold(case.journey, stack, clinic, booking)
    invoice_id = treatment.send_invoice(case.journey, stack, clinic, booking, "invoice.accepted", None)

    def listed() -> JsonObject | None:
        items = case.staff("finance").get("/v1/payments?status=approved&limit=100").json()["items"]
        return next((item for item in items if item.get("invoiceId") == invoice_id), None)

    return until("the payable", listed)
