"""The keys of service levels in the ``cases`` table."""

from __future__ import annotations

from helsebro.quality.iso_week import IsoWeek
from helsebro_aws.dynamodb.keys import LAST, Key


def service_levels(payer: str) -> str:
    """Returns the partition of the service levels of a payer."""
    return f"{payer}#service-levels"


def service_level_key(payer: str, week: IsoWeek, queue: str, kind: str) -> Key:
    """Returns the key of the counts of a kind of clock in a week."""
    return service_levels(payer), f"{week.name}#{queue}#{kind}"


def service_level_of(sort_key: str) -> tuple[IsoWeek, str, str]:
    """Returns the week, the queue and the kind that a sort key names."""
    week, queue, kind = sort_key.split("#")
    return IsoWeek.named(week), queue, kind


def span_of(first: IsoWeek, last: IsoWeek) -> tuple[str, str]:
    """Returns between which sort keys the weeks from the first to the last are."""
    return first.name, f"{last.name}#{LAST}"
