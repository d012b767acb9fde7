"""Log groups: an operator finds each by the name of its function, the gateway or its workflow."""

from __future__ import annotations

from infra.stage import PRODUCTION
from infra.workflows import VENDED_LOGS
from tests.infra.template import Template


def test_every_log_group_is_called_after_what_logs_to_it(template: Template) -> None:
    functions = {f"/helsebro/{PRODUCTION}/{name}" for name in template.functions()}
    machines = template.of_type("AWS::StepFunctions::StateMachine").values()
    workflows = {f"{VENDED_LOGS}/states/{machine['StateMachineName']}" for machine in machines}
    names = [group.get("LogGroupName") for group in template.of_type("AWS::Logs::LogGroup").values()]
    assert sorted(map(str, names)) == sorted({*functions, *workflows, f"/helsebro/{PRODUCTION}/gateway"})


def test_a_function_logs_to_the_group_of_its_name(template: Template) -> None:
    groups = template.of_type("AWS::Logs::LogGroup")
    logged = {
        name: groups[template.referred(function["LoggingConfig"]["LogGroup"])]["LogGroupName"]
        for name, function in template.functions().items()
    }
    assert logged == {name: f"/helsebro/{PRODUCTION}/{name}" for name in logged}
