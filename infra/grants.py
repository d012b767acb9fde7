"""Grants: each gives a function one right, as narrowly as IAM allows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from aws_cdk import Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_s3 as s3

from infra.parts import Parts
from infra.platform import partitions
from infra.platform.protection.encrypted_fields import CLINIC_SECRET, SHOWN_HEALTH, EncryptedField
from infra.platform.tables import ACTIONS, LISTING, WRITES, ItemOperation
from infra.reasons import acknowledge, every_object_of
from infra.small_function import SmallFunction
from infra.workflows import arn_of

DECRYPT, ENCRYPT = ("kms:Decrypt",), ("kms:GenerateDataKey",)
"""Each value is encrypted in the function, with a data key of its own."""
READS_AT_REST = ("kms:Decrypt", "kms:DescribeKey")
WRITES_AT_REST = (*READS_AT_REST, "kms:Encrypt", "kms:GenerateDataKey")
KEY_NAMES = ("pk", "sk")
"""The attributes of a key; IAM counts them among those that a request names."""
KNOWN_TO_EMULATOR = frozenset({"dynamodb:Attributes"})
"""The one key of these conditions that a request has on the emulator, which would refuse it for another."""


def items(parts: Parts, function: SmallFunction, table: dynamodb.Table, *operations: ItemOperation) -> None:
    """Does these operations on the items of a table, of its own or inside a commit."""
    on_listing = [operation for operation in operations if operation == "list"]
    on_table = [operation for operation in operations if operation != "list"]
    for of, arn in ((on_table, table.table_arn), (on_listing, f"{table.table_arn}/index/{LISTING}")):
        if of:
            function.may(_actions(of), [arn])
    _at_rest(parts, function, WRITES_AT_REST if WRITES.intersection(operations) else READS_AT_REST)


def store_events(parts: Parts, function: SmallFunction) -> None:
    """Stores events in the outbox, each in the commit of its change (promise 6)."""
    items(parts, function, parts.tables.outbox, "put")


def keep_answers(parts: Parts, function: SmallFunction, *, of_health: bool = False) -> None:
    """Keeps the answer of a call with a key, for a repeat (promise 5); what is ``of_health`` is encrypted."""
    items(parts, function, parts.tables.idempotency, "get", "put")
    for actions in (ENCRYPT, DECRYPT) if of_health else ():
        _field(parts, function, actions, SHOWN_HEALTH)


def ledgers(parts: Parts, function: SmallFunction, *operations: ItemOperation) -> None:
    """Does these operations on benefit ledgers, and on no other data of a person."""
    _partitions(parts, function, parts.tables.people, partitions.LEDGERS, operations)


def money(parts: Parts, function: SmallFunction, of: Sequence[str], *operations: ItemOperation) -> None:
    """Does these operations on a part ``of`` the table ``money``, and on no payable or invoice."""
    _partitions(parts, function, parts.tables.money, of, operations)


def drafts(parts: Parts, function: SmallFunction, *operations: ItemOperation) -> None:
    """Does these operations on drafts of reports, and on no other data of a person."""
    _partitions(parts, function, parts.tables.people, partitions.DRAFTS, operations)


def payers(parts: Parts, function: SmallFunction, *operations: ItemOperation) -> None:
    """Does these operations on payers, and on no data of a person or a policy."""
    table = parts.tables.people
    _partitions(parts, function, table, partitions.NO_PAYERS, operations, holds="StringNotLike")


def tariffs(parts: Parts, function: SmallFunction, *operations: ItemOperation) -> None:
    """Does these operations on tariffs, and on no data of a person or a policy."""
    _partitions(parts, function, parts.tables.people, partitions.TARIFFS, operations)


def clinics(parts: Parts, function: SmallFunction, *operations: ItemOperation) -> None:
    """Does these operations on clinics, their webhook endpoints and deliveries, and on no practitioner."""
    _partitions(parts, function, parts.tables.network, partitions.CLINICS, operations)


def payees(parts: Parts, function: SmallFunction, *operations: ItemOperation) -> None:
    """Does these operations on what clinics have of their own in ``money``, and on no payable."""
    _partitions(parts, function, parts.tables.money, partitions.CLINICS, operations)


def paying_accounts(parts: Parts, function: SmallFunction, *operations: ItemOperation) -> None:
    """Does these operations on the accounts that payers pay from, and on no payable."""
    _partitions(parts, function, parts.tables.money, partitions.PAYING, operations)


def clinic_traces(parts: Parts, function: SmallFunction, *operations: ItemOperation) -> None:
    """Does these operations on what clinics are found by when another applies, and on no clinic itself."""
    _partitions(parts, function, parts.tables.network, partitions.TRACES, operations)


def custody(parts: Parts, function: SmallFunction, *operations: ItemOperation) -> None:
    """Does these operations on the confirmed families of children, and on no claim."""
    _partitions(parts, function, parts.tables.cases, partitions.CUSTODY, operations)


def clinic_tasks(parts: Parts, function: SmallFunction, *operations: ItemOperation) -> None:
    """Does these operations on the tasks about clinics, and on no data of a case."""
    _partitions(parts, function, parts.tables.cases, partitions.CLINICS, operations)


def practitioners(parts: Parts, function: SmallFunction, *operations: ItemOperation) -> None:
    """Does these operations on practitioners, and on no data of a clinic."""
    _partitions(parts, function, parts.tables.network, partitions.PRACTITIONERS, operations)


def denials(parts: Parts, function: SmallFunction, *operations: ItemOperation) -> None:
    """Does these operations on the denials of authorisations, and on no practitioner."""
    _partitions(parts, function, parts.tables.network, partitions.DENIALS, operations)


def feeds(parts: Parts, function: SmallFunction, *operations: ItemOperation) -> None:
    """Does these operations on the clinics' feeds, and on no other data of a clinic."""
    _partitions(parts, function, parts.tables.network, partitions.FEEDS, operations)


