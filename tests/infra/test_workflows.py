"""Workflows: their history is encrypted with our key, and their log holds no data of a case."""

from __future__ import annotations

from infra.context_files import workflow_names
from tests.infra.template import Template


def test_the_history_of_every_workflow_is_encrypted_with_our_own_key(template: Template) -> None:
    machines = template.of_type("AWS::StepFunctions::StateMachine")
    assert len(machines) == len(workflow_names())
    for machine in machines.values():
        assert machine["EncryptionConfiguration"]["Type"] == "CUSTOMER_MANAGED_KMS_KEY"
        assert template.referred(machine["EncryptionConfiguration"]["KmsKeyId"]).startswith("state.KeysData")


def test_the_log_of_a_workflow_holds_its_states_but_no_data_of_the_case(template: Template) -> None:
    for machine in template.of_type("AWS::StepFunctions::StateMachine").values():
        assert machine["LoggingConfiguration"]["Level"] == "ALL"
        assert machine["LoggingConfiguration"]["IncludeExecutionData"] is False
