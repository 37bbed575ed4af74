"""Contracts of our own writing with people, works, sums and numbers planted in them, each planted thing noted."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

GIVEN = """Mirela Tomas Ines Hal Jo Adaeze Björn Chiara Dilip Eluned Farouk Gráinne Hiroko Idris Jadwiga Kwame Leocadia Mbali Niamh Oisín Priyanka Quentin Rosalind Siobhán Tadeusz Ulrike
Vasiliki Wiremu Xanthe Yusuf Zoë Anneliese Bartholomew Cosima Desmond Esperanza Fenella Ghislaine Hyacinth Ignatius""".split()
FAMILY = """Quist Abara Corvane Winterbourne Ellery Thistlewood Okonjo Lindqvist Bellucci Ranganathan Pryce-Morgan Haddad O'Shaughnessy Takemori Llewellyn Wojcik Asante Fairweather Dlamini Gallagher
Kinsella Venkataraman Delacroix Featherstone Macgillivray Nowakowska Brandstetter Papadimitriou Ngata Ravenscroft Demirci Zuckerberger Hartigan Oyelaran Stavros Blackadder Castellanos Prendergast Vaillancourt Nightingale""".split()
COMPANY = "Harrow|Kestrel|Oakmere|Blue Tern|Saltmarsh|Brindle|Foxglove|Ironbark|Lanternfish|Marrow & Vine|Peregrine|Quillfeather|Rookery|Sundial|Thornbury|Umberfield|Vixen|Wrenwood".split(
    "|"
)
TRADE = "Books Pictures Records Games Media Theatre Studios Press".split()
FORM = "Ltd|Limited|GmbH|Inc.|LLC|plc|SARL".split("|")
TITLE_BEGIN = "Salt Ember Glass Thistle Harbour Winter Copper Lantern Marsh Velvet Hollow Cinder".split()
TITLE_END = "Road Orchard Cathedral Almanac Carousel Menagerie Nocturne Lighthouse Apothecary Pilgrim".split()
STREET = "Cowley Magdalen Tannery Pottergate Elderberry Canal Cooper Saddler Wherry Minster".split()
WAY = "Road Street Lane Avenue Terrace Gardens".split()
TOWN = "Norwich Aberystwyth Halifax Kirkwall Ludlow Penzance Whitby Dundalk Ballymena Hexham".split()
MONTH = "January February March April May June July August September October November December".split()
RARE = [
    "harpist",
    "puppeteer",
    "BSL interpreter",
    "theorbo",
    "choreographer",
    "countertenor",
    "glassblower",
    "foley artist",
    "librettist",
    "bagpiper",
    "intimacy coordinator",
    "hurdy-gurdy",
]
PAIRS = ["from Basque into Welsh", "Icelandic-English", "from Maltese to German", "Catalan into Irish"]


@dataclass(frozen=True)
class Planted:
    """A contract and what was planted in it, by kind."""

    text: str
    things: dict[str, str]


def planted_contract(number: int) -> Planted:
    """The contract with this number, always the same one."""
    chance = Random(number)
    things = _things(chance)
    template = TEMPLATES[number % len(TEMPLATES)]
    used = {name: thing for name, thing in things.items() if "{" + name + "}" in template}
    return Planted(template.format(**things), used)


def _things(chance: Random) -> dict[str, str]:
    creator, other, editor, agent = (" ".join(pair) for pair in zip(chance.sample(GIVEN, 4), chance.sample(FAMILY, 4), strict=True))
    one, two = chance.sample(COMPANY, 2)
    title = f"The {chance.choice(TITLE_BEGIN)} {chance.choice(TITLE_END)}"
    return {
        "creator": creator,
        "surname": creator.split()[-1],
        "other": other,
        "editor": editor,
        "agent": f"{agent.split()[-1]} {chance.choice(['Literary', 'Artists', 'Associates', 'Talent'])}",
        "company": f"{one} {chance.choice(TRADE)} {chance.choice(FORM)}",
        "brand": one,
        "partner": f"{two} {chance.choice(TRADE)}",
        "title": title,
        "shouted": title.upper(),
        "address": f"{chance.randint(1, 240)} {chance.choice(STREET)} {chance.choice(WAY)}, {chance.choice(TOWN)} {chance.choice('NR OX BT KW'.split())}{chance.randint(1, 20)} {chance.randint(1, 9)}{chance.choice('AB DE XY LN'.split())}",
        "home": f"Flat {chance.randint(1, 30)}, {chance.randint(1, 99)} {chance.choice(STREET)} {chance.choice(WAY)}, {chance.choice(TOWN)}",
        "town": chance.choice(TOWN),
        "mail": f"{creator.split()[0].lower()}.{chance.choice('studio office hello'.split())}@{one.split()[0].lower()}.co.uk",
        "site": f"www.{two.split()[0].lower()}-{chance.choice(TRADE).lower()}.com",
        "handle": f"@{creator.split()[0].lower()}draws",
        "phone": f"0{chance.randint(1200, 1999)} {chance.randint(100, 999)} {chance.randint(100, 999)}",
        "mobile": f"+44 7{chance.randint(100, 999)} {chance.randint(100000, 999999)}",
        "sort": f"{chance.randint(10, 99)}-{chance.randint(10, 99)}-{chance.randint(10, 99)}",
        "account": str(chance.randint(10**7, 10**8 - 1)),
        "iban": f"GB{chance.randint(10, 99)} NWBK {chance.randint(1000, 9999)} {chance.randint(1000, 9999)} {chance.randint(1000, 9999)} {chance.randint(10, 99)}",
        "utr": str(chance.randint(10**9, 10**10 - 1)),
        "vat": f"GB {chance.randint(100, 999)} {chance.randint(1000, 9999)} {chance.randint(10, 99)}",
        "insurance": f"{chance.choice('AB CE JT'.split())} {chance.randint(10, 99)} {chance.randint(10, 99)} {chance.randint(10, 99)} {chance.choice('ABCD')}",
        "register": f"{chance.randint(10**7, 10**8 - 1):08}",
        "reference": f"{one[:2].upper()}/{chance.randint(2020, 2029)}/{chance.randint(100, 9999):04}",
        "loose": f"{chance.randint(10**6, 10**8)}",
        "fee": f"£{chance.randint(1, 40) * 100 + 37:,}",
        "words": f"{chance.choice('three four six seven eight nine'.split())} thousand {chance.choice('one two four five six eight'.split())} hundred pounds",
        "rate": f"€0.{chance.randint(11, 49)} per word",
        "day": f"{chance.randint(1, 28)} {chance.choice(MONTH)} 2026",
        "delivery": f"{chance.choice(MONTH)} {chance.randint(1, 28)}, 2027",
        "figures": f"{chance.randint(13, 28)}/{chance.randint(1, 12):02}/2026",
        "copies": f"{chance.randint(11, 89)},{chance.randint(100, 999)}",
        "rare": chance.choice(RARE),
        "pair": chance.choice(PAIRS),
    }


TEMPLATES = (
    """COMMISSION AGREEMENT: {shouted}
