"""``make journey``: plays the whole journey against the running stack, one line for each step."""

from __future__ import annotations

import sys

from local.commands.faults import command
from local.journey import benefits, insurance, portal, treatment, underwriting
from local.journey.judged_clinic import JudgedClinic
from local.journey.people import StackAddresses, Users, new_cpr
from local.journey.refund import refund
from local.journey.steps import Journey
from local.stack.running_stack import addresses


def play(stack: StackAddresses, journey: Journey) -> Journey:
    """Plays all chapters. Raises ``StepFailed`` at the first step that does not end as the contract says."""
    users = Users(stack)
    clinic = JudgedClinic.of(stack.clinic_system(), journey.contract)
    journey.chapter("1–2  A payer, a policy, two members and a claim")
    policy_id = insurance.open_payer(journey, users)
    cprs = new_cpr(), new_cpr()
    member, other = (insurance.insure(journey, users, policy_id, cpr) for cpr in cprs)
    claims = [insurance.report(journey, user) for user in (member, other)]
    journey.chapter("3  Consent and documents")
    for user, claim_id in zip((member, other), claims, strict=True):
        insurance.consent_and_upload(journey, user, claim_id)
    insurance.upload_a_virus(journey, member, claims[0])
    journey.chapter("4–5  The engine proposes, a caseworker decides")
    guarantees = [insurance.approve(journey, users, claim_id, stack.clinic_id) for claim_id in claims]
    ids = (guarantees[0]["guaranteeId"], guarantees[1]["guaranteeId"])
    journey.chapter("6  The guarantee")
    treatment.read_guarantee(journey, stack, member, claims[0], ids[0])
    journey.chapter("7  Slots and a booking")
    treatment.publish_slots(journey, clinic, stack.practitioner_key)
    booking = treatment.book(journey, stack, member, other, ids)
    journey.chapter("8  The session and its invoice")
    treatment.hold_and_invoice(journey, stack, clinic, booking)
    journey.chapter("9  A member's own bill")
    document_id = insurance.consent_and_upload(journey, other, claims[1], "invoice")
    refund(journey, users, other, claims[1], document_id)
    journey.chapter("10  Benefits, and what a treatment would cost")
    benefits.read_benefits(journey, member)
    benefits.compare(journey, member)
    journey.chapter("11  More sessions, a denial, a revocation")
    benefits.extend(journey, users, member, claims[0], ids[0])
    benefits.deny(journey, users, member)
    benefits.revoke(journey, users, other, ids[1])
    journey.chapter("12  A mandate")
    benefits.mandate(journey, member, other, cprs[1], claims[0])
    journey.chapter("13  Underwriting")
    underwriting.change_the_policy(journey, users, policy_id)
    underwriting.replay(journey, users)
    journey.chapter("14  A portal in a browser")
    portal.call_from_a_page(journey, stack, member, claims[0])
    return journey


@command
def main() -> int:
    """Plays the journey on the stack of ``make run``; the exit code is 2 at the first step that fails."""
    journey = play(StackAddresses.of(addresses()), Journey())
    print(f"\nThe whole journey, {len(journey.steps)} steps, as the contract says.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
