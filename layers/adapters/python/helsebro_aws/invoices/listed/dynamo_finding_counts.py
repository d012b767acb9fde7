"""Counts of the findings of a clinic's invoices in the ``money`` table: one item a month (F0-24)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from helsebro.ids import ClinicId
from helsebro.invoices.finding_counts import FindingCounts
from helsebro_aws.dynamodb.tables import Tables, Update, tables
from helsebro_aws.invoices.keys import RULE, finding_counts, month_name, rule_attribute, rule_of


class DynamoFindingCounts:
    """The counts of all clinics."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def addition(self, clinic_id: ClinicId, counts: FindingCounts) -> Update:
        """Returns the operation that adds to the counts of a month, each time it is committed."""
        return Update(
            self.tables.settings.money_table,
            finding_counts(clinic_id),
            month_name(counts.month),
            add={
                "rejected": counts.rejected,
                "outsideGuarantee": counts.outside_guarantee,
                **{rule_attribute(rule): count for rule, count in counts.rules.items()},
            },
            when=None,
            creates=True,
        )

    def between(self, clinic_id: ClinicId, first: date, last: date) -> Iterator[FindingCounts]:
        """Yields the counts of the months in which an invoice was rejected, from the first to the last."""
        found = self.tables.query_all(
            self.tables.settings.money_table,
            finding_counts(clinic_id),
            after=month_name(first),
            until=month_name(last),
        )
        for item in found:
            rules = {rule_of(name): int(count) for name, count in item.items() if name.startswith(RULE)}
            month = date.fromisoformat(f"{item['sk']}-01")
            yield FindingCounts(month, int(item["rejected"]), int(item["outsideGuarantee"]), rules)
