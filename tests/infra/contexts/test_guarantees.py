"""Guarantees: the nightly release of benefits, and the functions that sign PDFs."""

from __future__ import annotations

from tests.infra.template import Template


def test_a_rule_releases_the_benefits_of_expired_guarantees_every_night(template: Template) -> None:
    rules = template.of_type("AWS::Events::Rule").values()
    [nightly] = [rule for rule in rules if rule.get("ScheduleExpression") == "cron(10 2 * * ? *)"]
    assert [template.referred(target["Arn"]) for target in nightly["Targets"]] == [
        name
        for name, function in template.of_type("AWS::Lambda::Function").items()
        if "release_benefits" in str(function["FunctionName"])
    ]


def test_the_certificate_of_the_seal_is_optional_and_only_functions_that_sign_have_it(
    template: Template,
) -> None:
    assert template.body["Parameters"]["SealCertificate"]["Default"] == ""
    signing = {
        name
        for name, function in template.functions().items()
        if "HELSEBRO_SEAL_CERTIFICATE" in function["Environment"]["Variables"]
    }
    assert signing == {"issue_guarantee", "extend_guarantee"}
