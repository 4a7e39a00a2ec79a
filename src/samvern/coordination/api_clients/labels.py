# SPDX-License-Identifier: EUPL-1.2
"""What acts about API clients, webhooks and letters are called in the trail."""

from typing import Any

from django.utils.translation import gettext_lazy as _

ACT_LABELS: dict[str, Any] = {
    "api.call": _("A program asked for more than it may"),
    "api.token": _("A program that is not known asked for a token"),
    "delivery.fail": _("A webhook did not answer"),
    "delivery.give_up": _("A webhook was given up for one message"),
    "delivery.retry": _("A webhook was tried again by hand"),
    "delivery.send": _("A webhook was told of a message"),
    "hook.add": _("A webhook was made"),
    "hook.end": _("A webhook was ended"),
    "hook.list": _("Looked at the webhooks"),
    "hook.renew": _("A webhook got a new secret"),
    "hook.see": _("Looked at a webhook"),
    "hook.start": _("A webhook was started again"),
    "hook.stop": _("A webhook was stopped"),
    "hook.test": _("A webhook was tried"),
    "jobs.retry": _("A job was tried again"),
    "jobs.see": _("Looked at jobs that failed"),
    "letter.send": _("Letters about new messages were sent"),
    "program.add": _("A program was let in"),
    "program.end": _("A program was ended"),
    "program.list": _("Looked at the programs"),
    "program.renew": _("A program got a new secret"),
    "telling.put": _("Chose how letters come"),
    "telling.see": _("Looked at how letters come"),
}
