"""Norway: Helsepersonellregisteret (HPR), by the public API of Norsk helsenett.

``GET /v1/personer/{hprNummer}`` with a token of Maskinporten of the scope ``nhn:hpr/basic``, which every
Norwegian organisation may have; 404 when no one has the number.

Sources, read on 29 November 2026: https://utviklerportal.nhn.no/informasjonstjenester/helsepersonellregisteret
(``hpr-offentlig-apimd``: addresses, scopes), and the answer's fields as the Norwegian labour and welfare
administration reads them (github.com/navikt/syfohelsenettproxy at beb6c07, ``HprRestClient.kt``). The value
``1`` of an approval is an authorisation; all other values are licences and limited rights.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from helsebro.onboarding.registers.professions import of_norwegian_code
from helsebro.onboarding.registers.register_entry import RegisterEntry
from helsebro_aws.onboarding.registers.authorisation_register import RegisterUnavailable
from helsebro_aws.onboarding.registers.maskinporten import Maskinporten, json_object
from helsebro_aws.onboarding.registers.register_server import answer_of
from helsebro_aws.webhooks.safe_call import CalledServer

SCOPE = "nhn:hpr/basic"
NUMBER = re.compile(r"[1-9][0-9]{0,8}")
AUTHORISATION = "1"


@dataclass(frozen=True)
class NorwegianRegister:
    """``AuthorisationRegister`` of Norway; ``today`` returns the day there."""

    server: CalledServer
    tokens: Maskinporten
    today: Callable[[], date]

    def entries(self, number: str) -> Sequence[RegisterEntry]:
        """Returns the approvals under an HPR number. Raises ``RegisterUnavailable``."""
        wanted = number.strip()
        if not NUMBER.fullmatch(wanted):
            return []
        headers = {"accept": "application/json", "authorization": f"Bearer {self.tokens.token()}"}
        answer = answer_of(self.server, "GET", f"/v1/personer/{wanted}", headers)
        if answer.status == 404:
            return []
        if answer.status != 200:
            raise RegisterUnavailable(str(answer.status))
        try:
            return self._read(json_object(answer.body))
        except (KeyError, TypeError, ValueError, AttributeError):
            raise RegisterUnavailable("answer-malformed") from None

    def _read(self, found: Mapping[str, Any]) -> list[RegisterEntry]:
        person = found["person"]
        parts = (person.get(part) for part in ("fornavn", "mellomnavn", "etternavn"))
        name = " ".join(filter(None, parts))
        suspended = bool(found.get("administrativeReaksjoner"))
        return [
            RegisterEntry(
                name,
                of_norwegian_code(_value(approval, "helsepersonellkategori")),
                not suspended and _is_in_force(approval, self.today()),
            )
            for approval in found.get("godkjenninger") or ()
        ]


def _is_in_force(approval: Mapping[str, Any], on: date) -> bool:
    """Whether an approval is an authorisation without an end, conditions or reactions of the authorities."""
    if _value(approval, "autorisasjon") != AUTHORISATION or approval.get("avsluttetStatus"):
        return False
    if approval.get("vilkår") or approval.get("administrativeReaksjoner"):
        return False
    period = approval.get("periode") or {}
    begins, ends = period.get("fra"), period.get("til")
    return (not begins or date.fromisoformat(begins) <= on) and (not ends or on <= date.fromisoformat(ends))


def _value(approval: Mapping[str, Any], name: str) -> str:
    return str((approval.get(name) or {}).get("verdi") or "")
