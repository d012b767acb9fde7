"""Webhook endpoints: the addresses that get a clinic's events, and the log of deliveries to them.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import CLINIC_SYSTEM, MEMBER
from helsebro.ids import ClinicId
from helsebro.signing.secret import WebhookSecret
from helsebro.webhooks.delivery import Delivery
from helsebro.webhooks.endpoint import WebhookEndpoint
from helsebro_aws.http import sealed_answer
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock
from helsebro_aws.webhooks.dynamo_deliveries import DynamoDeliveries
from helsebro_aws.webhooks.dynamo_webhook_endpoints import DynamoWebhookEndpoints
from helsebro_aws.webhooks.endpoint_view import delivery_shown, endpoint_shown

if TYPE_CHECKING:
    from functions.webhooks.webhook_endpoints.answers import (
        EndpointWithSecretAnswer,
        RequestedDeliveryAnswer,
    )

    from helsebro_aws.webhooks import endpoint_body

app = APIGatewayHttpResolver()
route = Routes(app)
clinics, endpoints, deliveries = DynamoClinics(), DynamoWebhookEndpoints(), DynamoDeliveries()
RUNS_IT = {CLINIC_SYSTEM, MEMBER}
ALL = "/v1/clinics/<clinic_id>/webhook-endpoints"
ONE = f"{ALL}/<endpoint_id>"
DELIVERIES = "Page[webhooks.delivery_answer.DeliveryAnswer]"
REQUESTED = "answers.RequestedDeliveryAnswer"


@route.post(
    ALL,
    allows=RUNS_IT,
    body="webhooks.endpoint_body.NewEndpointShape",
    returns="answers.EndpointWithSecretAnswer",
    refuses={409: "contract-not-signed", 422: "too-many-endpoints"},
)
def create_endpoint(call: Call, body: endpoint_body.NewEndpointShape, clinic_id: ClinicId) -> HttpAnswer:
    """Creates an endpoint for the clinic's webhooks (F0-14).

    Only this answer shows the secret. The body of a message is ``{"type","timestamp","sequence","data"}``.
    ``sequence`` is the number of the event in ``GET /v1/events``, where ``?after=`` returns what the endpoint
    has missed; a test message has none. A clinic has at most ten endpoints, and its first one after the
    contract is signed.
    """
    clinics.signed_and_run_by(clinic_id, call.caller)
    endpoint_id, secret = ids.plain("whe", clock.randomness()), WebhookSecret(clock.key())
    endpoint = body.subscription().endpoint(endpoint_id, clinic_id, secret, clock.now())

    def create() -> HttpAnswer:
        answer = HttpAnswer(201, _with_secret(endpoint))
        endpoints.add(endpoint, sealed_answer.receipt(call, answer, "secret"))
        return answer

    return sealed_answer.once(call, "secret", create)


@route.get(ALL, allows=RUNS_IT, returns="Page[webhooks.endpoint_answer.EndpointAnswer]")
def list_endpoints(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Lists the clinic's endpoints, all on one page.

    A disabled endpoint says why it is disabled.
    """
    clinics.find(clinic_id).must_be_read_by(call.caller)
    items = [endpoint_shown(endpoint) for endpoint in endpoints.of_clinic(clinic_id)]
    return HttpAnswer(200, {"items": items, "nextCursor": None})


@route.post(
    f"{ONE}/rotate",
    allows=RUNS_IT,
    creates=False,
    answers=200,
    returns="answers.EndpointWithSecretAnswer",
)
def rotate_secret(call: Call, clinic_id: ClinicId, endpoint_id: str) -> HttpAnswer:
    """Replaces the secret of an endpoint.

    Only this answer shows the new secret. The old one also signs for 24 more hours (promise 9).
    """
    clinics.run_by(clinic_id, call.caller)

    def rotate() -> HttpAnswer:
        before = endpoints.get(clinic_id, endpoint_id)
        after = before.rotated(WebhookSecret(clock.key()), clock.real_now())
        answer = HttpAnswer(200, _with_secret(after))
        endpoints.rotate(before, after, sealed_answer.receipt(call, answer, "secret"))
        return answer

    return sealed_answer.once(call, "secret", rotate, even_gone=True)


