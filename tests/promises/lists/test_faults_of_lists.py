"""Every list tells all faults of a call at once: those of the page, and those of what it filters by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.builders.calls import Answered, ask
from tests.promises.lists.list_cases import ListCase
from tests.promises.lists.stage import ListStage
from tests.promises.lists.test_bounded_lists import ALL, DOCUMENT, handler_of

pytestmark = pytest.mark.usefixtures("aws")

WRONG_FILTERS: Mapping[str, Mapping[str, str]] = {
    "/v1/bookings": {"toInvoice": "x"},
    "/v1/claims": {"status": "x"},
    "/v1/deadlines": {"queue": "x", "state": "x"},
    "/v1/invoices": {"status": "x"},
    "/v1/ledger": {"day": "x"},
    "/v1/clinics/{clinicId}/statement": {"from": "x", "until": "x"},
    "/v1/letters": {"state": "x"},
    "/v1/payment-files": {"state": "x"},
    "/v1/payments": {"status": "x"},
    "/v1/practitioners": {"treatment": "x", "withinKm": "x", "postcode": "x"},
    "/v1/practitioners/{practitionerId}/slots": {"from": "x", "service": "x", "weeks": "x"},
    "/v1/tasks": {"queue": "x"},
    "/v1/events": {"after": "x"},
}
"""What each list that filters refuses."""
ONE_OF_EACH = {case.path: case for case in ALL}


def paged() -> Iterator[tuple[str, ListCase]]:
    """Yields the lists whose pages have a limit."""
    for path, case in ONE_OF_EACH.items():
        parameters = DOCUMENT["paths"][path]["get"].get("parameters", [])
        if any(parameter.get("name") == "limit" for parameter in parameters):
            yield path, case


def asked_with(case: ListCase, stage: ListStage, queries: Mapping[str, str]) -> Answered:
    """Returns the answer to the case's call with other queries."""
    call: dict[str, Any] = dict(case.call(stage))
    sent = {**(call.get("queryStringParameters") or {}), **queries}
    return ask(handler_of(case.path), {**call, "queryStringParameters": sent})


def test_every_list_tells_the_faults_of_its_page_and_of_its_filters_at_once() -> None:
    stage, told = ListStage(), {}
    for path, case in paged():
        wrong = WRONG_FILTERS.get(path, {})
        answer = asked_with(case, stage, {**wrong, "limit": "0", "cursor": "x"})
        pointers = [fault["pointer"] for fault in answer.body.get("errors", ())]
        told[path] = (answer.status, sorted(pointers))
    assert told == {
        path: (400, sorted(f"/{name}" for name in ("limit", "cursor", *WRONG_FILTERS.get(path, ()))))
        for path, _ in paged()
    }
    assert len(told) > 15
