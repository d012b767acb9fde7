"""Writes: a call with a good body for every operation that takes a JSON body."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from moto.backends import get_backend

from helsebro.caller import Right
from helsebro.ids import ClinicId
from helsebro_aws.http.routes import Route
from tests.builders.calls import Answered, ask, event
from tests.builders.clinics.users import bind
from tests.builders.policies import ANNA
from tests.conftest import TABLES
from tests.promises.exposure.described import Operation, Schema, example, operations
from tests.promises.idempotent_routes import all_routes, caller_with

CLINIC = ClinicId("cli_aaaaaaaa")
XML = {
    "POST /v1/bank-reports": "an XML document of a bank, which its reader judges",
    "POST /v1/invoices": "an XML document, which the official schemas and rules judge",
    "POST /v1/invoices/preflight": "the same document",
}
"""Operations whose body is no JSON, and what refuses an unknown part of it."""
NOT_OURS = {"POST /v1/stripe-events/<payer>": "Stripe signs it, and adds fields to it as it likes"}
"""Routes that read a body that is not described by us, and whose it is."""


@dataclass(frozen=True)
class Write:
    """One call: ``by`` are the claims of a token, None for a public route."""

    path: str
    body: Any
    by: Mapping[str, Any] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Taking:
    """A route that takes a body, with its operation in the document."""

    route: Route
    handler: Callable[[Any, Any], Any]
    operation: Operation

    @property
    def schemas(self) -> tuple[Schema, Schema]:
        """What the document says of the body and of the answer."""
        return self.operation.body or {}, self.operation.answer

    def send(self, write: Write, body: Any) -> Answered:
        """Returns the answer to the call with a body."""
        method = self.route.name.split(" ")[0]
        headers = {"if-match": '"1"', "accept-language": "en", **write.headers}
        return ask(self.handler, event(method, write.path, by=write.by, body=body, headers=headers))

    def beside(self) -> list[Write]:
        """Returns calls about things that do not exist, with the document's example of a body."""
        is_of_clinics = Right.CLINIC_USER in self.route.allows
        if is_of_clinics:
            bind(CLINIC, ANNA)
        path = self.route.name.split(" ")[1].replace("<clinic_id>", CLINIC)
        for name, own in OWN_FORMS.items():
            path = path.replace(name, own)
        path = re.sub(r"<\w+>", "clm_aaaaaaaa", path)
        by, headers = caller_with(self.route.allows), {"helsebro-clinic": CLINIC} if is_of_clinics else {}
        return [Write(path, body, by, headers) for body in self._bodies()]

    def _bodies(self) -> list[Any]:
        whole = example(self.operation.body or {})
        changed = [{**whole, **changes} for changes in ALONE.get(self.route.name, [{}])]
        return [{name: part for name, part in body.items() if part is not None} for body in changed]


OWN_FORMS = {
    "<person_id>": "per_aaaaaaaaaaaaaaaaaaaaaaaa",
    "<practitioner_id>": "prc_aaaaaaaa",
    "<profession>/<service>": "physiotherapy/first",
    "<year>": "2027",
}
NO_NOTICE = dict.fromkeys(("basis", "change", "claimId", "fee", "noticeId", "percent", "settledOn"))
FEE = {"name": "Reminder", "amount": {"amount": "100.00", "currency": "DKK"}}
ALONE: Mapping[str, list[dict[str, Any]]] = {
    "PUT /v1/payers/<payer>/account": [{"kind": "account-dk", "iban": None}],
    "POST /v1/bookings/series": [{"slotIds": ["slt_a2zt5pxl", "slt_a2zt5pxm"]}],
    "POST /v1/coverage/replay": [{"product": None, "cursor": None}, {"terms": None, "cursor": None}],
    "POST /v1/coverage/simulate": [{"evidence": {"referral": "none"}}],
    "POST /v1/people/search": [dict.fromkeys(("cpr", "fnr", "phone", "caseNumber"))],
    "POST /v1/policies/<policy_id>/notices": [
        {**NO_NOTICE, "kind": "fee", "fee": FEE},
        {**NO_NOTICE, "kind": "agreed", "change": {"modules": ["health"]}},
    ],
    "POST /v1/me/messages": [{"cannedAnswer": None}],
    "POST /v1/inbox/answers": [{"cannedAnswer": None}],
    "PUT /v1/clinics/<clinic_id>/practitioners/<key>": [{"crisisHelp": False}],
    "POST /v1/clinics/<clinic_id>/payees": [{"kind": "account-dk", "creditorNumber": None, "iban": None}],
    "POST /v1/clinics/applications": [{"signatory": {"name": "Mette Lund", "email": "m@klinik.example"}}],
    "PUT /v1/clinics/<clinic_id>/practitioners/<key>/user": [{"fnr": None, "email": None}],
}
"""The examples of bodies whose fields may not all stand together: what each changes, None for without."""


def taking_a_body() -> dict[str, Taking]:
    """Returns every route that takes a body, by its name."""
    by_path = {re.sub(r"\{\w+\}", "<>", operation.name): operation for operation in operations()}
    found = {}
    for route, handler in all_routes():
        operation = by_path[re.sub(r"<\w+>", "<>", route.name)]
        if route.body or route.body_shape or operation.described.get("requestBody"):
            found[route.name] = Taking(route, handler, operation)
    return found


def stored() -> dict[str, Any]:
    """Returns every row of every table that a write may change, the outbox among them."""
    tables = {
        name: table
        for regions in get_backend("dynamodb").values()
        for region in regions.values()
        for name, table in region.tables.items()
    }
    return {name: [item.to_json() for item in tables[name].all_items()] for name in TABLES}
