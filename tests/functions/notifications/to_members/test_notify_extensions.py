"""Whoever asked for more hears of a no, as of a yes, with the way to the reasons (F4-26, F4-34)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro_aws.notifications.rendering import render
from local.notifications.demo import SENDER
from tests.builders.claims import outbox_rows
from tests.builders.decisions import decide, insured_anna
from tests.builders.extensions import extension_of, extension_task_of, guaranteed
from tests.builders.messages.notifications import notifications_in, notify

pytestmark = pytest.mark.usefixtures("aws")


def test_a_denied_extension_is_told_with_the_way_to_the_reasons(aws: dict[str, Any]) -> None:
    insured_anna(email="anna@example.org")
    extension_id = extension_of(guaranteed())
    denial = {"decision": "deny", "reason": "Kanariediagnose er ikke dækket."}
    assert decide(extension_task_of(extension_id), denial).status == 200
    of_all = [row["data"]["M"] for row in outbox_rows(aws, "task.decided")]
    [decided] = [data for data in of_all if "extensionId" in data]
    assert notify("task.decided", **{name: value["S"] for name, value in decided.items()}) == []
    [mail] = notifications_in(aws)
    assert (mail.kind, mail.channel, mail.tells_of) == ("extension-denied", "email", extension_id)
    text = render(mail, SENDER).text
    assert "Vi siger nej." in text
    assert f"Læs begrundelsen: {SENDER.portal_url}/cases/{mail.case_id}" in text
    assert "Kanariediagnose" not in text
