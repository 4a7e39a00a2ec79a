# SPDX-License-Identifier: EUPL-1.2
"""The human text of the three commands in English, bokmål and nynorsk."""

from typing import Literal

Language = Literal["en", "nb", "nn"]

WORDS: dict[str, tuple[str, str, str]] = {
    "read.sheet": (
        "Reading {path}: sheet {sheet}, column names in row {header_row}: {columns}.",
        "Leser {path}: arket {sheet}, kolonnenavn i rad {header_row}: {columns}.",
        "Les {path}: arket {sheet}, kolonnenamn i rad {header_row}: {columns}.",
    ),
    "read.text": (
        "Reading {path}: {encoding}, column names in row {header_row}: {columns}.",
        "Leser {path}: {encoding}, kolonnenavn i rad {header_row}: {columns}.",
        "Les {path}: {encoding}, kolonnenamn i rad {header_row}: {columns}.",
    ),
    "reading.exhaustive": (
        "Reading: the listed groups are everybody (women + men = total).",
        "Lesemåte: gruppene som er listet, er alle (kvinner + menn = totalt).",
        "Lesemåte: gruppene som er lista, er alle (kvinner + menn = totalt).",
    ),
    "reading.partial": (
        "Reading: there may be groups that are not listed (women + men ≤ total).",
        "Lesemåte: det kan finnes grupper som ikke er listet (kvinner + menn ≤ totalt).",
        "Lesemåte: det kan finnast grupper som ikkje er lista (kvinner + menn ≤ totalt).",
    ),
    "attack.whole": (
        "{tables} tables with every cell of their structure; {hidden_cells} cells are hidden.",
        "{tables} tabeller der hele strukturen er trykt; {hidden_cells} celler er skjult.",
        "{tables} tabellar der heile strukturen er prenta; {hidden_cells} celler er skjulte.",
    ),
    "attack.exact": (
        "  {exact_cells} of them can be worked out exactly: {exact_persons} hold people "
        "({persons_in_exact_cells} in all), {exact_zeros} hold nobody.",
        "  {exact_cells} av dem kan regnes ut nøyaktig: {exact_persons} gjelder personer "
        "({persons_in_exact_cells} til sammen), {exact_zeros} er tomme.",
        "  {exact_cells} av dei kan reknast ut nøyaktig: {exact_persons} gjeld personar "
        "({persons_in_exact_cells} til saman), {exact_zeros} er tomme.",
    ),
    "attack.groups": (
        "  {group_disclosures} groups are certainly all in one category.",
        "  I {group_disclosures} grupper er helt sikkert alle i samme kategori.",
        "  I {group_disclosures} grupper er heilt sikkert alle i same kategori.",
    ),
    "attack.contradictions": (
        "  {contradictory_tables} tables contradict themselves (the parts exceed the whole); in "
        "{short_tables} more the parts fall short, so the groups are not everybody.",
        "  {contradictory_tables} tabeller motsier seg selv (delene er større enn helheten); i "
        "{short_tables} til er delene for små, så gruppene er ikke alle.",
        "  {contradictory_tables} tabellar motseier seg sjølve (delane er større enn heilskapen); "
        "i {short_tables} til er delane for små, så gruppene er ikkje alle.",
    ),
    "attack.others": (
        "{tables} tables that lack cells or have other groups; {hidden_cells} cells are hidden.",
        "{tables} tabeller som mangler celler eller har andre grupper; {hidden_cells} er skjult.",
        "{tables} tabellar som manglar celler eller har andre grupper; {hidden_cells} er skjulte.",
    ),
    "attack.sign": (
        "Sign {sign} in {cells} cells: {reading}, {low} to {high}.",
        "Tegnet {sign} i {cells} celler: {reading}, {low} til {high}.",
        "Teiknet {sign} i {cells} celler: {reading}, {low} til {high}.",
    ),
    "sign.zero": ("zero", "null", "null"),
    "sign.impossible": ("cannot occur", "kan ikke forekomme", "kan ikkje førekome"),
    "sign.hidden": ("held back", "holdt tilbake", "halde tilbake"),
    "sign.low": ("small, not zero", "lite, men ikke null", "lite, men ikkje null"),
    "sign.missing": ("not known", "ukjent", "ukjent"),
    "sign.range": ("a range", "et spenn", "eit spenn"),
    "attack.decides": (
        "Assumed, and decisive: {assumption} ({exact} cells worked out, {persons} with people).",
        "Antatt, og avgjørende: {assumption} ({exact} celler regnet ut, {persons} med personer).",
        "Gått ut frå, og avgjerande: {assumption} ({exact} celler rekna ut, {persons} med "
        "personar).",
    ),
    "attack.tried": (
        "Also tried: {assumption} ({exact} cells worked out, {persons} with people).",
        "Også prøvd: {assumption} ({exact} celler regnet ut, {persons} med personer).",
        "Også prøvd: {assumption} ({exact} celler rekna ut, {persons} med personar).",
    ),
    "attack.excluded": (
        "Tried, but the table itself rules it out: {assumption}.",
        "Prøvd, men tabellen selv utelukker det: {assumption}.",
        "Prøvd, men tabellen sjølv utelukkar det: {assumption}.",
    ),
    "assumed": (
        "What the reader was given: {list}.",
        "Det leseren fikk vite: {list}.",
        "Det lesaren fekk vite: {list}.",
    ),
    "assumed.as_printed": ("what is printed", "det som er trykt", "det som er prenta"),
    "assumed.a_hidden_cell_may_be_empty": (
        "a hidden cell may be empty",
        "en skjult celle kan være tom",
        "ei skjult celle kan vere tom",
    ),
    "assumed.a_hidden_cell_holds_somebody": (
        "empty cells are seen, so a hidden cell holds at least one person",
        "tomme celler vises, så en skjult celle gjelder minst én person",
        "tomme celler er viste, så ei skjult celle gjeld minst éin person",
    ),
    "assumed.every_cell_is_rounded": (
        "every number is rounded",
        "alle tall er avrundet",
        "alle tal er avrunda",
    ),
    "assumed.full_grid_is_written": (
        "base, largest error, sums, unrounded cells, and which cells are empty",
        "base, største feil, summer, celler som ikke er avrundet, og hvilke celler som er tomme",
        "base, største feil, summar, celler som ikkje er avrunda, og kva celler som er tomme",
    ),
    "assumed.rows_say_somebody_is_there": (
        "only combinations that somebody is in are printed",
        "bare kombinasjoner som gjelder noen, er trykt",
        "berre kombinasjonar som gjeld nokon, er prenta",
    ),
    "attack.rounded": (
        "The table is rounded to base {base}: a printed 0 may be up to {base} - 1 people.",
        "Tabellen er avrundet med base {base}: en trykt 0 kan være opptil {base} - 1 personer.",
        "Tabellen er avrunda med base {base}: ein prenta 0 kan vere opptil {base} - 1 personar.",
    ),
    "attack.looks_rounded": (
        "No number is 1 to 4: if the table is rounded, say --rounded BASE; a printed 0 then need "
        "not be empty.",
        "Ingen tall er 1 til 4: Er tabellen avrundet, si --rounded BASE; en trykt 0 trenger da "
        "ikke være tom.",
        "Ingen tal er 1 til 4: Er tabellen avrunda, sei --rounded BASE; ein prenta 0 treng då "
        "ikkje vere tom.",
    ),
    "attack.repeated": (
        "{repeated} cells are printed twice with different counts and were left out.",
        "{repeated} celler er trykt to ganger med ulike tall og er holdt utenfor.",
        "{repeated} celler er prenta to gonger med ulike tal og er haldne utanfor.",
    ),
    "attack.releases": (
        "Against the earlier release: {small} cells changed by 1 to 4 people; {narrowed} hidden "
        "cells are told more about there.",
        "Mot den tidligere utgaven: {small} celler er endret med 1 til 4 personer; om {narrowed} "
        "skjulte celler sier den mer.",
        "Mot den tidlegare utgåva: {small} celler er endra med 1 til 4 personar; om {narrowed} "
        "skjulte celler seier ho meir.",
    ),
    "attack.some": (
        "Cells that can be worked out (first {shown} of {all}; --json gives all):",
        "Celler som kan regnes ut (de {shown} første av {all}; --json gir alle):",
        "Celler som kan reknast ut (dei {shown} første av {all}; --json gir alle):",
    ),
    "protect.round": (
        "{published_cells} published cells, {rounded_inner_cells} inner cells rounded to base "
        "{base}. Everything adds up; no cell is 1 to {most}.",
        "{published_cells} publiserte celler, {rounded_inner_cells} indre celler avrundet med "
        "base {base}. Alt summerer; ingen celle er 1 til {most}.",
        "{published_cells} publiserte celler, {rounded_inner_cells} indre celler avrunda med "
        "base {base}. Alt summerer; inga celle er 1 til {most}.",
    ),
    "protect.suppress": (
        "{published_cells} published cells: {primary} hidden as sensitive, {secondary} more so "
        "that those cannot be worked out.",
        "{published_cells} publiserte celler: {primary} skjult fordi de er følsomme, {secondary} "
        "til for at de ikke skal kunne regnes ut.",
        "{published_cells} publiserte celler: {primary} skjulte fordi dei er følsame, {secondary} "
        "til for at dei ikkje skal kunne reknast ut.",
    ),
    "protect.loss": (
        "Error: mean {mean_abs_error:.3f}, largest {max_error}, root mean square {rms:.3f}; "
        "Hellinger utility {hellinger_utility:.4f}. {seconds:.1f} s.",
        "Feil: gjennomsnitt {mean_abs_error:.3f}, største {max_error}, kvadratisk "
        "{rms:.3f}; Hellinger-nytte {hellinger_utility:.4f}. {seconds:.1f} s.",
        "Feil: gjennomsnitt {mean_abs_error:.3f}, største {max_error}, kvadratisk "
        "{rms:.3f}; Hellinger-nytte {hellinger_utility:.4f}. {seconds:.1f} s.",
    ),
    "protect.attack": (
        "Attacked before writing ({method}): {exact_cells} cells worked out, {proven_small} proven "
        "small, {published_small} printed small.",
        "Angrepet før skriving ({method}): {exact_cells} celler regnet ut, {proven_small} bevist "
        "små, {published_small} trykt som små.",
        "Angripe før skriving ({method}): {exact_cells} celler rekna ut, {proven_small} prova "
        "små, {published_small} prenta som små.",
    ),
    "protect.releases": (
        "Attacked together with {releases} earlier releases: {exact} small changes told, {small} "
        "proved small.",
        "Angrepet sammen med {releases} tidligere utgaver: {exact} små endringer røpet, {small} "
        "bevist små.",
        "Angripe saman med {releases} tidlegare utgåver: {exact} små endringar røpte, {small} "
        "prova små.",
    ),
    "protect.changed": (
        "By itself this release would have told of new people, so it was made as the last release "
        "plus rounded changes.",
        "Alene ville denne utgaven ha røpet nye personer; den er derfor laget som forrige utgave "
        "pluss avrundede endringer.",
        "Åleine ville denne utgåva ha røpt nye personar; ho er derfor laga som førre utgåve pluss "
        "avrunda endringar.",
    ),
    "synthesize.made": (
        "{rows} synthetic records for {rows} real ones. epsilon {epsilon:g}, delta {delta:.2g}: "
        "two registers of this size that differ in one record are that hard to tell apart.",
        "{rows} syntetiske poster for {rows} virkelige. epsilon {epsilon:g}, delta {delta:.2g}: to "
        "registre av denne størrelsen som er ulike i én post, er så vanskelige å skille.",
        "{rows} syntetiske postar for {rows} verkelege. epsilon {epsilon:g}, delta {delta:.2g}: to "
        "register av denne storleiken som er ulike i éin post, er så vanskelege å skilje.",
    ),
    "synthesize.invariants": (
        "Public and outside the guarantee: the number of records, {values} the impossible pairs.",
        "Offentlig og utenfor garantien: antall poster, {values} de umulige parene.",
        "Offentleg og utanfor garantien: talet på postar, {values} dei umoglege para.",
    ),
    "synthesize.values": (
        "the list of values of each column,",
        "listen over verdier i hver kolonne,",
        "lista over verdiar i kvar kolonne,",
    ),
    "synthesize.rare": (
        "Values carried by fewer than 5 people: {rare}. If the lists of values are not public, "
        "run again with --private-values.",
        "Verdier som færre enn 5 personer har: {rare}. Er listene over verdier ikke offentlige, "
        "kjør på nytt med --private-values.",
        "Verdiar som færre enn 5 personar har: {rare}. Er listene over verdiar ikkje offentlege, "
        "køyr på nytt med --private-values.",
    ),
    "synthesize.loss": (
        "Loss, combinations of {length}: mean error {error:.2f}; {suppressed:.0%} of the real ones "
        "missing, {fabricated:.1%} of the synthetic ones made up; {near:.0%} of those with 10 "
        "people or more within 10 %.",
        "Tap, kombinasjoner av {length}: gjennomsnittlig feil {error:.2f}; {suppressed:.0%} av de "
        "virkelige mangler, {fabricated:.1%} av de syntetiske er oppdiktet; {near:.0%} av dem med "
        "10 personer eller flere er innenfor 10 %.",
        "Tap, kombinasjonar av {length}: gjennomsnittleg feil {error:.2f}; {suppressed:.0%} av dei "
        "verkelege manglar, {fabricated:.1%} av dei syntetiske er oppdikta; {near:.0%} av dei med "
        "10 personar eller fleire er innanfor 10 %.",
    ),
    "synthesize.internal": (
        "The loss is computed on the real records: for you, not for publication.",
        "Tapet er regnet på de virkelige postene: for deg, ikke for publisering.",
        "Tapet er rekna på dei verkelege postane: for deg, ikkje for publisering.",
    ),
    "synthesize.ledger": (
        "Ledger: {releases} releases have cost the people in the register epsilon {total:.2f}.",
        "Regnskap: {releases} utgivelser har kostet dem i registeret epsilon {total:.2f}.",
        "Rekneskap: {releases} utgjevingar har kosta dei i registeret epsilon {total:.2f}.",
    ),
    "written": ("Written: {path}", "Skrevet: {path}", "Skrive: {path}"),
    "progress": (
        "{share:.0%} done, about {left} s left",
        "{share:.0%} ferdig, om lag {left} s igjen",
        "{share:.0%} ferdig, om lag {left} s att",
    ),
}


def say(language: Language, key: str, **values: object) -> str:
    """One sentence in one language."""
    return WORDS[key][("en", "nb", "nn").index(language)].format(**values)
