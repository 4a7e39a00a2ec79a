# SPDX-License-Identifier: EUPL-1.2
"""Who the person is stays masked on a form until somebody asks to see it, with a fresh sign-in."""

from collections.abc import Callable
from typing import Any

from samvern.access.actor import Request
from samvern.access.decorators import reauthentication_url
from samvern.access.forms import Form
from samvern.cases.core.models import Person
from samvern.referrals.drafts.case_fields import HIDDEN, collect_fields_masked, collect_fields_shown

SHOW = "show"
"""The button that shows the values; what was typed comes along and comes back."""


def field_values(request: Request, person: Person, codes: tuple[str, ...]) -> dict[str, str]:
    """The fields as the form shows them: masked, or opened because she asked just now."""
    if is_unmask_request(request) and request.actor.is_fresh:
        return collect_fields_shown(request.actor, person, codes)
    return collect_fields_masked(person, codes)


def is_unmask_request(request: Request) -> bool:
    """Whether this is the button that shows, and not the one that sends."""
    return request.method == "POST" and SHOW in request.POST


def unmasking(request: Request, form: type[Form]) -> Callable[..., Form]:
    """The form; when she only asks to see, with what was typed and ticked, and not yet judged."""

    def make(data: Any = None, **options: Any) -> Form:
        if not is_unmask_request(request):
            return form(data, **options)
        shown = form(None, **options)
        for name, field in shown.fields.items():
            at = shown.add_prefix(name)
            shown.initial[name] = field.widget.value_from_datadict(request.POST, request.FILES, at)
        return shown

    return make


def mask_context(request: Request, values: dict[str, str]) -> dict[str, Any]:
    """What the template needs to offer it: nothing where nothing is hidden."""
    proof = reauthentication_url(request)
    return {"hides": HIDDEN in values.values(), "proof": "" if request.actor.is_fresh else proof}
