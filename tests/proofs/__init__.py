# SPDX-License-Identifier: EUPL-1.2
"""Proofs that the walls hold: matrices, probes, canaries, properties."""
