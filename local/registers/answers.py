"""The answers of both registers, in the form of ``tests/adapters/onboarding/registers/answers``."""

from __future__ import annotations

import json
from xml.etree import ElementTree

from local.registers.health_professional import HealthProfessional

NAMESPACE = "http://sst.dk/"
NEVER = "0001-01-01T00:00:00"
SINCE = "2012-03-01"


def danish(found: HealthProfessional | None) -> bytes:
    """Returns ``ArrayOfHealthProfessional``, empty when no one has the number."""
    ElementTree.register_namespace("", NAMESPACE)
    root = ElementTree.Element(f"{{{NAMESPACE}}}ArrayOfHealthProfessional")
    if found:
        entry = ElementTree.SubElement(root, f"{{{NAMESPACE}}}HealthProfessional")
        for name, text in _danish_fields(found).items():
            ElementTree.SubElement(entry, f"{{{NAMESPACE}}}{name}").text = text
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _danish_fields(found: HealthProfessional) -> dict[str, str]:
    return {
        "AuthorizationID": found.number,
        "BirthDate": "1980-05-04T00:00:00",
        "FirstName": found.given_names,
        "LastName": found.family_name,
        "ProfessionCodeName": found.called("DK"),
        "AuthorizationDate": f"{SINCE}T00:00:00",
        "TempAuthorizationBegin": NEVER,
        "TempAuthorizationEnd": NEVER,
        "AuthorizationValid": "true" if found.is_valid else "false",
    }


def norwegian(found: HealthProfessional) -> bytes:
    """Returns a person of Helsepersonellregisteret with one approval."""
    ended = None if found.is_valid else {"navn": "Tilbakekalt", "verdi": "1"}
    approval = {
        "helsepersonellkategori": {"verdi": found.called("NO")},
        "autorisasjon": {"navn": "Autorisasjon", "verdi": "1"},
        "periode": {"fra": SINCE, "til": None},
        "vilkår": [],
        "avsluttetStatus": ended,
        "administrativeReaksjoner": [],
    }
    person = {"fornavn": found.given_names, "mellomnavn": None, "etternavn": found.family_name}
    answer = {
        "person": person,
        "hprNummer": int(found.number),
        "godkjenninger": [approval],
        "administrativeReaksjoner": [],
    }
    return json.dumps(answer).encode()


def token() -> bytes:
    """Returns a token of Maskinporten, which the Norwegian register of the stack takes."""
    return json.dumps({"access_token": "local", "token_type": "Bearer", "expires_in": 119}).encode()
