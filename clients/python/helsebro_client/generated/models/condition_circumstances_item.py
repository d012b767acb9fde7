from typing import Literal

ConditionCircumstancesItem = Literal[
    "breast-reconstruction",
    "change-not-told",
    "crime",
    "danish-offers-exhausted",
    "direct-sequela",
    "epidemic",
    "evening-supplement",
    "examined-at-former-insurer",
    "gross-negligence",
    "intent",
    "intoxication",
    "life-threatening",
    "method-not-approved",
    "method-not-recognised",
    "military",
    "no-show",
    "no-show-valid-reason",
    "nuclear",
    "nuclear-ordinary-use",
    "place-not-authorised",
    "professional-sport",
    "public-cosmetic-criteria",
    "second-opinion-panel-heard",
    "terminal",
    "treatment-damage",
    "war",
    "weekend-supplement",
]

CONDITION_CIRCUMSTANCES_ITEM_VALUES: set[ConditionCircumstancesItem] = {
    "breast-reconstruction",
    "change-not-told",
    "crime",
    "danish-offers-exhausted",
    "direct-sequela",
    "epidemic",
    "evening-supplement",
    "examined-at-former-insurer",
    "gross-negligence",
    "intent",
    "intoxication",
    "life-threatening",
    "method-not-approved",
    "method-not-recognised",
    "military",
    "no-show",
    "no-show-valid-reason",
    "nuclear",
    "nuclear-ordinary-use",
    "place-not-authorised",
    "professional-sport",
    "public-cosmetic-criteria",
    "second-opinion-panel-heard",
    "terminal",
    "treatment-damage",
    "war",
    "weekend-supplement",
}


def check_condition_circumstances_item(value: str) -> ConditionCircumstancesItem:
    if value in CONDITION_CIRCUMSTANCES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONDITION_CIRCUMSTANCES_ITEM_VALUES!r}")
