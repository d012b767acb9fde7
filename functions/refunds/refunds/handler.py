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
from helsebro.claims.consenting.personal_consent import must_decide_alone
from helsebro.claims.explained.held_answer import held_answer
from helsebro.claims.explained.reader import reader_of, reader_of_claim
from helsebro.coverage.trail import Trail
from helsebro.errors import NotFound
from helsebro.ids import ClaimId, RefundId
from helsebro.payments.members.member_account import AccountChanged
from helsebro.refunds.bill_sum import bills_of
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.refund import Refund
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.facts.reply_view import reply_shown
from helsebro_aws.claims.mandated.mandate_acts import acts_under_mandate
from helsebro_aws.claims.urgent.safety_view import words_safety
from helsebro_aws.complaints.next_steps_view import NextStepsShown
from helsebro_aws.coverage.shared_rows_view import DAY, PRICE, share_rows
from helsebro_aws.decisions.trail_view import trail_shown
from helsebro_aws.documents.accepted import accepted_bill, bill_faults, digests_of
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.payments.members.account_view import accounts_shown
from helsebro_aws.payments.members.dynamo_member_accounts import DynamoMemberAccounts
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.refunds.bills.asked_bills import AskedBills, BillAlreadyAskedFor
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds, new_id
from helsebro_aws.refunds.payment_view import PaymentsShown
from helsebro_aws.tasks.outside_grant_view import show_outside_grant

if TYPE_CHECKING:
    from functions.refunds.refunds.answers import (
        RefundAnswer,
        RefundTreatmentAnswer,
        ReplyAnswer,
        RequestedRefundAnswer,
    )

    from helsebro.coverage.texts.person_of_address import PersonOfAddress
    from helsebro.payer import Payer
    from helsebro.payments.bank_account import BankAccount
    from helsebro_aws.complaints.next_step_answer import NextStepAnswer
    from helsebro_aws.coverage.trail_answer import TrailStepAnswer
    from helsebro_aws.payments.members.account_body import NewMemberAccountShape
    from helsebro_aws.payments.reports.bank_effect import AlsoStored
    from helsebro_aws.refunds import refund_body

app = APIGatewayHttpResolver()
route = Routes(app)
refunds, claims, payers, people = DynamoRefunds(), DynamoClaims(), DynamoPayers(), DynamoPeople()
guarantees, accounts = DynamoGuarantees(), DynamoMemberAccounts()
HIDDEN = ("askedAt", "askedBy", "digests", "payer", "personId", "country", "openFacts")
ACCOUNT = "/v1/me/accounts/<payer>"
ATTEMPTS = 4
OWN_ACCOUNT = "payments.members.account_answer.MemberAccountAnswer"


@route.post(
    "/v1/claims/<claim_id>/refunds",
    allows={MEMBER},
    answers=202,
    body="refunds.refund_body.NewRefundSent",
    body_shape="refunds.refund_body.NewRefundShape",
    returns="answers.RequestedRefundAnswer",
    refuses={403: "mandate-to-contact-only", 409: "bill-already-asked-for conflict"},
    fresh=True,
)
def request_refund(call: Call, body: refund_body.NewRefundSent, claim_id: ClaimId) -> HttpAnswer:
    """Asks to have bills paid back that the member has paid (F4-30).

    Each bill must be an accepted document of the case. Finance then decides each treatment. It is paid to the
    account that who asks has confirmed, with `payTo` or before. Every fault is returned at once.
    """
    claim, at, whose = claims.find(claim_id), clock.now(), call.caller.person_id
    claim.must_be_acted_on_by(call.caller, at)
    cover = people.cover_under(claim.payer, claim.person_id, claim.policy_number)
    begins = cover.starts_on if cover else None
    payer = payers.find(claim.payer)
    known = body.names_account or accounts.current(claim.payer, whose) is not None
    wanted = body.checked(claim, payer, begins, at, partial(bill_faults, claim_id), has_account=known)
    asked = wanted.received(new_id(claim), claim, payer, begins, at, whose)
    refund = replace(asked, digests=digests_of(claim_id, asked.document_ids))
    requested: RequestedRefundAnswer = {"refundId": refund.refund_id, "status": refund.status}
    answer = HttpAnswer(202, requested)
    acts = acts_under_mandate([claim], call.caller, "refund", refund.refund_id, at)
    receipt = call.receipt(answer, acts)

    def receive() -> None:
        paid_to = _account_of(refund, wanted.account)
        refunds.receive(refund, paid_to, accepted_bill, receipt)

    try:
        retry_on_conflict(receive, AccountChanged, attempts=ATTEMPTS)
    except BillAlreadyAskedFor as asked_for:
        raise _asked_before(refund, call.caller, asked_for) from None
    return answer


