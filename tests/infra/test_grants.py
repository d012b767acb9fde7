"""Least rights: who may do what on which thing (promise 24)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.infra.template import Resource, Template, listed

NO_RESOURCE_TO_NAME = {"dynamodb:ListStreams", "xray:PutTraceSegments", "xray:PutTelemetryRecords"} | {
    f"logs:{action}"
    for action in (
        "CreateLogDelivery",
        "GetLogDelivery",
        "UpdateLogDelivery",
        "DeleteLogDelivery",
        "ListLogDeliveries",
        "PutResourcePolicy",
        "DescribeResourcePolicies",
        "DescribeLogGroups",
    )
}
"""What AWS itself only knows with ``*``."""


def too_wide(statement: Resource) -> list[str]:
    """The actions of a statement that are wildcards, or reach everything though they could name a thing."""
    actions = [str(action) for action in listed(statement["Action"])]
    wild = [action for action in actions if action.endswith("*")]
    if "*" in listed(statement["Resource"]):
        wild += [action for action in actions if action not in NO_RESOURCE_TO_NAME]
    return wild


def test_no_role_may_do_anything_it_could_not_be_named_for(template: Template) -> None:
    found = {name: too_wide(statement) for name, statement in template.statements() if too_wide(statement)}
    assert found == {}


@pytest.mark.parametrize(
    "statement, wild",
    [
        ({"Action": "*", "Resource": "*"}, ["*", "*"]),
        ({"Action": "s3:*", "Resource": "arn"}, ["s3:*"]),
        ({"Action": ["s3:GetObject"], "Resource": "*"}, ["s3:GetObject"]),
        ({"Action": ["s3:GetObject"], "Resource": "arn"}, []),
    ],
)
def test_control_a_wildcard_is_found(statement: dict[str, Any], wild: list[str]) -> None:
    assert too_wide(statement) == wild


def test_every_function_has_a_role_of_its_own(template: Template) -> None:
    roles = [template.referred(function["Role"]) for function in template.functions().values()]
    assert len(set(roles)) == len(roles)


def test_no_role_has_a_managed_policy(template: Template) -> None:
    assert [
        role for role in template.of_type("AWS::IAM::Role").values() if role.get("ManagedPolicyArns")
    ] == []


def test_only_those_who_need_a_cpr_number_open_one(template: Template) -> None:
    opens = {name for name, statement in template.statements() if _opens_numbers(statement)}
    assert {name for name in opens if not name.startswith(MAY_OPEN_NUMBERS)} == set()


MAY_OPEN_NUMBERS = ("Functionsbookings", "Functionsissueguarantee")
"""The clinic that treats is told the number with the booking; no other route ever shows one."""


def _opens_numbers(statement: Resource) -> bool:
    fields = statement.get("Condition", {}).get("ForAllValues:StringEquals", {})
    return "kms:Decrypt" in listed(statement["Action"]) and "number" in listed(
        fields.get("kms:EncryptionContext:field", [])
    )
