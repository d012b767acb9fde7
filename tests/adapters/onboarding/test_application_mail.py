"""The mail about an application says within how many days our network team has looked at it."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import helsebro_aws.notifications
from helsebro_aws.tasks.reviews import REVIEWS

TEMPLATE = Path(helsebro_aws.notifications.__file__).parent / "templates/application-received.json"
THREE_DAYS = {"da": "inden for tre dage", "nb": "innen tre dager", "en": "within three days"}


def test_the_mail_names_the_days_in_which_a_resembling_application_is_looked_at() -> None:
    assert REVIEWS["onboarding"].within == timedelta(days=3)
    mails = json.loads(TEMPLATE.read_text(encoding="utf-8"))
    for language, said in THREE_DAYS.items():
        assert said in " ".join(mails[language]["text"])
