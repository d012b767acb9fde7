"""Grants: each gives a function one right, as narrowly as IAM allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
DECRYPT = ("kms:Decrypt",)
ENCRYPT = ("kms:GenerateDataKey", "kms:Encrypt")
READS_AT_REST = ("kms:Decrypt", "kms:DescribeKey")
WRITES_AT_REST = (*READS_AT_REST, "kms:Encrypt", "kms:GenerateDataKey")
SHOWN_BY_REFERENCE = ("pk", "sk", "status", "treatment", "sessionsLeft", "validUntil", "country")
"""The keys of the item of a case reference, which IAM requires, and the attributes that anyone may see."""
KNOWN_TO_EMULATOR = frozenset({"dynamodb:Attributes"})
"""The one key of these conditions that a request has on the emulator, which would refuse it for another."""


@dataclass(frozen=True)
class EncryptedField:
    """A kind of encrypted field: its name, and the context that its ciphertext is bound to (promise 21)."""

    name: str
    bound_to: tuple[str, ...]


NUMBER = EncryptedField("number", ("table", "field", "person"))
"""A person's CPR number."""
ACCOUNT = EncryptedField("payTo", ("table", "field", "person"))
"""The bank account that a member's refund is paid to."""
HOLDER = EncryptedField("holder", ("table", "field", "mandate"))
"""The name and address of a mandate's holder; only caseworkers and people of the case may read them."""
CLINIC_SECRET = EncryptedField("signingSecrets", ("table", "field", "clinic"))
"""The secrets that a clinic's system signs its calls with."""
ENDPOINT_SECRET = EncryptedField("endpointSecrets", ("table", "field", "clinic", "endpoint"))
"""The secrets that we sign webhooks with."""
SHOWN_SECRET = EncryptedField("secret", ("table", "field", "record"))
"""A secret that is returned once, kept in the answer that a repeated call gets."""


def read(parts: Parts, function: SmallFunction, *tables: dynamodb.Table) -> None:
    """Reads items and listings of these tables."""
    arns = [arn for table in tables for arn in (table.table_arn, f"{table.table_arn}/index/{LISTING}")]
    _dynamodb(function, READS, arns)
    _at_rest(parts, function, READS_AT_REST)


def commit(parts: Parts, function: SmallFunction, *tables: dynamodb.Table) -> None:
    """Writes to these tables in a commit, with its outbox row and its receipt (promises 5, 6)."""
    if tables:
        _dynamodb(function, WRITES, [table.table_arn for table in tables])
    _dynamodb(function, ("PutItem",), [parts.tables.outbox.table_arn])
    _dynamodb(function, ("GetItem", "PutItem"), [parts.tables.idempotency.table_arn])
    _at_rest(parts, function, WRITES_AT_REST)


def check(parts: Parts, function: SmallFunction, *tables: dynamodb.Table) -> None:
    """Checks that an item exists, as a condition of a commit on other tables; does not read the item."""
    _dynamodb(function, ("ConditionCheckItem",), [table.table_arn for table in tables])
    _at_rest(parts, function, READS_AT_REST)


def update_benefits(parts: Parts, function: SmallFunction) -> None:
    """Reads and writes benefit ledgers, and no other data of a person."""
    ledgers = {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["*#benefits"]}}
    actions = [f"dynamodb:{operation}" for operation in ("Query", *WRITES)]
    function.may(actions, [parts.tables.people.table_arn], **ledgers)
    _at_rest(parts, function, WRITES_AT_REST)


def read_references(parts: Parts, function: SmallFunction) -> None:
    """Reads what a case reference shows of its guarantee: no other item, and no other attribute of it."""
    only = {"dynamodb:LeadingKeys": ["REFERENCE#*"], "dynamodb:Attributes": SHOWN_BY_REFERENCE}
    specific = {"StringEqualsIfExists": {"dynamodb:Select": "SPECIFIC_ATTRIBUTES"}}
    function.may(["dynamodb:GetItem"], [parts.tables.cases.table_arn], **_only(parts, only), **specific)
    _at_rest(parts, function, READS_AT_REST)


def identify_members(parts: Parts, function: SmallFunction) -> None:
    """Computes person ids from CPR numbers: reads the encrypted pseudonym key, and no data of a person."""
    _pseudonym_key(parts, function, ("dynamodb:GetItem",), DECRYPT)
    _at_rest(parts, function, READS_AT_REST)


