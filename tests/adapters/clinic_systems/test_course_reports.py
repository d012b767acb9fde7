"""A report of a course may name one of its bookings instead of the guarantee."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders.claims import outbox_rows
from tests.builders.network import book, guarantee_of, staged

pytestmark = pytest.mark.usefixtures("aws")


@pytest.mark.parametrize("kind", ["client.contacted", "client.referred-on"])
def test_a_booking_stands_for_its_guarantee(aws: dict[str, Any], kind: str) -> None:
    stage, guarantee = staged(), guarantee_of()
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    data = {"bookingId": booking_id, **({"by": "phone"} if kind == "client.contacted" else {})}
    assert stage.event(kind, data).status == 202
    [row] = outbox_rows(aws, kind)
    assert row["data"]["M"]["guaranteeId"]["S"] == guarantee.guarantee_id
    assert staged("other").event(kind, data).status == 404
