"""What somebody does, where few do it: roles and instruments are told as families, the languages of a translation not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_registry.core.disclosure.redaction.removal import Kind, Removal, found
from contract_registry.core.text import Span

_FAMILIES = {
    "musician": """harpist pianist organist violinist violist cellist bassist double-bassist guitarist lutenist drummer percussionist timpanist flautist flutist oboist clarinettist clarinetist bassoonist hornist
        trumpeter trombonist tubist saxophonist accordionist piper bagpiper fiddler harpsichordist theorbist keyboardist beatboxer turntablist organ-builder soprano mezzo-soprano alto contralto countertenor
        tenor baritone bass-baritone chorister repetiteur répétiteur bandleader orchestrator copyist session-singer backing-singer beatmaker conductor chorus-master""",
    "instrument": """harp piano organ violin viola cello double-bass bass-guitar guitar lute theorbo harpsichord clavichord celesta drums timpani marimba vibraphone xylophone flute piccolo oboe cor-anglais
        clarinet bassoon contrabassoon french-horn trumpet flugelhorn trombone tuba euphonium saxophone accordion concertina bagpipes uilleann-pipes hurdy-gurdy fiddle banjo mandolin ukulele sitar tabla sarod
        oud kora erhu shamisen koto didgeridoo theremin ondes-martenot glockenspiel bodhrán bodhran dulcimer zither""",
    "performer": """puppeteer ventriloquist aerialist acrobat trapezist clown mime magician contortionist juggler stilt-walker fire-eater stuntman stuntwoman stunt-performer stunt-double body-double
        ballerina ballet-dancer tap-dancer flamenco-dancer drag-artist burlesque-artist storyteller impressionist motion-capture-performer voice-double""",
    "stage and screen crew": """choreographer movement-director fight-director fight-arranger intimacy-coordinator dialect-coach voice-coach dramaturg dramaturge prompter wigmaker wig-maker milliner armourer
        prosthetics-artist animatronics-designer scenic-artist lighting-designer sound-designer costume-designer set-designer foley-artist colourist colorist gaffer key-grip boom-operator steadicam-operator
        focus-puller script-supervisor continuity-supervisor pyrotechnician storyboard-artist matte-painter showrunner stage-manager""",
    "interpreter": "bsl-interpreter isl-interpreter asl-interpreter sign-language-interpreter sign-interpreter surtitler subtitler captioner audio-describer simultaneous-interpreter",
    "visual artist": """glassblower glass-blower ceramicist ceramist potter engraver etcher lithographer calligrapher letterer signwriter sign-writer bookbinder papercutter paper-cutter muralist
        silversmith goldsmith enameller tapestry-weaver weaver embroiderer mosaicist stone-carver woodcarver taxidermist portraitist miniaturist caricaturist medical-illustrator botanical-illustrator
        courtroom-artist inker penciller concept-artist texture-artist rigger""",
    "writer": "librettist lexicographer indexer obituarist crossword-compiler crossword-setter puzzle-setter speechwriter ghostwriter sensitivity-reader gag-writer",
}
_LANGUAGES = """albanian amharic arabic armenian azerbaijani basque belarusian bengali bosnian breton bulgarian burmese cantonese catalan cornish corsican croatian czech danish dari dutch english esperanto
    estonian faroese farsi finnish flemish french frisian gaelic galician georgian german greek gujarati hausa hebrew hindi hungarian icelandic igbo indonesian irish italian japanese kannada kazakh khmer korean
    kurdish latin latvian lithuanian luxembourgish macedonian malay malayalam maltese mandarin manx maori māori marathi mongolian nepali norwegian occitan pashto persian polish portuguese punjabi quechua romani
    romanian romansh russian sami sanskrit sardinian scots serbian sinhala slovak slovene slovenian somali sorbian spanish swahili swedish tagalog tamil telugu thai tibetan turkish ukrainian urdu uzbek vietnamese
    welsh wolof xhosa yiddish yoruba zulu bsl isl asl chinese"""


def _any(words: str) -> str:
    return "|".join(re.escape(word).replace(r"\-", "[- ]") for word in sorted(words.split(), key=len, reverse=True))


_TRADES = tuple(
    (family, re.compile(rf"(?<![\w-])(?:{_any(words)})(?:e?s)?(?![\w-])", re.IGNORECASE)) for family, words in _FAMILIES.items()
)
_TONGUE = rf"(?:(?:brazilian|european|canadian|swiss|austrian|british|american|latin american|scottish|modern|ancient|old|simplified|traditional)\s)?(?:{_any(_LANGUAGES)})(?:\slanguage)?"
_PAIR = re.compile(rf"(?<![\w-])(?:from\s+(?:the\s)?)?{_TONGUE}\s*(?:-|–|>|→|/|\binto\b|\bto\b|\band\b)\s*(?:the\s)?{_TONGUE}(?![\w-])", re.IGNORECASE)  # fmt: skip
_CODES = re.compile(r"(?<!\w)[A-Z]{2} ?[>→] ?[A-Z]{2}(?!\w)")
_ONE = re.compile(
    rf"\b(?:from|into|in|out of)\s+(?:the\s)?(?P<it>{_TONGUE})(?=\s*(?:[.,;)]|\Z|language|edition|version|translation|text|of\b|for\b|and\b|by\b))|(?<![\w-])(?P<edition>{_TONGUE})(?=\s(?:translation|language|edition|text|dubbing|subtitles)s?\b)",
    re.IGNORECASE,
)


def trades_in(text: str) -> Iterator[Removal]:
    """Roles and instruments that few have, each told as its family."""
    for family, pattern in _TRADES:
        yield from found(pattern, text, Kind.TRADE, "so few do this that it can name a person", f"[{family}]")


def languages_in(text: str) -> Iterator[Removal]:
    """The languages that are translated from and into."""
    yield from found(_PAIR, text, Kind.LANGUAGES, "a pair of languages can name a translator", "[languages]")
    yield from found(_CODES, text, Kind.LANGUAGES, "a pair of languages can name a translator", "[languages]")
    for match in _ONE.finditer(text):
        group = match.lastgroup or "it"
        yield Removal(
            Span(match.start(group), match.end(group)), Kind.LANGUAGES, "the language of a translation can name a translator", "[language]"
        )
