"""The platform's own functions: the outbox's stream loses nothing (promise 6)."""

from __future__ import annotations

from tests.infra.template import Template


def test_a_bad_record_of_the_outbox_goes_to_a_queue_and_blocks_no_other(template: Template) -> None:
    [mapping] = template.mappings("dynamodb")
    assert mapping["BisectBatchOnFunctionError"]
    # Without a limit of attempts, or a bus that is down would use up those of every row (promise 29).
    assert mapping["MaximumRetryAttempts"] == -1
    assert mapping["MaximumRecordAgeInSeconds"] == 23 * 3600
    assert "dead" in template.referred(mapping["DestinationConfig"]["OnFailure"]["Destination"])
