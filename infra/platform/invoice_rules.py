"""The official invoice rules that an operator lays down: checked, and given to the two functions that judge.

They are a layer of their own, so that the packages do not change with each release of the rules.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from helsebro.invoices.declared_rules import DECLARATION, RulesNotUsable, declared_rules, not_in_force
from infra.stage import BUILT_LAYERS, Stage

if TYPE_CHECKING:
    # It loads CDK, which starts a Node; a command that only checks the folder needs none.
    from infra.small_function import SmallFunction

__all__ = ["LAYER", "RulesNotUsable", "declared_files", "give_rules", "layer_folder", "not_in_force_in"]
LAYER = "rules"
INSIDE = "invoice-rules"
IN_LAMBDA = f"/opt/{INSIDE}"
"""Where Lambda unpacks the layer."""


def declared_files(rules: Path) -> list[str]:
    """Returns the files of a folder of rules. Raises ``RulesNotUsable`` when one is missing or differs."""
    return [DECLARATION, *sorted({each.file for each in declared_rules(rules)})]


def not_in_force_in(rules: Path, on: date) -> list[str]:
    """Returns a line for each declared set that judges nothing on that day. Raises ``RulesNotUsable``."""
    return not_in_force(declared_rules(rules), on)


def layer_folder(stage: Stage, rules: Path, below: Path = BUILT_LAYERS.parent) -> Path:
    """Returns a folder with the declared files as the layer holds them. Raises ``RulesNotUsable``."""
    files, layer = declared_files(rules), below / LAYER / stage.name
    shutil.rmtree(layer, ignore_errors=True)
    for name in files:
        (layer / INSIDE / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(rules / name, layer / INSIDE / name)
    return layer


def give_rules(stage: Stage, function: SmallFunction) -> None:
    """Tells a function where its rules are; without any it judges by what is shipped and by our table."""
    if stage.rules:
        function.add_setting("HELSEBRO_RULES_DIR", str(stage.rules) if stage.local else IN_LAMBDA)
