"""The rights that the template grants to functions, in the words of ``tests/rights.json``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any

from infra import grants
from tests.infra.template import Resource, Template, as_text, listed
from tests.suite.rights.clients import PAYERS, SENDS, SETTING
from tests.suite.rights.rights_file import Row

NOT_ASKED_BY_CODE = frozenset(
    {
        *("CreateLogStream", "PutLogEvents", "PutTraceSegments", "PutTelemetryRecords"),
        *("ReceiveMessage", "DeleteMessage", "GetQueueAttributes"),
        *("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"),
    }
)
"""What Lambda does with a function's role: it writes the log and polls queues and streams."""


AT_REST = "kms:ViaService"
"""The condition of the rights on the key of tables and buckets, which DynamoDB and S3 use for the caller."""


def granted(template: Template) -> set[Row]:
    """Returns every right of every function that its code could ask for."""
    names = _settings(template)
    return {
        (function, f"{names[_target(resource)]}{part}", action.partition(":")[2])
        for function in template.functions()
        for statement in template.rights_of(function)
        for action in listed(statement["Action"])
        for resource in listed(statement["Resource"])
        for part in _parts(statement, resource)
        if _is_for_code(statement, action) and _target(resource) in names
    }


def missing(rights: AbstractSet[Row], asked: AbstractSet[Row]) -> set[Row]:
    """Returns what is asked and not granted; a right to a table is one to each part of it."""
    return {row for row in asked if rights.isdisjoint(_enough(row))}


def unneeded(rights: AbstractSet[Row], asked: AbstractSet[Row]) -> set[Row]:
    """Returns the rights for which nothing is asked that no narrower right allows."""
    used = {right for row in asked for right in [each for each in _enough(row) if each in rights][:1]}
    return {*rights} - used


def _enough(row: Row) -> list[Row]:
    """Returns the rights that are enough for what is asked, the narrowest first."""
    function, resource, operation = row
    partition, table = resource.partition(" only ")[0], resource.partition(" ")[0]
    return [(function, each, operation) for each in (resource, partition, table)]


def _is_for_code(statement: Resource, action: str) -> bool:
    operators = statement.get("Condition", {}).values()
    is_at_rest = any(AT_REST in operator for operator in operators)
    return not is_at_rest and action.partition(":")[2] not in NOT_ASKED_BY_CODE


def _parts(statement: Resource, resource: Any) -> Iterator[str]:
    """Yields what of a resource a statement is for: a listing, partitions, or fields that are encrypted."""
    condition = statement.get("Condition", {})
    only = condition.get("ForAllValues:StringLike", {})
    fields = only.get("kms:EncryptionContext:field") or only.get("kms:EncryptionContextKeys", ())
    attributes = sorted({*only.get("dynamodb:Attributes", ())} - {*grants.KEY_NAMES})
    shown = f" only {' '.join(attributes)}" if attributes else ""
    limits = [f"{partition}{shown}" for partition in only.get("dynamodb:LeadingKeys", ())] + [*fields]
    limits += [PAYERS] if "ForAllValues:StringNotLike" in condition else []
    listing = "/listing" if str(resource).endswith("/index/listing']]}") else ""
    yield from (f" {limit}" for limit in limits)
    if not limits:
        yield listing


def _settings(template: Template) -> dict[str, str]:
    """Returns logical id, or name of a parameter → the setting that holds it."""
    names = {"workflows": "workflows", **{name: name for name in SENDS.values()}}
    for function in template.functions().values():
        for name, value in function["Environment"]["Variables"].items():
            if name.startswith(SETTING):
                names[_target(value)] = name.removeprefix(SETTING).lower()
    return names


def _target(reference: Any) -> str:
    """Returns what a reference or an ARN names: a logical id, or the name of a parameter."""
    text = as_text({"Fn::Join": ["", [reference]]}) if "Fn::Join" not in reference else as_text(reference)
    if ":stateMachine:" in text:
        return "workflows"
    if reference == "*":
        return SENDS["sns"]
    if ":configuration-set/" in text or ":identity/" in text:
        return SENDS["sesv2"]
    if ":schedule/" in text:
        return text.rpartition(":schedule/")[2].removesuffix("/*")
    if ":parameter/" in text:
        return text.rpartition(":parameter")[2]
    logical_id = re.match(r"\{'(?:Ref|Fn::GetAtt)': \[?'([\w.]+)'", text)
    return logical_id.group(1) if logical_id else text
