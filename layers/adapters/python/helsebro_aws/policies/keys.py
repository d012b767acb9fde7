"""The keys of payers, policies, insured persons and index tables, all in the ``people`` table."""

from __future__ import annotations

from helsebro.ids import PersonId, PolicyId
from helsebro_aws.dynamodb.keys import LAST, Key

POLICY = "POLICY"
INSURED = "INSURED#"
FAMILY = "FAMILY#"
LAST_POINTER = f"{INSURED}{LAST}"
"""The end of a person's pointers, which begin with ``FAMILY`` and ``INSURED``."""
PAYER_NUMBERS = "PAYERNUMBERS"
"""The partition of all payers' numbers; a payer's own name has no capitals."""
INDEX_TABLE = "INDEXES"
YEARS = "YEAR#"


def payer_key(slug: str) -> Key:
    """Returns the key of a payer."""
    return slug, "PAYER"


def payer_mark_key(slug: str) -> Key:
    """Returns the key of a payer's mark."""
    return slug, "MARK"


def payer_number_key(scheme: str, number: str) -> Key:
    """Returns the key of the item that reserves a number for its payer: a GLN or a company number."""
    return PAYER_NUMBERS, f"{scheme}#{number}"


def policy_partition(payer: str, policy_id: PolicyId) -> str:
    """Returns the partition of a policy and of its notices."""
    return f"{payer}#{policy_id}"


def policy_key(payer: str, policy_id: PolicyId) -> Key:
    """Returns the key of a policy."""
    return policy_partition(payer, policy_id), POLICY


def policy_number_key(payer: str, number: str) -> Key:
    """Returns the key of the item that reserves a policy number at the payer."""
    return payer, f"POLICYNUMBER#{number}"


def insured_partition(payer: str, person_id: PersonId) -> str:
    """Returns the partition of a person's enrolments at one payer."""
    return f"{payer}#{person_id}"


def insured_key(payer: str, person_id: PersonId, policy_id: PolicyId) -> Key:
    """Returns the key of a person's enrolment in a policy."""
    return insured_partition(payer, person_id), f"{INSURED}{policy_id}"


def insured_of_policy(payer: str, policy_id: PolicyId) -> str:
    """Returns the listing of those whom a policy insures, or insured, each family together."""
    return f"{policy_partition(payer, policy_id)}#insured"


def own_pointer_key(person_id: PersonId, payer: str, policy_id: PolicyId) -> Key:
    """Returns the key of the pointer from a person to the person's own enrolment."""
    return person_id, f"{INSURED}{payer}#{policy_id}"


def family_pointer_key(
    main_insured_person_id: PersonId, payer: str, person_id: PersonId, policy_id: PolicyId
) -> Key:
    """Returns the key of the pointer from a main insured person to a family member's enrolment."""
    return main_insured_person_id, f"{FAMILY}{payer}#{person_id}#{policy_id}"


def sought_at(payer: str, digest: str) -> str:
    """Returns the partition of the enrolments at a payer that a search for a name or a number finds."""
    return f"{payer}#sought#{digest}"


def sought_place_key(payer: str, digest: str, person_id: PersonId, policy_id: PolicyId) -> Key:
    """Returns the key of the row by which a search finds an enrolment."""
    return sought_at(payer, digest), f"{person_id}#{policy_id}"


def sought_among_contacts(digest: str) -> str:
    """Returns the partition of the persons who have entered a phone number, whoever insures them."""
    return f"sought#{digest}"


def sought_contact_key(digest: str, person_id: PersonId) -> Key:
    """Returns the key of the row by which a search for a phone number finds a person's contact."""
    return sought_among_contacts(digest), person_id


def index_table_key(payer: str) -> Key:
    """Returns the key of a payer's whole index table."""
    return payer, INDEX_TABLE


def index_partition(payer: str) -> str:
    """Returns the partition of a payer's index years and of all their versions."""
    return f"{payer}#indexes"


def index_year_key(payer: str, year: int) -> Key:
    """Returns the key of the latest version of an index year."""
    return index_partition(payer), f"{YEARS}{year}"


def index_settings(year: int) -> str:
    """Returns the prefix of the sort keys of a year's versions."""
    return f"SET#{year}#"


def index_setting_key(payer: str, year: int, version: int) -> Key:
    """Returns the key of one version of an index year."""
    return index_partition(payer), f"{index_settings(year)}{version:06}"
