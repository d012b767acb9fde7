"""Verify: shows anyone with a case reference whether its guarantee is valid; no personal data.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import ANYONE
from helsebro.errors import NotFound
from helsebro.local_day import local_day
from helsebro_aws.guarantees.dynamo_references import DynamoReferences
from helsebro_aws.http.accept import wants_page
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.problems import LANGUAGES
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.guarantees.verify.answers import GuaranteeValidityAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
references = DynamoReferences()


@route.get(
    "/v1/verify/<case_reference>",
    allows={ANYONE},
    queries=("language",),
    returns="answers.GuaranteeValidityAnswer",
    also_as="text/html",
    pages=(404,),
)
def verify_guarantee(call: Call, case_reference: str) -> HttpAnswer:
    """Shows whether the guarantee of a case reference is valid (F2-09, F2-10).

    Anyone who has the reference may ask. The answer names neither person, payer nor clinic. A browser gets a
    page, also of an unknown reference, every other client JSON; ``language`` (``da``, ``nb`` or ``en``) is
    for a reader whose browser asks for another one.
    """
    reference = case_reference.upper()
    if wants_page(call.headers.get("accept", "")):
        return _page(call, reference)
    validity = references.validity(reference)
    today = local_day(clock.now(), validity.country)
    shown: GuaranteeValidityAnswer = {
        "status": validity.status_on(today),
        "treatment": validity.treatment,
        "sessionsLeft": validity.sessions_left_on(today),
        "validUntil": validity.valid_until.isoformat(),
        "settlement": validity.settlement,
    }
    if validity.begin_by:
        shown["beginBy"] = validity.begin_by.isoformat()
    return HttpAnswer(200, shown, {"Cache-Control": "no-store", "Vary": "Accept, Accept-Language"})


def _page(call: Call, reference: str) -> HttpAnswer:
    from helsebro_aws.guarantees import validity_page

    chosen = call.query("language")
    language = chosen if chosen in LANGUAGES else call.language
    try:
        validity = references.validity(reference)
    except NotFound:
        return validity_page.unknown(language)
    return validity_page.shown(reference, validity, local_day(clock.now(), validity.country), language)


handler = route.handler
