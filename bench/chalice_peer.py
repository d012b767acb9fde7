"""The same three routes with Chalice and boto3; it checks bodies by hand, as Chalice has no body classes."""

from __future__ import annotations

import json
from typing import Any

from chalice.app import BadRequestError, Chalice, ConflictError, NotFoundError, Response, UnauthorizedError

from bench import same_work

app = Chalice(app_name="bench")
sent: dict[str, Any] = {}


def _body(*required: str) -> dict[str, Any]:
    request = app.current_request
    if request is None or not request.headers.get("idempotency-key"):
        raise BadRequestError("idempotency-key-missing")
    body: dict[str, Any] = request.json_body
    missing = [name for name in required if name not in body]
    if missing:
        raise BadRequestError(f"missing: {missing}")
    return body


@app.route("/v1/claims/{claim_id}")
def read_claim(claim_id: str) -> dict[str, Any]:
    item = same_work.read(sent["pk"], sent["sk"])
    if item is None:
        raise NotFoundError
    return item


@app.route("/v1/claims", methods=["POST"])
def report_claim() -> Response:
    claim = _body("cause", "condition", "treatment", "description")
    return Response({"claimId": same_work.report(claim, sent["personId"])}, status_code=201)


@app.route("/v1/bookings", methods=["POST"])
def book() -> Response:
    _body("guaranteeId", "slotId", "service")
    if not same_work.book(tuple(sent["slot"]), tuple(sent["guarantee"]), sent["bookingId"]):
        raise ConflictError
    return Response({"bookingId": sent["bookingId"]}, status_code=201)


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Chalice reads the REST API's event, so it gets that one ready-made."""
    sent.clear()
    sent.update(event["bench"])
    if not json.loads(event["requestContext"]["authorizer"]["lambda"]["claims"]).get("sub"):
        raise UnauthorizedError
    answer: dict[str, Any] = app(event["rest"], context)
    return answer
