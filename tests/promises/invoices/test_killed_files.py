"""Promise 4 for the files of an invoice: killed anywhere and run again, one copy and one row of each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.invoices.attachments.attached_file import AttachedFile
from helsebro_aws.invoices.attachments.attachment_files import AttachmentFiles, kept_key
from helsebro_aws.invoices.attachments.keep import AttachmentKeeping
from local.clinic.ubl import EnclosedFile
from tests.builders.documents.invoice_files import LETTER, accepted, fetched, keeping, shown
from tests.builders.invoice_stage import Stage, staged
from tests.promises.test_crash import Killed, killed_once

STEPS = [
    ("invoices", "find"),
    ("files", "of"),
    ("originals", "as_received"),
    ("quarantine", "put_once"),
    ("quarantine", "content"),
    ("copies", "keep"),
    ("files", "decide"),
    ("quarantine", "delete"),
]
HARMFUL = EnclosedFile(b"MZ no pdf")


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def run_all(keeping_: AttachmentKeeping, invoice_id: Any) -> None:
    """Runs once for each of two files, and once more."""
    for _ in range(3):
        keeping_.run(invoice_id)


def run_again(whole: AttachmentKeeping, invoice_id: Any, part: str, method: str, moment: str) -> None:
    """Kills a run once, then runs until no file is left."""
    killed = replace(whole, **{part: killed_once(getattr(whole, part), method, moment)})
    with pytest.raises(Killed):
        run_all(killed, invoice_id)
    run_all(whole, invoice_id)


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("part, method", STEPS)
def test_each_file_is_kept_or_dropped_once_wherever_its_keeping_is_killed(
    part: str, method: str, moment: str, stage: Stage, aws: dict[str, Any]
) -> None:
    invoice_id = accepted(stage, HARMFUL, LETTER)
    run_again(keeping(), invoice_id, part, method, moment)
    assert [each["status"] for each in shown(stage, invoice_id)] == ["dropped", "kept"]
    rows = aws["dynamodb"].scan(TableName="money")["Items"]
    assert sum(row["sk"]["S"].startswith("ATTACHMENT#") for row in rows) == 2
    assert aws["s3"].list_objects_v2(Bucket="attachments")["KeyCount"] == 1
    assert aws["s3"].list_objects_v2(Bucket="uploads")["KeyCount"] == 0
    assert fetched(stage, invoice_id, 2).status == 303


def test_control_a_row_before_its_copy_is_a_dead_link(stage: Stage, aws: dict[str, Any]) -> None:
    class Hasty(AttachmentFiles):
        """Stores the row of a file before its copy."""

        def keep(self, file: AttachedFile, content: bytes) -> None:
            keeping().files.decide(file)
            later.keep(file, content)

    invoice_id, later = accepted(stage), killed_once(AttachmentFiles(), "keep", "before")
    hasty = keeping(copies=Hasty())
    with pytest.raises(Killed):
        hasty.run(invoice_id)
    [file] = hasty.run(invoice_id)
    assert file.status == "kept"
    held = aws["s3"].list_objects_v2(Bucket="attachments").get("Contents", [])
    assert kept_key(file) not in [each["Key"] for each in held]
