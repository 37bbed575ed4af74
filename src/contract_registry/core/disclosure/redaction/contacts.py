"""How somebody is reached: e-mail, web addresses, names on networks, telephones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_registry.core.disclosure.redaction.removal import Kind, Removal, found

_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,80} ?(?:@|\(at\)|\[at\]) ?[\w-]{1,63}(?:(?:\.| ?\(dot\) ?| ?\[dot\] ?)[\w-]{1,63}){1,6}", re.IGNORECASE
)
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”)\]]{1,400}|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|info|io|co|fm|tv|ai|app|art|studio|music|film|design|photo|press|agency|me|uk|ie|de|fr|es|it|nl|eu|us|ca|au)\b(?:/[^\s<>\"”)\]]{0,400})?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{1,40}\w")
_TELEPHONE = re.compile(r"(?<![\w.,£$€-])(?:\+\s?\d|\(0|0)(?:[\s().\-/]{0,2}\d){6,14}(?![\w,]|\.\d)")
_CALLED = re.compile(r"\b(?:tel(?:ephone)?|phone|mobile|mob|cell|fax|whatsapp|signal|handy|téléphone|teléfono|móvil)\b[.:\s]{0,4}(?:no\.?|number)?[:\s]{0,3}(?P<it>[+(]?\d[\d\s().\-/]{4,20}\d)", re.IGNORECASE)  # fmt: skip


def contacts_in(text: str) -> Iterator[Removal]:
    """Every way to reach somebody."""
    yield from found(_MAIL, text, Kind.CONTACT, "an e-mail address names its owner", "[e-mail]")
    yield from found(_WEB, text, Kind.CONTACT, "a web address names its owner", "[web address]")
    yield from found(_HANDLE, text, Kind.CONTACT, "a name on a network names its owner", "[web address]")
    yield from found(_CALLED, text, Kind.CONTACT, "a telephone number leads to its owner", "[telephone]")
    yield from found(_TELEPHONE, text, Kind.CONTACT, "a telephone number leads to its owner", "[telephone]")
