"""Generated calls of the API: parameters and bodies by their schemas, with the ids of a played journey."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any, cast

import requests
from schemathesis import Case

from tests.journeys.heard import Heard
from tests.journeys.whole_contract.callers import SIGNED, Credential, bearer

KNOWN = 0.8
"""How often an id is one of the journey instead of a generated one: most cases should find what they name."""


@dataclass(frozen=True)
class Caller:
    """Who calls, and the parameters of a path that this caller could call before."""

    credential: Credential
    path_parameters: dict[str, str]


def caller_of(named: str, heard: Heard, others: list[Credential], chance: random.Random) -> Caller:
    """Returns one who succeeded with the operation before, or any of the others."""
    samples = heard.samples.get(named, ())
    if samples and chance.random() < KNOWN:
        sample = chance.choice(samples)
        return Caller(bearer(sample.authorization), dict(sample.path_parameters))
    return Caller(chance.choice(others), {})


def prepared(
    case: Case[Any], caller: Caller, heard: Heard, base_url: str, chance: random.Random
) -> requests.PreparedRequest:
    """Returns the call of a case by this caller, with known ids in place of most generated ones."""
    for name, generated in dict(case.path_parameters or {}).items():
        own = caller.path_parameters.get(name)
        case.path_parameters[name] = own or _known(name, generated, heard, chance)
    case.body = _with_known_ids(case.body, heard, chance)
    request = requests.Request(**_arguments(case, base_url)).prepare()
    for name in SIGNED:
        request.headers.pop(name, None)
    raw = request.body or b""
    request.headers.update(caller.credential(raw.encode() if isinstance(raw, str) else cast(bytes, raw)))
    return request


def _arguments(case: Case[Any], base_url: str) -> dict[str, Any]:
    given = dict(case.as_transport_kwargs(base_url=base_url))
    return {name: part for name, part in given.items() if name in ARGUMENTS}


ARGUMENTS = ("method", "url", "headers", "params", "json", "data", "cookies")


def _with_known_ids(value: Any, heard: Heard, chance: random.Random, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _with_known_ids(part, heard, chance, key) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_known_ids(part, heard, chance) for part in value]
    return _known(name, value, heard, chance)


def _known(name: str, generated: Any, heard: Heard, chance: random.Random) -> Any:
    """Returns an id of the journey for a field such as ``claimId``; anything else as generated."""
    known = sorted(heard.ids.get(PREFIXES.get(name, ""), ()))
    return chance.choice(known) if known and chance.random() < KNOWN else generated


PREFIXES = {
    "bookingId": "bkg",
    "claimId": "clm",
    "clinicId": "cli",
    "deliveryId": "dlv",
    "documentId": "doc",
    "endpointId": "whe",
    "guaranteeId": "gar",
    "holdId": "hld",
    "invoiceId": "inv",
    "mandateId": "man",
    "personId": "per",
    "policyId": "pol",
    "practitionerId": "prc",
    "refundId": "ref",
    "slotId": "slt",
    "taskId": "tsk",
    "waitlistId": "wtl",
}
