"""Guarantees: the nightly release of benefits, and the functions that sign PDFs."""

from __future__ import annotations

from tests.infra.template import Template


def test_a_rule_releases_the_benefits_of_expired_guarantees_every_night(template: Template) -> None:
    rules = template.of_type("AWS::Events::Rule").values()
    [nightly] = [rule for rule in rules if rule.get("ScheduleExpression") == "cron(10 2 * * ? *)"]
    assert [template.behind(target["Arn"]) for target in nightly["Targets"]] == ["release_benefits"]


def test_only_functions_that_sign_know_the_parameter_of_the_seals_certificates(template: Template) -> None:
    named = {
        name: function["Environment"]["Variables"]["HELSEBRO_SEAL_CERTIFICATE_PARAMETER"]
        for name, function in template.functions().items()
        if "HELSEBRO_SEAL_CERTIFICATE_PARAMETER" in function["Environment"]["Variables"]
    }
    assert set(named) == {"issue_guarantee", "extend_guarantee", "reprint_guarantee", "send_contract"}
    assert all(name.startswith("/helsebro/") for name in named.values())


def test_no_stack_has_the_parameter_so_that_no_deployment_overwrites_it(template: Template) -> None:
    assert template.of_type("AWS::SSM::Parameter") == {}
