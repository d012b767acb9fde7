"""The bus: which events it carries."""

from __future__ import annotations

from tests.infra.template import Template


def test_every_rule_listens_to_our_own_events_only(template: Template) -> None:
    patterns = template.event_patterns()
    assert patterns
    assert all(pattern["source"] == ["helsebro"] for pattern in patterns)