def of_no_case(parts: Parts, function: SmallFunction, of: Sequence[str], *operations: ItemOperation) -> None:
    """Does these operations on a part ``of`` the table ``cases`` that holds no case, such as its counts."""
    _partitions(parts, function, parts.tables.cases, of, operations)


def read_references(parts: Parts, function: SmallFunction) -> None:
    """Reads what a case reference shows of its guarantee: no other item, and no other attribute of it."""
    _attributes(parts, function, parts.tables.cases, partitions.REFERENCES, partitions.SHOWN_BY_REFERENCE)


def identify_members(parts: Parts, function: SmallFunction) -> None:
    """Computes person ids, and seals cursors: reads the encrypted pseudonym key, and no data of a person."""
    _pseudonym_key(parts, function, ("get",), DECRYPT)


def make_pseudonym_key(parts: Parts, function: SmallFunction, *, copy: str) -> None:
    """Makes and restores the pseudonym key; ``copy`` is the name of the parameter with its copy."""
    _pseudonym_key(parts, function, ("get", "put"), (*DECRYPT, *ENCRYPT))
    parameter(function, copy, "Get", "Put")


def identify_clinics(parts: Parts, function: SmallFunction) -> None:
    """Reads a clinic's secrets, its consent and its people's roles, and stores the id of a signed message."""
    identify_clinic_users(parts, function)
    known = (CLINIC_SECRET.name, partitions.CLINIC_CONSENT)
    _attributes(parts, function, parts.tables.network, partitions.CLINICS, known)
    items(parts, function, parts.tables.idempotency, "put")
    decrypt_field(parts, function, CLINIC_SECRET)


def identify_clinic_users(parts: Parts, function: SmallFunction) -> None:
    """Reads the role of a person at a clinic, and nothing else of the clinic."""
    _attributes(parts, function, parts.tables.network, partitions.CLINICS, partitions.CLINIC_ROLE)


def find_own_clinics(parts: Parts, function: SmallFunction) -> None:
    """Finds the clinics of a person who names none, where only clinics may call."""
    items(parts, function, parts.tables.network, "list")


def read_clinic_details(parts: Parts, function: SmallFunction) -> None:
    """Reads what a signatory filled in about the clinic, such as its notice window, and nothing else."""
    _attributes(parts, function, parts.tables.network, partitions.CLINICS, ("details",))


def decrypt_field(parts: Parts, function: SmallFunction, *fields: EncryptedField) -> None:
    """Decrypts these fields."""
    for field in fields:
        _field(parts, function, DECRYPT, field)


def encrypt_field(parts: Parts, function: SmallFunction, *fields: EncryptedField) -> None:
    """Encrypts these fields."""
    for field in fields:
        _field(parts, function, ENCRYPT, field)


def get_objects(parts: Parts, function: SmallFunction, bucket: s3.Bucket) -> None:
    """Reads objects of a bucket."""
    link_to_objects(parts, function, bucket)
    # Without it S3 answers 403 instead of 404 for a missing object.
    find_objects(function, bucket)


def link_to_objects(parts: Parts, function: SmallFunction, bucket: s3.Bucket, under: str = "") -> None:
    """Signs links to objects of a bucket, which read them; ``under`` is the folder of these objects."""
    _objects(function, "s3:GetObject", bucket, under)
    _at_rest(parts, function, READS_AT_REST, "s3")


def find_objects(function: SmallFunction, bucket: s3.Bucket, under: str = "") -> None:
    """Sees which objects a bucket has, or its folder ``under``; does not read them."""
    within = {"StringLike": {"s3:prefix": f"{under}*"}} if under else {}
    function.may(["s3:ListBucket"], [bucket.bucket_arn], **within)


