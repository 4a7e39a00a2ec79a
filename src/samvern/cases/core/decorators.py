# SPDX-License-Identifier: EUPL-1.2
"""Pages that change a case: a closed one sends the reader back with the reason."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from samvern.access.actor import Request
from samvern.access.errors import Rejected
from samvern.cases.core.models import Case
from samvern.cases.core.selectors import get_case, get_working_case

P = ParamSpec("P")
OpenCaseView = Callable[Concatenate[Request, Case, P], HttpResponseBase]


def with_open_case(
    part: str, thing: str = ""
) -> Callable[[OpenCaseView[P]], Callable[..., HttpResponseBase]]:
    """Hand the view a case that work goes on in; ``part`` is where a closed one leads back to.

    ``thing`` names the part of the address that is the id of something that may go on in a closed
    case.
    """

    def wrap(view: OpenCaseView[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def answer(
            request: Request, /, case_id: UUID, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponseBase:
            try:
                goes_on = cast("UUID | None", kwargs.get(thing))
                case = get_working_case(request.actor, case_id, goes_on)
            except Rejected as refused:
                messages.error(request, " ".join(refused.messages), fail_silently=True)
                return redirect(f"workspace:{part}", case_id=get_case(request.actor, case_id).pk)
            return view(request, case, *args, **kwargs)

        return answer

    return wrap
