"""Alarms: on dead letters, failed workflows, failing functions, and an API that answers 5xx."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from infra.platform.alarms import METRICS_AN_ALARM, RUNBOOK, Section
from infra.stage import PRODUCTION
from tests.infra.template import Template, is_dead_letter_queue, listed

ROOT = Path(__file__).parent.parent.parent.parent
MAILS_WITHOUT_ALARM = {"The budget"}
"""Sections of the runbook on mails that no alarm sends."""


def watched(template: Template, namespace: str, metric: str, dimension: str) -> dict[str, dict[str, Any]]:
    """Returns logical id → alarm: the alarms on this metric, by the resource in this dimension."""
    return {
        template.referred(part["Value"]): dict(alarm)
        for alarm in template.of_type("AWS::CloudWatch::Alarm").values()
        if (alarm.get("Namespace"), alarm.get("MetricName")) == (namespace, metric)
        for part in alarm["Dimensions"]
        if part["Name"] == dimension
    }


def test_every_dead_letter_queue_alarms_on_its_first_message(template: Template) -> None:
    alarms = watched(template, "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName")
    assert set(alarms) == {name for name in template.of_type("AWS::SQS::Queue") if is_dead_letter_queue(name)}
    assert all(alarm["Threshold"] == 1 for alarm in alarms.values())


@pytest.mark.parametrize("ending", ["ExecutionsFailed", "ExecutionsTimedOut"])
def test_every_workflow_alarms_when_it_fails_or_times_out(template: Template, ending: str) -> None:
    alarms = watched(template, "AWS/States", ending, "StateMachineArn")
    assert set(alarms) == set(template.of_type("AWS::StepFunctions::StateMachine"))
    assert all(alarm["Threshold"] == 1 for alarm in alarms.values())


def test_every_function_alarms_when_it_raises(template: Template) -> None:
    added_up = [
        alarm["Metrics"]
        for alarm in template.of_type("AWS::CloudWatch::Alarm").values()
        if "Metrics" in alarm
    ]
    assert all(len(metrics) <= 1 + METRICS_AN_ALARM for metrics in added_up)
    watched_functions = [
        dimension["Value"].split("-", 2)[2]
        for metrics in added_up
        for metric in metrics
        for dimension in metric.get("MetricStat", {}).get("Metric", {}).get("Dimensions", [])
    ]
    assert sorted(watched_functions) == sorted(template.functions())


def test_a_new_version_is_taken_back_when_its_functions_raise(template: Template) -> None:
    """CodeDeploy gives it a tenth of the calls for five minutes, guarded by the alarm on its errors."""
    groups = template.of_type("AWS::CodeDeploy::DeploymentGroup")
    assert len(groups) == len(template.functions())
    for group in groups.values():
        assert group["DeploymentConfigName"] == "CodeDeployDefault.LambdaCanary10Percent5Minutes"
        assert "DEPLOYMENT_STOP_ON_ALARM" in group["AutoRollbackConfiguration"]["Events"]
        [guard] = group["AlarmConfiguration"]["Alarms"]
        assert "Metrics" in template.of_type("AWS::CloudWatch::Alarm")[template.referred(guard["Name"])]
    moved = [
        resource["UpdatePolicy"]["CodeDeployLambdaAliasUpdate"]
        for resource in template.body["Resources"].values()
        if resource["Type"] == "AWS::Lambda::Alias"
    ]
    assert {template.referred(each["DeploymentGroupName"]) for each in moved} == set(groups)


def test_the_api_alarms_when_it_answers_5xx(template: Template) -> None:
    assert set(watched(template, "AWS/ApiGateway", "5xx", "ApiId")) == set(
        template.of_type("AWS::ApiGatewayV2::Api")
    )


def test_the_reader_of_the_outbox_alarms_when_it_is_behind(template: Template) -> None:
    alarms = watched(template, "AWS/Lambda", "IteratorAge", "FunctionName")
    readers = {template.behind(mapping["FunctionName"]) for mapping in template.mappings("dynamodb")}
    assert {template.name_of({"Ref": name}) for name in alarms} == readers


def test_every_alarm_notifies_the_topic_when_it_starts_and_when_it_ends(template: Template) -> None:
    (topic,) = template.of_type("AWS::SNS::Topic")
    for alarm in template.of_type("AWS::CloudWatch::Alarm").values():
        assert [template.referred(action) for action in alarm["AlarmActions"]] == [topic]
        assert [template.referred(action) for action in alarm["OKActions"]] == [topic]
        assert alarm["TreatMissingData"] == "notBreaching"


def test_every_alarm_has_a_name_of_its_stage(template: Template) -> None:
    names = [str(alarm.get("AlarmName")) for alarm in template.of_type("AWS::CloudWatch::Alarm").values()]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(rf"helsebro-{PRODUCTION}-[a-z][a-z0-9-]+", name)] == []
    assert {
        "helsebro-prod-invoices-dead-letters",
        "helsebro-prod-cases-errors-1",
        "helsebro-prod-claim-approval-failed",
    } <= set(names)


def test_every_alarm_says_what_happened_and_which_section_of_the_runbook_helps(template: Template) -> None:
    texts = {
        alarm["AlarmName"]: str(alarm["AlarmDescription"])
        for alarm in template.of_type("AWS::CloudWatch::Alarm").values()
    }
    form = re.compile(rf"(?P<sentence>[A-Z][^.]+\.) See {RUNBOOK}, (?P<section>.+)")
    found = {name: form.fullmatch(text) for name, text in texts.items()}
    assert [name for name, match in found.items() if not match] == []
    assert {match["section"] for match in found.values() if match} == {section.value for section in Section}


def test_every_kind_of_alarm_has_a_section_in_the_runbook() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / RUNBOOK).read_text("utf-8"), re.MULTILINE)
    assert set(headings) - MAILS_WITHOUT_ALARM == {section.value for section in Section}
    assert len(headings) == len(set(headings))


def test_the_runbook_names_the_alarms_that_exist(template: Template) -> None:
    text = (ROOT / RUNBOOK).read_text("utf-8")
    lines = re.findall(r"^Alarms?: (.+)$", text, re.MULTILINE)
    named = {name for line in lines for name in re.findall(r"`([a-z0-9-]+)`", line)}
    there = {
        str(alarm["AlarmName"]).removeprefix(f"helsebro-{PRODUCTION}-")
        for alarm in template.of_type("AWS::CloudWatch::Alarm").values()
    }
    assert len(lines) == len(Section)
    assert named - there == set()
    assert {name for name in there - named if "-errors-" not in name} == set()


def test_an_alarm_reaches_the_operator_by_mail(template: Template) -> None:
    [subscription] = template.of_type("AWS::SNS::Subscription").values()
    assert (subscription["Protocol"], subscription["Endpoint"]) == ("email", {"Ref": "AlarmEmail"})
    assert "Default" not in template.body["Parameters"]["AlarmEmail"]


def test_cloudwatch_may_publish_to_the_topic_and_use_its_key(template: Template) -> None:
    """Without both, an alarm changes its state but notifies no one."""
    (topic_policy,) = template.of_type("AWS::SNS::TopicPolicy").values()
    assert "sns:Publish" in allowed(topic_policy["PolicyDocument"])
    (topic,) = template.of_type("AWS::SNS::Topic").values()
    key = template.of_type("AWS::KMS::Key")[template.referred(topic["KmsMasterKeyId"])]
    assert {"kms:Decrypt", "kms:GenerateDataKey"} <= allowed(key["KeyPolicy"])


def allowed(policy: dict[str, Any]) -> set[str]:
    """Returns the actions that a policy allows CloudWatch."""
    return {
        action
        for statement in policy["Statement"]
        if statement["Effect"] == "Allow"
        and statement["Principal"] == {"Service": "cloudwatch.amazonaws.com"}
        for action in listed(statement["Action"])
    }
