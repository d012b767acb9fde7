"""Grants: each names one thing a function may do, in the least that IAM can say."""

from __future__ import annotations

from aws_cdk import aws_dynamodb as dynamodb

from infra.parts import Parts
from infra.small_function import SmallFunction
from infra.tables import LISTING

WRITES = ("PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem")
READS = ("GetItem", "BatchGetItem", "Query")


def read(parts: Parts, function: SmallFunction, *tables: dynamodb.Table) -> None:
    """Items and listings of these tables."""
    _dynamodb(function, READS, *(arn for table in tables for arn in _with_listing(table)))
    parts.keys.data.grant_decrypt(function.role)


def commit(parts: Parts, function: SmallFunction, *tables: dynamodb.Table) -> None:
    """A commit on these tables, with its outbox row and its idempotency record (promises 5, 6)."""
    _dynamodb(function, ("GetItem", *WRITES), *(table.table_arn for table in tables))
    _dynamodb(function, ("PutItem",), parts.tables.outbox.table_arn)
    _dynamodb(function, ("GetItem", "PutItem"), parts.tables.idempotency.table_arn)
    parts.keys.data.grant_encrypt_decrypt(function.role)


def know_persons(parts: Parts, function: SmallFunction) -> None:
    """A person's id from a CPR number: the one sealed pseudonym key, and no other field of any person."""
    function.may(
        ["dynamodb:GetItem", "dynamodb:PutItem"],
        [parts.tables.people.table_arn],
        **{"ForAllValues:StringEquals": {"dynamodb:LeadingKeys": ["PSEUDONYM"]}},
    )
    function.may(
        ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
        [parts.keys.fields.key_arn],
        **{"ForAllValues:StringEquals": {"kms:EncryptionContextKeys": ["purpose"]}},
    )
    parts.keys.data.grant_encrypt_decrypt(function.role)


def open_fields(parts: Parts, function: SmallFunction) -> None:
    """Sealed single fields: CPR numbers and signing secrets."""
    parts.keys.fields.grant_encrypt_decrypt(function.role)


def _dynamodb(function: SmallFunction, operations: tuple[str, ...], *arns: str) -> None:
    function.may([f"dynamodb:{operation}" for operation in operations], arns)


def _with_listing(table: dynamodb.Table) -> tuple[str, str]:
    return table.table_arn, f"{table.table_arn}/index/{LISTING}"