This agreement is made on {day} between {company}, a company registered in England (company number {register}) whose registered office is at {address} (the "Publisher") and {creator} of {home} (the "Illustrator").
1. The Illustrator makes twelve drawings for the picture book "{title}" by {other}.
2. The Publisher pays {fee} within 30 days of delivery on {delivery}. Payment goes to sort code {sort}, account number {account}.
3. Ms {surname} waives all moral rights in the Work. The Illustrator's agent, {agent}, takes fifteen per cent.
4. {brand} may license the Work to {partner} and to anyone else for any purpose, the training of artificial intelligence included.
5. Where {editor} asks for changes, {creator}'s second proof is the last. No sketch of {title} may be shown before publication.
6. Notices go to {mail} or {phone}. VAT number {vat}.
7. This agreement is governed by the laws of England and Wales.
Signed by: {creator}
Date: {day}
""",
    """Dear {creator},
Thank you for agreeing to play for us. This letter is the agreement between you and {company} ("we" or "us"), {address}.
You will record as {rare} on the album {title} on {figures} in {town}. Our producer, {other}, will be there.
We pay you {words} for the session, to IBAN {iban}. Your UTR is {utr}.
You grant us all rights in your performance in perpetuity, and we may make a digital replica of your playing. {partner} may use it too.
You may be asked by {editor} to play again without a further fee. Please send your travel receipts to {site} or call {mobile}.
Should {surname} fall ill, we may engage another {rare}.
Our reference is {reference}.
Yours sincerely,
{editor}
For and on behalf of {company}
""",
    """PURCHASE ORDER
PO number: {reference}
Project: {title}
Supplier: {creator}
Address: {home}
Contact: {editor}
Telephone: {mobile}
Fee: {fee}
Delivery: {delivery}
1. All rights in everything that {creator} makes for this order belong to {company} from the first sketch.
2. The Supplier waives all moral rights. {surname} may not show the sketches made for {shouted}.
3. {partner} receives a copy. The print run is {copies} copies.
4. Invoices to {mail}, quoting {loose}. National Insurance: {insurance}.
""",
    """TRANSLATION AGREEMENT
THIS AGREEMENT is dated {day}
PARTIES
(1) {company} incorporated in Ireland with its offices at {address} ("the Publisher"); and
(2) {creator} ("the Translator"), represented by {agent}.
AGREED TERMS
1. The Translator shall translate the novel {title} {pair}.
2. The Publisher shall pay {rate} and an advance of {fee}, half of it on {delivery}.
3. The Translator assigns to the Publisher the entire copyright in the translation. {brand} need not name the Translator.
4. The Publisher may use the translation to train machine translation together with {partner}.
5. {other} will read the proofs. The translator of the earlier edition was {editor}, who lives in {town}.
6. The Translator's account is {iban}; the Translator's tax reference is {utr}.
7. Queries: {handle} or {site}.
""",
    """From: {editor} <{mail}>
To: {creator}
Subject: {title}

Hi {creator},
Lovely to talk yesterday. {company} would like you as {rare} for {title}, from {day} to {delivery} at our place in {town}.
The fee is {fee} all in, and we own everything you make for it, in all media, for ever.
We also scan your movements, and {partner} may build a model from them.
{other} from our legal team asks that you waive your moral rights. {surname} is how we would print your name, if we print it.
Just reply yes, or ring {phone}.
Best,
{editor}
""",
)
