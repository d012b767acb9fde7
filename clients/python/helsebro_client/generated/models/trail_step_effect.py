from typing import Literal

TrailStepEffect = Literal["cap", "deny", "grant", "note", "refer", "require", "wait"]

TRAIL_STEP_EFFECT_VALUES: set[TrailStepEffect] = {
    "cap",
    "deny",
    "grant",
    "note",
    "refer",
    "require",
    "wait",
}


def check_trail_step_effect(value: str) -> TrailStepEffect:
    if value in TRAIL_STEP_EFFECT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRAIL_STEP_EFFECT_VALUES!r}")
