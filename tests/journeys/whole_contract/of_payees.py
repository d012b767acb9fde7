"""Calls of the routes of a clinic's payees."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

from local.journey.people import Users
from tests.journeys.clinic_network.joining import Joining


def of_payees(joined: Joining) -> Iterator[httpx.Response]:
    """Yields the answers to a signatory who registers two accounts, and chooses to be paid by session."""
    path, network = f"{joined.clinic}/payees", Users(joined.stack).staff("network", of_payer=False)
    slip, account = (
        joined.signatory.post(path, body)
        for body in (
            {"kind": "fi", "creditorNumber": "81234567"},
            {"kind": "account-no", "accountNumber": "15032080003"},
        )
    )
    yield slip
    yield network.post(f"{path}/{slip.json()['payeeId']}/approve", {})
    yield network.post(f"{path}/{account.json()['payeeId']}/reject", {})
    yield joined.signatory.get(path)
    yield joined.signatory.put(f"{joined.clinic}/payment-choice", {"paidBy": "session"})
    yield joined.signatory.delete(f"{path}/{slip.json()['payeeId']}")