def _account_of(refund: Refund, given: BankAccount | None) -> AlsoStored:
    """Returns what stores the account that was given with a refund, or checks the one of before."""
    if given:
        _, stored, confirmed = accounts.confirmed(refund.payer, refund.paid_to, given, refund.received_at)
        return stored, confirmed
    known = accounts.current(refund.payer, refund.paid_to)
    assert known, "a refund without an account is refused, and no account is ever removed"
    return [accounts.still(known)], []


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
    _show_payments(found, items, call.caller)
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
    _show_payments([refund], [shown], call.caller)
    _show_clashes([refund], [shown], call.caller)
    return versioned(200, shown, refund.version)


@route.get(ACCOUNT, allows={MEMBER}, returns=OWN_ACCOUNT)
def read_my_account(call: Call, payer: str) -> HttpAnswer:
    """Returns the last digits of the account that the person is paid to by a payer, and of those before it.

    Without an account, the next refund names it.
    """
    slug = _own_payer(call, payer).slug
    return HttpAnswer(200, accounts_shown(slug, accounts.latest(slug, call.caller.person_id)))


@route.put(
    ACCOUNT,
    allows={MEMBER},
    body="payments.members.account_body.NewMemberAccountShape",
    returns=OWN_ACCOUNT,
    refuses={403: "not-yours-to-decide", 409: "conflict"},
    fresh=True,
)
def confirm_my_account(call: Call, body: NewMemberAccountShape, payer: str) -> HttpAnswer:
    """Confirms the account that the person is paid to by a payer, in place of the one before.

    It is the account of every refund that the person has asked for, also of one whose payment came back,
    unless it is in a payment file by now. When it replaces another, we tell the person at every address of
    the last 30 days. A child under 15 confirms none: a guardian is paid to the own account.
    """
    must_decide_alone(call.caller, clock.now())
    by, whose = _own_payer(call, payer), call.caller.person_id
    given = body.account_for(by.country)

    def confirm() -> None:
        _, stored, events = accounts.confirmed(by.slug, whose, given, clock.now())
        tables.commit(stored, events=events)

    retry_on_conflict(confirm, AccountChanged, attempts=ATTEMPTS)
    return HttpAnswer(200, accounts_shown(by.slug, accounts.latest(by.slug, whose)))


def _own_payer(call: Call, slug: str) -> Payer:
    """Returns a payer that insures the person, or has an account of the person. Raises ``NotFound``."""
    whose = call.caller.person_id
    is_insured = any(place.payer == slug for place in people.own_places(whose))
    if not is_insured and accounts.current(slug, whose) is None:
        raise NotFound()
    return payers.find(slug)


def _show_payments(found: Sequence[Refund], shown: Sequence[RefundAnswer], caller: Caller) -> None:
    """Shows when and how much is paid, and to which account."""
    payments = PaymentsShown(found, caller)
    for refund, its in zip(found, shown, strict=True):
        payments.show(refund, its)


def _show_clashes(found: Sequence[Refund], shown: Sequence[RefundAnswer], caller: Caller) -> None:
    """Shows the staff what was paid before, by what is known now, and bills that others have sent too."""
    if not caller.is_staff:
        return
    # Here, because a member's call does not need it.
    from helsebro_aws.refunds.bills.clash_view import ClashesShown

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
    shown["bills"] = [to_item(bill) for bill in bills_of(refund)]
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
