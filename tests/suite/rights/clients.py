"""Clients of AWS that say what they are used for: each call asks for the rights that IAM would check.

A resource has the name of the setting that holds it: ``cases_table`` is the one in ``HELSEBRO_CASES_TABLE``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from fnmatch import fnmatchcase
from typing import Any
from unittest.mock import patch

from infra.platform import partitions
from tests.suite.rights.asking import Right, ask, is_collected

SETTING = "HELSEBRO_"
PAYERS = "payers"
PARTS: Mapping[str, Sequence[str]] = {
    "people_table": (
        *partitions.PSEUDONYM_KEY,
        *partitions.LEDGERS,
        *partitions.TARIFFS,
        *partitions.DRAFTS,
    ),
    "network_table": (
        *partitions.FEEDS,
        *partitions.CLINICS,
        *partitions.PRACTITIONERS,
        *partitions.TRACES,
        *partitions.DENIALS,
    ),
    "cases_table": (
        *partitions.REFERENCES,
        *partitions.SERVICE_LEVELS,
        *partitions.SECOND_LOOKS,
        *partitions.DECISION_COUNTS,
        *partitions.CLINICS,
        *partitions.CUSTODY,
    ),
    "money_table": (
        *partitions.CLINICS,
        *partitions.PAYING,
        *partitions.MEMBER_ACCOUNTS,
        *partitions.MONEY_LEDGERS,
        *partitions.RECONCILIATIONS,
    ),
}
"""The partitions of a table that a right may be limited to; the rest of the table is one resource."""
TRANSACTED = {
    "put": "PutItem",
    "update": "UpdateItem",
    "delete": "DeleteItem",
    "condition_check": "ConditionCheckItem",
}
SENDS = {"sesv2": "mail", "sns": "sms"}
"""What sends a message by its service; an address and a phone number are no resources."""
NAMED_BY = {"sqs": "QueueUrl", "kms": "KeyId", "ssm": "Name", "scheduler": "GroupName"}


def resource(value: str) -> str:
    """Returns the name of the setting with this value."""
    # The bytes behind the environment: to decode all of it for each call took a tenth of a test's time.
    held: Mapping[bytes, bytes] = os.environ._data  # type: ignore[attr-defined]
    sought, begins = os.fsencode(value), os.fsencode(SETTING)
    name = next((name for name, one in held.items() if one == sought and name.startswith(begins)), None)
    return os.fsdecode(name).removeprefix(SETTING).lower() if name else value


def item_of(table: str, partition: str, only: Iterable[str] = ()) -> str:
    """Returns the table; with the part of it that rights may be limited to, and the attributes it is for."""
    name = resource(table)
    found = [part for part in PARTS.get(name, ()) if fnmatchcase(partition, part)]
    if name == "people_table" and not any(fnmatchcase(partition, other) for other in partitions.NO_PAYERS):
        found = [PAYERS]
    attributes = f" only {' '.join(sorted(only))}" if only else ""
    return f"{name} {found[0]}{attributes}" if found else name


def of_dynamodb(method: str, table: Any, *given: Any, **named: Any) -> Iterator[Right]:
    """Yields the rights of a call of the core's client, by its method. A method that is not known fails."""
    match method:
        case "sync_get_item":
            only = given[3].values() if len(given) > 3 else ()
            yield item_of(table, given[0]["pk"], only), "GetItem"
        case "sync_batch_get":
            yield from ((item_of(table, key["pk"]), "BatchGetItem") for key in given[0])
        case "sync_query_page":
            yield _queried(table, named), "Query"
        case "sync_scan_page":
            yield resource(table), "Scan"
        case "sync_update_item":
            yield item_of(table, given[0]["pk"]), "UpdateItem"
        case "sync_transact_write":
            yield from map(_of_operation, table)
        case _:
            raise LookupError(f"tests/suite/rights/clients.py does not know the rights of {method}")


