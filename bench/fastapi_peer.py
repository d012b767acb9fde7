"""The same three routes with FastAPI, Mangum and boto3."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import FastAPI, Header, HTTPException, Request
from mangum import Mangum
from pydantic import BaseModel

from bench import same_work

app = FastAPI()


class Cost(BaseModel):
    amount: str
    currency: Literal["DKK", "NOK"]


class Condition(BaseModel):
    category: str
    arisenOn: date
    symptomsFrom: date
    diagnosedOn: date
    chronic: bool
    arisenAbroad: bool
    circumstances: list[str]


class Practitioner(BaseModel):
    providerNumber: bool
    approvals: list[str]
    relation: str


class Treatment(BaseModel):
    type: str
    startsOn: date
    country: str
    inNetwork: bool
    sessions: int
    cost: Cost
    practitioner: Practitioner


class Report(BaseModel):
    cause: Literal["work", "leisure", "unknown"]
    condition: Condition
    treatment: Treatment
    description: str


class Wanted(BaseModel):
    guaranteeId: str
    slotId: str
    service: Literal["first", "follow-up"]


Key = Annotated[str, Header(alias="Idempotency-Key")]


def _sent(request: Request) -> dict[str, Any]:
    event: dict[str, Any] = request.scope["aws.event"]
    if not json.loads(event["requestContext"]["authorizer"]["lambda"]["claims"]).get("sub"):
        raise HTTPException(401)
    bench: dict[str, Any] = event["bench"]
    return bench


@app.get("/v1/claims/{claim_id}")
def read_claim(claim_id: str, request: Request) -> dict[str, Any]:
    key = _sent(request)
    item = same_work.read(key["pk"], key["sk"])
    if item is None:
        raise HTTPException(404)
    return item


@app.post("/v1/claims", status_code=201)
def report_claim(report: Report, request: Request, key: Key) -> dict[str, str]:
    person_id = _sent(request)["personId"]
    return {"claimId": same_work.report(report.model_dump(mode="json"), person_id)}


@app.post("/v1/bookings", status_code=201)
def book(wanted: Wanted, request: Request, key: Key) -> dict[str, str]:
    sent = _sent(request)
    if not same_work.book(tuple(sent["slot"]), tuple(sent["guarantee"]), sent["bookingId"]):
        raise HTTPException(409)
    return {"bookingId": sent["bookingId"]}


handler = Mangum(app, lifespan="off")
