# ruff: noqa: E501 - tables of questions
"""Every way of asking goes with every term; the same for what can be asked of the document."""

import pytest

from app.onboarding.aspects import aspect_of

WAYS = [
    "{} wat is dat", "{}, wat is dat?", "wat is dat, {}", "{} is wat", "Wat is {}?", "wat is {} nou weer", "Zeg, wat was {} ook alweer?", "wat zou {} kunnen zijn", "wtf is een {}",
    "{} voluit", "{} voluit graag", "voluit: {}", "Hoe luidt de volledige naam van {}?", "Kun je {} voor me uitschrijven?", "Kun je {} voluit schrijven?", "Welke woorden vormen {}?", "Waaruit bestaat de afkorting {}",
    "afkorting {}", "afk. {}", "{} afkorting", "{} - afkorting van?", "Waar is {} de afkorting van", "waarvan is {} de afkorting",
    "{} = ?", "{} =", "{} betekent?", "{} bet.", "{} betekenis", "betekenis {}", "de betekenis van {} graag", "wat wordt bedoeld met {}", "Wat bedoelen ze nou met {}", "definitie {}",
    "{} staat voor?", "{}, waar staat dat voor", "waar staat {} voor", "Waar staat {} voor in de toelichting?", "wie zitten er achter {}", "wie zit er achter {}?", "Wie of wat is {}?", "Waar moet ik aan denken bij {}?",
    "ken je {}", "Ken jij {}?", "snap {} niet", "{} snap ik niet", "nooit van {} gehoord", "{} onbekend, wat is het?", "{} herinner me even", "Ik weet niet wat {} is", "Geen idee wat {} inhoudt", "Help, wat is {}?",
    "uitleg {}", "{} uitleg", "leg {} eens uit", "kun je {} even toelichten", "verklaar {}", "{}???", "Iemand had het over {}, wat is dat?", "Ik zie vaak {} staan, wat betekent dat?", "Bij een maatregel staat {}. Waar staat dat voor?", "What does {} mean?",
]  # fmt: skip
TERMS = ["ECAD-P", "NVOG", "SRGR", "CSW", "FBB", "ESF+", "ZonMw", "Wazo", "nnmb"]
OF_A_KIND = [
    ("Welke beroepsvereniging gaat schuil achter NVOG?", "NVOG"),
    ("Welke vereniging schuilt achter NFF?", "NFF"),
    ("Welke beroepsgroep vertegenwoordigt de NVOG?", "NVOG"),
    ("wat voor club is COC", "COC"),
    ("wat voor clubje is IGLYO nou weer", "IGLYO"),
    ("Is Movisie een overheidsinstelling?", "Movisie"),
    ("Is UNESCO onderdeel van de VN?", "UNESCO"),
    ("Is TGEU Nederlands of Europees?", "TGEU"),
    ("Tot welke organisatie behoort IGLYO?", "IGLYO"),
    ("Wat regelt de Wazo?", "Wazo"),
    ("Waarover gaat de CSRD?", "CSRD"),
    ("Waar gaat de Wazo over?", "Wazo"),
    ("Van welke partij is Bikker?", "Bikker"),
    ("tot welke partij behoort Ellemeet", "Ellemeet"),
    ("Welke eilanden horen bij CAST?", "CAST-eilanden"),
    ("Welke maanden vallen in Q4?", "Q4"),
    ("Q2 2024: wanneer is dat?", "Q2"),
    ("medio 2024, wanneer is dat", "medio"),
    ("q4 is welk deel van het jaar?", "Q4"),
    ("Betekent kabinetsbreed dat alle ministeries meedoen?", "kabinetsbreed"),
    ("Rijksbreed = alle ministeries?", "kabinetsbreed"),
    ("wat is de afkorting voor Onderwijs, Cultuur en Wetenschap", "OCW"),
    ("Hoe wordt de Sociaal-Economische Raad afgekort?", "SER"),
    ("hoe kort je Nationaal Coördinator tegen Discriminatie en Racisme af", "NCDR"),
    ("esf plus wat is dat", "ESF+"),
    ("Bij inkoop staat IenW, wie zijn dat?", "IenW"),
    ("Wie zijn toch die mensen van IGLYO?", "IGLYO"),
    ("Wat is de Topvrouwenwet officieel voor wet?", "Topvrouwenwet"),
    ("Waarom heet het Topvrouwenwet?", "Topvrouwenwet"),
    ("Wat houdt een toezegging in?", "toezegging"),
    ("Hoezo staat er n.v.t. bij Wie?", "n.v.t."),
    ("Welke directie is DE?", "DE"),
    ("Wie vallen er onder lhbtiq+?", "lhbtiq+"),
    ("Wie is NCDR en wat doet die?", "NCDR"),
    ("Wat is een alliantie in dit verband?", "alliantie"),
]
FOR_THE_SEARCH = [
    "Medio 2024 gereed, welke zijn dat?",
    "Wat is er van OCW?",
    "Wat is er bij VWS gestopt?",
    "wat was er van SZW ook alweer klaar",
    "Wat is er voor lhbtiq+ personen?",
    "Welke organisaties vormen de Alliantie Divers?",
    "Welke sportbonden zitten achter Gelijk Spelen?",
    "Bij welk ministerie hoort Genderpraatjes?",
    "Kan de minister van Financiën toelichten in hoeverre vrouwen profiteren?",
    "moties van kamerlid Bikker",
    "Waar gaat het over de Grondwet?",
    "Wat doet OCW?",
    "Welke onderzoeken horen bij VWS?",
    "Wat zijn de plannen voor Q1 2024?",
    "Wanneer is het FBB klaar?",
    "Welke maatregelen vallen in Q4?",
    "Wat is er tegen SGG gedaan?",
    "Wat valt er onder de Rijksdienst Caribisch Nederland?",
    "Wie vallen er onder SZW?",
]
ASPECTS = [
    ("Kun je de legenda uitleggen?", "legenda"),
    ("Wat zijn die cijfertjes achter de maatregelen?", "legenda"),
    ("Hoe wordt de voortgang aangegeven?", "legenda"),
    ("Hoe zie ik of een maatregel klaar is?", "legenda"),
    ("Hoe kan ik aan de tabel zien dat iets gestopt is?", "legenda"),
    ("Met welk cijfer geven ze aan dat iets klaar is?", "legenda"),
    ("wanneer noem je iets afgerond?", "legenda"),
    ("Kun je de kolommen uitleggen?", "kolommen"),
    ("wat zijn de vijf kolommen", "kolommen"),
    ("Wat is het verschil tussen de kolom Wanneer en Wie?", "kolommen"),
    ("Hoe is de tabel opgebouwd?", "kolommen"),
    ("Waarom staan sommige regels cursief?", "verwijzingen"),
    ("Wat betekent het als een regel cursief staat?", "verwijzingen"),
    ("Welke maatregelen zijn dubbel vermeld?", "verwijzingen"),
    ("Door welk ministerie is dit gepubliceerd?", "schrijver"),
    ("Welk kabinet heeft dit opgesteld?", "schrijver"),
    ("Welk ministerie coördineert dit?", "schrijver"),
    ("Aan wie is dit gestuurd?", "lezers"),
    ("Voor welk publiek is deze tekst bedoeld?", "lezers"),
    ("wanneer is dit stuk uitgekomen", "datum"),
    ("Wat ontbreekt er in deze rapportage?", "volledigheid"),
    ("Welke informatie staat er niet in?", "volledigheid"),
    ("Staan er bedragen in?", "geld"),
    ("Staan de kosten erbij?", "geld"),
    ("Staan de financiën erin?", "geld"),
    ("hoe dik is dit stuk?", "pagina's"),
    ("aantal bladzijden?", "pagina's"),
    ("Waar is dit een bijlage bij?", "looptijd van de nota"),
    ("Wat is het verschil tussen de emancipatienota en deze rapportage?", "looptijd van de nota"),
    ("Zijn de maatregelen genummerd?", "nummering"),
    ("Waar komen die nummers als 3.10 vandaan?", "nummering"),
    ("Hoeveel thema's zijn er en welke?", "thema's"),
    ("Waar kan ik het origineel vinden?", "herkomst"),
    ("Hoe heet de emancipatienota?", "looptijd van de nota"),
    ("Is dit de definitieve versie?", "datum"),
    ("Welke maatregelen staan er niet in?", "volledigheid"),
    ("Uit hoeveel delen bestaat het?", "thema's"),
    ("Waarom zijn het er 149?", "aantal"),
    ("Hoe kom je aan 149?", "aantal"),
    ("Klopt het dat er 149 maatregelen zijn?", "aantal"),
    ("Zijn dubbele maatregelen meegeteld?", "verwijzingen"),
    ("Wat zijn kopjes?", "kopjes"),
    ("Hoe weet ik wie verantwoordelijk is?", "kolom who"),
    ("Waar staat wie het doet?", "kolom who"),
    ("Waar vind ik wanneer iets klaar is?", "kolom when"),
    ("Hoe heten de kolommen?", "kolommen"),
    ("leg me het overzicht uit", "onderwerp van het document"),
]
NO_ASPECT = [
    "Heeft Financiën ook iets op de lijst staan?",
    "Wat heeft Financiën op de lijst staan?",
    "Staat Financiën op de lijst?",
    "Staat Financiën in de tabellen?",
    "Wat staat er over kosten in?",
    "welke status komt het meest voor",
    "Hoeveel maatregelen staan er per thema in?",
    "Wat is er dit jaar gepubliceerd over de loonkloof?",
    "Wie heeft het wetsvoorstel opgesteld?",
    "Aan wie is de Kamerbrief over zwangerschap gestuurd?",
    "Welke maatregelen zijn nog niet klaar?",
    "Wat is nog niet in uitvoering?",
    "Hoe lang loopt de pilot?",
    "Wanneer is de monitor verschenen?",
    "Wat kost de kinderopvang?",
    "Wat ontbreekt er in de zorg?",
    "Welke nummers hebben de maatregelen van OCW?",
    "Welke maatregelen staan niet in thema 3?",
    "Waarom zijn er 12 maatregelen van SZW gestopt?",
    "Waar vind ik wanneer FundRight klaar is?",
    "Welke kopjes staan er onder Arbeid?",
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", TERMS)
def test_each_way_of_asking_goes_with_each_term(way, name, assistant):
    term = assistant.glossary.find(name, typos=False)
    asked = assistant.around.term_question(way.format(name))
    assert asked is not None
    assert asked.terms == (term,)


@pytest.mark.parametrize("way", WAYS[:12])
def test_small_letters_do_as_well(way, assistant):
    asked = assistant.around.term_question(way.format("ecad-p"))
    assert asked is not None
    assert [term.term for term in asked.terms] == ["ECAD-P"]


@pytest.mark.parametrize(("question", "name"), OF_A_KIND)
def test_what_is_asked_of_one_kind_of_term_is_explained(question, name, assistant):
    term = assistant.glossary.find(name, typos=False)
    answer = assistant.respond(question).answer
    assert answer.kind == "explain"
    assert term.explanation in answer.text


@pytest.mark.parametrize("question", FOR_THE_SEARCH)
def test_questions_for_measures_ask_no_term(question, assistant):
    assert assistant.around.term_question(question) is None


@pytest.mark.parametrize(("question", "name"), ASPECTS)
def test_what_is_asked_of_the_document_is_recognised_by_its_parts(question, name, assistant):
    aspect = aspect_of(question)
    assert aspect is not None
    assert aspect.name == name
    assert assistant.respond(question).answer.kind == "explain"


@pytest.mark.parametrize("question", NO_ASPECT)
def test_whoever_says_more_does_not_ask_of_the_document(question):
    assert aspect_of(question) is None


@pytest.mark.parametrize("question", ["Door welk ministerie is dit gepubliceerd?", "Aan wie is dit gestuurd?"])
def test_with_a_measure_on_the_table_this_is_the_measure(question):
    assert aspect_of(question, alone=False) is None
