"""The reference: the pages about the API, and what each code of an error means; public.

Trigger: HTTP API.
"""

from __future__ import annotations

from helsebro.caller import ANYONE
from helsebro_aws.http.accept import wants_page
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.pages import problem_page
from helsebro_aws.http.problems import LANGUAGES
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform.settings import settings

app = APIGatewayHttpResolver()
route = Routes(app)


@route.get("/v1/docs", allows={ANYONE}, answers=303)
def read_docs(call: Call) -> HttpAnswer:
    """Leads to the pages about this API.

    They hold the reference, the guides, the events and the error codes.
    """
    return HttpAnswer(303, None, {"Location": settings.reference_url})


@route.get(
    "/problems/<code>",
    allows={ANYONE},
    queries=("language",),
    returns="answers.ExplainedProblemAnswer",
    also_as="text/html",
)
def read_problem(call: Call, code: str) -> HttpAnswer:
    """Returns what a code of an error means and what to do.

    A browser gets a page, every other client JSON. ``language`` (``da``, ``nb`` or ``en``) is for a reader
    whose browser asks for another one.
    """
    chosen = call.query("language")
    language = chosen if chosen in LANGUAGES else call.language
    return problem_page.explained(code, language, as_page=wants_page(call.headers.get("accept", "")))


handler = route.handler
