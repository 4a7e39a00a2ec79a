# SPDX-License-Identifier: EUPL-1.2
"""One code for what agencies write differently: sex, countries, dates, numbers, places.

A value nobody here knows is refused by name. Left as it is, it would only ever disagree, and
lose links without a word: women written K at one agency and F at another.
"""
