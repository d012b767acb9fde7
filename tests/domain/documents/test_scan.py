from __future__ import annotations

from helsebro.documents.scan import REJECTIONS, ScanVerdict, seconds_to_wait


def test_every_verdict_but_clean_and_pending_rejects_the_document_with_a_reason() -> None:
    assert set(ScanVerdict) - set(REJECTIONS) == {ScanVerdict.CLEAN, ScanVerdict.PENDING}


def test_a_pending_scan_is_looked_for_soon_and_then_once_a_minute() -> None:
    assert [seconds_to_wait(looks) for looks in (1, 2, 12, 13, 60)] == [5, 10, 60, 60, 60]


def test_sixty_looks_last_at_least_three_quarters_of_an_hour() -> None:
    assert sum(seconds_to_wait(looks) for looks in range(1, 60)) >= 45 * 60
