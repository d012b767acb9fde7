"""Each context has one file, which builds the functions of its folder and its workflows."""

from __future__ import annotations

import inspect
import re

from infra.context_files import ContextFile, context_files, file_of, workflow_names
from infra.function_folders import function_folders
from tests.infra.template import Template


def built_by(context: ContextFile) -> list[str]:
    """Returns the functions that the source of a context's file names."""
    module = inspect.getmodule(context.add_functions)
    assert module
    return sorted(re.findall(r'parts\.function\(\s*"(\w+)"', inspect.getsource(module)))


def in_folder_of(context: str) -> list[str]:
    return sorted(name for name, folder in function_folders().items() if folder.parent.name == context)


def test_exactly_the_contexts_with_functions_have_a_file() -> None:
    names = [context.name for context in context_files()]
    assert sorted(names) == sorted({folder.parent.name for folder in function_folders().values()})


def test_a_context_file_builds_the_functions_of_its_folder() -> None:
    for context in context_files():
        built, there = built_by(context), in_folder_of(context.name)
        missing = [f'add parts.function("{name}") to {file_of(context.name)}' for name in there]
        assert [line for name, line in zip(there, missing, strict=True) if name not in built] == []
        assert [name for name in built if name not in there] == [], (
            f"functions/{context.name} has no such folder"
        )
        assert built == there, "a function is built twice"


def test_every_workflow_of_a_context_file_is_a_state_machine(template: Template) -> None:
    machines = template.of_type("AWS::StepFunctions::StateMachine").values()
    names = [str(machine["StateMachineName"]).split("-", 2)[2] for machine in machines]
    assert sorted(names) == sorted(workflow_names())
