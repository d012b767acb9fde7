"""Grants: each names one thing a function may do, in the least that IAM can say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aws_cdk import Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_s3 as s3

from infra.parts import Parts
from infra.platform.tables import LISTING
from infra.reasons import acknowledge, every_object_of
from infra.small_function import SmallFunction
from infra.workflows import arn_of

READS = ("GetItem", "BatchGetItem", "Query")
WRITES = ("PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem")
OPENS = ("kms:Decrypt",)
SEALS = ("kms:GenerateDataKey", "kms:Encrypt")
READS_AT_REST = ("kms:Decrypt", "kms:DescribeKey")
WRITES_AT_REST = (*READS_AT_REST, "kms:Encrypt", "kms:GenerateDataKey")


@dataclass(frozen=True)
class Sealed:
    """A kind of sealed field: its name and what else its ciphertext is bound to (promise 21)."""

    field: str
    bound_to: tuple[str, ...]


NUMBER = Sealed("number", ("table", "field", "person"))
"""A person's CPR number."""
ACCOUNT = Sealed("payTo", ("table", "field", "person"))
"""The account a member is paid to."""
HOLDER = Sealed("holder", ("table", "field", "mandate"))
"""Who holds a mandate: a name and an address that only the case's own people and caseworkers read."""
CLINIC_SECRET = Sealed("signingSecrets", ("table", "field", "clinic"))
"""What a clinic's system signs its calls with."""
ENDPOINT_SECRET = Sealed("endpointSecrets", ("table", "field", "clinic", "endpoint"))
"""What we sign webhooks with."""
SHOWN_SECRET = Sealed("secret", ("table", "field", "record"))
"""A secret shown once, within the answer that is kept for a repeated call."""


def read(parts: Parts, function: SmallFunction, *tables: dynamodb.Table) -> None:
    """Items and listings of these tables."""
    arns = [arn for table in tables for arn in (table.table_arn, f"{table.table_arn}/index/{LISTING}")]
    _dynamodb(function, READS, arns)
    _at_rest(parts, function, READS_AT_REST)


def commit(parts: Parts, function: SmallFunction, *tables: dynamodb.Table) -> None:
    """A commit on these tables, with its outbox row and its idempotency record (promises 5, 6)."""
    if tables:
        _dynamodb(function, WRITES, [table.table_arn for table in tables])
    _dynamodb(function, ("PutItem",), [parts.tables.outbox.table_arn])
    _dynamodb(function, ("GetItem", "PutItem"), [parts.tables.idempotency.table_arn])
    _at_rest(parts, function, WRITES_AT_REST)


def check(parts: Parts, function: SmallFunction, *tables: dynamodb.Table) -> None:
    """That an item is there, as a condition of a commit elsewhere; its content is not read."""
    _dynamodb(function, ("ConditionCheckItem",), [table.table_arn for table in tables])
    _at_rest(parts, function, READS_AT_REST)


def keep_benefits(parts: Parts, function: SmallFunction) -> None:
    """Reads and writes benefit ledgers, and nothing else of any person."""
    ledgers = {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["*#benefits"]}}
    actions = [f"dynamodb:{operation}" for operation in ("Query", *WRITES)]
    function.may(actions, [parts.tables.people.table_arn], **ledgers)
    _at_rest(parts, function, WRITES_AT_REST)


def know_members(parts: Parts, function: SmallFunction) -> None:
    """A person's id from a CPR number: the one sealed pseudonym key, and nothing else of any person."""
    function.may(
        ["dynamodb:GetItem", "dynamodb:PutItem"],
        [parts.tables.people.table_arn],
        **{"ForAllValues:StringEquals": {"dynamodb:LeadingKeys": ["PSEUDONYM"]}},
    )
    when = {"ForAllValues:StringEquals": {"kms:EncryptionContextKeys": ["purpose"]}}
    function.may([*OPENS, *SEALS], [parts.keys.fields.key_arn], **when)
    _at_rest(parts, function, WRITES_AT_REST)


def know_clinics(parts: Parts, function: SmallFunction) -> None:
    """Who signed a call: a clinic's item and its sealed signing secrets; each message passes once."""
    _dynamodb(function, ("GetItem",), [parts.tables.network.table_arn])
    _dynamodb(function, ("PutItem",), [parts.tables.idempotency.table_arn])
    open_field(parts, function, CLINIC_SECRET)
    _at_rest(parts, function, WRITES_AT_REST)


def open_field(parts: Parts, function: SmallFunction, *kinds: Sealed) -> None:
    """These kinds of sealed fields, to be read."""
    for kind in kinds:
        _field(parts, function, OPENS, kind)


def seal_field(parts: Parts, function: SmallFunction, *kinds: Sealed) -> None:
    """These kinds of sealed fields, to be written."""
    for kind in kinds:
        _field(parts, function, SEALS, kind)


def fetch(parts: Parts, function: SmallFunction, bucket: s3.Bucket) -> None:
    """Reads objects of a bucket, and signs links to them."""
    function.may(["s3:GetObject"], [bucket.arn_for_objects("*")])
    # Without it S3 answers 403 instead of 404 for an object that is not there.
    function.may(["s3:ListBucket"], [bucket.bucket_arn])
    acknowledge(function.role, every_object_of(bucket))
    _at_rest(parts, function, READS_AT_REST)


def keep(parts: Parts, function: SmallFunction, bucket: s3.Bucket) -> None:
    """Puts objects into a bucket, and signs uploads to it."""
    function.may(["s3:PutObject"], [bucket.arn_for_objects("*")])
    acknowledge(function.role, every_object_of(bucket))
    _at_rest(parts, function, WRITES_AT_REST)


def answer_workflows(parts: Parts, function: SmallFunction) -> None:
    """Lets a workflow that waits with a task token go on."""
    arns = [arn_of(parts.scope, name) for name in parts.workflows]
    # The emulator cannot tell which workflow a token is of, and asks for a right on all.
    function.may(["states:SendTaskSuccess"], ["*"] if parts.stage.local else arns)


def _dynamodb(function: SmallFunction, operations: Sequence[str], arns: Sequence[str]) -> None:
    function.may([f"dynamodb:{operation}" for operation in operations], arns)


def _at_rest(parts: Parts, function: SmallFunction, actions: Sequence[str]) -> None:
    """The key of tables and buckets, through them only: never a call of its own to KMS."""
    region = Stack.of(parts.scope).region
    services = [f"{service}.{region}.amazonaws.com" for service in ("dynamodb", "s3")]
    through = {"StringEquals": {"kms:ViaService": services}}
    function.may(actions, [parts.keys.data.key_arn], **through)


def _field(parts: Parts, function: SmallFunction, actions: Sequence[str], kind: Sealed) -> None:
    when = {
        "ForAllValues:StringEquals": {
            "kms:EncryptionContextKeys": list(kind.bound_to),
            "kms:EncryptionContext:field": [kind.field],
        }
    }
    function.may(actions, [parts.keys.fields.key_arn], **when)
