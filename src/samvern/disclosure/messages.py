# SPDX-License-Identifier: EUPL-1.2
"""What the three commands say: the English sentences, which the room's catalogues translate."""

from typing import Literal

from samvern.common.translations import translate

Language = Literal["en", "nb", "nn"]

SENTENCES = {
    "read.sheet": "Reading {path}: sheet {sheet}, column names in row {header_row}: {columns}.",
    "read.text": "Reading {path}: {encoding}, column names in row {header_row}: {columns}.",
    "reading.exhaustive": "Reading: the listed groups are everybody (women + men = total).",
    "reading.partial": "Reading: there may be groups that are not listed (women + men ≤ total).",
    "attack.whole": (
        "{tables} tables with every cell of their structure; {hidden_cells} cells are hidden."
    ),
    "attack.exact": (
        "{exact_cells} of them can be worked out exactly: {exact_persons} hold people "
        "({persons_in_exact_cells} in all), {exact_zeros} hold nobody."
    ),
    "attack.groups": "{group_disclosures} groups are certainly all in one category.",
    "attack.contradictions": (
        "{contradictory_tables} tables contradict themselves (the parts exceed the whole); in "
        "{short_tables} more the parts fall short, so the groups are not everybody."
    ),
    "attack.others": (
        "{tables} tables that lack cells or have other groups; {hidden_cells} cells are hidden."
    ),
    "attack.sign": "Sign {sign} in {cells} cells: {reading}, {low} to {high}.",
    "sign.zero": "zero",
    "sign.impossible": "cannot occur",
    "sign.hidden": "held back",
    "sign.low": "small, not zero",
    "sign.missing": "not known",
    "sign.range": "a range",
    "attack.decides": (
        "Assumed, and decisive: {assumption} ({exact} cells worked out, {persons} with people)."
    ),
    "attack.tried": "Also tried: {assumption} ({exact} cells worked out, {persons} with people).",
    "attack.excluded": "Tried, but the table itself rules it out: {assumption}.",
    "assumed": "What the reader was given: {list}.",
    "assumed.as_printed": "what is printed",
    "assumed.a_hidden_cell_may_be_empty": "a hidden cell may be empty",
    "assumed.a_hidden_cell_holds_somebody": (
        "empty cells are seen, so a hidden cell holds at least one person"
    ),
    "assumed.every_cell_is_rounded": "every number is rounded",
    "assumed.full_grid_is_written": (
        "base, largest error, sums, unrounded cells, and which cells are empty"
    ),
    "assumed.rows_say_somebody_is_there": "only combinations that somebody is in are printed",
    "attack.rounded": (
        "The table is rounded to base {base}: a printed 0 may be up to {base} - 1 people."
    ),
    "attack.looks_rounded": (
        "No number is 1 to 4: if the table is rounded, say --rounded BASE; a printed 0 then need "
        "not be empty."
    ),
    "attack.repeated": (
        "{repeated} cells are printed twice with different counts and were left out."
    ),
    "attack.releases": (
        "Against the earlier release: {small} cells changed by 1 to 4 people; {narrowed} hidden "
        "cells are told more about there."
    ),
    "attack.some": "Cells that can be worked out (first {shown} of {all}; --json gives all):",
    "protect.round": (
        "{published_cells} published cells, {rounded_inner_cells} inner cells rounded to base "
        "{base}. Everything adds up; no cell is 1 to {most}."
    ),
    "protect.suppress": (
        "{published_cells} published cells: {primary} hidden as sensitive, {secondary} more so "
        "that those cannot be worked out."
    ),
    "protect.loss": (
        "Error: mean {mean_abs_error:.3f}, largest {max_error}, root mean square {rms:.3f}; "
        "Hellinger utility {hellinger_utility:.4f}. {seconds:.1f} s."
    ),
    "protect.attack": (
        "Attacked before writing ({method}): {exact_cells} cells worked out, {proven_small} proven "
        "small, {published_small} printed small."
    ),
    "protect.releases": (
        "Attacked together with {releases} earlier releases: {exact} small changes told, {small} "
        "proved small."
    ),
    "protect.changed": (
        "By itself this release would have told of new people, so it was made as the last release "
        "plus rounded changes."
    ),
    "synthesize.made": (
        "{rows} synthetic records for {rows} real ones. epsilon {epsilon:g}, delta {delta:.2g}: "
        "two registers of this size that differ in one record are that hard to tell apart."
    ),
    "synthesize.invariants": (
        "Public and outside the guarantee: the number of records, {values} the impossible pairs."
    ),
    "synthesize.values": "the list of values of each column,",
    "synthesize.rare": (
        "Values carried by fewer than 5 people: {rare}. If the lists of values are not public, "
        "run again with --private-values."
    ),
    "synthesize.loss": (
        "Loss, combinations of {length}: mean error {error:.2f}; {suppressed:.0%} of the real ones "
        "missing, {fabricated:.1%} of the synthetic ones made up; {near:.0%} of those with 10 "
        "people or more within 10 %."
    ),
    "synthesize.internal": (
        "The loss is computed on the real records: for you, not for publication."
    ),
    "synthesize.ledger": (
        "Ledger: {releases} releases have cost the people in the register epsilon {total:.2f}."
    ),
    "written": "Written: {path}",
    "progress": "{share:.0%} done, about {left} s left",
}


def say(language: Language, key: str, **values: object) -> str:
    """One sentence in one language."""
    return translate("disclosure", SENTENCES[key], language).format(**values)
