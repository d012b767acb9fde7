"""Texts of the document: its introduction, and no id that only this checkout explains."""

from __future__ import annotations

import re
from typing import Any

DESCRIPTION = """\
A member reports a claim and gives consent, the insurer's staff decide, the clinic gets a payment guarantee,
the member books a session, and the clinic's invoice is paid.

* **JSON** in camelCase. An instant is RFC 3339 in UTC, a day `YYYY-MM-DD`, an amount a text with its
  currency.
* **Ids** are opaque. Their first letters say what they name.
* **Faults** are `application/problem+json`, with every fault at once, in Danish, Norwegian or English
  (`Accept-Language`). `code` is for programs and does not change.
* **Repeat safely**: every POST that creates takes an `Idempotency-Key`. The same key and body get the first
  answer again, with `Idempotency-Replayed: true`.
* **Lists** have `items` and `nextCursor`; send it as `cursor` to get the next page.
* **Versions**: what people decide on has an `ETag`. Send it in `If-Match` to change the thing.
* **Signed calls**: a clinic's system signs its calls, and checks our webhooks, by Standard Webhooks.
"""
ID_OF_OURS = r"(?:\b[FRQ]\d?-\d+|\bQ\d+\b|\bpromises? \d+)"
IDS_IN_BRACKETS = re.compile(rf"\s*\([^()]*{ID_OF_OURS}[^()]*\)")
READ_BY_PEOPLE = ("summary", "description")


def without_ids(value: Any, name: str = "") -> Any:
    """Returns the document without the ids of rules and promises in the texts that people read."""
    if isinstance(value, dict):
        return {key: without_ids(part, key) for key, part in value.items()}
    if isinstance(value, list):
        return [without_ids(part) for part in value]
    if name in READ_BY_PEOPLE and isinstance(value, str):
        return IDS_IN_BRACKETS.sub("", value).replace("``", "`")
    return value
