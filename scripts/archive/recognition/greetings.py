"""Owns the lines with which a letter greets and takes leave, in the languages of its kind."""

import re

_SALUTATION = re.compile(
    r"(?:my )?dear\b.{0,80}$|to whom it may concern\b"
    r"|(?:sirs?|madam|gentlemen|mr\.? (?:speaker|president)|madam president)[,:]?[–—-]*$"
    r"|to (?:the|all) (?:members|people|congress|senate|house|residents|leaders)\b.{0,60}:$"
    r"|(?:(?:right |most )?honou?r(?:ed|able)|reverend|respected|esteemed)(?: and)?(?: dear)?"
    r" (?:sirs?|madam|gentlemen)[,:]?$"
    r"|(?:right )?honou?rable (?:mr\.? |madam )?(?:speaker|chair\w*|mayor|minister|members?)[,:]?$"
    r"|(?:your (?:worship|excellency|grace|honou?r|lordship)|my lords?)[,:]?$"
    r"|(?:monsieur|madame|mesdames|messieurs)\b.{0,40}[,:]$"
    r"|(?:tēnā koe|tena koe|kia ora|sehr geehrte[rs]?|liebe[rs]?|cher|chère|a chara"
    r"|annwyl|geachte|gentile|egregi[oa]|respected (?:sir|madam)|tēnā koutou|talofa"
    r"|a (?:theachta|aire|chairde?|dhuine)|aloha|bonjour|querid[oa]|estimad[oa]|hello|hi"
    r"|good (?:morning|afternoon))\b.{0,60}$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:i (?:am|remain|have the honou?r)\b.{0,60})?(?:.{0,25} / )?yours\b.{0,40}"
    r"|i (?:am|remain|have the honou?r)\b.{0,60}\bserv(?:an)?ts?\b.{0,10}"
    r"|i (?:am|remain|have the honou?r to (?:be|remain)),?(?: (?:dear )?(?:sir|madam),?)?"
    r"|(?:i (?:have|am|remain),? ?(?:sir,? )?)?&c\.?,?"
    r"|(?:your|yr) (?:most )?(?:humble and )?obedient serv.{0,30}"
    r"|(?:many|with(?: many)?) thanks.{0,20}|with (?:great |deep )?respect.{0,20}|all the best,?"
    r"|(?:with )?(?:kind|kindest|best|warm|warmest|sincere|sincerest|every)\b.{0,40}"
    r"(?:regards|wishes).{0,30}"
    r"|ng(?:ā|a) mihi\b.{0,20}|n(?:ā|a)ku (?:noa|iti)\b.{0,15}|heoi an(?:ō|o)\b.{0,10}"
    r"|(?:yr |yn )(?:eiddoch|gywir|bur)\b.{0,20}|cofion\b.{0,20}|(?:is mise,? )?le meas\b.{0,10}"
    r"|(?:bien )?cordialement|mit (?:freundlichen|besten) gr(?:ü|ue)(?:ß|ss)en"
    r"|(?:very )?(?:truly|sincerely|respectfully|faithfully|cordially) yours.{0,10}"
    r"|(?:regards|sincerely|faithfully|respectfully|cordially|thank you)\b.{0,30})$",
    re.IGNORECASE,
)
_CALL = re.compile(r"(?:my )?dear (?:sirs?|madam)\.", re.IGNORECASE)
_YOURS = re.compile(r"\b(?:yours|obedient|sincerely|faithfully|regards|remain)\b", re.IGNORECASE)
_LONGEST = 90
"""Characters of a line that greets or takes leave."""


def greets(line: str) -> bool:
    """Whether a line is a salutation."""
    text = line.strip()
    if len(text) > _LONGEST or not _SALUTATION.match(text):
        return False
    return not text.endswith(".") or bool(_CALL.fullmatch(text))


def takes_leave(line: str) -> bool:
    """Whether a line takes leave."""
    text = line.strip()
    sentence = text.endswith((".", "?")) and not text.endswith("&c.")
    return len(text) <= _LONGEST and bool(_CLOSING.match(text)) and not sentence


def signs_off(line: str) -> bool:
    """Whether a line takes leave as only letters do."""
    return takes_leave(line) and bool(_YOURS.search(line))
