"""Grants: each names one thing a function may do, in the least that IAM can say."""

from __future__ import annotations

from collections.abc import Sequence

from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_s3 as s3

from infra.parts import Parts
from infra.small_function import SmallFunction
from infra.tables import LISTING

READS = ("GetItem", "BatchGetItem", "Query")
WRITES = ("PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem")
OPENS = ("kms:Decrypt",)
SEALS = ("kms:GenerateDataKey", "kms:Encrypt")
PSEUDONYM_CONTEXT = ("purpose",)
PERSON_CONTEXT = ("table", "field", "person")
CLINIC_CONTEXT = ("table", "field", "clinic")


def read(parts: Parts, function: SmallFunction, *tables: dynamodb.Table) -> None:
    """Items and listings of these tables."""
    arns = [arn for table in tables for arn in (table.table_arn, f"{table.table_arn}/index/{LISTING}")]
    _dynamodb(function, READS, arns)
    parts.keys.data.grant_decrypt(function.role)


def commit(parts: Parts, function: SmallFunction, *tables: dynamodb.Table) -> None:
    """A commit on these tables, with its outbox row and its idempotency record (promises 5, 6)."""
    _dynamodb(function, WRITES, [table.table_arn for table in tables])
    _dynamodb(function, ("PutItem",), [parts.tables.outbox.table_arn])
    _dynamodb(function, ("GetItem", "PutItem"), [parts.tables.idempotency.table_arn])
    parts.keys.data.grant_encrypt_decrypt(function.role)


def know_members(parts: Parts, function: SmallFunction) -> None:
    """A person's id from a CPR number: the one sealed pseudonym key, and nothing else of any person."""
    function.may(
        ["dynamodb:GetItem", "dynamodb:PutItem"],
        [parts.tables.people.table_arn],
        **{"ForAllValues:StringEquals": {"dynamodb:LeadingKeys": ["PSEUDONYM"]}},
    )
    _fields(parts, function, (*OPENS, *SEALS), PSEUDONYM_CONTEXT)
    parts.keys.data.grant_encrypt_decrypt(function.role)


def know_clinics(parts: Parts, function: SmallFunction) -> None:
    """Who signed a call: a clinic's item and its sealed signing secrets."""
    _dynamodb(function, ("GetItem",), [parts.tables.network.table_arn])
    _fields(parts, function, OPENS, CLINIC_CONTEXT)
    parts.keys.data.grant_decrypt(function.role)


def seal_clinic_secrets(parts: Parts, function: SmallFunction) -> None:
    """New signing secrets of a clinic."""
    _fields(parts, function, SEALS, CLINIC_CONTEXT)


def open_numbers(parts: Parts, function: SmallFunction) -> None:
    """The CPR number of a person, where the law or the treatment needs it."""
    _fields(parts, function, OPENS, PERSON_CONTEXT)


def seal_numbers(parts: Parts, function: SmallFunction) -> None:
    """The CPR number of a person, to be kept."""
    _fields(parts, function, SEALS, PERSON_CONTEXT)


def fetch(parts: Parts, function: SmallFunction, bucket: s3.Bucket) -> None:
    """Reads objects of a bucket, and signs links to them."""
    function.may(["s3:GetObject"], [bucket.arn_for_objects("*")])
    parts.keys.data.grant_decrypt(function.role)


def keep(parts: Parts, function: SmallFunction, bucket: s3.Bucket) -> None:
    """Puts objects into a bucket, and signs uploads to it."""
    function.may(["s3:PutObject"], [bucket.arn_for_objects("*")])
    parts.keys.data.grant_encrypt_decrypt(function.role)


def _dynamodb(function: SmallFunction, operations: Sequence[str], arns: Sequence[str]) -> None:
    function.may([f"dynamodb:{operation}" for operation in operations], arns)


def _fields(parts: Parts, function: SmallFunction, actions: Sequence[str], context: Sequence[str]) -> None:
    """The fields' key, for ciphertext bound to nothing outside this context (promise 21)."""
    when = {"ForAllValues:StringEquals": {"kms:EncryptionContextKeys": list(context)}}
    function.may(actions, [parts.keys.fields.key_arn], **when)