def _queried(table: str, named: Mapping[str, Any]) -> str:
    if named.get("index_name"):
        return f"{resource(table)}/{named['index_name']}"
    return item_of(table, named["expression_attribute_values"][":pk"])


def _of_operation(operation: Mapping[str, Any]) -> Right:
    key = operation.get("key") or operation["item"]
    return item_of(operation["table"], key["pk"]), TRANSACTED[operation["type"]]


def of_s3(operation: str, params: Mapping[str, Any], is_link: bool) -> Iterator[str]:
    """Yields the rights of a call: without ``ListBucket`` a missing object is answered with 403, not 404."""
    match operation:
        # boto3 makes the form of an upload from this operation, whose address is the bucket's.
        case "CreateBucket" if is_link:
            yield "PutObject"
        case "ListObjectVersions":
            yield "ListBucketVersions"
        case "DeleteObject":
            yield "DeleteObjectVersion" if "VersionId" in params else "DeleteObject"
        case "ListObjectsV2":
            yield "ListBucket"
        case "GetObject":
            yield "GetObjectVersion" if "VersionId" in params else "GetObject"
            if not is_link:
                yield "ListBucket"
        case _:
            yield operation


class AskingDynamoDB:
    """The core's client of DynamoDB."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._client, name)

        def asked(*given: Any, **named: Any) -> Any:
            for right in of_dynamodb(name, *given, **named) if is_collected() else ():
                ask(right)
            return method(*given, **named)

        return asked


class AskingEncryptor:
    """The core's client of the field key: each value has a data key of its own."""

    def __init__(self, encryptor: Any, named: Mapping[str, Any]) -> None:
        context = named.get("context", {})
        self._encryptor = encryptor
        self._key = f"{resource(named['key_id'])} {context.get('field', ' '.join(context))}"

    def sync_encrypt(self, plain: str) -> Any:
        ask((self._key, "GenerateDataKey"))
        return self._encryptor.sync_encrypt(plain)

    def sync_decrypt(self, sealed: str) -> Any:
        ask((self._key, "Decrypt"))
        return self._encryptor.sync_decrypt(sealed)


def of_boto3(service: str, operation: str, params: Mapping[str, Any], *, is_link: bool) -> Iterator[Right]:
    """Yields the rights of a call, or of a link that is signed for it."""
    match service:
        case "s3":
            yield from ((resource(params["Bucket"]), action) for action in of_s3(operation, params, is_link))
        case "events":
            yield from ((resource(entry["EventBusName"]), operation) for entry in params["Entries"])
        case "stepfunctions":
            yield "workflows", operation
        case "sesv2" | "sns":
            yield SENDS[service], operation
        case "scheduler" if "Target" in params:
            # Scheduler calls the target in the name of a role, which the caller must be allowed to pass on.
            yield resource(params["GroupName"]), operation
            yield resource(params["Target"]["RoleArn"]), "PassRole"
        case _:
            yield resource(params[NAMED_BY[service]]), operation


def _ask_of_boto3(params: Mapping[str, Any], model: Any, context: Mapping[str, Any], **_: Any) -> None:
    if is_collected():
        service, is_link = model.service_model.service_name, context.get("is_presign_request", False)
        for right in of_boto3(service, model.name, params, is_link=is_link):
            ask(right)


@contextmanager
def asking() -> Iterator[None]:
    """Makes every client ask that is made while the block runs."""
    import boto3

    from helsebro_aws.platform.rust_core import core

    dynamodb, encryptor = core.DynamoDBClient, core.KmsEncryptor
    boto3.setup_default_session()
    events = boto3.DEFAULT_SESSION.events
    events.register("provide-client-params", _ask_of_boto3)
    with (
        patch.object(core, "DynamoDBClient", lambda **named: AskingDynamoDB(dynamodb(**named))),
        patch.object(core, "KmsEncryptor", lambda **named: AskingEncryptor(encryptor(**named), named)),
    ):
        yield
