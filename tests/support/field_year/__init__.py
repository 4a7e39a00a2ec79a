# SPDX-License-Identifier: EUPL-1.2
"""A year of the whole field as a model: who is met, what each needs, who answers whom, and when.

It is a proof and not a forecast. People come from the margins of the cast; the directory is the
demonstration's, laid out over the country; judging, moves and clocks are those of the rooms
themselves (``referrals.matching``, the courses, ``referrals.heartbeat``). How long receivers take,
how often they say no, forget, or lose somebody, is assumed (``assumed.py``): nobody has observed
it. What is shown does not rest on those figures: whatever people do or leave undone, nobody is lost
count of, and nothing waits unanswered without somebody further up having been told.
"""
