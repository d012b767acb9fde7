from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.family import Family
from ...models.guardian_answer_body import GuardianAnswerBody
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    person_id: str,
    guardian_id: str,
    *,
    body: GuardianAnswerBody,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/v1/families/{person_id}/guardians/{guardian_id}".format(
            person_id=quote(str(person_id), safe=""),
            guardian_id=quote(str(guardian_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Family | Problem | None:
    if response.status_code == 200:
        response_200 = Family.from_dict(response.json())

        return response_200

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
) -> Response[Family | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    person_id: str,
    guardian_id: str,
    *,
    client: AuthenticatedClient,
    body: GuardianAnswerBody,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Family | Problem]:
    """Says yes or no to a guardian of a child under 15

     Says yes or no to a guardian of a child under 15.

    A guardian, and the person whom an enrolment proposes, each answer for themselves. The yes of all
    confirms
    the proposed one, in the cases of every payer. A guardian's no is shown to underwriting; that of the
    proposed person ends the proposal. When a payer's underwriting confirms the person, the guardian
    sees the
    cases of that payer only, and the other guardians are told. When it says no, it ends a guardian whom
    its
    own enrolment named, and any other guardian in the payer's own cases.

    Who: member, underwriting.

    Args:
        person_id (str):
        guardian_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (GuardianAnswerBody): A yes or a no to a guardian of a child.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Family | Problem]
    """

    kwargs = _get_kwargs(
        person_id=person_id,
        guardian_id=guardian_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    person_id: str,
    guardian_id: str,
    *,
    client: AuthenticatedClient,
    body: GuardianAnswerBody,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Family | Problem | None:
    """Says yes or no to a guardian of a child under 15

     Says yes or no to a guardian of a child under 15.

    A guardian, and the person whom an enrolment proposes, each answer for themselves. The yes of all
    confirms
    the proposed one, in the cases of every payer. A guardian's no is shown to underwriting; that of the
    proposed person ends the proposal. When a payer's underwriting confirms the person, the guardian
    sees the
    cases of that payer only, and the other guardians are told. When it says no, it ends a guardian whom
    its
    own enrolment named, and any other guardian in the payer's own cases.

    Who: member, underwriting.

    Args:
        person_id (str):
        guardian_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (GuardianAnswerBody): A yes or a no to a guardian of a child.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Family | Problem
    """

    return sync_detailed(
        person_id=person_id,
        guardian_id=guardian_id,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    person_id: str,
    guardian_id: str,
    *,
    client: AuthenticatedClient,
    body: GuardianAnswerBody,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Family | Problem]:
    """Says yes or no to a guardian of a child under 15

     Says yes or no to a guardian of a child under 15.

    A guardian, and the person whom an enrolment proposes, each answer for themselves. The yes of all
    confirms
    the proposed one, in the cases of every payer. A guardian's no is shown to underwriting; that of the
    proposed person ends the proposal. When a payer's underwriting confirms the person, the guardian
    sees the
    cases of that payer only, and the other guardians are told. When it says no, it ends a guardian whom
    its
    own enrolment named, and any other guardian in the payer's own cases.

    Who: member, underwriting.

    Args:
        person_id (str):
        guardian_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (GuardianAnswerBody): A yes or a no to a guardian of a child.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Family | Problem]
    """

    kwargs = _get_kwargs(
        person_id=person_id,
        guardian_id=guardian_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    person_id: str,
    guardian_id: str,
    *,
    client: AuthenticatedClient,
    body: GuardianAnswerBody,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Family | Problem | None:
    """Says yes or no to a guardian of a child under 15

     Says yes or no to a guardian of a child under 15.

    A guardian, and the person whom an enrolment proposes, each answer for themselves. The yes of all
    confirms
    the proposed one, in the cases of every payer. A guardian's no is shown to underwriting; that of the
    proposed person ends the proposal. When a payer's underwriting confirms the person, the guardian
    sees the
    cases of that payer only, and the other guardians are told. When it says no, it ends a guardian whom
    its
    own enrolment named, and any other guardian in the payer's own cases.

    Who: member, underwriting.

    Args:
        person_id (str):
        guardian_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (GuardianAnswerBody): A yes or a no to a guardian of a child.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Family | Problem
    """

    return (
        await asyncio_detailed(
            person_id=person_id,
            guardian_id=guardian_id,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
