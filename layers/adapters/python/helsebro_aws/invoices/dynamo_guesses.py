"""Guesses at clients' numbers, counted in the ``money`` table in the partition of their clinic.

``{clinicId}`` / ``GUESSES#{guaranteeId}#{month}`` counts the guesses of a month, and
``FOUND#{guaranteeId}#{day}`` the documents of a day in which a person's number was found. They expire.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from helsebro.errors import HelsebroError
from helsebro.ids import ClinicId, GuaranteeId
from helsebro.invoices.client.client_search import (
    MOST_FOUND,
    MOST_GUESSES,
    TooManyPersonalNumbers,
    day_of,
    month_of,
    next_day,
    next_month,
)
from helsebro_aws.dynamodb.tables import Tables, Update, tables
from helsebro_aws.invoices.keys import found_key, guesses_key

KEPT_AFTER = timedelta(days=2)


class DynamoGuesses:
    """Counts guesses. A count is a condition of the commit that answers, so none is answered uncounted."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def may_guess(self, clinic_id: ClinicId, guarantee_id: GuaranteeId, guesses: int, at: datetime) -> bool:
        """Returns whether the clinic may have so many more guesses at the client's number answered."""
        guessed = self._count(*guesses_key(clinic_id, guarantee_id, month_of(at)))
        found = self._count(*found_key(clinic_id, guarantee_id, day_of(at)))
        return guessed + guesses <= MOST_GUESSES and found < MOST_FOUND

    def counting(
        self,
        clinic_id: ClinicId,
        guarantee_id: GuaranteeId,
        guesses: int,
        at: datetime,
        *,
        is_found: bool,
        otherwise: HelsebroError | None = None,
        is_bounded: bool = True,
    ) -> list[Update]:
        """Returns the operations that count a document's guesses, and that a person's number was found.

        They fail with ``otherwise``, by default ``TooManyPersonalNumbers``, once there are too many. Found
        numbers are counted without a bound where ``is_bounded`` is not set.
        """
        refusal = otherwise or must_wait(at)
        found = []
        if guesses:
            key = guesses_key(clinic_id, guarantee_id, month_of(at))
            found.append(self._adding(key, guesses, MOST_GUESSES, next_month(at), refusal))
        if is_found:
            key = found_key(clinic_id, guarantee_id, day_of(at))
            found.append(self._adding(key, 1, MOST_FOUND if is_bounded else None, next_day(at), refusal))
        return found

    def _count(self, pk: str, sk: str) -> int:
        item = self.tables.get(self.tables.settings.money_table, pk, sk)
        return int(item["count"]) if item else 0

    def _adding(
        self, key: tuple[str, str], more: int, most: int | None, until: datetime, otherwise: HelsebroError
    ) -> Update:
        return Update(
            self.tables.settings.money_table,
            *key,
            set={"expiresAt": int((until + KEPT_AFTER).timestamp())},
            add={"count": more},
            when=None if most is None else "attribute_not_exists(#count) OR #count <= :left",
            values={} if most is None else {":left": most - more},
            otherwise=otherwise,
            creates=True,
        )


def must_wait(at: datetime) -> TooManyPersonalNumbers:
    """Returns the refusal of a guess: the clinic may try again on the next day."""
    return TooManyPersonalNumbers(int((next_day(at) - at).total_seconds()) + 1)
