"""The names of countries and of the parts of countries that have a law of their own, with the ISO 3166 code of each."""

from __future__ import annotations

from types import MappingProxyType

_COUNTRIES = """
GB: united kingdom, uk, u.k., great britain, britain, england and wales, england & wales, england, wales, royaume-uni, angleterre, angleterre et pays de galles, vereinigtes königreich, großbritannien, reino unido, inglaterra, inglaterra y gales; british, english, english and welsh, anglais, anglaise, britannique, englisches, englischem, englische, inglés, inglesa, inglesas, british and irish
GB-SCT: scotland, écosse, schottland, escocia; scots, scottish
GB-NIR: northern ireland, irlande du nord, nordirland, irlanda del norte; northern irish
IE: ireland, republic of ireland, eire, irlande, irland, irlanda; irish, irlandais, irisches, irischem, irlandés, irlandesa
US: united states, united states of america, usa, u.s.a., u.s., us, états-unis, vereinigte staaten, vereinigten staaten, estados unidos, ee.uu., ee. uu.; american, us federal, u.s. federal, united states federal
CA: canada, kanada, canadá; canadian
AU: australia, australie, australien; australian
NZ: new zealand, neuseeland, nouvelle-zélande, nueva zelanda; new zealand
FR: france, frankreich, francia; french, français, française, françaises, französisches, französischem, französische, francés, francesa, francesas
DE: germany, federal republic of germany, deutschland, bundesrepublik deutschland, allemagne, alemania; german, deutsches, deutschem, deutsche, deutschen, allemand, allemande, alemán, alemana
AT: austria, österreich, autriche; austrian, österreichisches, österreichischem, österreichische
CH: switzerland, schweiz, suisse, suiza; swiss, schweizerisches, schweizerischem, schweizer, schweizerische, suizo, suiza
ES: spain, españa, spanien, espagne, kingdom of spain, reino de españa; spanish, español, española, españolas, spanisches, spanischem, espagnol, espagnole
PT: portugal; portuguese
IT: italy, italien, italie, italia; italian, italienisches, italienischem
BE: belgium, belgien, belgique, bélgica; belgian, belge, belges, belgisches, belgischem
NL: netherlands, holland, niederlande, pays-bas, países bajos; dutch, netherlands, niederländisches, néerlandais
LU: luxembourg, luxemburg, luxemburgo, grand duchy of luxembourg; luxembourgish, luxembourgeois, luxemburgisches
DK: denmark, dänemark, danemark, dinamarca; danish
SE: sweden, schweden, suède, suecia; swedish
NO: norway, norwegen, norvège, noruega; norwegian
FI: finland, finnland, finlande, finlandia; finnish
IS: iceland; icelandic
PL: poland, polen, pologne, polonia; polish
CZ: czech republic, czechia, tschechien; czech
SK: slovakia; slovak
HU: hungary, ungarn; hungarian
RO: romania; romanian
BG: bulgaria; bulgarian
GR: greece, griechenland, grèce, grecia; greek
HR: croatia; croatian
SI: slovenia; slovenian
EE: estonia; estonian
LV: latvia; latvian
LT: lithuania; lithuanian
CY: cyprus, republic of cyprus; cypriot
MT: malta; maltese
LI: liechtenstein;
MC: monaco; monegasque
UA: ukraine; ukrainian
RU: russia, russian federation; russian
TR: turkey, türkiye; turkish
RS: serbia; serbian
IL: israel; israeli
AE: united arab emirates, uae, u.a.e., dubai, abu dhabi;
SA: saudi arabia;
IN: india; indian
PK: pakistan;
BD: bangladesh;
LK: sri lanka;
CN: china, people's republic of china, prc; chinese
HK: hong kong, hong kong sar;
TW: taiwan; taiwanese
JP: japan; japanese
KR: south korea, republic of korea, korea; korean
SG: singapore; singaporean
MY: malaysia; malaysian
TH: thailand; thai
VN: vietnam; vietnamese
PH: philippines; philippine
ID: indonesia; indonesian
ZA: south africa, republic of south africa; south african
NG: nigeria; nigerian
KE: kenya; kenyan
GH: ghana; ghanaian
EG: egypt; egyptian
MX: mexico, méxico, mexiko; mexican, mexicana
BR: brazil, brasil; brazilian
AR: argentina; argentine
CL: chile; chilean
CO: colombia; colombian
PE: peru, perú; peruvian
JE: jersey;
GG: guernsey;
IM: isle of man;
BM: bermuda;
KY: cayman islands;
VG: british virgin islands;
"""
_STATES = """
US-AL: alabama
US-AK: alaska
US-AZ: arizona
US-AR: arkansas
US-CA: california
US-CO: colorado
US-CT: connecticut
US-DE: delaware, state of delaware
US-DC: district of columbia, washington d.c., washington, d.c., washington dc
US-FL: florida
US-HI: hawaii
US-ID: idaho
US-IL: illinois
US-IN: indiana
US-IA: iowa
US-KS: kansas
US-KY: kentucky
US-LA: louisiana
US-ME: maine
US-MD: maryland
US-MA: massachusetts
US-MI: michigan
US-MN: minnesota
US-MS: mississippi
US-MO: missouri
US-MT: montana
US-NE: nebraska
US-NV: nevada
US-NH: new hampshire
US-NJ: new jersey
US-NM: new mexico
US-NY: new york, new york state
US-NC: north carolina
US-ND: north dakota
US-OH: ohio
US-OK: oklahoma
US-OR: oregon
US-PA: pennsylvania
US-RI: rhode island
US-SC: south carolina
US-SD: south dakota
US-TN: tennessee
US-TX: texas
US-UT: utah
US-VT: vermont
US-VA: virginia
US-WA: washington, washington state
US-WV: west virginia
US-WI: wisconsin
US-WY: wyoming
CA-AB: alberta
CA-BC: british columbia
CA-MB: manitoba
CA-NB: new brunswick
CA-NS: nova scotia
CA-ON: ontario
CA-QC: quebec, québec
CA-SK: saskatchewan
AU-NSW: new south wales, nsw
AU-QLD: queensland
AU-SA: south australia
AU-TAS: tasmania
AU-VIC: victoria
AU-WA: western australia
"""
_CITIES = """
GB: london, londres, manchester, birmingham, bristol, leeds, liverpool, cardiff, oxford, cambridge, brighton
GB-SCT: edinburgh, glasgow
GB-NIR: belfast
IE: dublin, cork
FR: paris, lyon, marseille, bordeaux, toulouse, nantes, lille, strasbourg, montpellier, rennes, nice, nanterre, versailles, grenoble
DE: berlin, hamburg, münchen, munich, köln, cologne, frankfurt, frankfurt am main, stuttgart, düsseldorf, leipzig, bremen, hannover, nürnberg, dresden, essen, dortmund, karlsruhe, mannheim, potsdam
AT: wien, vienna, graz, salzburg, linz
CH: zürich, zurich, genf, geneva, genève, basel, bern, lausanne
ES: madrid, barcelona, valencia, sevilla, bilbao, málaga
IT: milan, milano, rome, roma
NL: amsterdam, rotterdam, the hague
BE: brussels, bruxelles, brüssel, bruselas, antwerp
PT: lisbon, lisboa
DK: copenhagen
SE: stockholm
NO: oslo
FI: helsinki
US-NY: new york city, new york county, manhattan, brooklyn, city of new york
US-CA: los angeles, san francisco, san diego, santa clara county, los angeles county, san jose, oakland, palo alto, san mateo county, santa monica, burbank, sacramento
US-IL: chicago, cook county
US-TX: austin, houston, dallas
US-WA: seattle, king county
US-MA: boston
US-PA: philadelphia
US-GA: atlanta
US-FL: miami
US-TN: nashville
US-DE: wilmington
CA-ON: toronto
CA-QC: montreal, montréal
CA-BC: vancouver
AU-NSW: sydney
AU-VIC: melbourne
JP: tokyo
"""
_REGIONS = """
EU: european union, eu, e.u., union européenne, europäische union, europäischen union, unión europea
EEA: european economic area, eea
europe: europe, europa
north america: north america, amérique du nord, nordamerika, norteamérica
latin america: latin america, latinoamérica, amérique latine
commonwealth: british commonwealth, commonwealth
DACH: german-speaking territories, german speaking territories, deutschsprachiger raum, deutschsprachigen raum, deutschsprachigen raums, german-language territories
asia: asia
africa: africa
scandinavia: scandinavia
benelux: benelux
"""
_GEORGIA = {"state of georgia": "US-GA", "georgia": "US-GA"}


def _table(lines: str, part: int | None = None) -> dict[str, str]:
    """From each name, folded, to its code; `part` says which of the lists parted by a semicolon is meant."""
    table: dict[str, str] = {}
    for line in lines.strip().splitlines():
        code, _, names = line.partition(": ")
        chosen = names if part is None else names.split(";")[part]
        table |= {name.strip(): code for name in chosen.split(", ") if name.strip(" ;")}
    return table


PLACES = MappingProxyType(_table(_COUNTRIES, 0) | _table(_STATES) | _GEORGIA)
"""Countries, and states and provinces, by every name they go by."""
PEOPLES = MappingProxyType(_table(_COUNTRIES, 1) | _table(_STATES) | _GEORGIA)
"""What a law is called before the word "law" ("English", "New York", "deutsches")."""
CITIES = MappingProxyType(_table(_CITIES))
"""Cities and counties whose courts contracts name, by the code of the law of their courts."""
REGIONS = MappingProxyType(_table(_REGIONS))
"""Regions that territories are made of and that have no law of their own; their codes are plain names where ISO has none."""
