"""The keys of tariffs, all in the ``people`` table beside their payer."""

from __future__ import annotations

from helsebro_aws.dynamodb.keys import Key

TARIFFS = "TARIFF#"
TERMS_TARIFFS = "TERMS"


def tariff_partition(payer: str) -> str:
    """Returns the partition of a payer's tariffs and of all their versions."""
    return f"{payer}#tariffs"


def payer_in(partition: str) -> str:
    """Returns the payer whose tariffs a partition holds."""
    return partition.removesuffix("#tariffs")


def terms_tariffs_key(payer: str) -> Key:
    """Returns the key of the item with a payer's own tariffs that the terms read."""
    return tariff_partition(payer), TERMS_TARIFFS


def tariffs_of(profession: str) -> str:
    """Returns the prefix of the sort keys of a profession's tariffs."""
    return f"{TARIFFS}{profession}#"


def tariff_key(payer: str, profession: str, service: str) -> Key:
    """Returns the key of the latest version of a tariff."""
    return tariff_partition(payer), f"{tariffs_of(profession)}{service}"


def tariff_versions(profession: str, service: str) -> str:
    """Returns the prefix of the sort keys of a tariff's versions."""
    return f"TARIFFSET#{profession}#{service}#"


def tariff_version_key(payer: str, profession: str, service: str, version: int) -> Key:
    """Returns the key of one version of a tariff."""
    return tariff_partition(payer), f"{tariff_versions(profession, service)}{version:06}"
