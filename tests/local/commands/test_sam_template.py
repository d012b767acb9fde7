"""The template for ``sam local invoke``."""

from __future__ import annotations

from typing import Any

from local.commands.sam_template import functions_of, with_settings

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
SETTINGS = {
    "help": {
        "HELSEBRO_CASES_TABLE": "helsebro-local-state-Cases-1",
        "AWS_ENDPOINT_URL": "http://127.0.0.1:4566",
    }
}


def test_the_functions_and_layers_of_all_stacks_are_in_one_template() -> None:
    layer = {"Type": "AWS::Lambda::LayerVersion"}
    other = {"Resources": {"Claims": {"Type": "AWS::Lambda::Function"}, "Domain": layer}}
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
