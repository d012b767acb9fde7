from typing import Literal

FormerInsuranceProduct = Literal["basic-health-insurance", "diagnosis-insurance", "health-insurance", "other"]

FORMER_INSURANCE_PRODUCT_VALUES: set[FormerInsuranceProduct] = {
    "basic-health-insurance",
    "diagnosis-insurance",
    "health-insurance",
    "other",
}


def check_former_insurance_product(value: str) -> FormerInsuranceProduct:
    if value in FORMER_INSURANCE_PRODUCT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FORMER_INSURANCE_PRODUCT_VALUES!r}")
