from typing import Literal

EarlierInsuranceProduct = Literal[
    "basic-health-insurance", "diagnosis-insurance", "health-insurance", "none", "other"
]

EARLIER_INSURANCE_PRODUCT_VALUES: set[EarlierInsuranceProduct] = {
    "basic-health-insurance",
    "diagnosis-insurance",
    "health-insurance",
    "none",
    "other",
}


def check_earlier_insurance_product(value: str) -> EarlierInsuranceProduct:
    if value in EARLIER_INSURANCE_PRODUCT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EARLIER_INSURANCE_PRODUCT_VALUES!r}")
