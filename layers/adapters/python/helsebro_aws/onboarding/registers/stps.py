"""Denmark: the authorisation register of Styrelsen for Patientsikkerhed, by its public web service.

It needs no account. ``GetHealthProfessionals`` takes every field of the search and returns
``ArrayOfHealthProfessional`` in the namespace ``http://sst.dk/``, empty when no one has the number.

Sources, read on 29 November 2026: the call and its answer as the municipalities' OS2sofd has them
(github.com/OS2sofd/os2sofd, ``AuthorizationCodeService.java`` and ``HealthProfessional.java``), and the
fields of the WSDL (``AutRegService``, namespace ``http://sst.dk/``). An authorisation id has five characters
(https://stps.dk/da/autorisation/om-autorisationer/). OS2sofd notes that the service answers with an empty
list while it is broken: ``not-found`` is therefore asked again the next day and opens no task at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from xml.etree import ElementTree

from helsebro.onboarding.registers.professions import of_danish_name
from helsebro.onboarding.registers.register_entry import RegisterEntry
from helsebro_aws.onboarding.registers.authorisation_register import RegisterUnavailable
from helsebro_aws.onboarding.registers.register_server import answer_of
from helsebro_aws.webhooks.safe_call import CalledServer

PATH = "/autregservice.asmx/GetHealthProfessionals"
NAMESPACE = "{http://sst.dk/}"
NUMBER = re.compile(r"[0-9A-Z]{5}")
ANY = {
    "name": "",
    "birthdayFrom": "1900-01-01",
    "birthdayTo": "2100-01-01",
    "authorizationDateFrom": "1900-01-01",
    "authorizationDateTo": "2100-01-01",
    "professionGroup": "",
    "specialityName": "",
    "authorizationStatus": "NotSpecified",
    "seventyFiveYearsRule": "NotSpecified",
}
"""The other fields of the search; the service refuses a call without them."""


@dataclass(frozen=True)
class DanishRegister:
    """``AuthorisationRegister`` of Denmark."""

    server: CalledServer

    def entries(self, number: str) -> Sequence[RegisterEntry]:
        """Returns the authorisations under an authorisation id. Raises ``RegisterUnavailable``."""
        wanted = number.strip().upper()
        if not NUMBER.fullmatch(wanted):
            return []
        target = f"{PATH}?{urlencode({**ANY, 'authorizationId': wanted})}"
        answer = answer_of(self.server, "GET", target, {"accept": "text/xml"})
        if answer.status != 200:
            raise RegisterUnavailable(str(answer.status))
        return [
            _entry(found)
            for found in _read(answer.body).iter(f"{NAMESPACE}HealthProfessional")
            if _text(found, "AuthorizationID").upper() == wanted
        ]


def _read(body: bytes) -> ElementTree.Element:
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError:
        raise RegisterUnavailable("answer-malformed") from None
    if root.tag != f"{NAMESPACE}ArrayOfHealthProfessional":
        raise RegisterUnavailable("answer-malformed")
    return root


def _entry(found: ElementTree.Element) -> RegisterEntry:
    return RegisterEntry(
        name=f"{_text(found, 'FirstName')} {_text(found, 'LastName')}",
        profession=of_danish_name(_text(found, "ProfessionCodeName")),
        is_valid=_text(found, "AuthorizationValid") == "true",
    )


def _text(found: ElementTree.Element, name: str) -> str:
    return (found.findtext(f"{NAMESPACE}{name}") or "").strip()
