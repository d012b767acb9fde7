"""Looks up resources in a CloudFormation template."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Resource = Mapping[str, Any]


@dataclass(frozen=True)
class Template:
    """A synthesized template, or those of several stacks as one (``Template.of_stacks``)."""

    body: Mapping[str, Any]

    @staticmethod
    def of_stacks(templates: Mapping[str, Mapping[str, Any]]) -> Template:
        """Returns one template of several: ``cases.Role1`` is ``Role1`` of ``helsebro-prod-cases``.

        A value that one stack imports from another is a reference to the other's resource again.
        """
        exported: dict[str, Any] = {}
        for stack, template in templates.items():
            for output in template.get("Outputs", {}).values():
                if "Export" in output:
                    exported[output["Export"]["Name"]] = _renamed(output["Value"], stack, template, {})
        parts = ("Resources", "Parameters", "Outputs")
        body: dict[str, dict[str, Any]] = {part: {} for part in parts}
        for stack, template in templates.items():
            for name, resource in template["Resources"].items():
                body["Resources"][_id_in(stack, name)] = _renamed(resource, stack, template, exported)
            body["Parameters"] |= template.get("Parameters", {})
            body["Outputs"] |= template.get("Outputs", {})
        return Template(body)

    def of_type(self, kind: str) -> dict[str, Resource]:
        """Returns logical id → properties for every resource of a type, such as ``AWS::SQS::Queue``."""
        return {
            name: resource.get("Properties", {})
            for name, resource in self.body["Resources"].items()
            if resource["Type"] == kind
        }

    def functions(self) -> dict[str, Resource]:
        """Returns function → properties of its Lambda."""
        return {
            _name_of(properties): properties for properties in self.of_type("AWS::Lambda::Function").values()
        }

    def statements(self) -> Iterator[tuple[str, Resource]]:
        """Yields every statement of every role, with the role's logical id."""
        for name, role in self.of_type("AWS::IAM::Role").items():
            for policy in role.get("Policies", []):
                for statement in policy["PolicyDocument"]["Statement"]:
                    yield name, statement
        for policy in self.of_type("AWS::IAM::Policy").values():
            for statement in policy["PolicyDocument"]["Statement"]:
                yield self.referred(policy["Roles"][0]), statement

    def rights_of(self, function: str) -> list[Resource]:
        """Returns the statements of a function's role."""
        role = self.referred(self.functions()[function]["Role"])
        return [statement for name, statement in self.statements() if name == role]

    def function_with(self, role: str) -> str:
        """Returns the function that has this role, or the role itself when no function has it."""
        found = {self.referred(of["Role"]): name for name, of in self.functions().items()}
        return found.get(role, role)

    def name_of(self, function: Any) -> str:
        """Returns the function that a reference names."""
        return _name_of(self.of_type("AWS::Lambda::Function")[self.referred(function)])

    def behind(self, alias: Any) -> str:
        """Returns the function that a reference to an alias calls."""
        return self.name_of(self.of_type("AWS::Lambda::Alias")[self.referred(alias)]["FunctionName"])

    def mappings(self, source_kind: str) -> list[Resource]:
        """Returns the event source mappings of a kind of source, such as ``sqs``."""
        return [
            mapping
            for mapping in self.of_type("AWS::Lambda::EventSourceMapping").values()
            if self._kind_of(mapping["EventSourceArn"]) == source_kind
        ]

    def event_patterns(self) -> list[Resource]:
        """Returns the pattern of every rule of the bus; a scheduled rule has none."""
        rules = self.of_type("AWS::Events::Rule").values()
        return [rule["EventPattern"] for rule in rules if "EventPattern" in rule]

    def machines(self) -> dict[str, dict[str, Any]]:
        """Returns logical id → definition for every state machine, with references as text."""
        return {
            name: json.loads(as_text(machine["DefinitionString"]))
            for name, machine in self.of_type("AWS::StepFunctions::StateMachine").items()
        }

    def referred(self, reference: Any) -> str:
        """Returns the logical id that a ``Ref`` or ``Fn::GetAtt`` names."""
        return str(reference["Ref"] if "Ref" in reference else reference["Fn::GetAtt"][0])

    def _kind_of(self, arn: Any) -> str:
        kind = self.body["Resources"][self.referred(arn)]["Type"]
        return {"AWS::SQS::Queue": "sqs", "AWS::DynamoDB::Table": "dynamodb"}[kind]


def listed(value: Any) -> list[Any]:
    """Returns a value as a list; IAM accepts one value or a list."""
    return list(value) if isinstance(value, list) else [value]


def is_dead_letter_queue(logical_id: str) -> bool:
    """Whether the queue of this id holds dead letters; ``keepdeadlines`` has the word too."""
    return bool(re.search(r"dead[0-9A-F]{8}$", logical_id))


def as_text(joined: Any) -> str:
    """Returns a ``Fn::Join`` as text, with its references as JSON-safe names."""
    if isinstance(joined, str):
        return joined
    separator, parts = joined["Fn::Join"]
    return str(separator).join(part if isinstance(part, str) else _plain(part) for part in parts)


def _plain(reference: Mapping[str, Any]) -> str:
    return json.dumps(reference).replace('"', "'")


def _name_of(function: Resource) -> str:
    """Returns ``claims`` for ``helsebro-prod-claims``."""
    return str(function["FunctionName"]).split("-", 2)[2]


def _renamed(value: Any, stack: str, template: Mapping[str, Any], exported: Mapping[str, Any]) -> Any:
    """Returns a part of a template with every reference as it is called in ``of_stacks``."""
    if isinstance(value, list):
        return [_renamed(part, stack, template, exported) for part in value]
    if not isinstance(value, Mapping):
        return value
    if set(value) == {"Ref"} and value["Ref"] in template["Resources"]:
        return {"Ref": _id_in(stack, value["Ref"])}
    if set(value) == {"Fn::GetAtt"}:
        name, attribute = value["Fn::GetAtt"]
        return {"Fn::GetAtt": [_id_in(stack, name), attribute]}
    if set(value) == {"Fn::ImportValue"}:
        return exported[value["Fn::ImportValue"]]
    return {name: _renamed(part, stack, template, exported) for name, part in value.items()}


def _id_in(stack: str, name: str) -> str:
    return f"{stack.rpartition('-')[2]}.{name}"
