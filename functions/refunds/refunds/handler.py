"""Refunds: members ask to have their own bills paid back, and read the decision on each treatment.

Trigger: HTTP API.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any, cast

from helsebro.caller import MEMBER, Caller
from helsebro.claims.claim import SEEN_BY
from helsebro.claims.explained.held_answer import held_answer
from helsebro.claims.explained.reader import reader_of, reader_of_claim
from helsebro.coverage.trail import Trail
from helsebro.errors import NotFound
from helsebro.ids import ClaimId, RefundId
from helsebro.refunds.refund import BilledTreatment, Refund
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.facts.reply_view import reply_shown
from helsebro_aws.claims.mandated.mandate_acts import acts_under_mandate
from helsebro_aws.claims.urgent.safety_view import words_safety
from helsebro_aws.complaints.next_steps_view import NextStepsShown
from helsebro_aws.coverage.shared_rows_view import DAY, PRICE, share_rows
from helsebro_aws.decisions.trail_view import trail_shown
from helsebro_aws.documents.accepted import accepted_bill, bill_faults, digests_of
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.refunds.asked_bills import AskedBills, BillAlreadyAskedFor
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds, new_id
from helsebro_aws.tasks.outside_grant_view import show_outside_grant

if TYPE_CHECKING:
    from functions.refunds.refunds.answers import (
        RefundAnswer,
        RefundTreatmentAnswer,
        ReplyAnswer,
        RequestedRefundAnswer,
    )

    from helsebro.coverage.texts.person_of_address import PersonOfAddress
    from helsebro_aws.complaints.next_step_answer import NextStepAnswer
    from helsebro_aws.coverage.trail_answer import TrailStepAnswer
    from helsebro_aws.refunds import refund_body

app = APIGatewayHttpResolver()
route = Routes(app)
refunds, claims, payers, people = DynamoRefunds(), DynamoClaims(), DynamoPayers(), DynamoPeople()
guarantees = DynamoGuarantees()
HIDDEN = ("askedAt", "digests", "payer", "personId", "country", "openFacts")


@route.post(
    "/v1/claims/<claim_id>/refunds",
    allows={MEMBER},
    answers=202,
    body="refunds.refund_body.NewRefundSent",
    body_shape="refunds.refund_body.NewRefundShape",
    returns="answers.RequestedRefundAnswer",
    refuses={403: "mandate-to-contact-only", 409: "bill-already-asked-for"},
    fresh=True,
)
def request_refund(call: Call, body: refund_body.NewRefundSent, claim_id: ClaimId) -> HttpAnswer:
    """Asks to have bills paid back that the member has paid (F4-30).

    Each bill must be an accepted document of the case. Finance then decides each treatment. Every fault is
    returned at once.
    """
    claim, at = claims.find(claim_id), clock.now()
    claim.must_be_acted_on_by(call.caller, at)
    cover = people.cover_under(claim.payer, claim.person_id, claim.policy_number)
    begins = cover.starts_on if cover else None
    payer = payers.find(claim.payer)
    wanted = body.checked(claim, payer, begins, at, partial(bill_faults, claim_id))
    asked = wanted.received(new_id(claim), claim, payer, begins, at)
    refund = replace(asked, digests=digests_of(claim_id, asked.document_ids))
    requested: RequestedRefundAnswer = {"refundId": refund.refund_id, "status": refund.status}
    answer = HttpAnswer(202, requested)
    acts = acts_under_mandate([claim], call.caller, "refund", refund.refund_id, at)
    try:
        refunds.receive(refund, wanted.account, accepted_bill, call.receipt(answer, acts))
    except BillAlreadyAskedFor as asked_for:
        raise _asked_before(refund, call.caller, asked_for) from None
    return answer


def _asked_before(refund: Refund, caller: Caller, refused: BillAlreadyAskedFor) -> BillAlreadyAskedFor:
    """Returns the refusal with every bill that was asked for, and the refund of the first if it is shown."""
    before = AskedBills().asked_before(refund)
    if not before:
        return refused
    document, earlier = next(iter(before.items()))
    facts: dict[str, str] = {"documentId": document}
    with suppress(NotFound):
        facts["refundId"] = refunds.visible(earlier, caller).refund_id
    places = [refund.document_ids.index(asked) for asked in before]
    return BillAlreadyAskedFor(**facts).at(places)


@route.get(
    "/v1/claims/<claim_id>/refunds",
    allows={MEMBER, *SEEN_BY},
    queries=("limit", "cursor"),
    returns="Page[answers.RefundAnswer]",
)
def list_refunds(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Lists a claim's refunds, oldest first.

    A page may hold fewer than `limit` and still have a next one.
    """
    claim = claims.visible(claim_id, call.caller)
    found, cursor = refunds.page(claim.claim_id, call.limit(), call.cursor())
    steps = NextStepsShown(payers, call.language)
    reader = reader_of_claim(claim, call.caller.person_id, clock.now())
    items = [_shown(refund, steps, reader) for refund in found]
    _show_clashes(found, items, call.caller)
    return HttpAnswer(200, {"items": items, "nextCursor": cursor})