@route.post(
    f"{ONE}/test",
    allows=RUNS_IT,
    creates=False,
    answers=202,
    returns=REQUESTED,
    refuses={409: "contract-not-signed endpoint-disabled"},
)
def send_test(call: Call, clinic_id: ClinicId, endpoint_id: str) -> HttpAnswer:
    """Sends a test message to an endpoint.

    Its type is ``endpoint.test``. The list of deliveries shows its result.
    """
    clinics.signed_and_run_by(clinic_id, call.caller)
    endpoint = endpoints.get(clinic_id, endpoint_id).must_be_enabled()
    at = clock.now()
    event_id = ids.in_time_order("evt", at, clock.randomness())
    return _requested(call, endpoint.test(event_id, at))


@route.delete(ONE, allows=RUNS_IT, answers=204)
def delete_endpoint(call: Call, clinic_id: ClinicId, endpoint_id: str) -> HttpAnswer:
    """Deletes an endpoint.

    Its pending deliveries are no longer sent.
    """
    clinics.run_by(clinic_id, call.caller)
    endpoints.remove(endpoints.get(clinic_id, endpoint_id))
    return HttpAnswer(204)


@route.get(f"{ALL}/deliveries", allows=RUNS_IT, queries=("limit", "cursor"), returns=DELIVERIES)
@route.get(
    f"{ONE}/deliveries",
    allows=RUNS_IT,
    queries=("limit", "cursor"),
    returns=DELIVERIES,
    operation="listDeliveriesOfEndpoint",
)
def list_deliveries(call: Call, clinic_id: ClinicId, endpoint_id: str = "") -> HttpAnswer:
    """Lists the deliveries of the last 30 days, latest first.

    Each has its attempts. A page of one endpoint may be shorter than ``limit`` and still have a next page.
    """
    clinics.find(clinic_id).must_be_read_by(call.caller)
    page = deliveries.page(clinic_id, endpoint_id, call.limit(), call.cursor())
    items = [delivery_shown(delivery) for delivery in page.deliveries]
    return HttpAnswer(200, {"items": items, "nextCursor": page.next_cursor})


@route.post(
    f"{ALL}/deliveries/<delivery_id>/replay",
    allows=RUNS_IT,
    creates=False,
    answers=202,
    returns=REQUESTED,
    refuses={409: "contract-not-signed endpoint-disabled"},
)
@route.post(
    f"{ONE}/deliveries/<delivery_id>/replay",
    allows=RUNS_IT,
    creates=False,
    answers=202,
    returns=REQUESTED,
    refuses={409: "contract-not-signed endpoint-disabled"},
    operation="replayDeliveryOfEndpoint",
)
def replay_delivery(call: Call, clinic_id: ClinicId, delivery_id: str, endpoint_id: str = "") -> HttpAnswer:
    """Sends a message again, as a new delivery.

    The message keeps its ``webhook-id``, so that a receiver that has it already can leave it out.
    """
    clinics.signed_and_run_by(clinic_id, call.caller)
    sent = deliveries.get(clinic_id, delivery_id).must_be_of(endpoint_id)
    endpoints.get(clinic_id, sent.endpoint_id).must_be_enabled()
    at = clock.now()
    return _requested(call, sent.again(ids.in_time_order("dlv", at, clock.randomness()), at))


def _requested(call: Call, delivery: Delivery) -> HttpAnswer:
    shown: RequestedDeliveryAnswer = {
        "deliveryId": delivery.delivery_id,
        "endpointId": delivery.endpoint_id,
    }
    answer = HttpAnswer(202, shown)
    deliveries.request(delivery, call.receipt(answer))
    return answer


def _with_secret(endpoint: WebhookEndpoint) -> EndpointWithSecretAnswer:
    return {**endpoint_shown(endpoint), "secret": endpoint.secrets[0].text}


handler = route.handler
