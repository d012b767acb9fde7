"""Preflight: validates an invoice before it is sent; stores nothing of it.

How often it compares a clinic's numbers with that of a client is counted and bounded (promise 20).

Trigger: HTTP API. It is a function of its own, since no other HTTP function needs the XML tools; the first
call loads them, not the import.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helsebro.caller import CLINIC_SYSTEM
from helsebro.ids import ClinicId
from helsebro.invoices.client.client_search import TooManyPersonalNumbers
from helsebro.invoices.finding import status_after
from helsebro.invoices.original import names_a_person_in
from helsebro.local_day import local_day
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.invoices.document_body import REFUSED, invoice_body
from helsebro_aws.invoices.dynamo_guesses import DynamoGuesses, must_wait
from helsebro_aws.invoices.dynamo_invoice_facts import DynamoInvoiceFacts
from helsebro_aws.invoices.einvoice.examination import Examined, examined
from helsebro_aws.invoices.einvoice.official.judgement import laid_down
from helsebro_aws.invoices.einvoice.precheck import must_be_no_other_file
from helsebro_aws.invoices.finding_view import finding_shown, language_for
from helsebro_aws.invoices.judged_by_view import judged_by_shown
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.invoices.preflight_invoice.answers import PreflightAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
facts, guesses = DynamoInvoiceFacts(), DynamoGuesses()
# With a folder of rules that cannot be used the function does not start.
rules = laid_down()


@route.post(
    "/v1/invoices/preflight",
    allows={CLINIC_SYSTEM},
    keyed=False,
    answers=200,
    takes="application/xml",
    refuses_file=must_be_no_other_file,
    returns="answers.PreflightAnswer",
    refuses={422: REFUSED, 429: TooManyPersonalNumbers.code},
)
def preflight_invoice(call: Call) -> HttpAnswer:
    """Checks an invoice before it is sent, without effect.

    It is checked by the same rules as a sent invoice, with what is known about the clinic's bookings now.
    A clinic that goes on sending numbers of persons for a guarantee is answered `429` until the next day.
    """
    body = invoice_body(call)
    known = partial(facts.known, call.caller.clinic_id, of=call.caller.practitioner_id)
    found = examined(body, known, local_day(clock.now(), "DK"), rules)
    _count(call.caller.clinic_id, found)
    language = language_for(call, found.country)
    shown: PreflightAnswer = {
        "status": status_after(found.findings),
        "findings": [finding_shown(finding, language) for finding in found.findings],
        "judgedBy": judged_by_shown(found.judged_by),
    }
    return HttpAnswer(200, shown)


def _count(clinic_id: ClinicId, found: Examined) -> None:
    """Counts what the answer says about the client's number. Raises ``TooManyPersonalNumbers``."""
    if found.facts is None or found.facts.guarantee is None:
        return
    search, at = found.facts.client, clock.now()
    if search.is_withheld:
        raise must_wait(at)
    guarantee_id, is_found = found.facts.guarantee.guarantee_id, names_a_person_in(found.findings)
    counted = guesses.counting(clinic_id, guarantee_id, search.guesses, at, is_found=is_found)
    if counted:
        tables.commit(counted)


handler = route.handler
