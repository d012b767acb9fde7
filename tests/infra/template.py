"""Looking things up in a CloudFormation template."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Resource = Mapping[str, Any]


@dataclass(frozen=True)
class Template:
    """A synthesized template."""

    body: Mapping[str, Any]

    def of_type(self, kind: str) -> dict[str, Resource]:
        """Logical id → properties of every resource of a type, such as ``AWS::SQS::Queue``."""
        return {
            name: resource.get("Properties", {})
            for name, resource in self.body["Resources"].items()
            if resource["Type"] == kind
        }

    def functions(self) -> dict[str, Resource]:
        """Folder name → properties of its Lambda."""
        return {
            _name_of(properties): properties for properties in self.of_type("AWS::Lambda::Function").values()
        }

    def statements(self) -> Iterator[tuple[str, Resource]]:
        """Every statement of every role's policy, with the policy's logical id."""
        for name, policy in self.of_type("AWS::IAM::Policy").items():
            for statement in policy["PolicyDocument"]["Statement"]:
                yield name, statement

    def mappings(self, source_kind: str) -> list[Resource]:
        """Event source mappings whose source is of a kind, such as ``sqs``."""
        return [
            mapping
            for mapping in self.of_type("AWS::Lambda::EventSourceMapping").values()
            if self._kind_of(mapping["EventSourceArn"]) == source_kind
        ]

    def event_patterns(self) -> list[Resource]:
        """The pattern of every rule of the bus; a rule that runs by the clock has none."""
        rules = self.of_type("AWS::Events::Rule").values()
        return [rule["EventPattern"] for rule in rules if "EventPattern" in rule]

    def machines(self) -> dict[str, dict[str, Any]]:
        """Logical id → definition of every state machine, references left as text."""
        return {
            name: json.loads(as_text(machine["DefinitionString"]))
            for name, machine in self.of_type("AWS::StepFunctions::StateMachine").items()
        }

    def referred(self, reference: Any) -> str:
        """The logical id that a ``Ref`` or ``Fn::GetAtt`` names."""
        return str(reference["Ref"] if "Ref" in reference else reference["Fn::GetAtt"][0])

    def _kind_of(self, arn: Any) -> str:
        kind = self.body["Resources"][self.referred(arn)]["Type"]
        return {"AWS::SQS::Queue": "sqs", "AWS::DynamoDB::Table": "dynamodb"}[kind]


def listed(value: Any) -> list[Any]:
    """A value that IAM takes alone or as a list."""
    return list(value) if isinstance(value, list) else [value]


def as_text(joined: Any) -> str:
    """A ``Fn::Join`` with its references as their JSON-safe names."""
    if isinstance(joined, str):
        return joined
    separator, parts = joined["Fn::Join"]
    return str(separator).join(part if isinstance(part, str) else _plain(part) for part in parts)


def _plain(reference: Mapping[str, Any]) -> str:
    return json.dumps(reference).replace('"', "'")


def _name_of(function: Resource) -> str:
    name = str(function["FunctionName"])
    return name.partition("-")[2]
