"""Denied authorisations in the ``network`` table: ``AUTHORISATION#{country}#{digest}`` / ``DENIED``.

A number that the network team has denied stays denied under every key and at every clinic, until the register
or the team confirms it. The digest is that of the number, and the item holds the day only.
"""

from __future__ import annotations

import hashlib
from datetime import date

from helsebro.errors import Conflict
from helsebro.network.practitioner import Practitioner
from helsebro.network.registers.registration import Registration
from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.dynamodb.tables import Check, Delete, Put, Tables, tables
from helsebro_aws.network.keys import denial_key


class DynamoDenials:
    """The numbers of authorisations that the network team has denied."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def denied_on(self, practitioner: Practitioner) -> date | None:
        """Returns the day on which the practitioner's number was denied; None when it is not."""
        key = _key(Registration.of(practitioner))
        item = self.tables.get(self.table, *key) if key else None
        return date.fromisoformat(item["deniedOn"]) if item else None

    def absence(self, practitioner: Practitioner) -> list[Check]:
        """Returns what fails with ``Conflict`` when the number is denied at the same moment."""
        key = _key(Registration.of(practitioner))
        if key is None:
            return []
        return [Check(self.table, *key, when="attribute_not_exists(#pk)", otherwise=Conflict())]

    def storing(self, judged: Registration, on: date) -> list[Put]:
        """Returns the operation that stores a denial; nothing for a practitioner without a number."""
        key = _key(judged)
        return [Put(self.table, {**as_attributes(key), "deniedOn": on.isoformat()}, when=None)] if key else []

    def removal(self, judged: Registration) -> list[Delete]:
        """Returns the operation that ends a denial, if there is one."""
        key = _key(judged)
        return [Delete(self.table, *key, when=None)] if key else []


def _key(judged: Registration) -> Key | None:
    number = "".join(sign for sign in (judged.authorisation_id or "").casefold() if sign.isalnum())
    if not number:
        return None
    return denial_key(judged.country, hashlib.sha256(number.encode()).hexdigest()[:32])
