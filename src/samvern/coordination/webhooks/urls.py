# SPDX-License-Identifier: EUPL-1.2
"""The administrator's addresses about webhooks."""

from django.urls import path

from samvern.coordination.webhooks.views import (
    hook,
    hook_end,
    hook_new,
    hook_retry,
    hook_secret,
    hook_start,
    hook_test,
    hooks,
)

ONE = "administrator/webhooks/<uuid:hook_id>"

urlpatterns = [
    path("administrator/webhooks/", hooks, name="hooks"),
    path("administrator/webhooks/new", hook_new, name="hook_new"),
    path(ONE, hook, name="hook"),
    path(f"{ONE}/secret", hook_secret, name="hook_secret"),
    path(f"{ONE}/test", hook_test, name="hook_test"),
    path(f"{ONE}/start", hook_start, name="hook_start"),
    path(f"{ONE}/end", hook_end, name="hook_end"),
    path(f"{ONE}/deliveries/<uuid:delivery_id>/retry", hook_retry, name="hook_retry"),
]
