"""The pseudonym key is made by the deployment itself, which fails without it."""

from __future__ import annotations

from tests.infra.template import Template

KIND = "Custom::PseudonymKey"


def test_a_deployment_starts_the_function_that_makes_the_key(template: Template) -> None:
    [made] = template.of_type(KIND).values()
    assert template.name_of(made["ServiceToken"]) == "make_pseudonym_key"


def test_the_function_may_write_the_key_before_it_is_started(template: Template) -> None:
    [resource] = [one for one in template.body["Resources"].values() if one["Type"] == KIND]
    role = template.functions()["make_pseudonym_key"]["Role"]
    assert template.referred(role).partition(".")[2] in resource["DependsOn"]


def test_cloudformation_waits_until_lambda_has_repeated_a_failed_call_twice(template: Template) -> None:
    [made] = template.of_type(KIND).values()
    function = template.functions()["make_pseudonym_key"]
    assert 60 + 120 + 3 * function["Timeout"] < int(made["ServiceTimeout"]) <= 600


def test_the_copy_is_no_part_of_a_stack_so_that_none_deletes_it(template: Template) -> None:
    assert template.of_type("AWS::SSM::Parameter") == {}
    copy = template.functions()["make_pseudonym_key"]["Environment"]["Variables"]
    assert copy["HELSEBRO_PSEUDONYM_KEY_COPY"] == "/helsebro/prod/pseudonym-key"
