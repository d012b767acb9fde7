"""``make deploy`` up to the first call of AWS, with made-up settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from infra import cdk
from infra.account import deploy
from infra.account.account import OnlyInAnAccount
from infra.account.settings import SettingsWrong
from infra.stage import PRODUCTION, Stage, stage
from local.stack import assembly
from tests.builders.clinics.rule_folder import RuleFolder
from tests.infra.account.conftest import REGION
from tests.infra.account.test_settings import MADE_UP

OUTPUTS = {
    "helsebro-prod-gateway": {"ApiUrl": "https://abc123.execute-api.eu-north-1.amazonaws.com"},
    "helsebro-prod-state": {
        "EdgeLogBucket": "arn:aws:s3:::edge-log",
        "ReferenceHost": "reference.s3.eu-north-1.amazonaws.com",
        "ReferenceBucket": "reference",
    },
}
GIVEN = {
    **MADE_UP,
    "STAGE": PRODUCTION,
    "AWS_REGION": REGION,
    "PORTAL_ORIGINS": "https://portal.helsebro.example",
}


@pytest.fixture
def to() -> Stage:
    """Production, whose templates other tests synthesize too."""
    return stage(PRODUCTION, REGION)


def declared(templates: Mapping[str, Any]) -> set[str]:
    """Returns ``stack:parameter`` for every parameter that has no value yet."""
    return {
        f"{stack}:{name}"
        for stack, template in templates.items()
        for name in template["Parameters"]
        if name != "BootstrapVersion"
    }


def test_every_parameter_of_every_stack_is_set(to: Stage) -> None:
    _, given = deploy.what_to_deploy(GIVEN)
    templates = assembly.of_stage(PRODUCTION).templates
    made = {"EdgeFingerprints": "1", "EdgeSecret": "s", "ReferenceUrl": "https://api.example/v1/docs"}
    values = {**given, **made, **deploy.edge_parameters(to, OUTPUTS)}
    options = cdk.with_parameters(templates, values)
    assert {value.partition("=")[0] for value in options[1::2]} == declared(templates)


def test_the_edge_gets_the_hosts_of_the_api_and_the_reference_and_the_bucket_of_its_log(to: Stage) -> None:
    assert deploy.edge_parameters(to, OUTPUTS) == {
        "ApiHost": "abc123.execute-api.eu-north-1.amazonaws.com",
        "EdgeLogBucket": "arn:aws:s3:::edge-log",
        "ReferenceHost": "reference.s3.eu-north-1.amazonaws.com",
    }


def test_the_outputs_that_the_edge_needs_exist() -> None:
    templates = assembly.of_stage(PRODUCTION).templates
    for stack, outputs in OUTPUTS.items():
        assert outputs.keys() <= templates[stack]["Outputs"].keys()


def test_changes_of_rights_are_shown_and_confirmed(to: Stage) -> None:
    made = assembly.of_stage(PRODUCTION).folder
    options = deploy.options(to, made, ["helsebro-prod-state"], {"AlarmEmail": "alarm@helsebro.example"})
    assert options[options.index("--require-approval") + 1] == "any-change"
    assert "helsebro-prod-state:AlarmEmail=alarm@helsebro.example" in options


def test_a_wrong_stage_region_and_setting_are_named_at_once() -> None:
    with pytest.raises(SettingsWrong) as wrong:
        deploy.what_to_deploy({**GIVEN, "STAGE": "live", "ALARM_EMAIL": ""})
    assert "STAGE is 'live'" in str(wrong.value)
    assert "ALARM_EMAIL" in str(wrong.value)
    with pytest.raises(SettingsWrong, match="AWS_REGION is 'us-east-1'"):
        deploy.what_to_deploy({**GIVEN, "AWS_REGION": "us-east-1"})


def test_invoice_rules_that_cannot_be_used_are_named_with_the_other_faults(tmp_path: Path) -> None:
    with pytest.raises(SettingsWrong) as wrong:
        deploy.what_to_deploy({**GIVEN, "INVOICE_RULES": str(tmp_path / "misspelt"), "ALARM_EMAIL": ""})
    assert f"{tmp_path / 'misspelt'} cannot be used" in str(wrong.value)
    assert "ALARM_EMAIL" in str(wrong.value)


def test_invoice_rules_are_a_choice_of_the_operator(tmp_path: Path) -> None:
    assert deploy.what_to_deploy(GIVEN)[0].rules is None
    rules = RuleFolder(tmp_path).add("peppol/p.xslt").path
    assert deploy.what_to_deploy({**GIVEN, "INVOICE_RULES": str(rules)})[0].rules == rules.resolve()


def test_the_stage_local_is_not_deployed_to_an_account() -> None:
    with pytest.raises(OnlyInAnAccount, match="make run"):
        deploy.what_to_deploy({**GIVEN, "STAGE": "local"})
