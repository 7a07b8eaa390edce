"""A term is explained whatever the order of the words that ask after it, and wherever they stand."""

import pytest

from app.onboarding.asking import parts_of, terms_asked, unknown_asked

ONE = [
    ("Welke organisatie schuilt er achter de letters VHTO?", "VHTO"),
    ("Wie of wat gaat er schuil achter Point of VieW?", "Point of VieW"),
    ("wie zit er achter A/BZ", "A/BZ"),
    ("LOB, hoe heet dat voluit?", "LOB"),
    ("VIA: hoe luidt dat voluit?", "VIA"),
    ("Kun je FBB voluit schrijven?", "FBB"),
    ("Hoe schrijf je UWV voluit?", "UWV"),
    ("Waar wordt MVOI voor afgekort?", "MVOI"),
    ("Welke naam hebben ze afgekort tot NFF?", "NFF"),
    ("Welke naam hoort bij de afkorting CBS?", "CBS"),
    ("Is IDAHOT een afkorting, en zo ja waarvan?", "IDAHOT+"),
    ("Er wordt gesproken over KIS. Kun je die afkorting uitschrijven?", "KIS"),
    ("TNO: graag de volledige naam", "TNO"),
    ("Ik zoek de volledige naam van het NVOG", "NVOG"),
    ("Wat is de hele naam van de SER?", "SER"),
    ("Wat is de officiële naam van de Topvrouwenwet?", "Topvrouwenwet"),
    ("Hoe heet de Wazo officieel?", "Wazo"),
    ("Hoe heet COC officieel?", "COC"),
    ("Wat willen de letters NCDR zeggen?", "NCDR"),
    ("Verklaar de letters IGLYO", "IGLYO"),
    ("Wat staat er voor de letters PTvT?", "PTvT"),
    ("Met FBB bedoelen ze wat?", "FBB"),
    ("Welke organisatie bedoelen ze met 'de Inspectie'?", "Inspectie"),
    ("Wat wordt er onder nnmb verstaan?", "nnmb"),
    ("Voor wie staat TK?", "TK"),
    ("Zegt me niets, die CSRD. Wat is dat?", "CSRD"),
    ("Wat is dat voor organisatie, Movisie?", "Movisie"),
    ("De IND, dat is toch een overheidsdienst?", "IND"),
    ("DSP-groep, is dat een ministerie of een bureau?", "DSP-groep"),
    ("CAST, om welke eilanden gaat het dan?", "CAST-eilanden"),
    ("Ik las over Veilige Steden. Om welke steden gaat het daar?", "Veilige Steden"),
    ("Wat is de lange versie van SRGR?", "SRGR"),
    ("Hoe noem je SER voluit", "SER"),
    ("Waar staat de W voor in VWS?", "VWS"),
    ("Staat JenV voor Justitie en Veiligheid?", "JenV"),
    ("VHTO, die letters zeggen me niks", "VHTO"),
    ("Van welke woorden is RCN de afkorting?", "RCN"),
    ("Q1 2024, welke maanden zijn dat?", "Q1"),
]
BESIDE = [  # the term stands in a sentence of its own, among others
    ("Ik lees NWA bij het onderzoek. Waar staan die letters voor?", "NWA"),
    ("Er staat RCN in de kolom Wie. Welke dienst is dat?", "RCN"),
    ("Bij de VN zit ook de CSW. Waar staat CSW voor?", "CSW"),
    ("Bij OCW kom ik LOB tegen. Waar staan die letters voor?", "LOB"),
    ("In de toelichting wordt ZonMw genoemd. Wat is dat voor club?", "ZonMw"),
    ("Ik zie OVIVI staan bij sport, wat bedoelen ze daarmee?", "OVIVI"),
    ("Bij inkoop staat MVOI, wat is daarvan de volledige naam?", "MVOI"),
    ("Bij de verantwoordelijken staat n.n.t.b., wat moet ik me daarbij voorstellen?", "n.n.t.b."),
    ("In de kolom Wie staat Rijksbreed. Welke ministeries zijn dat dan?", "kabinetsbreed"),
    ("Bij een maatregel staat Kabinetsbreed. Wie is er dan verantwoordelijk?", "kabinetsbreed"),
    ("Achter een maatregel staat alleen TK. Wie is er dan aan zet?", "TK"),
    ("Onder Wanneer staat n.v.t. Betekent dat dat het klaar is?", "n.v.t."),
    ("In een toelichting staat Q4. Welk kwartaal is dat?", "Q4"),
    ("Als er Rijksbreed staat, welk ministerie gaat er dan over?", "kabinetsbreed"),
    ("De letters SGG, waar staan die voor?", "seksueel grensoverschrijdend gedrag"),
]
SEVERAL = [
    ("NFF en DAFF: wat voor clubs zijn dat?", ("NFF", "DAFF")),
    ("ILGA-Europe, TGEU en IGLYO, wie zijn dat?", ("ILGA-Europe", "TGEU", "IGLYO")),
    ("SRGR en FBB, hoe heten die voluit?", ("SRGR", "FBB")),
    ("Wat zijn OESO en UNESCO voor organisaties?", ("OESO", "UNESCO")),
    ("BZ, BZK en EZK: welke ministeries zijn dat?", ("BZ", "BZK", "EZK")),
    ("NIVEL en TNO: zijn dat overheidsdiensten?", ("NIVEL", "TNO")),
    ("KNVB en KNHB: wie zijn dat?", ("KNVB", "KNHB")),
    ("Wie zijn Bikker en Ellemeet?", ("Bikker", "Ellemeet")),
    ("Mutluer en Westerveld, wie zijn dat?", ("Mutluer", "Westerveld")),
    ("Hoe verhouden ILGA-Europe en TGEU zich tot elkaar?", ("ILGA-Europe", "TGEU")),
    ("Ik zie CSRD en ESF+ in de tabel Arbeid. Waar staan die afkortingen voor?", ("CSRD", "ESF+")),
    ("Wat houdt de afkorting SGG in en wat de afkorting GGG?", ("SGG", "GGG")),
    ("Dittrich en Ellemeet, zijn dat Kamerleden?", ("Dittrich", "Ellemeet")),
    ("LOB of LOBO, is dat hetzelfde?", ("LOB", "LOBO")),
]
MISSING = [
    ("Waar staat COA voor?", "COA"),
    ("Wat betekent de afkorting PIANOo?", "PIANOo"),
    ("GREVIO, waarvan is dat een afkorting?", "GREVIO"),
    ("Waar is de afkorting NSOB van?", "NSOB"),
    ("IPO en VNG: wat zijn dat voor organisaties?", "VNG"),
    ("Ik hoorde over het RIVM. Waar staan die letters voor?", "RIVM"),
]
ABOUT_MEASURES = [  # a known term, and words that could ask after it, in a question for the measures
    "Welke wetten zijn van SZW?",
    "Welke organisaties werken samen met OCW?",
    "Welk onderzoek is gedaan of loopt er naar lhbtiq+ personen?",
    "Welk onderzoek wordt gedaan naar lhbtiq+ jongeren?",
    "Alleen van VWS, niet gedeeld: welke zijn dat?",
    "Van OCW en SZW samen: welke zijn dat?",
    "Moties over lhbtiq+: welke zijn dat?",
    "Wat voor programma's zijn er tegen homofobie?",
    "Wat voor plannen zijn er voor transgender personen?",
    "Er zijn drie maatregelen van FIN. Welke zijn dat?",
    "Welke landen doen mee aan de Equal Rights Coalition?",
    "Wie is de trekker van het FBB?",
    "Voor wie is de subsidie van ESF+ bedoeld?",
    "Wat betekent het FBB voor de ambassades?",
    "VN-vrouwencommissie CSW, wat doen we daar zelf in?",
    "Wat is de stand van zaken van de Wazo?",
    "Met welke organisatie werkt BZ samen voor de Equal Rights Coalition?",
    "Welke maatregelen van OCW staan er bij Onderwijs? En wat is dat?",
    "Wie staat er achter de motie van Van Ginneken?",
    "Zelfde vraag voor de monitor sociale veiligheid in het mbo",
    "Verschilt de aanpak van OCW en BZ?",
    "Hoe zit het met Kabinetsbreed: welke maatregelen zijn dat?",
    "Hoe heet de wet over transgenders officieel?",
    "OCW, wat is daar nog niet af?",
    "Wat zijn de plannen van het UWV?",
    "Noem de volledige naam van maatregel 3.10 van OCW",
]


