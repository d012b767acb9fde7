"""The trail: every read and change of personal data is logged, once, without signatures (promise 24)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App, Stack, Validations, assertions
from cdk_nag import AwsSolutionsChecks

from infra.parameters import StackParameters
from infra.platform import retention
from infra.platform.buckets import NAMES, Buckets
from infra.platform.keys import KmsKeys
from infra.platform.protection.trail import DataTrail
from infra.platform.tables import DataTables
from infra.stacks.parameter_meanings import HOME
from infra.stage import Stage
from tests.infra.template import Resource, Template

STAGE = Stage("dev", layers=Path("unused"))
NAME = "helsebro-dev-data"


@pytest.fixture(scope="module")
def logged() -> Template:
    """The template of a stack with tables, buckets and their trail, which follows cdk-nag."""
    app = App()
    Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    stack = Stack(app, "Logged")
    keys = KmsKeys(stack, STAGE)
    buckets, tables = (
        Buckets(stack, keys.data, STAGE, StackParameters(stack, HOME)),
        DataTables(stack, keys.data),
    )
    DataTrail(stack, NAME, buckets=buckets, tables=tables, keys=keys)
    return Template(assertions.Template.from_stack(stack).to_json())


def trail_of(logged: Template) -> Resource:
    [trail] = logged.of_type("AWS::CloudTrail::Trail").values()
    return trail


def selectors(logged: Template) -> dict[str, dict[str, Any]]:
    """Returns the kind of resource → its fields for every selector."""
    found = {}
    for selector in trail_of(logged)["AdvancedEventSelectors"]:
        fields = {field["Field"]: field for field in selector["FieldSelectors"]}
        found[fields["resources.type"]["Equals"][0]] = fields
    return found


def test_the_trail_logs_data_events_and_no_management_event_a_second_time(logged: Template) -> None:
    assert "EventSelectors" not in trail_of(logged)
    categories = [fields["eventCategory"]["Equals"] for fields in selectors(logged).values()]
    assert categories == [["Data"], ["Data"]]


def test_every_bucket_with_data_of_persons_is_logged(logged: Template) -> None:
    arns = json.dumps(selectors(logged)["AWS::S3::Object"]["resources.ARN"]["StartsWith"])
    assert [name for name in NAMES if f"Buckets{name.title().replace('-', '')}" not in arns] == []


def test_every_table_with_data_of_persons_is_logged(logged: Template) -> None:
    arns = json.dumps(selectors(logged)["AWS::DynamoDB::Table"]["resources.ARN"]["Equals"])
    assert [name for name in ("People", "Cases", "Money") if f"Tables{name}" not in arns] == []


def test_the_files_are_signed_and_encrypted_with_our_key_in_a_bucket_of_their_own(logged: Template) -> None:
    trail = trail_of(logged)
    assert trail["IsLogging"]
    assert trail["EnableLogFileValidation"]
    assert "KeysData" in logged.referred(trail["KMSKeyId"])
    assert logged.referred(trail["S3BucketName"]).startswith("TrailBucket")


def test_the_files_expire_as_their_row_of_the_retention_table_says(logged: Template) -> None:
    [bucket] = [
        bucket for name, bucket in logged.of_type("AWS::S3::Bucket").items() if name.startswith("Trail")
    ]
    rules = bucket["LifecycleConfiguration"]["Rules"]
    assert [rule["ExpirationInDays"] for rule in rules if "ExpirationInDays" in rule] == [
        retention.of("trail").days
    ]


def test_only_this_trail_writes_to_the_bucket_and_uses_the_key(logged: Template) -> None:
    statements = [
        statement
        for kind, document in (("AWS::S3::BucketPolicy", "PolicyDocument"), ("AWS::KMS::Key", "KeyPolicy"))
        for resource in logged.of_type(kind).values()
        for statement in resource[document]["Statement"]
        if statement.get("Principal") == {"Service": "cloudtrail.amazonaws.com"}
    ]
    assert len(statements) == 3
    for statement in statements:
        assert f":trail/{NAME}" in json.dumps(statement["Condition"]["StringEquals"]["aws:SourceArn"])


def test_the_trail_is_made_after_the_policy_that_lets_it_write(logged: Template) -> None:
    [trail] = [one for one in logged.body["Resources"].values() if one["Type"] == "AWS::CloudTrail::Trail"]
    assert any(name.startswith("TrailBucketPolicy") for name in trail["DependsOn"])
