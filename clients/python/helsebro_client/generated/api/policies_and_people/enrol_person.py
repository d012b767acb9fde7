from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.enrolled_person import EnrolledPerson
from ...models.enrolment import Enrolment
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    policy_id: str,
    *,
    body: Enrolment,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/policies/{policy_id}/insured".format(
            policy_id=quote(str(policy_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> EnrolledPerson | Problem | None:
    if response.status_code == 201:
        response_201 = EnrolledPerson.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[EnrolledPerson | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    policy_id: str,
    *,
    client: AuthenticatedClient,
    body: Enrolment,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Response[EnrolledPerson | Problem]:
    """Enrols a person in the policy, or changes an enrolment

     Enrols a person in the policy, or changes an enrolment.

    The same person always gets the same `personId`. The number is stored encrypted and never shown. An
    enrolment makes no guardian: it puts a child under 15 who has a family already into a second one,
    which
    opens nothing until the guardians or underwriting confirm it. Who joins a family needs a main
    insured
    person who is insured as an employee under a policy that you see; the same family may be sent again
    also
    when that person is elsewhere by then. The `email` and `phone` are used until the person enters a
    contact, and only where no earlier enrolment names one. When the same enrolment is sent again with
    another
    one, a notice goes to the former address.

    Who: employer, underwriting.

    Args:
        policy_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (Enrolment): A person to enrol in the policy, by exactly one of `cpr` and `fnr`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EnrolledPerson | Problem]
    """

    kwargs = _get_kwargs(
        policy_id=policy_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    policy_id: str,
    *,
    client: AuthenticatedClient,
    body: Enrolment,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> EnrolledPerson | Problem | None:
    """Enrols a person in the policy, or changes an enrolment

     Enrols a person in the policy, or changes an enrolment.

    The same person always gets the same `personId`. The number is stored encrypted and never shown. An
    enrolment makes no guardian: it puts a child under 15 who has a family already into a second one,
    which
    opens nothing until the guardians or underwriting confirm it. Who joins a family needs a main
    insured
    person who is insured as an employee under a policy that you see; the same family may be sent again
    also
    when that person is elsewhere by then. The `email` and `phone` are used until the person enters a
    contact, and only where no earlier enrolment names one. When the same enrolment is sent again with
    another
    one, a notice goes to the former address.

    Who: employer, underwriting.

    Args:
        policy_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (Enrolment): A person to enrol in the policy, by exactly one of `cpr` and `fnr`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EnrolledPerson | Problem
    """

    return sync_detailed(
        policy_id=policy_id,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    policy_id: str,
    *,
    client: AuthenticatedClient,
    body: Enrolment,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Response[EnrolledPerson | Problem]:
    """Enrols a person in the policy, or changes an enrolment

     Enrols a person in the policy, or changes an enrolment.

    The same person always gets the same `personId`. The number is stored encrypted and never shown. An
    enrolment makes no guardian: it puts a child under 15 who has a family already into a second one,
    which
    opens nothing until the guardians or underwriting confirm it. Who joins a family needs a main
    insured
    person who is insured as an employee under a policy that you see; the same family may be sent again
    also
    when that person is elsewhere by then. The `email` and `phone` are used until the person enters a
    contact, and only where no earlier enrolment names one. When the same enrolment is sent again with
    another
    one, a notice goes to the former address.

    Who: employer, underwriting.

    Args:
        policy_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (Enrolment): A person to enrol in the policy, by exactly one of `cpr` and `fnr`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EnrolledPerson | Problem]
    """

    kwargs = _get_kwargs(
        policy_id=policy_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    policy_id: str,
    *,
    client: AuthenticatedClient,
    body: Enrolment,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> EnrolledPerson | Problem | None:
    """Enrols a person in the policy, or changes an enrolment

     Enrols a person in the policy, or changes an enrolment.

    The same person always gets the same `personId`. The number is stored encrypted and never shown. An
    enrolment makes no guardian: it puts a child under 15 who has a family already into a second one,
    which
    opens nothing until the guardians or underwriting confirm it. Who joins a family needs a main
    insured
    person who is insured as an employee under a policy that you see; the same family may be sent again
    also
    when that person is elsewhere by then. The `email` and `phone` are used until the person enters a
    contact, and only where no earlier enrolment names one. When the same enrolment is sent again with
    another
    one, a notice goes to the former address.

    Who: employer, underwriting.

    Args:
        policy_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (Enrolment): A person to enrol in the policy, by exactly one of `cpr` and `fnr`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EnrolledPerson | Problem
    """

    return (
        await asyncio_detailed(
            policy_id=policy_id,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            idempotency_key=idempotency_key,
        )
    ).parsed
