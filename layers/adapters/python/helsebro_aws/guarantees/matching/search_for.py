"""A search for the guarantee of a case: for its treatment, without those who declined its client, and without
the clinics that its client refused.
"""

from __future__ import annotations

from dataclasses import replace

from helsebro.caller import Caller
from helsebro.claims.consenting.passing_on import clinics_closed
from helsebro.ids import GuaranteeId
from helsebro.network.matching import SearchCriteria
from helsebro.network.treating_place import TreatingPlace
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees


def search_for(criteria: SearchCriteria, guarantee_id: GuaranteeId, caller: Caller) -> SearchCriteria:
    """Returns the criteria for a guarantee, in its country.

    A treatment that the caller names counts in place of the guarantee's. Raises ``NotFound`` unless the
    caller may read the guarantee.
    """
    guarantee, claim = DynamoGuarantees().visible(guarantee_id, caller, lambda _, __: False)
    refused: tuple[TreatingPlace, ...] = tuple((each, None) for each in clinics_closed(claim))
    treatment = criteria.treatment or guarantee.treatment
    bound = (guarantee.clinic_id, guarantee.practitioner_id) if guarantee.clinic_id else None
    # Staff who may match anew look everywhere; a member can book only where the guarantee is bound.
    only_at = None if caller.payer else bound
    return replace(
        criteria,
        country=guarantee.country,
        treatment=treatment,
        leaves_out=(*guarantee.declined_by, *refused),
        only_at=only_at,
    )
