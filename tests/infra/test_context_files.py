"""One file for each context: it builds the functions of its folder, and the workflows that end in it."""

from __future__ import annotations

import re
from pathlib import Path

from infra.context_files import context_files, workflow_names
from infra.function_folders import function_folders
from tests.infra.template import Template

CONTEXTS = Path(__file__).parents[2] / "infra" / "contexts"


def functions_of(context: str) -> set[str]:
    return {name for name, folder in function_folders().items() if folder.parent.name == context}


def test_every_context_that_has_functions_has_a_file_and_nothing_else_has() -> None:
    names = [context.name for context in context_files()]
    assert names == sorted({folder.parent.name for folder in function_folders().values()})


def test_a_context_file_builds_the_functions_of_its_folder() -> None:
    built = {
        context.name: re.findall(
            r'parts\.function\(\s*"(\w+)"', (CONTEXTS / f"{context.name}.py").read_text()
        )
        for context in context_files()
    }
    assert {name: sorted(functions) for name, functions in built.items()} == {
        name: sorted(functions_of(name)) for name in built
    }


def test_every_workflow_of_a_context_file_is_a_state_machine(template: Template) -> None:
    machines = template.of_type("AWS::StepFunctions::StateMachine").values()
    names = [str(machine["StateMachineName"]).removeprefix("Helsebro-") for machine in machines]
    assert sorted(names) == sorted(workflow_names())
