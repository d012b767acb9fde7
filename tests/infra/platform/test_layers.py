"""Layers: the packages that a function needs, and not more than Lambda unpacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.platform.layers import LayersTooLarge, must_fit
from infra.stage import LAYERS_ALWAYS
from tests.infra.template import Template

MOST_LAYERS = 5
"""Lambda's own limit."""


def folder_of(size: int, at: Path) -> Path:
    (at / "python" / "package").mkdir(parents=True)
    (at / "python" / "package" / "code.so").write_bytes(bytes(size))
    return at


def test_layers_within_the_limit_are_accepted(tmp_path: Path) -> None:
    must_fit([folder_of(40, tmp_path / "api"), folder_of(60, tmp_path / "xml")], limit=100)


def test_layers_over_the_limit_stop_the_synth(tmp_path: Path) -> None:
    with pytest.raises(LayersTooLarge, match="api 0 MB, xml 0 MB"):
        must_fit([folder_of(40, tmp_path / "api"), folder_of(61, tmp_path / "xml")], limit=100)


def test_every_function_has_the_required_layers_and_at_most_five(template: Template) -> None:
    described = {
        name: layer["Description"].removeprefix("Helsebro: ")
        for name, layer in template.of_type("AWS::Lambda::LayerVersion").items()
    }
    for function in template.functions().values():
        names = {described[template.referred(layer)] for layer in function["Layers"]}
        assert set(LAYERS_ALWAYS) <= names
        assert len(names) <= MOST_LAYERS


def test_every_layer_is_for_the_processor_and_the_python_of_the_functions(template: Template) -> None:
    for layer in template.of_type("AWS::Lambda::LayerVersion").values():
        assert layer["CompatibleArchitectures"] == ["arm64"]
        assert layer["CompatibleRuntimes"] == ["python3.13"]
    for function in template.functions().values():
        assert (function["Architectures"], function["Runtime"]) == (["arm64"], "python3.13")
