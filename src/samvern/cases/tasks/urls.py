# SPDX-License-Identifier: EUPL-1.2
"""Addresses of tasks."""

from django.urls import path

from samvern.cases.tasks.views import task, task_done, task_new, tasks

urlpatterns = [
    path("tasks/", tasks, name="tasks"),
    path("cases/<uuid:case_id>/plan/tasks/new", task_new, name="task_new"),
    path("cases/<uuid:case_id>/plan/tasks/<uuid:task_id>", task, name="task"),
    path("cases/<uuid:case_id>/plan/tasks/<uuid:task_id>/done", task_done, name="task_done"),
]
