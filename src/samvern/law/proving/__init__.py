# SPDX-License-Identifier: EUPL-1.2
"""Proves what a pack declares of itself, for every situation there can be.

    program (nodes over leaves) ─► formula (situations.py) ─► SAT solver ─► model
    dates and numbers           ─► orders of days (order.py) ─► real days, or why there are none
    model                       ─► the fewest facts (people.py) ─► Pack.assess says it again

Everything may be unknown, or known in part, exactly as the kernel has it (an option ruled out, a
date within bounds): a page may rest on so little. The formula is the kernel's own program, node by
node, with a literal for *certainly* and one for *possibly*; every counter-example is assessed by
the kernel before it is shown.
"""
