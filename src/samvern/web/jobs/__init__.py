# SPDX-License-Identifier: EUPL-1.2
"""Work nobody waits for: reminders, anchors of the trail, retention, scans, tidying.

A job carries ids and nothing else. It acts for one organisation, as that organisation's service
member, with a token that opens only the categories of data the job needs: never past the wall.
"""
