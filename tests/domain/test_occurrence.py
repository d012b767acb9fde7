from __future__ import annotations

import pytest

from helsebro.occurrence import Occurrence
from tests.builders.domain.notifications import NOON


def of(payer: str = "tryg", **event: object) -> Occurrence:
    """Returns an event as the bus brings it."""
    sent = {"eventId": "evt_1", "type": "t", "at": NOON.isoformat(), "payer": payer, "data": {}, **event}
    return Occurrence.read(sent)


@pytest.mark.parametrize(
    "occurrence, case_id",
    [
        (of(data={"personId": "per_a", "claimId": "clm_a"}), "clm_a"),
        (of(data={"policyId": "pol_a", "noticeId": "ntc_a"}), "pol_a"),
        (of(data={"personId": "per_a"}), "per_a"),
        (of("", clinicId="cli_a", data={"endpointId": "whe_a"}), "cli_a"),
        (of(), "tryg"),
    ],
)
def test_an_event_is_about_the_narrowest_thing_that_it_names(occurrence: Occurrence, case_id: str) -> None:
    assert occurrence.case_id == case_id


def test_an_event_of_a_booking_names_it() -> None:
    assert of(data={"bookingId": "bkg_a"}).booking_id == "bkg_a"
    assert of().booking_id is None
