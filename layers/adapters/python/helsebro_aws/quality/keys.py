"""The keys of samplings and of the counts of decisions in the ``cases`` table."""

from __future__ import annotations

from helsebro.quality.decision_tally import Tally
from helsebro.quality.iso_week import IsoWeek
from helsebro_aws.dynamodb.keys import LAST, Key

SAMPLING = "SAMPLING"


def sampling_key(payer: str) -> Key:
    """Returns the key of what a payer has set of second looks."""
    return f"{payer}#second-looks", SAMPLING


def decision_counts(payer: str) -> str:
    """Returns the partition of the counts of a payer's decisions."""
    return f"{payer}#decision-counts"


def count_key(payer: str, week: IsoWeek, tally: Tally) -> Key:
    """Returns the key of the counts of a week, a product, a clause and a group."""
    return decision_counts(payer), f"{week.name}#{tally.product}#{tally.clause}#{tally.group}"


def counted_under(sort_key: str) -> tuple[str, str, str]:
    """Returns the product, the clause and the group that a sort key names."""
    _, product, clause, group = sort_key.split("#", 3)
    return product, clause, group


def span_of(first: IsoWeek, last: IsoWeek) -> tuple[str, str]:
    """Returns between which sort keys the weeks from the first to the last are."""
    return first.name, f"{last.name}#{LAST}"
