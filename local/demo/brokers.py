"""What a token of each broker of MitID and BankID says about a person: the dialects that the stack plays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Said = Mapping[str, Any]
NSIS = "https://data.gov.dk/concept/core/nsis/"


def _signaturgruppen(number: str, name: str) -> Said:
    return {
        "idp": "mitid",
        "identity_type": "private",
        "loa": f"{NSIS}Substantial",
        "ial": f"{NSIS}Substantial",
        "mitid.has_cpr": "true",
        "mitid.identity_name": name,
        "dk.cpr": number,
    }


def _idura(number: str, name: str) -> Said:
    return {
        "identityscheme": "dkmitid",
        "authenticationtype": "urn:grn:authn:dk:mitid:substantial",
        "loA": "SUBSTANTIAL",
        "cprNumberIdentifier": number,
        "name": name,
        "country": "DK",
    }


def _signicat(number: str, name: str) -> Said:
    country, level = ("NO", {"nbid_acr": "urn:bankid:bid;LOA=4"})
    if len(number) == 10:
        country, level = "DK", {"mitid_loa": "SUBSTANTIAL"}
    given, _, family = name.partition(" ")
    return {
        "idp": "mitid" if country == "DK" else "nbid",
        "given_name": given,
        "family_name": family,
        "nin": number,
        "nin_type": "PERSON",
        "nin_issuing_country": country,
        **level,
    }


def _bankid(number: str, name: str) -> Said:
    return {
        "typ": "ID",
        "acr": "urn:bankid:bid;LOA=4",
        "amr": ["bid", "bid-mfa"],
        "bankid_altsub": "9578-0000-4-0000001",
        "name": name,
        "nnin_altsub": number,
    }


def _mitid_erhverv(number: str, name: str) -> Said:
    """Returns a login for a company, whose ``number`` it is."""
    return {
        "idp": "mitid_erhverv",
        "identity_type": "professional",
        "loa": f"{NSIS}Substantial",
        "nemlogin.name": name,
        "nemlogin.cvr": number,
    }


BROKERS: Mapping[str, Callable[[str, str], Said]] = {
    "signaturgruppen": _signaturgruppen,
    "idura": _idura,
    "signicat": _signicat,
    "bankid": _bankid,
    "mitid-erhverv": _mitid_erhverv,
}
"""Broker → the claims of a person with this number and this name."""
