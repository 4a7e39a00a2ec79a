# SPDX-License-Identifier: EUPL-1.2
"""Words with a capital that point to nobody, and those that a place stands after."""

_PLACE_BEFORE = """
at fra from frå i in mot nær over på rundt til to utanfor utenfor ved
"""
PLACE_BEFORE = frozenset(_PLACE_BEFORE.split())
_COUNTIES = """
agder akershus austlandet buskerud europa finnmark innlandet midt-noreg midt-norge møre
nord-noreg nord-norge norden nordland noreg norge norway oslo rogaland romsdal skandinavia
svalbard sørlandet telemark troms trøndelag vestfold vestland vestlandet østfold østlandet
"""
COUNTIES = frozenset(_COUNTIES.split())
"""Counties and what is larger: no finer than a question may be."""
_KNOWN = """
april arbeidstilsynet august barnehus barnevernet barnevernsloven barnevernstenesta
barneverntjenesten bufdir bufdirs bufetat bup december dps dublin duf engelsk eu eøs february fn
friday gud helsedirektoratet helsetilsynet i imdi iom january jul july june kom kommunen kripos
krisesenter krisesenteret march may monday nav navs norsk november october politiet pu påske
rosa saturday schengen september statsforvaltaren statsforvalteren straffeloven sunday thursday
tuesday udi une utlendingsdirektoratet utlendingsloven wednesday
"""
KNOWN = frozenset(_KNOWN.split())
"""Words with a capital that are bodies, laws and the like, and no person."""