def put_objects(parts: Parts, function: SmallFunction, bucket: s3.Bucket, under: str = "") -> None:
    """Puts objects into a bucket, and signs uploads to it; ``under`` is the folder of these objects."""
    _objects(function, "s3:PutObject", bucket, under)
    _at_rest(parts, function, WRITES_AT_REST, "s3")


def remove_objects(function: SmallFunction, bucket: s3.Bucket, under: str) -> None:
    """Removes objects of a folder; the bucket's versions keep them for as long as its retention says."""
    _objects(function, "s3:DeleteObject", bucket, under)


def parameter(function: SmallFunction, name: str, *verbs: Literal["Get", "Put"]) -> None:
    """Reads or writes the parameter of this name, which begins with a slash."""
    arn = Stack.of(function).format_arn(service="ssm", resource="parameter", resource_name=name[1:])
    function.may([f"ssm:{verb}Parameter" for verb in verbs], [arn])


def answer_workflows(parts: Parts, function: SmallFunction) -> None:
    """Resumes a workflow that waits with a task token."""
    arns = [arn_of(parts.scope, parts.stage, name) for name in parts.workflows]
    # The emulator does not know the workflow of a token, and requires the right on all of them.
    function.may(["states:SendTaskSuccess"], ["*"] if parts.stage.local else arns)


def _objects(function: SmallFunction, action: str, bucket: s3.Bucket, under: str) -> None:
    function.may([action], [bucket.arn_for_objects(f"{under}*")])
    acknowledge(function.role, every_object_of(bucket, function, under))


def _actions(operations: Iterable[ItemOperation]) -> list[str]:
    return [f"dynamodb:{ACTIONS[operation]}" for operation in operations]


def _partitions(
    parts: Parts,
    function: SmallFunction,
    table: dynamodb.Table,
    patterns: Sequence[str],
    operations: Sequence[ItemOperation],
    holds: str = "StringLike",
) -> None:
    """Does these operations on the items of a table whose partition key matches a pattern."""
    only = _only(parts, {"dynamodb:LeadingKeys": patterns}, holds)
    function.may(_actions(operations), [table.table_arn], **only)
    _at_rest(parts, function, WRITES_AT_REST if WRITES.intersection(operations) else READS_AT_REST)


def _attributes(
    parts: Parts,
    function: SmallFunction,
    table: dynamodb.Table,
    patterns: Sequence[str],
    names: Sequence[str],
) -> None:
    """Reads these attributes of the items whose partition key matches a pattern, and no other."""
    only = {"dynamodb:LeadingKeys": patterns, "dynamodb:Attributes": (*KEY_NAMES, *names)}
    specific = {"StringEqualsIfExists": {"dynamodb:Select": "SPECIFIC_ATTRIBUTES"}}
    function.may(["dynamodb:GetItem"], [table.table_arn], **_only(parts, only), **specific)
    _at_rest(parts, function, READS_AT_REST)


def _at_rest(
    parts: Parts, function: SmallFunction, actions: Sequence[str], service: str = "dynamodb"
) -> None:
    """Uses the key of tables and buckets, but only through DynamoDB or S3, not by a call to KMS."""
    through = {"StringEquals": {"kms:ViaService": f"{service}.{Stack.of(parts.scope).region}.amazonaws.com"}}
    function.may(actions, [parts.keys.data.key_arn], **through)


def _pseudonym_key(
    parts: Parts, function: SmallFunction, on_item: Sequence[ItemOperation], on_ciphertext: Sequence[str]
) -> None:
    _partitions(parts, function, parts.tables.people, partitions.PSEUDONYM_KEY, on_item)
    bound = _only(parts, {"kms:EncryptionContextKeys": ["purpose"]})
    function.may(on_ciphertext, [parts.keys.fields.key_arn], **bound)


def _only(
    parts: Parts, values: Mapping[str, Sequence[str]], holds: str = "StringLike"
) -> dict[str, dict[str, object]]:
    """Returns the condition that a request has each of these keys, and that every value of it ``holds``."""
    # ``ForAllValues`` alone also allows a request without the key.
    known = KNOWN_TO_EMULATOR if parts.stage.local else values.keys()
    present: dict[str, object] = {name: "false" for name in values if name in known}
    only: dict[str, dict[str, object]] = {
        f"ForAllValues:{holds}": {name: list(allowed) for name, allowed in values.items()}
    }
    return {**only, "Null": present} if present else only


def _field(parts: Parts, function: SmallFunction, actions: Sequence[str], field: EncryptedField) -> None:
    bound = {"kms:EncryptionContextKeys": field.bound_to, "kms:EncryptionContext:field": [field.name]}
    function.may(actions, [parts.keys.fields.key_arn], **_only(parts, bound))
