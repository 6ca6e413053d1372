"""What has a written form is found by its form, its check digit and the words beside it."""

import time

import pytest

from goldenthread.engine.personal import Kind, mask


def kinds(text):
    return [(text[one.start : one.end], one.kind.value) for one in mask(text)[1]]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("Write to anna.berg+shop@example.co.uk please", "anna.berg+shop@example.co.uk", "email"),
        ("it is bo at example dot com", "bo at example dot com", "email"),
        ("Card 4111 1111 1111 1111 was lost", "4111 1111 1111 1111", "card"),
        ("I paid with 378282246310005 twice", "378282246310005", "card"),
        ("block card no 501800000009", "501800000009", "card"),
        ("Refund to GB82 WEST 1234 5698 7654 32 today", "GB82 WEST 1234 5698 7654 32", "iban"),
        ("from DE89370400440532013000 to other accounts", "DE89370400440532013000", "iban"),
        ("Look, 81.23.45.67 is blocked", "81.23.45.67", "ip"),
        ("from 2001:db8::8a2e:370:7334 again", "2001:db8::8a2e:370:7334", "ip"),
        ("Call me on (83) 415-902 later", "(83) 415-902", "phone"),
        ("Call 001-312-555-0143x2207 later", "001-312-555-0143x2207", "phone"),
        ("+44 20 7946 0018 is best", "+44 20 7946 0018", "phone"),
        ("ring 07700900123 after six", "07700900123", "phone"),
        ("71 204 55 19 office", "71 204 55 19", "phone"),
        ("My SSN is 512-34-6789.", "512-34-6789", "national_id"),
        ("NI number AB 12 34 56 C here", "AB 12 34 56 C", "national_id"),
        ("NHS number 943 476 5919 here", "943 476 5919", "national_id"),
        ("mi DNI es 12345678Z gracias", "12345678Z", "national_id"),
        ("codice fiscale RSSMRA85T10A562S", "RSSMRA85T10A562S", "national_id"),
        ("my BSN is 111222333 ok", "111222333", "national_id"),
        ("CPF 529.982.247-25 ok", "529.982.247-25", "national_id"),
        ("Aadhaar 2345 6789 0124 ok", "2345 6789 0124", "national_id"),
        ("PAN ABCPE1234F ok", "ABCPE1234F", "national_id"),
        ("my SIN is 046 454 286 ok", "046 454 286", "national_id"),
        ("INSEE 1 84 12 76 451 089 46 ok", "1 84 12 76 451 089 46", "national_id"),
        ("Steuer-ID 86 095 742 719 ok", "86 095 742 719", "national_id"),
        ("My driver's license number is 730042816", "730042816", "account"),
        ("my passport number is C01X00T47.", "C01X00T47", "account"),
        ("account number 12345678, sort code 20-00-00", "12345678", "account"),
        ("sort code 20-00-00, thanks", "20-00-00", "account"),
        ("She was born on 11/19/1984.", "11/19/1984", "birth_date"),
        ("My date of birth? It's 3 March 1990", "3 March 1990", "birth_date"),
        ("password: hunter2!Moon", "hunter2!Moon", "password"),
        ("my PIN is 4821, sorry", "4821", "password"),
        ("Username: bquill58", "bquill58", "username"),
        ("thanks @janedoe77 for that", "@janedoe77", "username"),
        ("I live at 12 High Street, London", "12 High Street, London", "address"),
        ("send it to Hauptstraße 12 please", "Hauptstraße 12", "address"),
        ("My zip code is 12345", "12345", "address"),
    ],
)
def test_a_value_is_found_whole_and_named_by_its_kind(text, value, kind):
    assert (value, kind) in kinds(text)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("https://shop.example.com/reset?token=abc123&lang=en", "abc123"),
        ("https://user:pa55@example.com/file", "user:pa55"),
        ("see https://pay.example.com/invite/9f8e7d6c5b4a39281706f5e4d3c2b1a0", "9f8e7d6c5b4a"),
        ("http://app.example.net/login;jsessionid=A1B2C3D4", "A1B2C3D4"),
    ],
)
def test_only_the_secret_part_of_a_web_address_goes(text, secret):
    masked, _ = mask(text)
    assert secret not in masked
    assert "example" in masked


@pytest.mark.parametrize(
    "text",
    [
        "It will be there by Friday 5pm, we are open 24/7.",
        "I paid $1,250.00 on 12/03/2024 at 14:05 for 2 x 1500 pieces.",
        "Version 10.2.3.4 of order 1182734 arrived 2024-05-11.",
        "Order #112-4837265-1234567 and tracking number 1Z999AA10123456784",
        "Invoice 20240511, ref 4111111111111112, ticket no. 5551234567",
        "I waited from 10:00-11:30, then 2019-2021, pages 120-145.",
        "It cost 1200-1500 euros and took 3-5 business days.",
        "see https://example.com/orders/how-to-return-an-item-2024",
        "my account is locked and my password is wrong",
        "I have been a member since 2014",
        "thanks @AmericanAir and @UPSHelp",
        "It's like that since 4/2/1971",
    ],
)
def test_what_carries_the_meaning_stays(text):
    assert mask(text) == (text, [])


@pytest.mark.parametrize("value", ["4111 1111 1111 1112", "4111111111111112"])
def test_a_number_without_its_check_digit_is_no_card_unless_called_one(value):
    assert Kind.CARD not in [one.kind for one in mask(f"It says {value} here")[1]]
    assert Kind.CARD in [one.kind for one in mask(f"My card is {value}")[1]]


@pytest.mark.parametrize("sign", ["7", "@", "A", "Ab ", "1 ", "a.", ":", "(", "1-", "[name 1] "])
def test_time_stays_in_step_with_length(sign):
    def spent(length):
        begun = time.process_time()
        mask((sign * length)[:length])
        return time.process_time() - begun

    mask(sign)  # the word lists are read once
    assert spent(80_000) < 10 * spent(20_000) + 0.05  # in step is 4, squared would be 16