@route.get("/v1/refunds/<refund_id>", allows={MEMBER, *SEEN_BY}, returns="answers.RefundAnswer")
def read_refund(call: Call, refund_id: RefundId) -> HttpAnswer:
    """Returns a refund, with the decision on every treatment."""
    refund = refunds.visible(refund_id, call.caller)
    reader = reader_of(refund.person_id, call.caller.person_id)
    if reader == "other":
        reader = reader_of_claim(claims.find(refund.claim_id), call.caller.person_id, clock.now())
    shown = _shown(refund, NextStepsShown(payers, call.language), reader)
    _show_clashes([refund], [shown], call.caller)
    return versioned(200, shown, refund.version)


def _show_clashes(found: Sequence[Refund], shown: Sequence[RefundAnswer], caller: Caller) -> None:
    """Shows the staff what was paid before, by what is known now, and bills that others have sent too."""
    if not caller.is_staff:
        return
    # Here, because a member's call does not need it.
    from helsebro_aws.refunds.clash_view import ClashesShown

    clashes = ClashesShown()
    for refund, its in zip(found, shown, strict=True):
        clashes.show(refund, its)


def _shown(refund: Refund, steps: NextStepsShown, reader: PersonOfAddress) -> RefundAnswer:
    untreated = to_item(replace(refund, treatments=()))
    fields = {name: value for name, value in untreated.items() if name not in HIDDEN}
    safety = words_safety(refund.country, steps.language, *(reply.text for reply in refund.replies))
    shown = cast("RefundAnswer", {**fields, **safety})
    product = cache(lambda: claims.find(refund.claim_id).product)
    following = steps.of_treatments(refund, lambda: guarantees.period_of(refund.claim_id), reader)
    of_treatments = zip(refund.treatments, following, strict=True)
    treatments = [
        _treatment(treatment, product, helping, steps.language, reader)
        for treatment, helping in of_treatments
    ]
    rows = share_rows(cast("list[dict[str, Any]]", treatments), {DAY, PRICE})
    shown["trail"], shown["treatments"] = cast("list[TrailStepAnswer]", rows), treatments
    shown["replies"] = cast("list[ReplyAnswer]", [reply_shown(reply) for reply in refund.replies])
    shown["claimed"] = to_item(refund.claimed)
    if refund.decided_at:
        shown["approved"] = to_item(refund.approved)
    shown["nextSteps"] = steps.of_refund(refund, reader)
    if refund.open_facts and not refund.decided_at:
        # Here, because few refunds ask anything.
        from helsebro_aws.refunds.open_questions import open_questions

        asked = open_questions(refund, claims.find(refund.claim_id), steps.language, reader)
        shown["amountHangsOn"] = [{"fact": path, "question": text} for path, text in asked.items()]
    return shown


def _treatment(
    treatment: BilledTreatment,
    product: Callable[[], str],
    next_steps: list[NextStepAnswer],
    language: str,
    reader: PersonOfAddress,
) -> RefundTreatmentAnswer:
    shown: RefundTreatmentAnswer = to_item(replace(held_answer(treatment, reader), trail=Trail()))
    shown["trail"] = trail_shown(
        treatment.trail, product, language, is_decided=treatment.outcome is not None, reader=reader
    )
    shown["nextSteps"] = next_steps
    if treatment.outcome:
        from helsebro_aws.refunds.treatment_view import explained

        named = treatment.trail.product or (product() if treatment.trail else "")
        decided = explained(treatment, named, language, reader)
        shown["headline"], shown["because"] = decided["headline"], decided["because"]
    show_outside_grant(cast("dict[str, Any]", shown), language)
    return shown


handler = route.handler
