"""Looks up resources in a CloudFormation template."""

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
        """Yields every statement of every role's policy, with the policy's logical id."""
        for name, policy in self.of_type("AWS::IAM::Policy").items():
            for statement in policy["PolicyDocument"]["Statement"]:
                yield name, statement

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


def as_text(joined: Any) -> str:
    """Returns a ``Fn::Join`` as text, with its references as JSON-safe names."""
    if isinstance(joined, str):
        return joined
    separator, parts = joined["Fn::Join"]
    return str(separator).join(part if isinstance(part, str) else _plain(part) for part in parts)


def _plain(reference: Mapping[str, Any]) -> str:
    return json.dumps(reference).replace('"', "'")


def _name_of(function: Resource) -> str:
    name = str(function["FunctionName"])
    return name.partition("-")[2]
