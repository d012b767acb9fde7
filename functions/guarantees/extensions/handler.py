"""Extensions: members ask for more sessions or more time on a case, and read what was decided.

Trigger: HTTP API.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from helsebro.caller import CASEWORKER, MEMBER
from helsebro.claims.claim import Claim
from helsebro.claims.consent import must_be_given
from helsebro.claims.explained.reader import reader_of_claim
from helsebro.guarantees import extension
from helsebro.guarantees.extension import Extension
from helsebro.ids import ClaimId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.facts.reply_view import reply_shown
from helsebro_aws.claims.mandated.mandate_acts import acts_under_mandate
from helsebro_aws.claims.urgent.safety_view import words_safety
from helsebro_aws.complaints.next_steps_view import NextStepsShown
from helsebro_aws.decisions.trail_view import determination_shown
from helsebro_aws.documents.accepted import accepted_paper, paper_faults
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers

if TYPE_CHECKING:
    from functions.guarantees.extensions.answers import ExtensionAnswer, ReplyAnswer

    from helsebro.coverage.texts.person_of_address import PersonOfAddress

app = APIGatewayHttpResolver()
route = Routes(app)
extensions, guarantees = DynamoExtensions(), DynamoGuarantees()
claims, payers = DynamoClaims(), DynamoPayers()
INTERNAL = ("askedAt", "payer", "personId", "country")


@route.post(
    "/v1/claims/<claim_id>/extensions",
    allows={MEMBER, CASEWORKER},
    answers=202,
    body_shape="guarantees.shapes.extension_body.NewExtensionShape",
    returns="answers.RequestedExtensionAnswer",
    refuses={
        403: "mandate-to-contact-only",
        409: "consent-missing",
        422: "cover-is-over not-extendable nothing-to-extend too-many-extensions",
    },
)
def request_extension(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Asks for more sessions or more time on a case (F0-26, F1-26, F4-34).

    The case's newest guarantee is extended, also after it expired. A caseworker decides. Every fault is
    returned at once. Nothing more is granted without the consent of the case, so without it nothing is asked
    for either (`consent-missing`). Staff ask for a member who phones; `sentBy` says so.
    """
    # Here, because the other route has no body.
    from helsebro.claims.facts.fact_statement import role_of
    from helsebro_aws.claims.urgent.calling_staff import calling_staff
    from helsebro_aws.guarantees.shapes.extension_body import NewExtensionShape

    claim, at = claims.find(claim_id), clock.now()
    claim.must_be_acted_on_by(call.caller, at)
    body = call.read(NewExtensionShape, lambda sent: paper_faults(claim_id, sent))
    granted = guarantees.of_claim(claim.claim_id)
    role = role_of(call.caller, claim, at)
    request = replace(body.request(), sent_by=role)
    asked = extension.by_member(claim, granted, request, at, clock.randomness())
    must_be_given(claim)
    safety = words_safety(asked.country, call.language, asked.reason)
    answer = HttpAnswer(202, {"extensionId": asked.extension_id, "status": asked.status, **safety})
    acts = acts_under_mandate([claim], call.caller, "extension", asked.extension_id, at)
    called = calling_staff(claim_id, claim.payer, role, at, asked.reason)
    extensions.request(asked, accepted_paper, call.receipt(answer, acts), called)
    return answer


@route.get(
    "/v1/claims/<claim_id>/extensions", allows={MEMBER, CASEWORKER}, returns="Page[answers.ExtensionAnswer]"
)
def list_extensions(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Lists the extensions of a case with their decisions, oldest first.

    The member or a clinic asked for them; all are on one page. The reasons are health data: of the staff only
    caseworkers, who decide, may read them.
    """
    claim = claims.visible(claim_id, call.caller)
    steps = NextStepsShown(payers, call.language)
    reader = reader_of_claim(claim, call.caller.person_id, clock.now())
    found = extensions.of_claim(claim.claim_id)
    return HttpAnswer(
        200, {"items": [_shown(asked, claim, steps, reader) for asked in found], "nextCursor": None}
    )


def _shown(asked: Extension, claim: Claim, steps: NextStepsShown, reader: PersonOfAddress) -> ExtensionAnswer:
    decision = asked.decision and determination_shown(asked.decision, claim.product, steps.language, reader)
    written = [asked.reason, *(reply.text for reply in asked.replies)] if asked.asked_by == "member" else []
    safety = words_safety(asked.country, steps.language, *written)
    item = {**to_item(replace(asked, decision=None, replies=())), "decision": decision, **safety}
    kept: Any = {name: part for name, part in item.items() if name not in INTERNAL}
    shown: ExtensionAnswer = kept
    shown["replies"] = cast("list[ReplyAnswer]", [reply_shown(reply) for reply in asked.replies])
    shown["nextSteps"] = steps.of_extension(asked, reader)
    return shown


handler = route.handler
