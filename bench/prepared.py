"""Prepares the data of the three routes: tables, a payer, a member, a claim, a guarantee, free slots.

The platform's own handlers create it where there is one. The events are ready before the measuring starts.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3

from helsebro.ids import ClaimId, ClinicId, GuaranteeId
from helsebro_aws.identity.pseudonym_key import PseudonymKeyStore

TABLES = ("cases", "people", "network", "money", "outbox", "idempotency", "audit")
CPR = "0101901234"
EDGE_SECRET = "the edge of the bench"
MEMBER = {
    "iss": "http://127.0.0.1:1/member",
    "aud": "member-portal",
    "sub": "bench",
    "acr": "substantial",
    "dk.cpr": CPR,
}
STAFF = {"iss": "http://127.0.0.1:1/staff", "aud": "staff-portal", "sub": "bench"}
COST = {"amount": "400.00", "currency": "DKK"}
CONTACT: dict[str, Any] = {"email": "health@example.org", "phone": "70112020", "hours": "8-16"}


class Prepared:
    """The endpoint with its data; ``environment`` has the variables of the measured processes."""

    def __init__(self, environment: dict[str, str]) -> None:
        credentials = {"AWS_ACCESS_KEY_ID": "bench", "AWS_SECRET_ACCESS_KEY": "bench"}
        region = {"AWS_REGION": "eu-north-1", "AWS_DEFAULT_REGION": "eu-north-1"}
        self.environment = {
            **environment,
            **credentials,
            **region,
            **{f"HELSEBRO_{name.upper()}_TABLE": name for name in TABLES},
            "HELSEBRO_MEMBER_ISSUER": MEMBER["iss"],
            "HELSEBRO_MEMBER_CLIENT": MEMBER["aud"],
            "HELSEBRO_STAFF_ISSUER": STAFF["iss"],
            "HELSEBRO_STAFF_CLIENT": STAFF["aud"],
            "HELSEBRO_PUBLIC_URL": "https://api.example",
            "HELSEBRO_EDGE_SECRET_HASHES": hashlib.sha256(EDGE_SECRET.encode()).hexdigest(),
        }
        os.environ.update(self.environment)
        self._tables()
        key = boto3.client("kms", endpoint_url=environment["AWS_ENDPOINT_URL"]).create_key()
        self.environment["HELSEBRO_FIELD_KEY"] = key["KeyMetadata"]["Arn"]
        self.environment["HELSEBRO_PSEUDONYM_KEY_COPY"] = "/helsebro/bench/pseudonym-key"
        os.environ.update(self.environment)
        PseudonymKeyStore().make()
        self._people()
        self.claim_id = self._claim()
        self._network()

    def events(self, route: str, count: int) -> list[dict[str, Any]]:
        """Returns ``count`` calls of a route; each booking takes another slot."""
        if route == "read":
            pk = f"tryg#{self.claim_id}"
            bench = {"pk": pk, "sk": "CLAIM"}
            return [_event("GET", "/v1/claims/{claim_id}", self.claim_id, None, bench)] * count
        if route == "report":
            bench = {"personId": self.person_id}
            return [_event("POST", "/v1/claims", "", _report(), bench) for _ in range(count)]
        return [self._booking() for _ in range(count)]

    def _booking(self) -> dict[str, Any]:
        slot = self.slots.pop()
        guarantee = self.guarantee_id
        body = {"guaranteeId": guarantee, "slotId": slot.slot_id, "service": "follow-up"}
        from helsebro_aws.calendars.keys import slot_key

        bench = {
            "slot": list(slot_key(slot.practitioner_id, slot.starts_at)),
            "guarantee": [f"tryg#{self.claim_id}", f"GUARANTEE#{guarantee}"],
            "bookingId": f"bkg_{secrets.token_hex(12)}",
        }
        return _event("POST", "/v1/bookings", "", body, bench)

    def _tables(self) -> None:
        dynamodb = boto3.client("dynamodb", endpoint_url=self.environment["AWS_ENDPOINT_URL"])
        for name in TABLES:
            dynamodb.create_table(
                TableName=name,
                BillingMode="PAY_PER_REQUEST",
                AttributeDefinitions=[
                    {"AttributeName": key, "AttributeType": "S"} for key in ("pk", "sk", "listPk", "listSk")
                ],
                KeySchema=_schema("pk", "sk"),
                GlobalSecondaryIndexes=[
                    {
                        "IndexName": "listing",
                        "KeySchema": _schema("listPk", "listSk"),
                        "Projection": {"ProjectionType": "ALL"},
                    }
                ],
            )

    def _people(self) -> None:
        from functions.policies.payers.handler import handler as payers
        from functions.policies.policies.handler import handler as policies

        payer = {
            "name": "Tryg",
            "kind": "insurer",
            "gln": "5790000000005",
            "country": "DK",
            "currency": "DKK",
            "contact": CONTACT,
        }
        _created(
            payers(_event("PUT", "/v1/payers/tryg", "", payer, {}, {**STAFF, "roles": "platform"}), None)
        )
        underwriting = {**STAFF, "payer": "tryg", "roles": "underwriting"}
        policy = {
            "number": "bench-1",
            "product": "SF1706",
            "policyholder": {"name": "Nordlys ApS", "cvr": "10150817"},
            "effectiveFrom": "2024-01-01",
            "policyYearStart": "01-01",
            "modules": ["health", "physical", "psychology"],
            "annualSum": {"amount": "500000.00", "currency": "DKK"},
            "parameters": {},
        }
        policy_id = _created(policies(_event("POST", "/v1/policies", "", policy, {}, underwriting), None))[
            "policyId"
        ]
        insured = {
            "cpr": CPR,
            "name": "Asta Holm",
            "enrolledOn": "2024-01-01",
            "country": "DK",
            "publicHealthInsurance": True,
            "relation": "employee",
            "scheme": "company",
        }
        path = f"/v1/policies/{policy_id}/insured"
        _created(policies(_event("POST", path, "", insured, {}, underwriting), None))

    def _claim(self) -> str:
        from functions.claims.claims.handler import handler as claims

        return str(_created(claims(_event("POST", "/v1/claims", "", _report(), {}), None))["claimId"])

    def _network(self) -> None:
        from helsebro import ids
        from helsebro.calendars.slot import Slot
        from helsebro.guarantees.guarantee import Guarantee
        from helsebro.money import Money
        from helsebro.network.clinic import Checklist, Clinic, ClinicContact
        from helsebro.network.practitioner import Practitioner
        from helsebro.payer import Contact
        from helsebro_aws.calendars.dynamo_slots import slot_item
        from helsebro_aws.claims.dynamo_claims import DynamoClaims
        from helsebro_aws.dynamodb.record import from_item, to_item
        from helsebro_aws.dynamodb.tables import tables
        from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees

        clinic_id, today = ids.plain("cli", secrets.token_bytes(10)), datetime.now(UTC).date()
        practitioner_id = ids.practitioner_id(ClinicId(clinic_id), "bench")
        practitioner = from_item(
            Practitioner,
            {
                "practitionerId": practitioner_id,
                "clinicId": clinic_id,
                "key": "bench",
                "name": "Bo Lund",
                "profession": "physiotherapist",
                "authorised": True,
                "providerNumber": True,
                "approvals": [],
                "address": {"street": "Nygade 1", "postcode": "1165", "city": "K", "country": "DK"},
                "treatments": ["physiotherapy"],
                "problems": [],
                "insuranceClients": True,
                "crisisHelp": False,
            },
        )
        tables.client.sync_put_item(
            "network", {"pk": practitioner_id, "sk": "PRACTITIONER", **to_item(practitioner)}
        )
        clinic = Clinic(
            ClinicId(clinic_id),
            "Klinik",
            "10150817",
            "DK",
            ClinicContact("70112020", "k@example.org"),
            "active",
            Checklist(),
        )
        tables.client.sync_put_item("network", {"pk": clinic_id, "sk": "CLINIC", **to_item(clinic)})
        start = datetime.now(UTC).replace(second=0, microsecond=0) + timedelta(days=2)
        self.slots = [
            Slot.published(
                practitioner_id, ClinicId(clinic_id), f"b{n}", "follow-up", (at, at + timedelta(minutes=5))
            )
            for n in range(2000)
            if (at := start + timedelta(minutes=5 * n))
        ]
        tables.client.sync_batch_write("network", [slot_item(slot) for slot in self.slots], [])
        claim = DynamoClaims().find(ClaimId(self.claim_id))
        self.person_id = claim.person_id
        self.guarantee_id = ids.within("gar", self.claim_id, secrets.token_bytes(6))
        guarantee = Guarantee(
            guarantee_id=GuaranteeId(self.guarantee_id),
            number="G26-BENCH-00000",
            case_reference="HB-BENCH",
            claim_id=ClaimId(self.claim_id),
            payer="tryg",
            person_id=claim.person_id,
            status="active",
            treatment="physiotherapy",
            sessions_granted=100_000,
            sessions_booked=0,
            sessions_used=0,
            valid_from=today,
            valid_until=today + timedelta(days=60),
            fee=Money.of("400.00"),
            contact=Contact(**CONTACT),
            payer_endpoint=("0088", "5790000000005"),
        )
        tables.commit(DynamoGuarantees().creation(guarantee))


def _report() -> dict[str, Any]:
    today = datetime.now(UTC).date()
    days = {"arisenOn": 20, "symptomsFrom": 20, "diagnosedOn": 15}
    condition = {name: str(today - timedelta(days=ago)) for name, ago in days.items()}
    facts = {"category": "injury", "chronic": False, "arisenAbroad": False, "circumstances": []}
    starts = str(today + timedelta(days=3))
    practitioner = {"providerNumber": True, "approvals": [], "relation": "none"}
    place = {"country": "DK", "inNetwork": True, "sessions": 3, "cost": COST, "practitioner": practitioner}
    return {
        "cause": "leisure",
        "condition": {**condition, **facts},
        "treatment": {"type": "physiotherapy", "startsOn": starts, **place},
        "description": "Knee",
    }


def _event(
    method: str,
    path: str,
    identifier: str,
    body: Any,
    bench: dict[str, Any],
    by: dict[str, str] | None = None,
) -> dict[str, Any]:
    """Returns the gateway's event; ``rest`` is the same call as an event of the REST API, for Chalice."""
    full_path = path.replace("{claim_id}", identifier)
    headers = {"content-type": "application/json", "idempotency-key": secrets.token_hex(8)}
    headers["x-helsebro-edge"] = EDGE_SECRET
    text = None if body is None else json.dumps(body)
    claims = {**(by or MEMBER), "exp": str(int(time.time()) + 3600)}
    rest = {
        "requestContext": {"httpMethod": method, "resourcePath": path, "identity": {"sourceIp": "127.0.0.1"}},
        "multiValueQueryStringParameters": None,
        "headers": headers,
        "pathParameters": {"claim_id": identifier},
        "body": text,
        "isBase64Encoded": False,
        "stageVariables": {},
        "path": full_path,
    }
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": full_path,
        "rawQueryString": "",
        "headers": headers,
        "requestContext": {
            "http": {"method": method, "path": full_path, "sourceIp": "127.0.0.1", "protocol": "HTTP/1.1"},
            "stage": "$default",
            "requestId": "bench",
            "authorizer": {"lambda": {"claims": json.dumps(claims)}},
        },
        "body": text,
        "isBase64Encoded": False,
        "bench": bench,
        "rest": rest,
    }


def _schema(partition: str, sort: str) -> list[dict[str, str]]:
    return [
        {"AttributeName": partition, "KeyType": "HASH"},
        {"AttributeName": sort, "KeyType": "RANGE"},
    ]


def _created(answer: dict[str, Any]) -> dict[str, Any]:
    if answer["statusCode"] >= 300:
        raise SystemExit(f"preparing failed: {answer['statusCode']} {answer['body']}")
    found: dict[str, Any] = json.loads(answer["body"])
    return found
