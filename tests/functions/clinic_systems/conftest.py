from __future__ import annotations

import pytest

from tests.builders.network import Stage, book, guarantee_of


@pytest.fixture
def booked(stage: Stage) -> str:
    return str(book(guarantee_of(), stage.free_slot()).body["bookingId"])
