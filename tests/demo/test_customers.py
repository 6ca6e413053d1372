from goldenthread.demo.customers import Customers


def test_no_two_customers_share_what_they_are_known_by():
    crowd = Customers(3, 30_000)
    people = [crowd.customer(number) for number in range(18_000)]
    assert len({one.email for one in people}) == 18_000
    assert len({one.account for one in people}) == 18_000
    phones = [one.phone for one in people if one.phone is not None]
    assert len(set(phones)) == len(phones) == 15_000


def test_a_customer_who_comes_back_is_the_same():
    assert Customers(3, 100).customer(7) == Customers(3, 5000).customer(7)
