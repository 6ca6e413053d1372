"""Names that no metadata knows are found by lists and neighbours; ordinary words stay."""

import pytest

from goldenthread.engine.personal import mask


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("My name is Wojciech Zbrzyczny and I wait.", "Wojciech Zbrzyczny"),
        ("my name is tilda voronchikhina", "tilda voronchikhina"),
        ("This is Dr. Anna-Maria O'Neill speaking", "Anna-Maria O'Neill"),
        ("I was speaking with Zbynka yesterday", "Zbynka"),
        ("Thanks, Will", "Will"),
        ("Best regards,\nDerya Öztoprak\nHead of Service", "Derya Öztoprak"),
        ("Dear Ms. Oortwijn,", "Oortwijn"),
        ("Yalitza's kid was there", "Yalitza"),
        ("It was Robert and Joana who left.", "Joana"),
        ("Kresimira: what a day", "Kresimira"),
        ("I asked for Grace on Monday.", "Grace"),
        ("Mr Baker called me back", "Baker"),
        ("Helen Brody was kind.", "Helen Brody"),
        ("This is Serge Van Baelen, hello", "Serge Van Baelen"),
        ("PASSENGER ANNE-MARIE VAN DEN BERG", "ANNE-MARIE VAN DEN BERG"),
        ("Dear Mr. Lane, we are sorry", "Lane"),
        ("I write on behalf of D.I. Siddiqui.", "D.I. Siddiqui"),
        ("The agent called herself Dariush", "Dariush"),
        ("Aïssatou Ndiaye", "Aïssatou Ndiaye"),
        ("my name is diane dean", "diane dean"),
        ("hi this is john bùi, wheres my order", "john bùi"),
        ("mr holland never answered", "holland"),
        ("please tell ester to call me", "ester"),
        ("its under inês dos santos", "inês dos santos"),
        ("For example Jerry Seinfeld called", "Jerry Seinfeld"),
        ("I was put through to Ruaridh again", "Ruaridh"),
        ("My name is Laura Ashley and I wait.", "Laura Ashley"),
    ],
)
def test_a_name_goes(text, name):
    masked, _ = mask(text)
    assert name not in masked
    assert "[name 1]" in masked


@pytest.mark.parametrize(
    "text",
    [
        "May I call you tomorrow? Will you be there?",
        "Mark it as done. The rose is red.",
        "Apple said no. Microsoft told me to ask Amazon.",
        "I live in Paris and flew to Denmark on Monday in April.",
        "Hello Team, Dear Customer, Good Morning",
        "My Samsung Galaxy S21 Ultra and the Windows Update failed.",
        "The Customer Service Team and the Manager told me so.",
        "I WANT TO SPEAK TO A REAL PERSON NOW",
        "The ATM took my card, exchange GBP for AUD?",
        "I waited for 40 minutes and nobody told me why.",
        "kind rgds, the brightwater team",
        "hello brightwater team, this is brightwater customer service",
        "I bank with Wells Fargo and JP Morgan Chase, Morgan Stanley too.",
        "Ben & Jerry's, Johnson & Johnson, Marks and Spencer, Jack Daniel's",
        "The branch in Milton Keynes is closed, and so is Santa Barbara.",
        "The Royal Blue one, Steuer-Identifikationsnummer and a bank in the U.S. Will you come?",
        "Calvin Klein jeans, a Ted Baker coat and the Laura Ashley curtains",
        "Kind rgds, the team. My order is HD-100010.",
        "Enquiry received, number HD-111829. This is automatic.",
    ],
)
def test_what_is_nobodys_name_stays(text):
    assert mask(text) == (text, [])


def test_the_same_person_keeps_one_number_and_another_gets_the_next():
    masked, _ = mask("My name is Anna Berg. Anna Berg asked for Pedro Ruiz.")
    assert masked == "My name is [name 1]. [name 1] asked for [name 2]."