@pytest.mark.parametrize(("question", "name"), [*ONE, *BESIDE])
def test_the_term_that_is_asked_is_explained(question, name, assistant):
    term = assistant.glossary.find(name, typos=False)
    assert assistant.around.term_question(question).terms == (term,)
    assert term.explanation in assistant.respond(question).answer.text


@pytest.mark.parametrize(("question", "names"), SEVERAL)
def test_each_of_several_terms_is_explained(question, names, assistant):
    terms = tuple(assistant.glossary.find(name, typos=False) for name in names)
    assert assistant.around.term_question(question).terms == terms
    text = assistant.respond(question).answer.text
    assert [term.term for term in terms if term.explanation not in text] == []


@pytest.mark.parametrize(("question", "name"), MISSING)
def test_an_abbreviation_that_is_not_used_is_said_to_be_missing(question, name, assistant):
    answer = assistant.respond(question).answer
    assert (answer.kind, answer.measures) == ("abstain", ())
    assert answer.text.count(".") == 1
    assert f"“{name}” kom" in answer.text


@pytest.mark.parametrize("question", ABOUT_MEASURES)
def test_a_term_in_a_question_for_measures_is_left_to_the_search(question, assistant):
    assert terms_asked(question, assistant.glossary) == ()
    assert unknown_asked(question, assistant.glossary) == ()


def test_a_message_is_cut_at_its_marks_and_not_inside_an_abbreviation(assistant):
    parts = parts_of("Er staat n.n.t.b. bij BZ, wat is dat?", assistant.glossary)
    assert [part.plain for part in parts] == ["er staat … bij …", "wat is dat"]
    assert [mention.term.term for mention in parts[0].mentions] == ["n.n.t.b.", "BZ"]
