"""Help: support, what to do when it is urgent, where to get papers, and the API's own description; public.

Trigger: HTTP API.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import helsebro_aws
from helsebro import country_profile, support
from helsebro.caller import ANYONE
from helsebro.errors import BadInput, Fault
from helsebro_aws.claims.urgent.safety_view import number_shown
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.platform.settings import settings

if TYPE_CHECKING:
    from functions.platform.help.answers import HelpAnswer, SupportContactAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
SHARED = "public, max-age=300"
WHOLE_YEARS, OLDEST = re.compile(r"[0-9]{1,3}"), 130
OPENAPI = Path(helsebro_aws.__file__).with_name("openapi.json")


@route.get("/v1/help", allows={ANYONE}, queries=("country",), returns="answers.HelpAnswer")
def read_help(call: Call) -> HttpAnswer:
    """Returns how to reach support (F4-04), and what to do when it is urgent (F3-22).

    With `country` it names only that country's numbers. Without it the text is that of the country whose
    language the caller reads, and the numbers are those of all countries.
    """
    asked = call.query("country")
    if faults := _country_faults(asked):
        raise BadInput(faults, malformed=True)
    here = country_profile.profile(asked) if asked else country_profile.of_language(call.language)
    urgent = [
        number_shown(line, call.language)
        for country in ([asked] if asked else country_profile.known_countries())
        for line in country_profile.profile(country).emergency
    ]
    contact: SupportContactAnswer = {
        "email": settings.support_email,
        "phone": settings.support_phone,
        "hours": f"{support.OPENS:%H:%M}–{support.CLOSES:%H:%M}",
        "openNow": support.is_open(clock.now()),
    }
    shown: HelpAnswer = {
        "contact": contact,
        "safety": {"text": here.safety[call.language], "numbers": urgent},
    }
    return HttpAnswer(200, shown)


@route.get(
    "/v1/guidance",
    allows={ANYONE},
    queries=("country", "age"),
    returns="claims.guidance.guidance_answer.PublicGuidanceAnswer",
)
def read_public_guidance(call: Call) -> HttpAnswer:
    """Returns how to get a referral, a medical record and a description of images (F4-35 to F4-38).

    It is for everyone, also for who cannot log in, and for staff with a person on the phone. `country` is
    where the person lives; without it, the country whose language the caller reads. With an `age` under 15 it
    says how a guardian gets the papers of a child. The guidance of a claim also says what that claim lacks.
    """
    from helsebro_aws.claims.guidance.guidance_view import public_guidance_shown

    country, age = call.query("country"), call.query("age")
    faults = _country_faults(country)
    if age is not None and not (WHOLE_YEARS.fullmatch(age) and int(age) <= OLDEST):
        faults.append(Fault("/age", "age-out-of-range", str(OLDEST)))
    if faults:
        raise BadInput(faults, malformed=True)
    here = country or country_profile.of_language(call.language).country
    shown = public_guidance_shown(here, int(age) if age else None, call.language)
    return HttpAnswer(200, shown, {"Cache-Control": SHARED, "Vary": "Accept-Language"})


@route.get("/v1/openapi.json", allows={ANYONE}, returns="answers.OpenApiDocumentAnswer")
def read_openapi(call: Call) -> HttpAnswer:
    """Returns the OpenAPI 3.1 document of this API.

    Its server is the address of this stage.
    """
    document = json.loads(OPENAPI.read_text("utf-8")) | {"servers": [{"url": settings.public_url}]}
    return HttpAnswer(200, document, {"Cache-Control": SHARED})


def _country_faults(country: str | None) -> list[Fault]:
    known = country_profile.known_countries()
    return [] if country in (None, *known) else [Fault("/country", "unknown-value", ", ".join(known))]


handler = route.handler
