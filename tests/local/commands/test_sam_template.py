"""The template for ``sam local invoke``."""

from __future__ import annotations

import json
from typing import Any

from infra.stage import PRODUCTION
from local.commands.sam_template import ROLE, functions_of, with_settings
from local.home import REGION
from local.stack import assembly

TEMPLATE: dict[str, Any] = {
    "Parameters": {"PublicUrl": {"Type": "String"}},
    "Resources": {
        "Help": {
            "Type": "AWS::Lambda::Function",
            "Metadata": {"aws:asset:path": "asset.1"},
            "Properties": {
                "FunctionName": "helsebro-local-help",
                "Runtime": "python3.13",
                "Environment": {"Variables": {"HELSEBRO_CASES_TABLE": {"Ref": "Cases"}}},
            },
        },
        "Cases": {"Type": "AWS::DynamoDB::Table", "Properties": {"BillingMode": "PAY_PER_REQUEST"}},
    },
}
ALLOWED = {"cfn-lint": {"config": {"ignore_checks": ["W3005"]}}}
SETTINGS = {
    "help": {
        "HELSEBRO_CASES_TABLE": "helsebro-local-state-Cases-1",
        "AWS_ENDPOINT_URL": "http://127.0.0.1:4566",
    }
}


def faults(template: dict[str, Any]) -> list[str]:
    """Returns what ``sam validate --lint`` finds: it calls cfn-lint in this way."""
    from cfnlint.api import ManualArgs, lint  # takes a second

    found = lint(json.dumps(template), config=ManualArgs(regions=[REGION]))
    return [f"{match.rule.id} {match.message}" for match in found]


def test_the_functions_and_layers_of_all_stacks_are_in_one_template() -> None:
    layer = {"Type": "AWS::Lambda::LayerVersion"}
    other = {"Resources": {"Claims": {"Type": "AWS::Lambda::Function", "Properties": {}}, "Domain": layer}}
    assert set(functions_of([TEMPLATE, other])["Resources"]) == {"Help", "Claims", "Domain"}


def test_a_function_has_the_settings_of_the_running_stack() -> None:
    changed = with_settings(TEMPLATE, SETTINGS)["Resources"]["Help"]["Properties"]
    assert changed["Environment"]["Variables"] == SETTINGS["help"]
    assert changed["Runtime"] == "python3.13"


def test_all_other_parts_of_the_template_stay_the_same() -> None:
    changed = with_settings(TEMPLATE, SETTINGS)
    assert changed["Parameters"] == TEMPLATE["Parameters"]
    assert changed["Resources"]["Cases"] == TEMPLATE["Resources"]["Cases"]
    assert changed["Resources"]["Help"]["Metadata"] == {"aws:asset:path": "asset.1"}


def test_a_function_that_is_not_deployed_keeps_its_own_settings() -> None:
    assert with_settings(TEMPLATE, {}) == TEMPLATE


def test_what_refers_to_a_resource_outside_the_template_is_left_out() -> None:
    function = TEMPLATE["Resources"]["Help"]
    referring = {"Role": {"Fn::GetAtt": ["Role", "Arn"]}, "LoggingConfig": {"LogGroup": {"Ref": "Log"}}}
    made = {**function, "DependsOn": ["Role"], "Properties": {**function["Properties"], **referring}}
    [kept] = functions_of([{"Resources": {"Help": made}}])["Resources"].values()
    assert kept["Metadata"] == function["Metadata"], "SAM finds the code by it"
    assert kept["Properties"] == {**function["Properties"], "Role": ROLE}
    assert "DependsOn" not in kept


def test_sam_validates_the_functions_of_a_stack_with_lint() -> None:
    stack = assembly.of_stage(PRODUCTION).templates[f"helsebro-{PRODUCTION}-cases"]
    settings = {name: SETTINGS["help"] for name in assembly.functions()}
    template = with_settings(functions_of([stack]), settings)
    assert faults(template) == []


def test_control_the_lint_finds_a_reference_to_nothing() -> None:
    assert {fault.split()[0] for fault in faults(TEMPLATE)} >= {"E3003"}


def test_each_template_of_a_stage_allows_only_what_cdk_writes_needlessly() -> None:
    for stack, template in assembly.of_stage(PRODUCTION).templates.items():
        assert template["Metadata"] == ALLOWED, stack
