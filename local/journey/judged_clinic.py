"""A clinic's system whose answers are held against the OpenAPI document, like those of a journey's users."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from local.clinic.clinic_system import ClinicSystem, Reply
from local.journey.steps import StepFailed
from local.openapi.contract import Contract


@dataclass(frozen=True)
class JudgedClinic(ClinicSystem):
    """Raises ``StepFailed`` for a reply that the contract does not describe."""

    contract: Contract | None = None

    @classmethod
    def of(cls, clinic: ClinicSystem, contract: Contract) -> JudgedClinic:
        """Returns the same clinic, judged by a contract."""
        return cls(clinic.api_url, clinic.clinic_id, clinic.signing_secret, clinic.now, contract)

    def send(self, method: str, path: str, body: bytes, **options: Any) -> Reply:
        """Sends a signed call and returns the reply. Raises ``StepFailed``."""
        reply = super().send(method, path, body, **options)
        text = reply.body if isinstance(reply.body, str) else json.dumps(reply.body)
        called = path.partition("?")[0]
        assert self.contract
        if faults := self.contract.faults(method, called, reply.status, reply.headers, text):
            raise StepFailed(f"{method} {called}: not as the OpenAPI document says: {'; '.join(faults)}")
        return reply
