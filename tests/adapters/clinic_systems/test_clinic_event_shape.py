"""What the document says of a clinic's event is what the reader takes, one schema a type."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from helsebro_aws.clinic_systems.clinic_event_shape import MEANINGS, AnyEvent, ClinicEventShape
from helsebro_aws.clinic_systems.event_body import DATA
from tests.adapters.clinic_systems.test_event_body import FULL


def test_every_type_has_a_meaning_and_a_schema() -> None:
    assert MEANINGS.keys() == DATA.keys()
    assert len(get_args(AnyEvent)) == len(DATA)
    mapping = ClinicEventShape.model_json_schema()["discriminator"]["mapping"]
    assert mapping.keys() == DATA.keys()


@pytest.mark.parametrize("kind", DATA)
def test_an_event_that_is_read_is_as_described(kind: str) -> None:
    event = {"type": kind, "timestamp": "2026-11-22T09:00:00Z", "data": FULL[kind]}
    assert ClinicEventShape.model_validate(event)


@pytest.mark.parametrize("changed", [{"type": "session.begun"}, {"more": 1}, {"data": {}}])
def test_an_event_that_is_refused_is_not_as_described(changed: dict[str, Any]) -> None:
    event = {"type": "session.held", "timestamp": "2026-11-22T09:00:00Z", "data": FULL["session.held"]}
    with pytest.raises(ValidationError):
        ClinicEventShape.model_validate({**event, **changed})
