"""Verify: shows anyone with a case reference whether its guarantee is valid; no personal data.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import ANYONE
from helsebro.local_day import local_day
from helsebro_aws.guarantees.dynamo_references import DynamoReferences
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.guarantees.verify.answers import GuaranteeValidityAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
references = DynamoReferences()


@route.get("/v1/verify/<case_reference>", allows={ANYONE}, returns="answers.GuaranteeValidityAnswer")
def verify_guarantee(call: Call, case_reference: str) -> HttpAnswer:
    """Shows whether the guarantee of a case reference is valid (F2-09, F2-10).

    Anyone who has the reference may ask. The answer names neither person, payer nor clinic.
    """
    validity = references.validity(case_reference.upper())
    shown: GuaranteeValidityAnswer = {
        "status": validity.status_on(local_day(clock.now(), validity.country)),
        "treatment": validity.treatment,
        "sessionsLeft": validity.sessions_left,
        "validUntil": validity.valid_until.isoformat(),
    }
    return HttpAnswer(200, shown)


handler = route.handler
