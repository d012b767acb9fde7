"""Least privilege: each role has only the rights that it needs (promise 24)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from helsebro_aws.guarantees.dynamo_references import SHOWN
from tests.infra.template import Resource, Template, listed
from tests.suite.rights import rights_file

ASKED = rights_file.read()
STORES = {"table": "dynamodb", "bucket": "s3"}
"""The services that use the key at rest for the caller."""
STORING = {"PutItem", "UpdateItem", "DeleteItem", "PutObject"}
READ_NO_CONTENT = {"ListBucket", "DeleteObject"}
"""What S3 does without the key: it neither reads nor writes the content of an object."""
LOG_DELIVERY = "delivery.logs.amazonaws.com"
NO_RESOURCE_TO_NAME = {
    *("dynamodb:ListStreams", "xray:PutTraceSegments", "xray:PutTelemetryRecords"),
    # To a phone number; tests/infra/contexts/test_notifications.py denies topics.
    "sns:Publish",
} | {
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
"""Actions for which AWS supports no resource but ``*``."""


def too_wide(statement: Resource) -> list[str]:
    """Returns the actions of a statement that are wildcards, or whose resource is an unneeded wildcard."""
    actions = [str(action) for action in listed(statement["Action"])]
    wild = [action for action in actions if action.endswith("*")]
    if "*" in listed(statement["Resource"]):
        wild += [action for action in actions if action not in NO_RESOURCE_TO_NAME]
    return wild


def test_no_role_has_a_wildcard_that_could_be_narrower(template: Template) -> None:
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


def test_only_the_roles_of_codedeploy_have_a_managed_policy(template: Template) -> None:
    managed = [
        name for name, role in template.of_type("AWS::IAM::Role").items() if role.get("ManagedPolicyArns")
    ]
    assert managed
    assert all(".Releaser" in name for name in managed)


def test_the_rights_of_every_function_are_inside_its_role(template: Template) -> None:
    """A policy of its own is one more resource of the stack; only state machines have one, by CDK."""
    roles = {template.referred(function["Role"]) for function in template.functions().values()}
    attached = {
        template.referred(of)
        for policy in template.of_type("AWS::IAM::Policy").values()
        for of in policy["Roles"]
    }
    assert attached & roles == set()


def test_the_gateway_calls_functions_by_its_own_role(template: Template) -> None:
    """A permission is one more resource a function; only the schedules of EventBridge need one."""
    permitted = {each["Principal"] for each in template.of_type("AWS::Lambda::Permission").values()}
    assert permitted <= {"events.amazonaws.com"}
    for integration in template.of_type("AWS::ApiGatewayV2::Integration").values():
        assert "Caller" in template.referred(integration["CredentialsArn"])


def test_only_functions_that_need_a_cpr_number_decrypt_one(template: Template) -> None:
    decrypts = {name for name, statement in template.statements() if _decrypts_numbers(statement)}
    assert {template.function_with(role) for role in decrypts} <= MAY_DECRYPT_NUMBERS


def _on_the_pseudonym_key(template: Template) -> dict[str, set[str]]:
    """Returns function → the actions that its role has on the pseudonym key's item and ciphertext."""
    found: dict[str, set[str]] = {}
    for name, statement in template.statements():
        only = statement.get("Condition", {}).get("ForAllValues:StringLike", {})
        if only in ({"dynamodb:LeadingKeys": ["PSEUDONYM"]}, {"kms:EncryptionContextKeys": ["purpose"]}):
            # Without it a request that has no such key is allowed.
            assert statement["Condition"]["Null"] == dict.fromkeys(only, "false")
            found.setdefault(template.function_with(name), set()).update(listed(statement["Action"]))
    return found


def test_one_function_makes_the_pseudonym_key_and_the_others_only_read_it(template: Template) -> None:
    found = _on_the_pseudonym_key(template)
    reads = {"dynamodb:GetItem", "kms:Decrypt"}
    assert found.pop("make_pseudonym_key") == {
        *reads,
        "dynamodb:PutItem",
        "kms:GenerateDataKey",
    }
    assert len(found) > 10
    assert all(actions == reads for actions in found.values())


