"""What languages look like: the small words each is full of, and the scripts that tell a language by themselves."""

from __future__ import annotations

import re
from types import MappingProxyType

from contract_registry.core.clauses.wordlists import words_in

SMALL_WORDS = MappingProxyType(
    {
        "en": words_in(
            """the of and to in or any for by is be shall that with as this not on will you your we our from such which are at it all an other may under has
            have its their his her if no than these those between hereby i my me us they was were been but each who whom must"""
        ),
        "fr": words_in(
            """le la les des du de et à en un une que qui dans pour par sur est sont au aux ce cette ces ne pas ou avec son sa ses leur leurs nous vous votre vos notre
            nos il elle se plus sans sous être ont être dont tout toute tous d' l' qu' n' s' j' c' je mon ma mes"""
        ),
        "de": words_in(
            """der die das und in den von zu mit dem des ist nicht ein eine einer eines einem einen für auf sich auch als an werden wird oder bei nach durch sind aus
            im zur zum über unter vom sowie kann wenn hat haben er sie es wir uns ihr ihre ihren sein seine diese dieser dieses nur ich mein"""
        ),
        "es": words_in(
            """el la los las de del que y en un una por para con no se su sus al lo como más o es son este esta estos estas cualquier todos todas entre sobre sin
            será podrá ser ha han a nos otros otras su nuestro nuestra usted así cuando mi yo me"""
        ),
        "nl": words_in(
            """de het een en van in op te dat die is voor met zijn niet aan er om als ook door of bij uit naar deze dit wordt worden heeft hebben kan zal tot over
            onder wij u uw onze ons hij zij haar geen meer dan ik mijn dient"""
        ),
        "it": words_in(
            """il lo la i gli le di del della dei delle e che in un una per con non si da dal dalla al alla nel nella sono è come più o ogni tra sul sulla anche
            essere suo sua suoi loro questo questa ai agli alle"""
        ),
        "pt": words_in(
            """o a os as de do da dos das e que em um uma para com não se por no na nos nas ao aos à às ou como mais são é seu sua seus suas este esta pelo pela
            será qualquer entre sobre também você nosso"""
        ),
        "ca": words_in(
            """el la els les de del dels que i en un una per amb no es al als o com més són és aquest aquesta aquests aquestes seva seu entre sobre sense qualsevol
            serà pot haver tots totes pel pels"""
        ),
        "sv": words_in(
            """och att det i en som på är av för med till den inte om ett har de vid från eller kan ska skall han sig men under efter genom denna detta dessa vi du
            din ditt vår vårt samt mellan utan får alla"""
        ),
        "da": words_in(
            """og at det i en som på er af for med til den ikke om et har de ved fra eller kan skal han sig men under efter denne dette disse vi du din dit vores
            samt mellem uden må alle blive bliver være"""
        ),
        "nb": words_in(
            """og at det i en som på er av for med til den ikke om et har de ved fra eller kan skal han seg men under etter denne dette disse vi du din ditt vår
            vårt samt mellom uten må alle bli blir være"""
        ),
        "fi": words_in(
            """ja on ei se että hän tai sekä joka mukaan ovat jos kun myös voi tämä tämän nämä sen sitä ole olla niin kuin mutta ovat joita jotka hänen sinun meidän
            välillä ilman kanssa jonka tässä"""
        ),
        "pl": words_in(
            """i w na z do nie się że jest oraz o od za po dla przez lub jak to przy są przed pod ze ich jego jej który która które może być tego tej tym niniejszej
            umowy oraz między bez jako"""
        ),
        "cs": words_in(
            """a v na se je že z do s o k pro od po za nebo jako které který která jeho jsou při být podle by ve ze mezi bez těchto tato tento této smlouvy však
            nesmí může než aby jejich"""
        ),
        "sk": words_in(
            """a v na sa je že z do s o k pre od po za alebo ako ktoré ktorý ktorá jeho sú pri byť podľa by vo zo medzi bez týchto táto tento tejto zmluvy však
            nesmie môže než aby ich"""
        ),
        "hu": words_in(
            """a az és hogy nem egy is vagy meg ha csak már el mint ezt azt ki de kell volt lehet szerint által között valamint illetve ez amely jelen alapján
            minden után során felek"""
        ),
        "ro": words_in(
            """și de la în a cu pe nu că să din pentru este un o ale ca sau prin care se mai fi sunt al către acest această acestui aceste poate între fără
            dacă orice părți cel cea"""
        ),
        "hr": words_in(
            """i u na se je da za od su s o ne po iz ili kao koji koja koje te ovim ovog ovaj bez između prema biti može pri nije što sve samo do njegov
            ugovora"""
        ),
        "sl": words_in(
            """in v na se je da za od so s o ne po iz ali kot ki ter pri bi to tega ta brez med glede biti lahko ni kar vse samo do njegov pogodbe če
            oziroma"""
        ),
        "tr": words_in(
            """ve bir bu ile için olarak veya da de olan her tarafından gibi daha kadar en sözleşme ise ancak göre üzere olduğu hiçbir sonra bütün tüm
            edilen arasında"""
        ),
        "et": words_in(
            """ja on ei see et või kui mis ning oma ta selle kes ka ole tema käesoleva poolt ega võib kõik tuleb vastavalt lepingu pooled nende
            vahel ilma"""
        ),
        "lv": words_in(
            """un ir ar no par uz kas ka vai pēc tiek lai šī šo šis nav tā pie kā līguma puses bez starp kuru var to tas viņa visas"""
        ),
        "lt": words_in(
            """ir yra kad su iš ar ne apie į už tai bet kaip pagal šios šis ši nuo iki būti gali sutarties šalys tarp be dėl jo jos kuris kuri visi"""
        ),
        "ga": words_in(
            """agus na an ar le go i is ag do leis a bhfuil ní sé sí nó atá faoi seo sin chun gach don ón sa san aon sin um nach mar"""
        ),
        "cy": words_in(
            """y yr a i o yn ar ac wedi mae bod gan neu sydd ei eu fel hyn hwn hon nid am dan rhwng heb pob unrhyw chi eich ni ein gyda'r â'r i'r o'r"""
        ),
        "id": words_in(
            """yang dan di dengan untuk dari dalam pada ini itu atau tidak oleh akan kepada para dapat sebagai adalah setiap telah antara tanpa anda kami
            pihak"""
        ),
    }
)
"""The small words of languages written in Latin letters, by ISO 639-1 code."""

