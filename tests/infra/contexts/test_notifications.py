"""Notifications: which events plan and send them, and how mail leaves."""

from __future__ import annotations

from datetime import timedelta

from helsebro.notifications.kinds import event_types
from helsebro_aws.notifications.sending import LEASE
from infra.platform.messages.mail_reports import REPORTS
from tests.infra.template import Template


def test_every_event_of_the_table_of_kinds_reaches_the_planning(template: Template) -> None:
    patterns = [sorted(pattern["detail-type"]) for pattern in template.event_patterns()]
    assert sorted(event_types()) in patterns
    assert ["notification.planned"] in patterns


def test_no_worker_outlives_the_lease_of_its_attempt(template: Template) -> None:
    timeout = timedelta(seconds=template.functions()["send_notification"]["Timeout"])
    assert timeout < LEASE


def test_who_may_send_an_sms_may_not_publish_to_a_topic(template: Template) -> None:
    publishing = {
        function: statements
        for function in template.functions()
        if (statements := [each for each in template.rights_of(function) if each["Action"] == "sns:Publish"])
    }
    assert publishing.keys() == {"send_notification"}
    denied = [each["Resource"] for each in publishing["send_notification"] if each["Effect"] == "Deny"]
    assert denied == ["arn:aws:sns:*:*:*"]


def test_mail_leaves_by_tls_only_and_nothing_in_it_is_tracked(template: Template) -> None:
    [made] = template.of_type("AWS::SES::ConfigurationSet").values()
    assert made["DeliveryOptions"]["TlsPolicy"] == "REQUIRE"
    assert "TrackingOptions" not in made


def test_mail_comes_from_the_domain_that_the_operator_sets(template: Template) -> None:
    [identity] = template.of_type("AWS::SES::EmailIdentity").values()
    assert "MailFrom" in str(identity["EmailIdentity"])


def test_what_ses_reports_about_our_mails_reaches_a_queue_of_ours(template: Template) -> None:
    [destination] = template.of_type("AWS::SES::ConfigurationSetEventDestination").values()
    asked_for = destination["EventDestination"]
    assert ":event-bus/default" in str(asked_for["EventBridgeDestination"]["EventBusArn"])
    assert {"BOUNCE", "COMPLAINT", "DELIVERY", "REJECT"} <= set(asked_for["MatchingEventTypes"])
    assert {"OPEN", "CLICK"}.isdisjoint(asked_for["MatchingEventTypes"])
    [rule] = [
        rule
        for rule in template.of_type("AWS::Events::Rule").values()
        if rule.get("EventPattern", {}).get("source") == ["aws.ses"]
    ]
    assert "EventBusName" not in rule
    assert set(rule["EventPattern"]["detail-type"]) == set(REPORTS.values())
    [configuration_set] = template.of_type("AWS::SES::ConfigurationSet").values()
    tags = rule["EventPattern"]["detail"]["mail"]["tags"]
    assert tags == {"ses:configuration-set": [configuration_set["Name"]]}
    assert rule["Targets"][0]["DeadLetterConfig"]


def test_what_came_back_or_reached_no_one_is_gone_on_with(template: Template) -> None:
    patterns = [sorted(pattern["detail-type"]) for pattern in template.event_patterns()]
    assert ["notification.bounced", "notification.undeliverable"] in patterns
