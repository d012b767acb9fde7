"""Stored question: a question of cover as it was stored, also before the day of the report moved."""

from __future__ import annotations

from helsebro_aws.dynamodb.tables import Item


def as_today(question: Item) -> Item:
    """Returns a stored question with the day of the report among the evidence, once part of the condition."""
    condition = question.get("condition", {})
    if "reportedOn" not in condition:
        return question
    evidence = {"reportedOn": condition["reportedOn"], **question.get("evidence", {})}
    rest = {name: value for name, value in condition.items() if name != "reportedOn"}
    return {**question, "condition": rest, "evidence": evidence}
