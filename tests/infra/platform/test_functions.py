"""The platform's own functions: the outbox's stream loses nothing (promise 6)."""

from __future__ import annotations

from tests.infra.template import Template


def test_a_bad_record_of_the_outbox_goes_to_a_queue_and_blocks_no_other(template: Template) -> None:
    [mapping] = template.mappings("dynamodb")
    assert mapping["BisectBatchOnFunctionError"]
    assert 1 <= mapping["MaximumRetryAttempts"] <= 100
    assert mapping["MaximumRecordAgeInSeconds"] < 24 * 3600
    assert "dead" in template.referred(mapping["DestinationConfig"]["OnFailure"]["Destination"])
