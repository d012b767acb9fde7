"""The pseudonym key: made once at a deployment, with a copy outside the table.

Item and copy hold the same ciphertext, which only KMS can decrypt. The copy is written first, so no key is
ever in use without a copy: a run that stops in between leaves a copy, and the next run stores that one.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from helsebro.errors import Conflict, NotFound, Unavailable
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.identity.keys import PSEUDONYM_KEY
from helsebro_aws.platform import clients, clock
from helsebro_aws.platform.field_encryption import EncryptionRefused, decrypt, encrypt
from helsebro_aws.platform.settings import Settings, settings

PURPOSE = "pseudonym"
"""The context that the ciphertext is bound to."""


class KeysDiffer(Conflict):
    """The table and the copy hold different keys: a person must find out which one made the stored ids."""

    code = "pseudonym-keys-differ"


class NothingToRestore(NotFound):
    """There is no copy of the pseudonym key."""

    code = "pseudonym-key-copy-missing"


class CopyUnreadable(Conflict):
    """KMS does not decrypt the copy: it was altered, or is of another stage or KMS key."""

    code = "pseudonym-key-copy-unreadable"


class KeyCopy:
    """The copy of the ciphertext, a parameter in Parameter Store; it is written once and never replaced."""

    def __init__(self, to: Settings = settings) -> None:
        self.settings = to

    @cached_property
    def client(self) -> Any:
        """The client of Parameter Store, made on first use."""
        return clients.client("ssm", self.settings)

    def read(self) -> str | None:
        """Returns the copy, None when there is none."""
        try:
            found = self.client.get_parameter(Name=self.settings.pseudonym_key_copy)
        except self.client.exceptions.ParameterNotFound:
            return None
        return str(found["Parameter"]["Value"])

    def keep(self, sealed: str) -> str:
        """Stores the copy unless there is one, and returns the copy that is stored.

        Raises ``Unavailable`` when another run has just written one that cannot be read yet.
        """
        try:
            self.client.put_parameter(
                Name=self.settings.pseudonym_key_copy,
                Description="Copy of the pseudonym key, encrypted by KMS. Never delete it.",
                Value=sealed,
                Type="String",
                Overwrite=False,
            )
        except self.client.exceptions.ParameterAlreadyExists:
            kept = self.read()
            if kept is None:
                raise Unavailable() from None
            return kept
        return sealed


class PseudonymKeyStore:
    """Makes and restores the pseudonym key in the ``people`` table."""

    def __init__(self, on: Tables = tables, copy: KeyCopy | None = None) -> None:
        self.tables, self.copy = on, copy or KeyCopy(on.settings)

    def make(self) -> str:
        """Makes the key and its copy when there is none; returns ``made`` or ``exists``.

        A key without a copy gets one. Raises ``KeysDiffer``, ``CopyUnreadable``, ``Unavailable``.
        """
        stored = self._stored()
        if stored is not None:
            return _same(stored, self.copy.keep(stored))
        sealed = self.copy.read() or self.copy.keep(encrypt(clock.key().hex(), purpose=PURPOSE))
        return self._store(sealed, "made")

    def restore(self) -> str:
        """Stores the copy when the table has no key; returns ``restored`` or ``exists``.

        Raises ``NothingToRestore``, ``KeysDiffer``, ``CopyUnreadable``, ``Unavailable``.
        """
        sealed = self.copy.read()
        if sealed is None:
            raise NothingToRestore()
        return self._store(sealed, "restored")

    def _store(self, sealed: str, outcome: str) -> str:
        _must_open(sealed)
        item = {**as_attributes(PSEUDONYM_KEY), "sealed": sealed}
        exists = Conflict("pseudonym-key-exists")
        try:
            self.tables.commit([Put(self._table, item, otherwise=exists)])
        except Conflict as conflict:
            stored = self._stored()
            if conflict is not exists or stored is None:
                raise
            return _same(stored, sealed)
        return outcome

    def _stored(self) -> str | None:
        item = self.tables.get(self._table, *PSEUDONYM_KEY)
        return str(item["sealed"]) if item else None

    @property
    def _table(self) -> str:
        return self.tables.settings.people_table


def _must_open(sealed: str) -> None:
    try:
        decrypt(sealed, purpose=PURPOSE)
    except EncryptionRefused:
        raise CopyUnreadable() from None


def _same(stored: str, copy: str) -> str:
    if stored != copy:
        raise KeysDiffer()
    return "exists"
