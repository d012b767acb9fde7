"""Clinic traces in the ``network`` table: ``TRACE#{kind}#{trace}`` / ``{clinicId}``, one row a trace.

They are stored in the commit of their clinic; an ended clinic has none.
"""

from __future__ import annotations

from itertools import islice

from helsebro.ids import ClinicId
from helsebro.network.clinic import Clinic
from helsebro.network.joining.clinic_trace import traces
from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.dynamodb.tables import Delete, Operation, Put, Tables, tables
from helsebro_aws.network.keys import trace_key, trace_partition

MOST_SHARING = 25
"""How many clinics with one trace are read: any of them makes an application odd."""


class DynamoClinicTraces:
    """Clinic traces in the ``network`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def changes(self, before: Clinic | None, after: Clinic | None) -> list[Operation]:
        """Returns the operations that store the traces of ``after`` and remove those of ``before``.

        ``before`` is None for a new clinic, ``after`` for one that ended.
        """
        return [
            *(Put(self.table, as_attributes(key), when=None) for key in sorted(_keys(after) - _keys(before))),
            *(Delete(self.table, *key, when=None) for key in sorted(_keys(before) - _keys(after))),
        ]

    def sharing(self, clinic: Clinic) -> set[ClinicId]:
        """Returns the ids of other clinics with a trace of this one, at most 25 of each trace."""
        found: set[ClinicId] = set()
        for kind, trace in traces(clinic).items():
            rows = self.tables.query_all(self.table, trace_partition(kind, trace), page_size=MOST_SHARING)
            found |= {ClinicId(row["sk"]) for row in islice(rows, MOST_SHARING)}
        return found - {clinic.clinic_id}


def trace_keys(clinic: Clinic) -> set[Key]:
    """Returns the keys of the rows that a clinic has for its traces."""
    return {trace_key(kind, trace, clinic.clinic_id) for kind, trace in traces(clinic).items()}


def _keys(clinic: Clinic | None) -> set[Key]:
    if clinic is None:
        return set()
    return trace_keys(clinic)