CONTRACT_VERBS = MappingProxyType(
    {
        "en": words_in(
            """grants grant assigns assign waives waive agrees agree consents consent licenses transfers transfer authorises authorizes irrevocably hereby may
            shall"""
        ),
        "fr": words_in(
            """cède cèdent céder renonce renoncent renoncer autorise autorisent autoriser concède concèdent accorde accordent transfère transfèrent transmet
            accepte acceptent engage engagent consent consentent reconnaît reconnaissent garantit garantissent peut peuvent pourra pourront doit doivent
            devra devront devient deviennent appartient appartiennent demeure utiliser utilise donne"""
        ),
        "de": words_in(
            """überträgt übertragen überlässt räumt räumen eingeräumt verzichtet verzichten gewährt gewähren gestattet gestatten erlaubt stimmt stimmen willigt
            erklärt erklären verpflichtet verpflichten ermächtigt darf dürfen kann können gehen geht gehört gehören nutzt nutzen verwendet verwenden erteilt"""
        ),
        "es": words_in(
            """cede ceden ceder renuncia renuncian renunciar autoriza autorizan otorga otorgan concede conceden acepta aceptan consiente consienten transfiere
            transfieren transmite garantiza garantizan podrá podrán puede pueden deberá deberán pertenece pertenecen pertenecerán queda quedan pasarán
            compromete utilizar reconoce"""
        ),
    }
)
"""What clauses of contracts do, in the languages that rules read and in English."""

NAMES = MappingProxyType(
    {
        "en": "English", "fr": "French", "de": "German", "es": "Spanish", "nl": "Dutch", "it": "Italian", "pt": "Portuguese", "ca": "Catalan", "sv": "Swedish",
        "da": "Danish", "nb": "Norwegian", "fi": "Finnish", "pl": "Polish", "cs": "Czech", "sk": "Slovak", "hu": "Hungarian", "ro": "Romanian", "hr": "Croatian",
        "sl": "Slovene", "tr": "Turkish", "et": "Estonian", "lv": "Latvian", "lt": "Lithuanian", "ga": "Irish", "cy": "Welsh", "id": "Indonesian",
        "ru": "Russian", "uk": "Ukrainian", "bg": "Bulgarian", "sr": "Serbian", "el": "Greek", "ar": "Arabic", "fa": "Persian", "he": "Hebrew", "hi": "Hindi",
        "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "th": "Thai", "hy": "Armenian", "ka": "Georgian", "und": "a language that was not recognised",
    }
)  # fmt: skip
"""What each language is called in English."""

SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("ru", re.compile(r"[\u0400-\u052f]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("ko", re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")),
)
"""Letters by which a script is known, with the language it most often writes."""

OTHER_SCRIPT = re.compile(r"[\u0370-\u1cff\u1f00-\u1fff\u3040-\ud7af\uf900-\ufdff\ufe70-\ufeff]")
"""A letter of any of these scripts, and of few others than Latin."""

LETTERS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("ru", "uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", "sr", re.compile(r"[јљњћђЈЉЊЋЂ]")),
    ("ar", "fa", re.compile(r"[پچژگ]")),
)
"""Within a script, letters that another of its languages is known by."""
