"""What staff read says words, not the codes and fields of the API."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

from helsebro import ids
from helsebro.ids import ClaimId
from helsebro.tasks.subject import ClaimReview
from helsebro.tasks.task import Queue, TaskReason, opened
from helsebro_aws.decisions.listed.task_titles import title_of

ADAPTERS = Path(__file__).parents[4] / "layers/adapters/python/helsebro_aws"
OF_STAFF = ("decisions/problems.json", "tasks/problems.json", "messages/problems.json")
QUERIES = {"unknown-queue", "unknown-inbox-queue"}
"""These name a query parameter, which no one enters by hand."""
FIELDS = r"\b(grant|approved?|clarify|reason|index|evidence|treatment)\b"
TECHNICAL = re.compile(rf"[a-z]+[A-Z]\w*|{FIELDS}|per_|clm_")
CLAIM_ID = ClaimId(ids.mint("clm", "tryg", b"0123456789"))
TASK = opened("claims", ClaimReview(CLAIM_ID), datetime(2026, 11, 27, tzinfo=UTC), timedelta(hours=24))


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_every_queue_and_reason_has_a_title(language: str) -> None:
    for queue in get_args(Queue):
        assert title_of(replace(TASK, queue=queue), language)
    for reason in get_args(TaskReason):
        assert title_of(replace(TASK, reason=reason), language)


@pytest.mark.parametrize("file", OF_STAFF)
def test_no_danish_or_norwegian_detail_names_a_field(file: str) -> None:
    texts = json.loads((ADAPTERS / file).read_text("utf-8"))
    technical = {
        (code, language): found[0]
        for code, text in texts.items()
        for language in ("da", "nb")
        if code not in QUERIES and (found := TECHNICAL.search(" ".join(text[language])))
    }
    assert technical == {}
