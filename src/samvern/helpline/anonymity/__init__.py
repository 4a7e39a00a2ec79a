# SPDX-License-Identifier: EUPL-1.2
"""Finding what could give a person away in a text, before it leaves."""
