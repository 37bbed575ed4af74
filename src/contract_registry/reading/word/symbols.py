"""The signs of the Symbol and Wingdings fonts as Unicode: ticked and empty boxes, arrows, bullets, the marks of right."""

from __future__ import annotations

from types import MappingProxyType

UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def _from(first: int, signs: str) -> dict[int, str]:
    return {first + place: sign for place, sign in enumerate(signs) if sign != " "}


_WINGDINGS = {
    **_from(0x21, "✏✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭🗀🗁🗎🗏🗐🗄⏳🖮🖰🖲🖳🖴🖫🖬✇✍🖎✌👌👍👎☜☞☝☟🖐☺😐☹💣☠🏳🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓"),
    **_from(0x6C, "●❍■□🞐❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶❝❞"),
    **_from(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_from(0x9E, "·•▪○🞆🞈🞊🞋🔿▪🞎🟀🟁★🟋🟏🟓🟑⯐⌖⯎⯏⯑✪✰"),
    **_from(0xD5, "⌫⌦⮘⮚⮙⮛⮈⮊⮉⮋🡨🡪🡩🡫🡬🡭🡯🡮🡸🡺🡹🡻🡼🡽🡿🡾⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂🢬🢭🗶✔☒☑"),
    0x20: " ", 0x6A: "☺", 0x6B: "&", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x78: "☒", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓",
}  # fmt: skip
_WINGDINGS_2 = {0x20: " ", 0x2A: "☐", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x56: "⊗", 0x96: "•", 0x97: "•", 0x98: "•", 0xA2: "■", 0xA3: "☐"}  # fmt: skip
_WEBDINGS = {0x20: " ", 0x31: "☐", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x72: "✗", 0x78: "☒"}
_SYMBOL = {
    **_from(0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_from(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"),
    0x20: " ",
}
_FONTS = MappingProxyType({"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "webdings": _WEBDINGS, "symbol": _SYMBOL})
_PRIVATE = range(0xF000, 0xF100)
_MOST_SIGNS = 3
"""Words of more different letters than this in a font of signs were meant as words."""


def sign(code: int, font: str) -> str:
    """The Unicode character for a character of `font` by its number, with or without the offset of the private area."""
    low = code - _PRIVATE.start if code in _PRIVATE else code
    known = _FONTS.get(font.strip().lower())
    if known is not None:
        return known.get(low, UNKNOWN)
    if code in _PRIVATE:
        return _WINGDINGS.get(low) or _SYMBOL.get(low, UNKNOWN)
    return chr(code) if 0x20 <= code < 0xD800 else UNKNOWN  # noqa: PLR2004


def spelt(text: str, font: str) -> str:
    """`text` as it looks in `font`, character for character; unchanged where the font is one of letters."""
    if font.strip().lower() in _FONTS and len({letter for letter in text if letter.isalpha()}) <= _MOST_SIGNS:
        return "".join(sign(ord(letter), font) for letter in text)
    return text if text.isascii() else "".join(sign(ord(letter), font) if ord(letter) in _PRIVATE else letter for letter in text)
