"""What payers have set of second looks, in the ``cases`` table: ``{payer}#second-looks`` / ``SAMPLING``."""

from __future__ import annotations

from dataclasses import replace

from helsebro.errors import VersionStale
from helsebro.quality.sampling import Sampling
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.quality.keys import sampling_key


class DynamoSamplings:
    """The samplings of all payers."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def of(self, payer: str) -> Sampling:
        """Returns what a payer has set; nothing is looked at again where nothing is set."""
        item = self.tables.get(self.tables.settings.cases_table, *sampling_key(payer))
        return from_item(Sampling, item) if item else Sampling(payer)

    def set(self, new: Sampling, version: int) -> Sampling:
        """Stores and returns a payer's sampling in place of the one of ``version``. Raises ``VersionStale``.

        The same sampling again is no change.
        """
        known = self.of(new.payer)
        if known.version > 1 and replace(known, version=1) == replace(new, version=1):
            return known
        if known.version != version:
            raise VersionStale()
        after = replace(new, version=version + 1)
        row = {**as_attributes(sampling_key(new.payer)), **to_item(after)}
        when = "#version = :before" if version > 1 else "attribute_not_exists(#pk)"
        values = {":before": version} if version > 1 else {}
        put = Put(self.tables.settings.cases_table, row, when, values, otherwise=VersionStale())
        self.tables.commit([put])
        return after
