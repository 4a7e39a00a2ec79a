# SPDX-License-Identifier: EUPL-1.2
"""What programs send: nothing that has no meaning here, as a misspelt name would go unseen."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Schema
from ninja.errors import ValidationError
from ninja.operation import Operation
from pydantic import ConfigDict

from samvern.common.unknown_names import unknown_names

UNKNOWN = "extra_forbidden"
"""What the validator calls a field that there is not."""


class Sent(Schema):
    """A body, or a part of one. A field it does not have is refused."""

    model_config = ConfigDict(extra="forbid")


def refuse_unknown_parameters(request: HttpRequest, operation: Operation) -> None:
    """Raise ValidationError for a parameter in the address that the operation has not."""
    known = [
        name
        for model in operation.signature.models
        if model.__ninja_param_source__ == "query"
        for name in model.__ninja_flatten_map__
    ]
    strange = unknown_names(request.GET, known)
    if strange:
        errors = [{"type": UNKNOWN, "loc": ("query", name), "msg": ""} for name in strange]
        raise ValidationError(errors)


def words_of(error: dict[str, Any]) -> str:
    """What was wrong with one thing that was sent."""
    return _unknown() if error.get("type") == UNKNOWN else str(error["msg"])


def shown_place(parts: Iterable[object]) -> str:
    """Where it stood; a name that was sent is cut short."""
    return ".".join(str(part)[:60] for part in parts)


def _unknown() -> str:
    return _("There is no such name here. Leave it out, or correct it.")
