"""The words a numbered division is called by ("clause", "Schedule", "§", "Artikel"), and how high each stands in a contract."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

Division = Literal["schedule", "part", "article", "section", "paragraph", "item", "question"]

RANKS: dict[Division, int] = {"schedule": 0, "part": 1, "article": 2, "section": 3, "paragraph": 4, "item": 5, "question": 5}
"""Where a division stands: one of a smaller rank is never inside one of a greater."""

_WORDS: dict[Division, str] = {
    "schedule": "schedule annex annexure appendix exhibit attachment addendum rider enclosure anlage anhang annexe anexo apéndice bijlage allegato",
    "part": "part chapter title book teil kapitel partie chapitre titre parte capítulo capitulo título titulo deel hoofdstuk capo",
    "article": "article art artikel artículo articulo articolo",
    "section": "section sec sect clause cl § §§ abschnitt klausel clausule cláusula clausula sección seccion sezione ziffer ziff condition rule regla",
    "paragraph": "paragraph para absatz abs paragraphe alinéa apartado párrafo parrafo lid subsection subclause subparagraph sub-clause sub-section sub-paragraph",
    "item": "item step point punkt point punto",
    "question": "q question frage pregunta",
}
DIVISIONS = MappingProxyType({word: division for division, words in _WORDS.items() for word in words.split()})
"""From a word in lower case, without a full stop, to the division it names."""

PLURALS = MappingProxyType(
    {
        **{f"{word}s": division for word, division in DIVISIONS.items() if word.isalpha() and len(word) > 1},
        **dict.fromkeys(("annexes", "annexures", "appendices", "appendixes"), DIVISIONS["annex"]),
        **dict.fromkeys(("subclauses", "sub-clauses", "subsections", "sub-sections", "sub-paragraphs", "paras"), DIVISIONS["paragraph"]),
        **dict.fromkeys(
            ("ss", "cll", "ziffern", "klauseln", "secciones", "abschnitte", "anlagen", "anhänge", "arts"), DIVISIONS["section"]
        ),
        "anlagen": DIVISIONS["anlage"],
        "arts": DIVISIONS["article"],
    }
)
"""The same for words in the plural, as references use them ("clauses 4 and 5")."""

ORDINALS = MappingProxyType(
    {
        word: value
        for words in (
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth",
            "primera segunda tercera cuarta quinta sexta séptima octava novena décima undécima duodécima decimotercera decimocuarta decimoquinta",
            "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo",
            "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
            "erster zweiter dritter vierter fünfter sechster siebter achter neunter zehnter",
            "1er",
        )
        for value, word in enumerate(words.split(), start=1)
    }
)
"""Numbers written as words, to their value."""


def division_of(word: str) -> Division | None:
    """The division that `word` names, in the singular or plural, in any case, with or without a full stop; None for other words."""
    key = word.lower().rstrip(".")
    return DIVISIONS.get(key) or PLURALS.get(key)
