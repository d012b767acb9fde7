"""Who takes part in a journey: fresh people every time, so that it can be played again and again."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from local.demo import login

ASSURANCE = "https://data.gov.dk/concept/core/nsis/loa/substantial"


@dataclass(frozen=True)
class Stack:
    """``.local/stack.json``, as ``api.md`` describes it."""

    api_url: str
    member_issuer: str
    member_client_id: str
    staff_issuer: str
    staff_client_id: str
    clinic_system_url: str
    clinic_id: str
    signing_secret: str
    practitioner_id: str
    practitioner_key: str

    @classmethod
    def of(cls, written: dict[str, Any]) -> Stack:
        """The stack that ``make run`` wrote down."""
        clinic = written["demoClinic"]
        return cls(
            written["apiUrl"],
            written["memberIssuer"],
            written["memberClientId"],
            written["staffIssuer"],
            written["staffClientId"],
            written["clinicSystemUrl"],
            clinic["clinicId"],
            clinic["signingSecret"],
            clinic["practitionerId"],
            clinic["practitionerKey"],
        )


@dataclass(frozen=True)
class Caller:
    """Somebody with a token, who calls the API."""

    stack: Stack
    token: str

    def get(self, path: str) -> httpx.Response:
        """Reads."""
        return self._send("GET", path)

    def put(self, path: str, body: Any) -> httpx.Response:
        """Sets."""
        return self._send("PUT", path, body)

    def post(self, path: str, body: Any, **headers: str) -> httpx.Response:
        """Creates, under a fresh idempotency key."""
        keyed = {"Idempotency-Key": secrets.token_hex(8), **headers}
        return self._send("POST", path, body, keyed)

    def delete(self, path: str) -> httpx.Response:
        """Takes away."""
        return self._send("DELETE", path)

    def _send(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        given = {"Authorization": f"Bearer {self.token}", "Accept-Language": "en", **(headers or {})}
        return httpx.request(method, self.stack.api_url + path, json=body, headers=given, timeout=60)


@dataclass(frozen=True)
class Cast:
    """The people of one journey, and the payer that is theirs alone."""

    stack: Stack
    payer: str = field(default_factory=lambda: f"journey-{secrets.token_hex(3)}")

    def staff(self, role: str, *, of_payer: bool = True) -> Caller:
        """Somebody with the role, at the payer or at the platform."""
        tenant = {"payer": self.payer} if of_payer else {}
        claims = {"roles": [role], "email": f"{role}@example.org", **tenant}
        sub = f"{self.payer}-{role}"
        login.make_user(self.stack.staff_issuer, sub, claims)
        return Caller(self.stack, login.token(self.stack.staff_issuer, self.stack.staff_client_id, sub))

    def member(self, cpr: str) -> Caller:
        """The person with this CPR number, logged in with MitID."""
        sub = f"{self.payer}-{secrets.token_hex(3)}"
        login.make_user(self.stack.member_issuer, sub, {"dk.cpr": cpr, "acr": ASSURANCE, "name": "Demo"})
        return Caller(self.stack, login.token(self.stack.member_issuer, self.stack.member_client_id, sub))


def new_cpr() -> str:
    """A CPR number of an adult that nobody has; without a modulus-11 check, as since 2007."""
    born = datetime.now(UTC) - timedelta(days=365 * 30 + secrets.randbelow(3650))
    return f"{born:%d%m%y}{secrets.randbelow(4000):04d}"
