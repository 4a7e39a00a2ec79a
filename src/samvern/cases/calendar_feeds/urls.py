# SPDX-License-Identifier: EUPL-1.2
"""Addresses of calendars."""

from django.urls import path

from samvern.cases.calendar_feeds.views import deadlines_ics, feed, feed_address

urlpatterns = [
    path("deadlines.ics", deadlines_ics, name="deadlines_ics"),
    path("deadlines/calendar", feed_address, name="feed_address"),
    path("calendar/<str:secret>.ics", feed, name="feed"),
]
