"""Stacks: each stage stands beside the others, and no stack comes near CloudFormation's limits."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from infra.areas import Area
from infra.context_files import context_files
from infra.platform.buckets import LOCKED
from infra.platform.retention import BOOKKEEPING
from infra.stage import IN_AN_ACCOUNT, NOT_IN_THE_EMULATOR, PRODUCTION
from local.stack import assembly
from local.stack.deploy import PARAMETERS
from tests.suite.sizes import is_large

MOST_RESOURCES = 350
"""Of the 500 that CloudFormation allows in a stack, versions and aliases of functions included."""
MOST_OUTPUTS = 150
"""Of 200."""
MOST_BYTES = 900_000
"""Of 1 MB."""
LARGEST_POLICY = 9_000
"""Of the 10,240 characters that the policies inside one role may have."""
AN_ARN = "a" * 90
"""About as long as the ARN that takes the place of a reference."""

OTHER_STAGES = ("dev", "test") if is_large() else ()
"""A synth takes ten seconds, and each differs from production in its name only: a release makes both."""

Stacks = Mapping[str, Mapping[str, Any]]


def types_in(stacks: Stacks) -> set[str]:
    """Returns every type of resource, and ``Alarm.Metrics`` for an alarm of several metrics."""
    found = set()
    for template in stacks.values():
        for resource in template["Resources"].values():
            metrics = resource["Type"] == "AWS::CloudWatch::Alarm" and "Metrics" in resource["Properties"]
            found.add(f"{resource['Type']}.Metrics" if metrics else resource["Type"])
    return found


def test_a_stage_has_state_an_area_for_each_part_gateway_and_edge(stacks: Stacks) -> None:
    parts = {"state", "gateway", "edge", *(area.value for area in Area)}
    assert set(stacks) == {f"helsebro-prod-{part}" for part in parts}


def test_every_area_has_a_context() -> None:
    assert {context.area for context in context_files()} == set(Area)


def test_no_stack_comes_near_the_limits_of_cloudformation(stacks: Stacks) -> None:
    for name, template in stacks.items():
        assert len(template["Resources"]) <= MOST_RESOURCES, name
        assert len(template.get("Outputs", {})) <= MOST_OUTPUTS, name
        assert len(json.dumps(template)) <= MOST_BYTES, name


def test_the_policy_of_a_role_comes_not_near_the_limit_of_iam(stacks: Stacks) -> None:
    for name, template in stacks.items():
        for role in template["Resources"].values():
            if role["Type"] == "AWS::IAM::Role":
                policies = with_arns(role["Properties"].get("Policies", []))
                assert len(json.dumps(policies, separators=(",", ":"))) <= LARGEST_POLICY, name


def with_arns(value: Any) -> Any:
    """Returns a part of a template with an ARN in place of every reference."""
    if isinstance(value, list):
        return [with_arns(part) for part in value]
    if not isinstance(value, Mapping):
        return value
    if len(value) == 1 and next(iter(value)).startswith(("Ref", "Fn::")):
        return AN_ARN
    return {name: with_arns(part) for name, part in value.items()}


def test_only_the_state_holds_data(stacks: Stacks) -> None:
    """Every other stack can be removed and made anew without losing any."""
    holding = {"AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::KMS::Key"}
    found = {name for name, template in stacks.items() if types_in({name: template}) & holding}
    assert found == {"helsebro-prod-state"}


def test_data_outlives_its_stack_but_not_a_first_deployment_that_fails(stacks: Stacks) -> None:
    kept = {"AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::KMS::Key"}
    for resource in stacks["helsebro-prod-state"]["Resources"].values():
        if resource["Type"] in kept:
            assert resource["DeletionPolicy"] == "RetainExceptOnCreate"
            assert resource["UpdateReplacePolicy"] == "Retain"


def test_no_area_depends_on_another(stacks: Stacks) -> None:
    """So that each can be deployed alone, and none stops another from changing."""
    areas = {f"helsebro-prod-{area.value}" for area in Area}
    for name in stacks:
        text = json.dumps(stacks[name])
        imported = {other for other in areas | {"helsebro-prod-gateway"} if f'"{other}:Exports' in text}
        assert imported == set(), name


@pytest.mark.release
@pytest.mark.parametrize("stage", [stage for stage in IN_AN_ACCOUNT if stage != PRODUCTION])
def test_every_stage_has_the_stacks_of_production_under_its_own_names(stage: str, stacks: Stacks) -> None:
    made = assembly.of_stage(stage).templates
    renamed = {name.replace("-prod-", f"-{stage}-") for name in stacks}
    assert set(made) == renamed
    for name, template in made.items():
        assert "helsebro-prod" not in json.dumps(template), name
        of_production = stacks[name.replace(f"-{stage}-", "-prod-")]
        assert counted(template) == counted(of_production)


def test_no_deployment_can_let_calls_past_the_web_acl(stacks: Stacks) -> None:
    """The value ``local`` of the embedded stack, which has no edge, fits the pattern nowhere else."""
    patterns = {
        parameter["AllowedPattern"]
        for template in stacks.values()
        for name, parameter in template.get("Parameters", {}).items()
        if name == "EdgeFingerprints"
    }
    [pattern] = patterns
    assert re.fullmatch(pattern, f"{'a1' * 32},{'0f' * 32}")
    assert not re.fullmatch(pattern, "local")
    assert not re.fullmatch(pattern, "")


def counted(template: Mapping[str, Any]) -> Counter[str]:
    return Counter(resource["Type"] for resource in template["Resources"].values())


def locks_of(template: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [
        resource["Properties"]["ObjectLockConfiguration"]["Rule"]["DefaultRetention"]
        for resource in template["Resources"].values()
        if "ObjectLockConfiguration" in resource.get("Properties", {})
    ]


def test_no_one_shortens_how_long_invoices_and_payment_files_are_kept_in_production(stacks: Stacks) -> None:
    locked = {"Mode": "COMPLIANCE", "Days": BOOKKEEPING}
    assert locks_of(stacks["helsebro-prod-state"]) == [locked] * len(LOCKED)
    of_buckets = [resource["Properties"] for resource in stacks["helsebro-prod-state"]["Resources"].values()]
    kept = [each for each in of_buckets if "ObjectLockConfiguration" in each]
    assert all(each["ObjectLockEnabled"] for each in kept)
    assert all(each["VersioningConfiguration"] == {"Status": "Enabled"} for each in kept)


@pytest.mark.release
def test_outside_production_an_operator_can_remove_a_locked_invoice() -> None:
    for stage, mode in (("prod", "COMPLIANCE"), ("dev", "GOVERNANCE")):
        locks = locks_of(assembly.of_stage(stage).templates[f"helsebro-{stage}-state"])
        assert [lock["Mode"] for lock in locks] == [mode] * len(LOCKED)


def test_the_embedded_stack_leaves_out_only_what_the_emulator_refuses(stacks: Stacks) -> None:
    local = assembly.of_stage("local").templates
    edge = types_in({"edge": stacks["helsebro-prod-edge"]})
    home = types_in({name: each for name, each in stacks.items() if not name.endswith("-edge")})
    left_out = home - types_in(local)
    assert left_out - {"AWS::Lambda::LayerVersion", "AWS::SNS::Subscription"} == NOT_IN_THE_EMULATOR
    assert not types_in(local) & (edge - home)


def test_the_embedded_stack_sets_every_parameter_that_it_declares() -> None:
    declared = {
        name
        for template in assembly.of_stage("local").templates.values()
        for name in template.get("Parameters", {})
    }
    assert declared == set(PARAMETERS)
