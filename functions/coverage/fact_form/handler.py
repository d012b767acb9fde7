"""Fact form: the questions of a report or a simulation, from which a page draws its first form.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro.caller import CASEWORKER, MEMBER
from helsebro.country_profile import known_countries, profile
from helsebro.coverage.asked.choices_offered import choices_offered
from helsebro.coverage.asked.form_facts import FORM_FACTS, TREATMENT_TYPE, form_facts
from helsebro.coverage.asked.price_unit import price_unit
from helsebro.errors import BadInput, Fault
from helsebro.local_day import local_day
from helsebro_aws.coverage.form_field import form_field
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro.coverage.asked.asked_fact import AskedFact
    from helsebro.coverage.asked.form_facts import FormFact
    from helsebro.coverage.texts.fact_texts import Of

app = APIGatewayHttpResolver()
route = Routes(app)
CACHED = {"Cache-Control": "private, max-age=3600", "Vary": "Accept-Language, Authorization"}


@route.get(
    "/v1/coverage/facts",
    allows={MEMBER, CASEWORKER},
    queries=("country", "treatment", "personId"),
    returns="answers.FactFormAnswer",
)
def read_fact_form(call: Call) -> HttpAnswer:
    """Returns every fact that a report or a simulation can state, in the order in which a form asks.

    It holds nothing personal and may be cached for an hour. `country` is the payer's country, by default the
    caller's, and chooses its words. A member gets the choices that a member can know.

    With `personId` of someone else, such as a child, the questions are about "the patient" instead of "you".
    With `treatment` it holds only what the first form for that treatment asks of a member; `required` are the
    facts that the review of a claim waits for. What an answer makes necessary is asked on the claim.
    """
    home = call.query("country") or call.caller.country
    if home not in known_countries():
        raise BadInput([Fault("/country", "unknown-value", ", ".join(known_countries()))], malformed=True)

    def choices(row: AskedFact) -> tuple[str, ...]:
        return row.choices if call.caller.payer else choices_offered(row)

    treatment, of = call.query("treatment"), _about(call)
    if treatment:
        return HttpAnswer(200, {"facts": _of_treatment(treatment, call.language, home, of)}, CACHED)
    facts = [
        {
            "path": row.path,
            "askedOf": row.asked_of,
            **form_field(row, choices(row), call.language, home, of=of),
        }
        for row in FORM_FACTS
    ]
    return HttpAnswer(200, {"facts": facts}, CACHED)


def _about(call: Call) -> Of:
    """Returns whom the answers are about. No person is read: the form holds nothing personal."""
    named = call.person_id()
    return "other" if named and named != call.caller.person_id else "self"


def _of_treatment(treatment: str, language: str, home: str, of: Of) -> list[dict[str, Any]]:
    if treatment not in TREATMENT_TYPE.choices:
        raise BadInput(
            [Fault("/treatment", "unknown-value", ", ".join(TREATMENT_TYPE.choices))], malformed=True
        )
    of_it = {TREATMENT_TYPE.path: treatment}
    unit, currency, today = price_unit(treatment, None), profile(home).currency, local_day(clock.now(), home)
    return [
        {
            "path": fact.row.path,
            "askedOf": fact.asked_of,
            "required": fact.is_required,
            **form_field(
                fact.row, fact.choices or choices_offered(fact.row), language, home, unit, of_it, of
            ),
        }
        for fact in form_facts(treatment, currency, today)
    ]


def _choices(fact: FormFact) -> tuple[str, ...]:
    return fact.choices or choices_offered(fact.row)


handler = route.handler
