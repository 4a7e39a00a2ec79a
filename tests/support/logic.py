# SPDX-License-Identifier: EUPL-1.2
"""Small programs of three-valued logic, drawn at random, and the answers of somebody."""

from types import SimpleNamespace
from typing import Any

from hypothesis import strategies as st

from samvern.law.program import Node, Op, code_of, users_of
from samvern.law.truth import Planes, Truth

PLANES: dict[Truth, Planes] = {Truth.YES: (1, 1), Truth.NO: (0, 0), Truth.UNKNOWN: (0, 1)}
LEAVES = 5
THREE = (Op.IMPLIED, Op.PRESUMED)
ANSWERS = st.lists(st.sampled_from(list(Truth)), min_size=LEAVES, max_size=LEAVES)


@st.composite
def programs(draw: st.DrawFn) -> Any:
    """Five leaves, and up to ten nodes on top of them."""
    nodes = [Node(Op.LEAF, (leaf,)) for leaf in range(LEAVES)]
    for place in range(draw(st.integers(1, 10))):
        op = draw(st.sampled_from([op for op in Op if op is not Op.LEAF]))
        below = st.integers(0, len(nodes) - 1)
        size = {Op.NOT: 1, Op.RULE: 1, Op.YES: 0}.get(op, 3 if op in THREE else None)
        least, most = (1, 3) if size is None else (size, size)
        args = tuple(draw(st.lists(below, min_size=least, max_size=most)))
        nodes.append(Node(op, args, draw(st.integers(1, 3)) if op is Op.AT_LEAST else place))
    made = tuple(nodes)
    return SimpleNamespace(
        nodes=made, code=code_of(made), users=users_of(made), node_of_leaf=range(LEAVES)
    )
