"""Where somebody lives or has a seat: streets, postcodes, and what stands behind words that lead to an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_registry.core.disclosure.redaction.removal import Kind, Removal, found

_WORD = r"[A-ZÀ-Þ](?:[^\W\d_]|[’'-]){0,30}"
_WAY = (
    "Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Dr|Close|Court|Ct|Crescent|Square|Sq|Place|Terrace|Way|Hill|Gardens|Grove|Mews|Row|Walk|Yard|Quay|Wharf|Parade|Park|Green|Boulevard|Blvd|Highway|Parkway"
    "|House|Building|Mill|Works|Estate|Rise|View|Gate|Bridge|Embankment|Broadway"
)
_UNIT = r"(?:(?:Flat|Apt|Apartment|Unit|Suite|Studio|Floor|Room)\.?\s\w{1,5},?\s)?"
_POSTCODE = r"(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]{2}\s\d{5}(?:-\d{4})?|[A-Z]\d{2}\s?[A-Z\d]{4}|(?:[A-Z]{1,2}-)?\d{5}(?=\s[A-ZÀ-Þ])|\d{4}\s?[A-Z]{2}\b)"
_TOWN = rf"(?:\s{_WORD}){{0,3}}"
_PLACE_OR_CODE = rf"(?:{_POSTCODE}|{_WORD}(?:\s(?:{_WORD}|upon|on|am|sur|de|in)){{0,4}}(?:\s{_POSTCODE})?)"
_ENGLISH = re.compile(
    rf"{_UNIT}\b\d{{1,5}}[A-Za-z]?(?:[-/]\d{{1,5}})?,?\s(?:{_WORD}\s){{1,4}}(?:{_WAY})\b\.?(?:,\s{_PLACE_OR_CODE}){{0,5}}"
)
_GERMAN = re.compile(
    rf"\b[A-ZÀ-Þ][\w-]{{0,40}}(?:straße|strasse|str\.|weg|gasse|platz|allee|ufer|damm|ring)\s\d{{1,4}}\s?[a-z]?\b(?:,?\s(?:D-|A-|CH-)?\d{{4,5}}{_TOWN})?"
)
_FRENCH = re.compile(rf"\b\d{{1,4}}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|boulevard|bd|place|quai|chemin|impasse|allée|cours)\s[^\n,;()]{{2,40}}(?:,?\s\d{{5}}{_TOWN})?", re.IGNORECASE)  # fmt: skip
_SPANISH = re.compile(
    r"\b(?:calle|c/|avenida|avda\.?|plaza|paseo)\s[^\n,;()]{2,40},?\s(?:n[º°o]\.?\s?)?\d{1,4}\b(?:,?\s\d{5}(?:\s[A-ZÀ-Þ][\w]*){0,3})?",
    re.IGNORECASE,
)
_BOX = re.compile(rf"\b(?:P\.?\s?O\.?\s?Box|Postfach|Apartado|BP)\s\d[\d ]{{0,10}}(?:,?\s{_WORD}){{0,4}}(?:,?\s{_POSTCODE})?")
_CODE = re.compile(
    rf"(?:{_WORD},?\s)?\b(?:[A-Z]{{1,2}}\d[A-Z\d]?\s?\d[A-Z]{{2}}|(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\s\d{{5}}(?:-\d{{4}})?)\b"
)
_ENDS = r"(?=\s*[(;\n\"“]|,?\s(?:a|an|the|and|und|et|y|hereinafter|acting|represented|vertreten|represents?|ci-après|nachfolgend|registered|with|whose|trading)\b|\.(?:\s|\Z)|\Z)"
_LED_TO = re.compile(
    r"(?:\b(?:residing|resident|living|domiciled|located|seated|based)\s(?:at|in)|\b(?:registered office|registered address|principal (?:place of business|office)|place of business|head office|address|offices?)\s(?:is\s(?:at\s)?|at\s|of\s)"
    r"|\bwohnhaft(?:\sin)?|\bansässig\sin|\bmit\sSitz\sin|\bdemeurant(?:\s(?:à|au))?|\bdomiciliée?s?(?:\s(?:à|au))?|\bdont le siège (?:social )?est(?:\s(?:à|au|situé))*|\bcon domicilio(?:\s(?:en|social en))?)"
    rf" ?(?P<it>[^\n;()]{{3,150}}?){_ENDS}"
)
_LABELLED = re.compile(r"^\W{0,4}(?:(?:postal|home|business|correspondence|registered|delivery|billing)\s)?(?:address|adresse|anschrift|dirección|domicilio)\s*[:|]\s*(?P<it>\S[^\n]{2,200})", re.IGNORECASE | re.MULTILINE)  # fmt: skip


def addresses_in(text: str) -> Iterator[Removal]:
    """Every address, or what of one can be told."""
    yield from found(_LABELLED, text, Kind.ADDRESS, "it stands behind the word address", "[address]")
    for pattern in (_ENGLISH, _GERMAN, _FRENCH, _SPANISH, _BOX):
        yield from found(pattern, text, Kind.ADDRESS, "it has the form of an address", "[address]")
    yield from found(_LED_TO, text, Kind.ADDRESS, "the words before it lead to an address", "[address]")
    yield from found(_CODE, text, Kind.ADDRESS, "it has the form of a postcode", "[address]")