def test_only_the_maker_of_the_pseudonym_key_writes_its_copy(template: Template) -> None:
    statements = template.statements()
    writers = {name for name, statement in statements if "ssm:PutParameter" in statement["Action"]}
    assert {template.function_with(name) for name in writers} == {"make_pseudonym_key"}


def test_the_public_check_reads_what_a_reference_shows_and_nothing_else(template: Template) -> None:
    [read] = [found for found in template.rights_of("verify") if "dynamodb" in str(found["Action"])]
    assert listed(read["Action"]) == ["dynamodb:GetItem"]
    assert template.referred(listed(read["Resource"])[0]).startswith("state.TablesCases")
    names = {"dynamodb:LeadingKeys", "dynamodb:Attributes"}
    assert read["Condition"] == {
        "ForAllValues:StringLike": {
            "dynamodb:LeadingKeys": ["REFERENCE#*"],
            "dynamodb:Attributes": ["pk", "sk", *SHOWN],
        },
        "Null": dict.fromkeys(names, "false"),
        "StringEqualsIfExists": {"dynamodb:Select": "SPECIFIC_ATTRIBUTES"},
    }


def _log_deliveries(body: Mapping[str, Any]) -> list[Resource]:
    """Returns the statements that let the delivery of logs do something, in any policy of a resource."""
    policies = [
        resource["Properties"].get("PolicyDocument") or resource["Properties"].get("KeyPolicy") or {}
        for resource in body["Resources"].values()
        if "Properties" in resource
    ]
    statements = [statement for policy in policies for statement in policy.get("Statement", ())]
    return [each for each in statements if each.get("Principal") == {"Service": LOG_DELIVERY}]


def test_the_delivery_of_logs_serves_no_other_account(template: Template) -> None:
    found = _log_deliveries(template.body)
    actions = [action for statement in found for action in listed(statement["Action"])]
    assert sorted(actions) == ["kms:Decrypt", "s3:PutObject"]
    for statement in found:
        only = statement["Condition"]["StringEquals"]
        source = only.get("aws:SourceAccount") or only["kms:EncryptionContext:SourceArn"]
        assert "{'Ref': 'AWS::AccountId'}" in str(source)


def test_a_condition_on_all_values_also_requires_that_there_are_some(template: Template) -> None:
    """Without ``Null`` it allows a request that does not have the key."""
    for name, statement in template.statements():
        condition = statement.get("Condition", {})
        of_all = {
            key
            for operator in condition
            if operator.startswith("ForAllValues")
            for key in condition[operator]
        }
        assert condition.get("Null", {}) == dict.fromkeys(of_all, "false"), template.function_with(name)


@pytest.mark.parametrize("function", sorted({function for function, _, _ in ASKED}))
def test_a_function_uses_the_key_at_rest_only_as_its_operations_need(
    template: Template, function: str
) -> None:
    asked = {
        (STORES.get(kind_of(resource)), operation) for name, resource, operation in ASKED if name == function
    }
    uses = {service for service, operation in asked if service and operation not in READ_NO_CONTENT}
    writes = {service for service, operation in asked if operation in STORING}
    at_rest = [
        (through.partition(".")[0], "kms:GenerateDataKey" in listed(statement["Action"]))
        for statement in template.rights_of(function)
        if (through := statement.get("Condition", {}).get("StringEquals", {}).get("kms:ViaService"))
    ]
    assert {service for service, _ in at_rest} == uses
    assert {service for service, encrypts in at_rest if encrypts} == writes


def kind_of(resource: str) -> str:
    """Returns ``table`` for ``cases_table/listing`` and for ``people_table *#benefits``."""
    return re.split(r"[ /]", resource)[0].rpartition("_")[2]


MAY_DECRYPT_NUMBERS = {"bookings", "issue_guarantee", "send_notification"}
"""The clinic that treats gets the number with the booking; no other route returns one. Digital post is
addressed to it."""


def _decrypts_numbers(statement: Resource) -> bool:
    fields = statement.get("Condition", {}).get("ForAllValues:StringLike", {})
    return "kms:Decrypt" in listed(statement["Action"]) and "number" in listed(
        fields.get("kms:EncryptionContext:field", [])
    )
