"""The users of a journey: new ones every time, so that it can be played again and again."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

import httpx

from helsebro_aws.platform.clock import real_now
from local.clinic.clinic_system import ClinicSystem
from local.clock.stack_clock import StackClock
from local.demo import login
from local.demo.http_client import client

NOT_FRESH = "insufficient_user_authentication"
ASSURANCE = "https://data.gov.dk/concept/core/nsis/loa/substantial"


@dataclass(frozen=True)
class StackAddresses:
    """The content of ``.local/stack.json`` (api.md)."""

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
    clock: StackClock

    @classmethod
    def of(cls, written: dict[str, Any]) -> StackAddresses:
        """Returns the addresses from the content of ``stack.json``."""
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
            StackClock.of(written),
        )

    def clinic_system(self) -> ClinicSystem:
        """Returns the system of the demo clinic."""
        return ClinicSystem(self.api_url, self.clinic_id, self.signing_secret, self.clock.now)


@dataclass(frozen=True)
class User:
    """A user with a token, who calls the API.

    ``again`` logs in once more and returns the new token: where a fresh login is asked for, as a portal does.
    """

    stack: StackAddresses
    token: str
    again: Callable[[], str] | None = field(default=None, compare=False)

    @classmethod
    def logged_in(cls, stack: StackAddresses, by: Callable[[], str]) -> User:
        """Returns the user whom this login makes, now and again where a fresh one is asked for."""
        return cls(stack, by(), by)

    def get(self, path: str, **headers: str) -> httpx.Response:
        """Sends a GET."""
        return self._send("GET", path, headers=headers)

    def put(self, path: str, body: Any, **headers: str) -> httpx.Response:
        """Sends a PUT."""
        return self._send("PUT", path, body, headers)

    def post(self, path: str, body: Any, **headers: str) -> httpx.Response:
        """Sends a POST with a new idempotency key."""
        keyed = {"Idempotency-Key": secrets.token_hex(8), **headers}
        return self._send("POST", path, body, keyed)

    def post_xml(self, path: str, content: bytes) -> httpx.Response:
        """Sends a POST of a document with a new idempotency key."""
        headers = {"Content-Type": "application/xml", "Idempotency-Key": secrets.token_hex(8)}
        return self._send("POST", path, content, headers)

    def delete(self, path: str) -> httpx.Response:
        """Sends a DELETE."""
        return self._send("DELETE", path)

    def _send(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        answer = self._sent(self.token, method, path, body, headers)
        if self.again and answer.status_code == 401 and answer.json()["code"] == NOT_FRESH:
            return self._sent(self.again(), method, path, body, headers)
        return answer

    def _sent(
        self, token: str, method: str, path: str, body: Any, headers: dict[str, str] | None
    ) -> httpx.Response:
        sent = {"Authorization": f"Bearer {token}", "Accept-Language": "en", **(headers or {})}
        given = {"content": body} if isinstance(body, bytes) else {"json": body}
        return client().request(method, self.stack.api_url + path, headers=sent, timeout=60, **given)


@dataclass(frozen=True)
class Users:
    """The users of one journey and their payer, which no other journey uses."""

    stack: StackAddresses
    payer: str = field(default_factory=lambda: f"journey-{secrets.token_hex(3)}")

    def staff(self, role: str, *, of_payer: bool = True, person: str = "") -> User:
        """Logs in a staff member with this role, of payer or platform; ``person`` names another one."""
        tenant, who = {"payer": self.payer} if of_payer else {}, f"{role}{person}"
        claims = {"roles": [role], "email": f"{who}@example.org", **tenant}
        sub = f"{self.payer}-{who}"
        login.make_user(self.stack.staff_issuer, sub, claims)
        return self._logged_in(self.stack.staff_issuer, self.stack.staff_client_id, sub)

    def member(self, cpr: str) -> User:
        """Logs in the person with this CPR number, with MitID."""
        # Without a hyphen: the name of a staff user has one (local/demo/login.py).
        sub = f"asta{secrets.token_hex(3)}"
        login.make_user(self.stack.member_issuer, sub, {"dk.cpr": cpr, "acr": ASSURANCE, "name": "Demo"})
        return self._logged_in(self.stack.member_issuer, self.stack.member_client_id, sub)

    def _logged_in(self, issuer: str, client_id: str, sub: str) -> User:
        return User.logged_in(self.stack, partial(login.token, issuer, client_id, sub))


def new_cpr() -> str:
    """Returns an unused CPR number of an adult. It has no check digit; since 2007 real ones need none."""
    born = real_now() - timedelta(days=365 * 30 + secrets.randbelow(3650))
    return f"{born:%d%m%y}{secrets.randbelow(4000):04d}"
