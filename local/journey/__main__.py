"""``make journey``: plays the whole journey against the running stack, a line a step."""

from __future__ import annotations

import json
import sys

from local.clinic.clinic_system import ClinicSystem
from local.home import STACK_FILE
from local.journey import benefits, insurance, treatment, underwriting
from local.journey.people import Cast, Stack, new_cpr
from local.journey.refund import refund
from local.journey.steps import Story, Surprise


def play(stack: Stack, story: Story) -> Story:
    """All chapters. Raises ``Surprise`` at the first step that ends otherwise than the contract says."""
    cast = Cast(stack)
    clinic = ClinicSystem(stack.api_url, stack.clinic_id, stack.signing_secret)
    story.chapter("1–2  A payer, a policy, two members and a claim")
    policy_id = insurance.open_payer(story, cast)
    cprs = new_cpr(), new_cpr()
    member, other = (insurance.insure(story, cast, policy_id, cpr) for cpr in cprs)
    claims = [insurance.report(story, one) for one in (member, other)]
    story.chapter("3  Consent and papers")
    for one, claim_id in zip((member, other), claims, strict=True):
        insurance.consent_and_upload(story, one, claim_id)
    story.chapter("4–5  The engine proposes, a caseworker decides")
    guarantees = [insurance.approve(story, cast, claim_id, stack.clinic_id) for claim_id in claims]
    ids = (guarantees[0]["guaranteeId"], guarantees[1]["guaranteeId"])
    story.chapter("6  The guarantee")
    treatment.read_guarantee(story, stack, member, claims[0], ids[0])
    story.chapter("7  Slots and a booking")
    treatment.publish_slots(story, clinic, stack.practitioner_key)
    booking = treatment.book(story, stack, member, other, ids)
    story.chapter("8  The session and its invoice")
    treatment.hold_and_invoice(story, stack, clinic, booking)
    story.chapter("9  A member's own bill")
    document_id = insurance.consent_and_upload(story, other, claims[1], "invoice")
    refund(story, cast, other, claims[1], document_id)
    story.chapter("10  Benefits, and what a treatment would cost")
    benefits.read_benefits(story, member)
    benefits.compare(story, member)
    story.chapter("11  More sessions, a denial, a revocation")
    benefits.extend(story, cast, member, claims[0], ids[0])
    benefits.deny(story, cast, member)
    benefits.revoke(story, cast, other, ids[1])
    story.chapter("12  A mandate")
    benefits.mandate(story, member, other, cprs[1], claims[0])
    story.chapter("13  Underwriting")
    underwriting.change_the_policy(story, cast, policy_id)
    underwriting.replay(story, cast)
    return story


def main() -> int:
    """Plays the journey on the stack that ``make run`` wrote down."""
    if not STACK_FILE.exists():
        print("No stack is running: start it with `make run` in another window.", file=sys.stderr)
        return 1
    try:
        story = play(Stack.of(json.loads(STACK_FILE.read_text("utf-8"))), Story())
    except Surprise as surprise:
        print(f"\n{surprise}", file=sys.stderr)
        return 1
    print(f"\nThe whole journey, {len(story.told)} steps, as the contract says.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
