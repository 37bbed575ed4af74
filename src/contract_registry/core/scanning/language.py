"""Words: spaCy's tokenizer with rules of our own, the same for every language, and the normal form in which words are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from spacy.attrs import NORM
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from contract_registry.core.scanning.misread import with_letters

_MARKS = r"""[\[\]{}()<>"“”„«»‘’'`´,.;:!?…•·*_#|~=+/\\\-\u2010\u2011–—−§&%$€£¥^°¶]"""
_PREFIX = re.compile(_MARKS)
_SUFFIX = re.compile(rf"(?:n['’]t|(?<!CA)N['’]T|(?<=CAN)['’]T|['’](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M)|{_MARKS})$")
_INFIX = re.compile(
    r"""[\-\u2010\u2011–—−/|*_…()\[\]“”„"«»=;:]"""
    r"""|(?<=[^\W\d_])[.,](?=[^\W\d_]{2})"""
    r"""|(?<=\b[ldcjmnstLDCJMNST])['’](?=\w)|(?<=\b[qQ]u)['’](?=\w)"""
)
_CONTRACTED = {
    "n't": "not",
    "n’t": "not",
    "'t": "not",
    "’t": "not",
    "ca": "can",
    "wo": "will",
    "sha": "shall",
    "’s": "'s",
    "’re": "are",
    "’ve": "have",
    "’ll": "will",
    "’d": "would",
    "’m": "am",
}
_CONTRACTED |= {
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'d": "would",
    "'m": "am",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "\u2010": "-",
    "–": "-",
}
_STEMS = frozenset({"ca", "sha"})
"""What is left of "can't" and "shan't"; in capitals they are short for something else (California, a hash)."""
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_WIDEST = 500
"""The tokenizer takes marks off both ends of what stands between two blanks one by one, which takes the square of its length."""
_TOO_WIDE = re.compile(rf"(\S{{{_WIDEST - 1}}})\S(?=\S)")
_LONG = 5
_REMEMBERED = 1 << 17
"""Different words, with their marks, whose division is remembered; beyond the tokenizer's own number (10,000, which a few hundred contracts
have) every further word was divided anew each time, at three times the cost."""


def normal(word: str) -> str:
    """The form in which words are compared: lower case, one kind of quote and dash, British and American spelling made one.

    The folding is not correct spelling: it only has to send both spellings to the same form ("licence" and "license", "colour" and
    "color"), and it is applied to vocabularies and texts alike.
    """
    plain = with_letters(unicodedata.normalize("NFKC", word)).lower()
    if plain in _CONTRACTED and not (plain in _STEMS and word.isupper()):
        return _CONTRACTED[plain]
    if len(plain) >= _LONG and plain.isascii():
        plain = plain.replace("isa", "iza").replace("ise", "ize").replace("isi", "izi").replace("yse", "yze").replace("ysi", "yzi")
        plain = (
            plain.replace("ence", "ense")
            .replace("enc", "ens")
            .replace("our", "or")
            .replace("ll", "l")
            .replace("ogue", "og")
            .replace("amme", "am")
        )
        plain = plain.replace("judgement", "judgment").replace("acknowledgement", "acknowledgment")
    return plain


def normals(words: str) -> frozenset[str]:
    """The words of a list in the form in which they are compared: "may shall" for a text whose words are normal."""
    return frozenset(map(normal, words.split()))


class Words:
    """The tokenizer and its store of words. One is made for each rulebook; making it costs a few milliseconds."""

    def __init__(self) -> None:
        self.vocab = Vocab(lex_attr_getters={NORM: normal}, strings=[])
        self._tokenizer = Tokenizer(
            self.vocab,
            rules={},
            prefix_search=_PREFIX.match,
            suffix_search=_SUFFIX.search,
            infix_finditer=_INFIX.finditer,
            max_cache_size=_REMEMBERED,
        )
        self._known: dict[str, tuple[str, ...]] = {}

    def __call__(self, text: str) -> Doc:
        """The words and marks of `text`, each with its place.

        Half a surrogate pair, which spaCy cannot hold, stands as any other mark; of what runs on without a blank every 500th character is one.
        """
        text = _HALF_PAIR.sub("\ufffd", text)
        if max(map(len, text.split()), default=0) > _WIDEST:
            text = _TOO_WIDE.sub(r"\1 ", text)
        doc: Doc = self._tokenizer(text)
        return doc

    def norms(self, phrase: str) -> list[str]:
        """The normal forms of the words and marks of a short phrase; what stands between two blanks is divided once and remembered."""
        norms: list[str] = []
        for piece in phrase.split():
            if piece not in self._known:
                self._known[piece] = tuple(token.norm_ for token in self(piece))
            norms += self._known[piece]
        return norms


@lru_cache(maxsize=65536)
def is_mark(norm: str) -> bool:
    """Whether a token is punctuation or white space alone, so that it does not count as a word between words."""
    return not any(letter.isalnum() for letter in norm)
