"""Tariffs in the ``people`` table: ``{payer}#tariffs`` / ``TARIFF#{profession}#{service}``.

All versions are stored beside the latest: ``TARIFFSET#{profession}#{service}#{version}``. ``TERMS`` holds
those that a rule of the terms reads (``terms_tariffs.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from helsebro.errors import VersionStale
from helsebro.events import Event
from helsebro.payer import Payer
from helsebro.tariffs.agreed_fees import agreed_fees
from helsebro.tariffs.country_tariffs import country_tariffs
from helsebro.tariffs.fee import Fee
from helsebro.tariffs.tariff import Tariff
from helsebro_aws.dynamodb.keys import LAST, as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Put, Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.tariffs.keys import (
    TARIFFS,
    tariff_key,
    tariff_partition,
    tariff_version_key,
    tariff_versions,
    tariffs_of,
)
from helsebro_aws.tariffs.terms_tariffs import terms_tariffs_put


class PayerTariff(NamedTuple):
    """What counts of one profession and service under a payer; one of the two is always there.

    ``own`` is the payer's row, ``of_country`` the tariff that counts where it has no rate.
    """

    own: Item | None
    of_country: Tariff | None


class DynamoTariffs:
    """The tariffs of all payers."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.people_table

    def page(self, payer: Payer, limit: int, cursor: str | None) -> tuple[list[PayerTariff], str | None]:
        """Returns one page of what counts under a payer, by profession and service, and the next cursor.

        It holds the payer's own tariffs and those of its country, in the order of the keys.
        """
        # Here, because only a list needs cursors.
        from helsebro_aws.dynamodb import cursor as page_cursors

        partition = tariff_partition(payer.slug)
        page = self.tables.query(self.table, partition, begins=TARIFFS, limit=limit, page_cursor=cursor)
        own = {item["sk"]: item for item in page.items}
        of_country = {
            tariff_key(payer.slug, *named)[1]: tariff
            for named, tariff in country_tariffs(payer.country).items()
        }
        after = page_cursors.read(cursor, "pk", partition)["sk"] if cursor else ""
        # What follows the last of the payer's own comes only once there are no more of them.
        until = page.items[-1]["sk"] if page.next_cursor else LAST
        names = sorted(name for name in {*own, *of_country} if after < name <= until)
        shown = [PayerTariff(own.get(name), of_country.get(name)) for name in names[:limit]]
        goes_on = len(names) > limit or page.next_cursor
        return shown, page_cursors.write({"sk": names[limit - 1]}, "pk") if goes_on else None

    def latest(self, payer: str, profession: str, service: str) -> Item | None:
        """Returns the latest version of a tariff; None when the payer has set none."""
        return self.tables.get(self.table, *tariff_key(payer, profession, service))

    def versions_of(self, payer: str, profession: str, service: str) -> list[Item]:
        """Returns every version of a tariff, oldest first."""
        begins = tariff_versions(profession, service)
        return list(self.tables.query_all(self.table, tariff_partition(payer), begins=begins))

    def fees(self, payer: Payer, profession: str, on: date, *, authorised: bool = True) -> tuple[Fee, ...]:
        """Returns what the sessions of a treatment cost on a day, by the payer's tariffs or its country's.

        ``authorised`` is whether the practitioner has the authorisation of the profession (F1-02).
        """
        own = self.of_profession(payer.slug, profession)
        return agreed_fees(own, payer.country, profession, on, authorised=authorised)

    def of_profession(self, payer: str, profession: str) -> list[Tariff]:
        """Returns the payer's own tariffs of a profession: at most one a service."""
        rows = self.tables.query_all(self.table, tariff_partition(payer), begins=tariffs_of(profession))
        return [tariff_in(row) for row in rows]

    def set(self, new: Tariff, by: str) -> Item:
        """Stores a tariff, whose ``version`` is one more than the stored one's, and returns it as stored.

        Raises ``VersionStale`` when another caller set the tariff since it was read, ``Conflict`` when one
        set another tariff that the terms read.
        """
        at, stale = clock.now(), VersionStale()
        row: Item = {**to_item(new), "setAt": instant(at), "setBy": by}
        when = "#version = :before" if new.version > 1 else "attribute_not_exists(#pk)"
        values: Mapping[str, Any] = {":before": new.version - 1} if new.version > 1 else {}
        names = (new.payer, new.profession, new.service)
        latest = as_attributes(tariff_key(*names))
        version = as_attributes(tariff_version_key(*names, new.version))
        data = {"profession": new.profession, "service": new.service, "version": new.version}
        self.tables.commit(
            [
                Put(self.table, {**latest, **row}, when, values, stale),
                Put(self.table, {**version, **row}, otherwise=stale),
                *terms_tariffs_put(self.tables, new),
            ],
            events=[Event("tariff.changed", at, new.payer, data)],
        )
        return row


def tariff_in(row: Item) -> Tariff:
    """Returns the tariff that a row holds."""
    return from_item(Tariff, row)
