"""Owns the titles before names and the honours after them."""

import re

_TITLES = """
the rt hon, rt hon, the right honourable, the hon, hon, the reverend, rev, professor, prof,
baroness, baron, lady, lord, dame, sir, councillor, councilor, council member, councilmember,
councilperson, representative, delegate, congressman, congresswoman, assemblyman, assemblywoman,
the most reverend, the right reverend, the most rev, the rt rev, reverend, viscount,
viscountess, earl, countess, council president, vice president, president, deputy prime
minister, prime minister, first minister, cabinet secretary, secretary, speaker, vice chair,
chairman,
chairwoman, chair, sheriff, premier, governor, chancellor, deputy chief constable, assistant
chief constable, chief constable, chief superintendent, chief inspector, chief, constable,
lieutenant, sergeant, inspector, señor, señora, the worshipful, worshipful, councilman,
councilwoman, assemblymember, alderman, senator, minister, cllr, clr, cr, ald, his worship, her
worship, his excellency, her excellency, the honourable, the honorable, honourable, honorable,
ambassador, canon, captain, capt, colonel, col, major, general, superintendent, judge, shri,
smt, herr, frau, monsieur, madame, mme, deputy, commissioner, deputy mayor, mayor, miss, mrs,
adv, advocate, sen, rep, gov, selectman, selectwoman, supervisor, lieutenant governor, lt, sgt,
cdr, commander, brigadier, admiral, archbishop, bishop, archdeacon, rabbi, imam, pastor, father,
sister, bailie, lord mayor, lady mayoress, vice-chancellor, principal, convener, mlle, sr, sra,
member, deputy chairperson, deputy chairman, mevrouw, datuk, dato, tuan,
ustaz, maître, dr dr, ing, sri, comrade, chairperson, vice-chair,
deputy chair, ms, mx, mr, dr, councillors, cllrs, crs, supervisors, aldermen, senators,
the right hon, right hon, right honourable, the most hon, the most noble, her honour,
council members, board member, commissioners, representatives, trustee, trustees,
deputy reeve, reeve, messrs, h[.]e
"""
TITLES = tuple(sorted((" ".join(t.split()) for t in _TITLES.split(",")), key=len, reverse=True))
"""What may stand before a name, in small letters, the longest first."""

TITLE = re.compile(
    rf"^(?:the )?(?:{'|'.join(t.replace(' ', r'[.]?[ ]') for t in TITLES)})\b\.?\s+(?!of\b|for\b)",
    re.IGNORECASE,
)
"""A title at the beginning of a line, and the blank behind it."""

HONOURS = (
    *(
        "AM",
        "MP",
        "MEP",
        "MSP",
        "MS",
        "MLA",
        "PC",
        "AC",
        "AS",
        "MHK",
        "MLC",
        "MHA",
        "MPP",
        "MNA",
        "IAS",
        "KC",
        "QC",
        "JP",
        "DL",
        "TD",
        "FRS",
    ),
    *("MBE", "OBE", "CBE", "DBE", "KBE", "GBE", "BEM", "QPM", "KPM", "CB", "CMG", "KCB", "PhD"),
)
OF_OFFICE = frozenset(
    (
        *("minister", "mayor", "deputy", "commissioner", "president", "premier", "governor"),
        *("chancellor", "chief", "constable", "general", "captain", "lieutenant", "sergeant"),
        *("inspector", "superintendent", "judge", "representative", "delegate", "ambassador"),
        *("prime", "first", "cabinet", "secretary", "speaker", "vice", "chair", "chairman"),
        *("chairwoman", "council", "sheriff"),
    )
)
"""Titles that are offices too: what stands behind them may be another word of the office."""
