"""Stages: which there are, and where they may stand."""

from __future__ import annotations

import pytest

from infra.stage import EUROPEAN, IN_AN_ACCOUNT, ForeignRegion, UnknownStage, stage


@pytest.mark.parametrize("name", [None, "", "production", "Dev", "local2"])
def test_an_unknown_stage_is_an_error_that_lists_the_known_ones(name: str | None) -> None:
    with pytest.raises(UnknownStage) as unknown:
        stage(name, "eu-north-1")
    assert all(known in str(unknown.value) for known in IN_AN_ACCOUNT)


@pytest.mark.parametrize("region", [None, "us-east-1", "eu-west-2", "eu-central-2", "ap-southeast-1"])
def test_a_region_outside_the_european_union_is_an_error_that_lists_the_allowed_ones(
    region: str | None,
) -> None:
    """London and Zurich are in Europe, but under other laws."""
    with pytest.raises(ForeignRegion) as foreign:
        stage("dev", region)
    assert all(allowed in str(foreign.value) for allowed in EUROPEAN)


@pytest.mark.parametrize("region", EUROPEAN)
def test_a_stage_stands_in_any_region_of_the_union(region: str) -> None:
    assert stage("test", region).region == region


def test_two_stages_fit_into_one_account() -> None:
    names = {stage(name, "eu-north-1").named("claims") for name in IN_AN_ACCOUNT}
    assert len(names) == len(IN_AN_ACCOUNT)


def test_only_production_locks_for_good() -> None:
    assert [name for name in IN_AN_ACCOUNT if stage(name, "eu-north-1").locks_for_good] == ["prod"]
