"""What a rate is paid per: "per word", "a day", "/hour", "pro Seite", "par jour", "daily rate of"."""

from __future__ import annotations

import re

_UNITS = {
    "word": r"words?|wörter|wort|mots?|palabras?",
    "page": r"pages?|seiten?|normseiten?|feuillets?|páginas?",
    "line": r"lines?|zeilen?|normzeilen?|lignes?|líneas?",
    "hour": r"hours?|hr|stunden?|heures?|horas?",
    "half day": r"half[ -]day|halben tag|demi-journée",
    "day": r"days?|tag|tage|jours?|journée|días?|jornada",
    "week": r"weeks?|wochen?|semaines?|semanas?",
    "month": r"months?|monate?|mois|mes",
    "year": r"years?|annum|jahre?|ans?|année|años?",
    "session": r"sessions?|sitzung|séance|sesión",
    "image": r"images?|photos?|photographs?|pictures?|illustrations?|drawings?|bild|bilder|fotos?|cartoons?",
    "article": r"articles?|stor(?:y|ies)|columns?|posts?|features?|artikel|beitrag|artículos?",
    "minute": r"minutes?|minuten?|minutos?",
    "track": r"tracks?|songs?|compositions?|titel",
    "episode": r"episodes?|folgen?|épisodes?|episodios?",
    "performance": r"performances?|shows?|concerts?|gigs?|appearances?|auftritt|représentations?|actuación",
    "copy": r"cop(?:y|ies)|exemplare?|exemplaires?|ejemplar(?:es)?|unit",
    "spot": r"spots?|commercials?",
    "use": r"uses?|usages?",
    "item": r"items?|pieces?|designs?|works?|assets?|model|character|skin",
    "project": r"projects?|projekt|projet|proyecto",
    "stream": r"streams?|plays?|views?|downloads?",
    "person": r"persons?|people|participant|performer|user",
}
_UNIT = "|".join(f"(?P<u{number}>{words})" for number, words in enumerate(_UNITS.values()))
_NAMES = tuple(_UNITS)
_QUALITY = (
    r"(?:(?:full|working|shooting|recording|source|target|printed|published|finished|standard|completed|accepted|calendar"
    r"|whole|recorded|licensed|endorsed|final|commissioned) ){0,2}"
)
_AFTER = re.compile(
    r"(?:\s?\([^()]{0,40}\))?(?:\s?/\s?|,? (?:per|a|an|each|every|for each|for every|pro|je|par|le|la|por|por cada|al|l')[ -]?)"
    rf"(?:(?P<many>1[ ,.]?000|100|thousand) )?{_QUALITY}(?:{_UNIT})(?:/hr)?(?![^\W_])(?! old)"
)
_BEFORE = re.compile(
    r"\b(?:(?P<day>daily|day|tages(?=satz)|per diem)|(?P<hour>hourly|stunden(?=satz))|(?P<word>(?:per[ -])?word|wort(?=preis))"
    r"|(?P<week>weekly)|(?P<month>monthly|monatliche\w?)"
    r"|(?P<year>annual|yearly|jährliche\w?)|(?P<session>session))(?:[ -]?(?:rate|fee|salary|honorarium|retainer|satz|preis"
    r"|gebühr|honorar|pauschale)s?)"
    r"(?: (?:is|of|at|shall be|will be|von|beträgt|=))?[: ]{0,2}\Z"
)
_WINDOW = 48


def rate_after(plain: str, end: int) -> tuple[str, int]:
    """What the sum that ends at `end` is paid per, and where those words end: ("word", …), ("1000 words", …); ("", end) for a plain sum."""
    match = _AFTER.match(plain, end, end + 90)
    if match is None:
        return "", end
    unit = next(name for number, name in enumerate(_NAMES) if match[f"u{number}"])
    many = (match["many"] or "").replace(" ", "").replace(",", "").replace(".", "").replace("thousand", "1000")
    return (f"{many} {unit}s" if many else unit), match.end()


def rate_before(plain: str, start: int) -> str:
    """What the sum that begins at `start` is paid per, where words before it say so ("a daily rate of"); empty otherwise."""
    match = _BEFORE.search(plain, max(0, start - _WINDOW), start)
    return "" if match is None or match.lastgroup is None else match.lastgroup
