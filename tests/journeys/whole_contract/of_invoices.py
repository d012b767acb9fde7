"""Calls of finance staff about the invoices of the journey."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

from local.journey.people import User
from local.journey.steps import until


def of_invoices(finance: User) -> Iterator[httpx.Response]:
    """Yields the answers about an accepted invoice, its response, its document and the file inside it."""
    accepted = finance.get("/v1/invoices?status=accepted&limit=100")
    yield accepted
    paths = [f"/v1/invoices/{item['invoiceId']}" for item in accepted.json()["items"]]

    def with_a_kept_file() -> str | None:
        return next((path for path in paths if "kept" in _files(finance, path)), None)

    path = until("the file inside an invoice", with_a_kept_file, 90)
    yield finance.get(f"{path}/response")
    yield finance.get(f"{path}/document")
    yield finance.get(f"{path}/attachments/1")


def _files(finance: User, path: str) -> list[str]:
    return [each["status"] for each in finance.get(path).json().get("attachments", ())]
