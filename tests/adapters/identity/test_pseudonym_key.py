"""The pseudonym key is made once, and never used before its copy is stored."""

from __future__ import annotations

import os
import secrets
from typing import Any, NoReturn

import pytest

from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.identity.keys import PSEUDONYM_KEY
from helsebro_aws.identity.pseudonym_key import (
    CopyUnreadable,
    KeyCopy,
    KeysDiffer,
    NothingToRestore,
    PseudonymKeyStore,
)
from helsebro_aws.platform.field_encryption import decrypt
from helsebro_aws.platform.settings import Settings

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def settings(aws: dict[str, Any]) -> Settings:
    """An account of its own: the tests' key is in the table ``people``."""
    assert aws
    own = {"HELSEBRO_PEOPLE_TABLE": "network", "HELSEBRO_PSEUDONYM_KEY_COPY": f"/t/{secrets.token_hex(8)}"}
    return Settings({**os.environ, **own})


def store(settings: Settings, copy: KeyCopy | None = None) -> PseudonymKeyStore:
    """Returns what a new process has."""
    return PseudonymKeyStore(Tables(settings), copy)


def in_table(settings: Settings) -> str | None:
    item = Tables(settings).get("network", *PSEUDONYM_KEY)
    return item["sealed"] if item else None


def in_copy(settings: Settings) -> str | None:
    return KeyCopy(settings).read()


def remove_from_table(settings: Settings) -> None:
    pk, sk = PSEUDONYM_KEY
    Tables(settings).client.sync_delete_item("network", {"pk": pk, "sk": sk})


def test_the_key_has_32_random_bytes_and_is_stored_encrypted_with_a_copy(settings: Settings) -> None:
    assert store(settings).make() == "made"
    sealed = in_table(settings)
    assert sealed is not None
    assert sealed == in_copy(settings)
    key = decrypt(sealed, purpose="pseudonym")
    assert len(bytes.fromhex(key)) == 32
    assert key not in sealed


def test_starting_twice_never_makes_a_second_key(settings: Settings) -> None:
    outcomes = [store(settings).make()]
    first = in_table(settings)
    outcomes += [store(settings).make() for _ in range(3)]
    assert outcomes == ["made", "exists", "exists", "exists"]
    assert (in_table(settings), in_copy(settings)) == (first, first)


class OvertakenAfterReading(KeyCopy):
    """Another run makes the key after this one has found no copy."""

    def read(self) -> str | None:
        """Returns what this run has seen."""
        seen = super().read()
        if seen is None:
            assert store(self.settings).make() == "made"
        return seen


class OvertakenAfterCopying(KeyCopy):
    """Another run stores the key after this one has stored the copy."""

    def keep(self, sealed: str) -> str:
        """Returns this run's copy, which the other run finds."""
        kept = super().keep(sealed)
        assert store(self.settings).make() == "made"
        return kept


@pytest.mark.parametrize("overtaken", [OvertakenAfterReading, OvertakenAfterCopying])
def test_two_runs_at_once_make_one_key(settings: Settings, overtaken: type[KeyCopy]) -> None:
    assert store(settings, overtaken(settings)).make() == "exists"
    assert in_table(settings) == in_copy(settings) is not None


class Crashing(Tables):
    """The process ends before it stores the item."""

    def commit(self, *_: Any, **__: Any) -> NoReturn:
        """Ends here."""
        raise SystemExit


def test_a_crash_leaves_no_key_without_a_copy_and_the_next_run_uses_that_copy(settings: Settings) -> None:
    with pytest.raises(SystemExit):
        PseudonymKeyStore(Crashing(settings)).make()
    copy = in_copy(settings)
    assert copy is not None
    assert in_table(settings) is None
    assert store(settings).make() == "made"
    assert (in_table(settings), in_copy(settings)) == (copy, copy)


def test_a_key_without_a_copy_gets_one(settings: Settings) -> None:
    store(settings).make()
    KeyCopy(settings).client.delete_parameter(Name=settings.pseudonym_key_copy)
    assert store(settings).make() == "exists"
    assert in_copy(settings) == in_table(settings)


def test_a_lost_key_is_restored_from_its_copy(settings: Settings) -> None:
    store(settings).make()
    first = in_table(settings)
    remove_from_table(settings)
    assert [store(settings).restore() for _ in range(2)] == ["restored", "exists"]
    assert in_table(settings) == first


def test_restoring_makes_no_key_when_there_is_no_copy(settings: Settings) -> None:
    with pytest.raises(NothingToRestore):
        store(settings).restore()
    assert (in_table(settings), in_copy(settings)) == (None, None)


def test_a_copy_that_kms_cannot_decrypt_is_not_restored(settings: Settings) -> None:
    KeyCopy(settings).keep("not encrypted")
    with pytest.raises(CopyUnreadable):
        store(settings).restore()
    assert in_table(settings) is None


def test_two_different_keys_are_an_error_and_both_stay(settings: Settings) -> None:
    store(settings).make()
    copy = in_copy(settings)
    other = Settings({**settings.environment, "HELSEBRO_PSEUDONYM_KEY_COPY": f"/t/{secrets.token_hex(8)}"})
    remove_from_table(settings)
    store(other).make()
    for act in (store(settings).make, store(settings).restore):
        with pytest.raises(KeysDiffer):
            act()
    assert in_copy(settings) == copy
    assert in_table(settings) == in_copy(other) != copy