def make_pseudonym_key(parts: Parts, function: SmallFunction, *, copy: str) -> None:
    """Makes and restores the pseudonym key; ``copy`` is the ARN of the parameter with its copy."""
    _pseudonym_key(parts, function, ("dynamodb:GetItem", "dynamodb:PutItem"), (*DECRYPT, *ENCRYPT))
    function.may(["ssm:GetParameter", "ssm:PutParameter"], [copy])
    _at_rest(parts, function, WRITES_AT_REST)


def identify_clinics(parts: Parts, function: SmallFunction) -> None:
    """Verifies who signed a call: reads a clinic's item and secrets, and stores the message id."""
    _dynamodb(function, ("GetItem",), [parts.tables.network.table_arn])
    _dynamodb(function, ("PutItem",), [parts.tables.idempotency.table_arn])
    decrypt_field(parts, function, CLINIC_SECRET)
    _at_rest(parts, function, WRITES_AT_REST)


def decrypt_field(parts: Parts, function: SmallFunction, *fields: EncryptedField) -> None:
    """Decrypts these fields."""
    for field in fields:
        _field(parts, function, DECRYPT, field)


def encrypt_field(parts: Parts, function: SmallFunction, *fields: EncryptedField) -> None:
    """Encrypts these fields."""
    for field in fields:
        _field(parts, function, ENCRYPT, field)


def get_objects(parts: Parts, function: SmallFunction, bucket: s3.Bucket) -> None:
    """Reads objects of a bucket, and signs links to them."""
    function.may(["s3:GetObject"], [bucket.arn_for_objects("*")])
    # Without it S3 answers 403 instead of 404 for a missing object.
    function.may(["s3:ListBucket"], [bucket.bucket_arn])
    acknowledge(function.role, every_object_of(bucket, function))
    _at_rest(parts, function, READS_AT_REST)


def put_objects(parts: Parts, function: SmallFunction, bucket: s3.Bucket) -> None:
    """Puts objects into a bucket, and signs uploads to it."""
    function.may(["s3:PutObject"], [bucket.arn_for_objects("*")])
    acknowledge(function.role, every_object_of(bucket, function))
    _at_rest(parts, function, WRITES_AT_REST)


def answer_workflows(parts: Parts, function: SmallFunction) -> None:
    """Resumes a workflow that waits with a task token."""
    arns = [arn_of(parts.scope, parts.stage, name) for name in parts.workflows]
    # The emulator does not know the workflow of a token, and requires the right on all of them.
    function.may(["states:SendTaskSuccess"], ["*"] if parts.stage.local else arns)


def _dynamodb(function: SmallFunction, operations: Sequence[str], arns: Sequence[str]) -> None:
    function.may([f"dynamodb:{operation}" for operation in operations], arns)


def _at_rest(parts: Parts, function: SmallFunction, actions: Sequence[str]) -> None:
    """Uses the key of tables and buckets, but only through DynamoDB and S3, not by a call to KMS."""
    region = Stack.of(parts.scope).region
    services = [f"{service}.{region}.amazonaws.com" for service in ("dynamodb", "s3")]
    through = {"StringEquals": {"kms:ViaService": services}}
    function.may(actions, [parts.keys.data.key_arn], **through)


def _pseudonym_key(
    parts: Parts, function: SmallFunction, on_item: Sequence[str], on_ciphertext: Sequence[str]
) -> None:
    item = _only(parts, {"dynamodb:LeadingKeys": ["PSEUDONYM"]})
    function.may(on_item, [parts.tables.people.table_arn], **item)
    bound = _only(parts, {"kms:EncryptionContextKeys": ["purpose"]})
    function.may(on_ciphertext, [parts.keys.fields.key_arn], **bound)


def _only(parts: Parts, values: Mapping[str, Sequence[str]]) -> dict[str, dict[str, object]]:
    """Returns the condition that a request has each of these keys, and in it only these values.

    ``ForAllValues`` alone also allows a request without the key.
    """
    known = KNOWN_TO_EMULATOR if parts.stage.local else values.keys()
    present: dict[str, object] = {name: "false" for name in values if name in known}
    only: dict[str, dict[str, object]] = {
        "ForAllValues:StringLike": {name: list(allowed) for name, allowed in values.items()}
    }
    return {**only, "Null": present} if present else only


def _field(parts: Parts, function: SmallFunction, actions: Sequence[str], field: EncryptedField) -> None:
    when = {
        "ForAllValues:StringEquals": {
            "kms:EncryptionContextKeys": list(field.bound_to),
            "kms:EncryptionContext:field": [field.name],
        }
    }
    function.may(actions, [parts.keys.fields.key_arn], **when)
