"""Board forms: the complaint to the board outside the insurer, filled in with the case, as PDF.

Trigger: HTTP API.
"""

from __future__ import annotations

from helsebro.caller import CASEWORKER, MEMBER, QUALITY
from helsebro.claims.explained.time_in_sight import seconds_in_sight
from helsebro.country_profile import profile
from helsebro.ids import ClaimId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.complaints.form.board_forms import BoardForms
from helsebro_aws.http.answer import HttpAnswer, see_other
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.platform.stored_file import LINK_SECONDS

app = APIGatewayHttpResolver()
route = Routes(app)
claims, forms = DynamoClaims(), BoardForms()


@route.get(
    "/v1/claims/<claim_id>/complaints/board-form",
    allows={MEMBER, CASEWORKER, QUALITY},
    answers=303,
    refuses={409: "complaint-step-order nothing-to-complain-about"},
)
def read_board_form(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Redirects to the complaint to the board, filled in with the case, with a list of what to enclose.

    It is there once `department` and `quality` have answered, or have not in time. It is in the board's
    language unless the caller asks for another one. The member signs and sends it. The link is valid for 60
    seconds.
    """
    claim = claims.visible(claim_id, call.caller)
    seconds = seconds_in_sight(claim, call.caller, clock.now(), LINK_SECONDS)
    return see_other(forms.of_claim(claim, call.language_or(profile(claim.payer_country).language), seconds))


handler = route.handler
