"""Help: how to contact support, what to do when it is urgent, and the API's own description; public.

Trigger: HTTP API.
"""

from __future__ import annotations

import json
from pathlib import Path

import helsebro_aws
from helsebro import support
from helsebro.caller import ANYONE
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.platform.settings import settings

app = APIGatewayHttpResolver()
route = Routes(app)
OPENAPI = Path(helsebro_aws.__file__).with_name("openapi.json")


@route.get("/v1/help", allows={ANYONE})
def read_help(call: Call) -> HttpAnswer:
    """Returns the contact and hours of support (F4-04), and the safety text for emergencies (F3-22)."""
    urgent = [
        {"country": line.country, "number": line.number, "when": line.when[call.language]}
        for line in support.URGENT_NUMBERS
    ]
    contact = {
        "email": settings.support_email,
        "phone": settings.support_phone,
        "hours": f"{support.OPENS:%H:%M}–{support.CLOSES:%H:%M}",
        "openNow": support.is_open(clock.now()),
    }
    return HttpAnswer(
        200, {"contact": contact, "safety": {"text": support.SAFETY[call.language], "numbers": urgent}}
    )


@route.get("/v1/openapi.json", allows={ANYONE})
def read_openapi(call: Call) -> HttpAnswer:
    """Returns the OpenAPI 3.1 document of this API, with the address of this stage as its server."""
    document = json.loads(OPENAPI.read_text("utf-8")) | {"servers": [{"url": settings.public_url}]}
    return HttpAnswer(200, document, {"Cache-Control": "public, max-age=300"})


handler = route.handler
