"""Owns the words by which the name of a body, an office or a place is told from a person's."""

_BODY_WORDS = """
assembly council board office department ministry committee panel house hall street road parade
square lane avenue place government governor province city town shire republic kingdom authority
commission commissioner secretary minister mayor provost clerk chair chairman chairperson
chairwoman leader member members director manager treasurer speaker president convener convenor
deputy court castle borough county district region regional health transport police constabulary
parliament service services unit trust union bank university school church centre center
headquarters room rooms floor suite records enquiries chief executive officer officers head legal
adviser advisor chamber chambers building buildings surveyor inspector prime private
correspondence memorandum confidential urgent personal cabinet federal national state agency
association federation society company limited ltd inc plc division branch section bureau
directorate judge justice sheriff warden attorney solicitor general registrar auditor comptroller
england wales scotland ireland north south east west works environment planning housing education
finance agriculture the and of for sir sirs madam dear subject date notice meeting minutes
courthouse annex annexe guildhall capitol terrace crescent plaza gentlemen enclosure constable
constables inspectorate sec secy treas hon asst engineer librarian councillor councillors alderman
councilor senator bhavan bhawan sadan nagar marg secretariat offices civic
municipal telegram letter to from authorised authorized delegated decision maker
"""
BODIES = frozenset(_BODY_WORDS.split())
"""Words of bodies, offices and places that are hardly ever a part of a person's name."""

SURNAMES = frozenset(
    ("hall", "street", "lane", "place", "church", "castle", "north", "south", "east", "west")
)
"""Those that people are called by, too: `Ms North`."""
