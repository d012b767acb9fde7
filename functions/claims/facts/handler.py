"""Facts of a claim, which people state, and the explanation of its outcome.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, MEMBER, QUALITY
from helsebro.errors import BadInput, VersionStale
from helsebro.ids import ClaimId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.urgent.safety_view import claim_safety
from helsebro_aws.complaints.next_steps_view import NextStepsShown
from helsebro_aws.deadlines.shown.claim_deadlines import ClaimDeadlines
from helsebro_aws.deadlines.shown.claim_names import with_names
from helsebro_aws.deadlines.shown.claim_view import claim_shown
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim
    from helsebro.tasks.price_change import PriceChange
    from helsebro_aws.claims import facts_body

app = APIGatewayHttpResolver()
route = Routes(app)
claims, cases, payers = DynamoClaims(), ClaimDeadlines(), DynamoPayers()


@route.put(
    "/v1/claims/<claim_id>/facts",
    allows={MEMBER, CASEWORKER},
    if_match=True,
    body="claims.facts_body.StatedFactsSent",
    body_shape="claims.facts_body.StatedFactsShape",
    returns="deadlines.shown.claim_answer.ClaimAnswer",
    refuses={403: "mandate-to-contact-only", 409: "claim-closed approved-under-other-policy"},
)
def state_facts(call: Call, body: facts_body.StatedFactsSent, claim_id: ClaimId) -> HttpAnswer:
    """States facts of a claim, several at once, and answers an open question of the staff.

    An answer in words goes to the open question of the claim, else to that of one of its refunds, else to
    that of one of its extensions.

    Every fault is returned at once, with the `path` of its fact, and then nothing is stored. A changed fact
    begins a new round of a review and reopens a denial; on an approved claim it opens a task for the staff.
    Another cause moves the claim to the person's policy for it, at the same payer, unless it is approved.
    Without a consent in force an answer, or what would reopen a denial, is stored and waits for the consent.
    Staff confirm facts, by an accepted document of their `fileType` if they name one. Only staff change a
    confirmed fact.
    """
    from helsebro.claims.facts.fact_statement import role_of
    from helsebro_aws.claims.claim_needs import ClaimNeeds
    from helsebro_aws.claims.facts.fact_faults_view import in_words
    from helsebro_aws.claims.facts.fact_news import FactNews
    from helsebro_aws.claims.facts.right_policy import RightPolicy
    from helsebro_aws.claims.mandated.mandate_acts import acts_under_mandate
    from helsebro_aws.claims.urgent.calling_staff import calling_staff
    from helsebro_aws.documents.accepted import accepted_type
    from helsebro_aws.guarantees.extending.extension_replies import ExtensionReplies
    from helsebro_aws.refunds.refund_replies import RefundReplies

    at, (claim, _) = clock.now(), cases.visible(claim_id, call.caller)
    claim.must_be_acted_on_by(call.caller, at)
    if call.expected_version() != claim.version:
        raise VersionStale()
    role = role_of(call.caller, claim, at)
    statement = body.statement(role, at)
    said = statement.text
    statement, of_refund, told_of_refund = RefundReplies().taken(claim, statement)
    statement, of_extension, told_of_extension = ExtensionReplies().taken(claim, statement)
    acts = acts_under_mandate([claim], call.caller, "facts", claim_id, at)
    noted = [Put(tables.settings.cases_table, act) for act in acts]
    called, told_of_words = calling_staff(claim_id, claim.payer, role, at, said)
    replied = [*of_refund, *of_extension, *called]
    told = [*told_of_refund, *told_of_extension, *told_of_words]
    file_type = accepted_type(claim_id, statement.proof) if statement.proof else None
    needs, policies = ClaimNeeds(), RightPolicy()
    try:
        after = statement.of(claim, lambda now: needs.renewed(policies.followed(claim, now)), file_type)
    except BadInput as bad:
        raise in_words(bad, claim, call.language) from None
    if after is not claim:
        opened, events = FactNews().opening(claim, after, at, _price_change)
        claims.change(claim, after, [*opened, *replied, *noted], [*events, *told])
    elif replied:
        tables.commit([*replied, *noted], events=told)
    claim, deadlines = cases.visible(claim_id, call.caller)
    shown = claim_shown(claim, deadlines, NextStepsShown(payers, call.language), call.caller.person_id)
    [named] = with_names([claim], [shown], call.caller)
    # What answers a refund or an extension is not kept with the claim.
    return versioned(200, {**named, **claim_safety(claim, call.language, said)}, claim.version)


@route.get(
    "/v1/claims/<claim_id>/explanation",
    allows={MEMBER, CASEWORKER, QUALITY},
    returns="answers.ExplanationAnswer",
)
def explain_claim(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Explains a claim's outcome: the rules that decided, what would change it, and what to do next (F4-26).

    The claim itself shows every rule. `safety` is that of the claim: show it before anything else.
    """
    from helsebro_aws.deadlines.shown.explained_claim import explained_claim

    claim, deadlines = cases.visible(claim_id, call.caller)
    explained = explained_claim(claim, deadlines, call.caller, NextStepsShown(payers, call.language))
    return HttpAnswer(200, {**explained, **claim_safety(claim, call.language)})


def _price_change(claim: Claim) -> PriceChange | None:
    from helsebro_aws.decisions.price_news import PriceNews

    return PriceNews().of(claim)


handler = route.handler
