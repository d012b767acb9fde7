"""``make backfill``: dry first, page by page, and on from where it stopped."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from infra.account.backfill import BackfillFailed, ProgressFile, run

NAME = "fees"
PAGES: tuple[str | None, ...] = ("after-1", "after-2", None)
"""The cursor that each of three pages returns."""


class Pages:
    """The function of a stage: three pages of ten items, four of them to change; it may be stopped once."""

    def __init__(self, stops_at: int | None = None, conflicts: int = 0) -> None:
        self.calls: list[Mapping[str, Any]] = []
        self.stops_at, self.conflicts = stops_at, conflicts

    def __call__(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        if len(self.calls) == self.stops_at:
            self.stops_at = None
            raise KeyboardInterrupt
        self.calls.append(given)
        page = 0 if given["cursor"] is None else PAGES.index(given["cursor"]) + 1
        cursor = PAGES[page]
        changed = 0 if given["dryRun"] else 4 - self.conflicts
        counts = {
            "seen": 10,
            "matched": 4,
            "changed": changed,
            "conflicts": 0 if given["dryRun"] else self.conflicts,
        }
        return {**counts, "examples": ["cases CLAIM"], **({"cursor": cursor} if cursor else {})}

    @property
    def cursors(self) -> list[str | None]:
        return [call["cursor"] for call in self.calls]


@pytest.fixture
def file(tmp_path: Path) -> ProgressFile:
    return ProgressFile("dev", NAME, tmp_path)


@pytest.fixture
def counted(file: ProgressFile) -> ProgressFile:
    """The progress after a dry run."""
    assert run(NAME, Pages(), file, applies=False) == 0
    return file


def test_a_dry_run_counts_and_shows_three_ids(file: ProgressFile, capsys: pytest.CaptureFixture[str]) -> None:
    pages = Pages()
    assert run(NAME, pages, file, applies=False) == 0
    assert [call["dryRun"] for call in pages.calls] == [True] * 3
    shown = capsys.readouterr().out
    assert "12 of 30 items would change" in shown
    assert shown.count("cases CLAIM") == 3


def test_nothing_is_changed_before_a_dry_run_has_reached_the_end(file: ProgressFile) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(NAME, Pages(stops_at=2), file, applies=False)
    pages = Pages()
    with pytest.raises(BackfillFailed, match="without APPLY=1 first"):
        run(NAME, pages, file, applies=True)
    assert pages.calls == []


def test_the_dry_run_of_another_backfill_or_stage_does_not_count(
    counted: ProgressFile, tmp_path: Path
) -> None:
    assert counted.read().is_counted
    for other in (ProgressFile("prod", NAME, tmp_path), ProgressFile("dev", "other", tmp_path)):
        with pytest.raises(BackfillFailed):
            run(NAME, Pages(), other, applies=True)


def test_after_the_dry_run_items_are_changed_page_by_page(
    counted: ProgressFile, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = Pages()
    assert run(NAME, pages, counted, applies=True) == 0
    assert [(call["dryRun"], call["pages"]) for call in pages.calls] == [(False, 1)] * 3
    assert capsys.readouterr().out.endswith("12 items were changed.\n")


def test_a_complete_backfill_needs_a_new_dry_run(counted: ProgressFile) -> None:
    run(NAME, Pages(), counted, applies=True)
    with pytest.raises(BackfillFailed):
        run(NAME, Pages(), counted, applies=True)


@pytest.mark.parametrize("applies", [False, True])
def test_a_run_that_was_stopped_goes_on_from_the_last_page_with_its_counts(
    counted: ProgressFile, applies: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = Pages(stops_at=2)
    with pytest.raises(KeyboardInterrupt):
        run(NAME, pages, counted, applies=applies)
    assert run(NAME, pages, counted, applies=applies) == 0
    assert pages.cursors == [None, "after-1", "after-2"]
    assert "12 items were changed" in capsys.readouterr().out or not applies


def test_a_stopped_dry_run_does_not_begin_the_run_that_changes_items(counted: ProgressFile) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(NAME, Pages(stops_at=1), counted, applies=False)
    with pytest.raises(BackfillFailed):
        run(NAME, Pages(), counted, applies=True)


def test_items_that_others_changed_are_run_again(counted: ProgressFile) -> None:
    assert run(NAME, Pages(conflicts=1), counted, applies=True) == 1
    pages = Pages()
    assert run(NAME, pages, counted, applies=True) == 0
    assert pages.cursors == [None, "after-1", "after-2"]


def test_a_cursor_goes_on_from_another_page(counted: ProgressFile) -> None:
    pages = Pages()
    assert run(NAME, pages, counted, applies=True, cursor="after-2") == 0
    assert pages.cursors == ["after-2"]


def test_an_unknown_cursor_is_named(file: ProgressFile) -> None:
    with pytest.raises(BackfillFailed, match=r"The cursor zz names no page\. Leave out CURSOR"):
        run("schema-version-1", lambda _: {"error": "unknown-cursor"}, file, applies=False, cursor="zz")


def test_an_unknown_name_lists_the_known_ones(file: ProgressFile) -> None:
    def unknown(_: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"error": "unknown-backfill", "known": ["a", "b"]}

    with pytest.raises(BackfillFailed, match=r"unknown-backfill\. There are: a, b"):
        run("no-such", unknown, file, applies=False)
