"""Every page, who looks at it, and how wide their windows are."""

WIDTHS = (320, 390, 700, 780, 1024, 1280)

EVERYWHERE = (
    ("executive", "/brief/"),
    ("executive", "/charter/"),
    ("executive", "/conversations/"),
    ("executive", "/conversations/import/"),
    ("executive", "/conversations/import/names/"),
    ("executive", "/people/"),
    ("executive", "/account/logout/"),
    ("executive", "/account/password/change/"),
    ("team_leader", "/brief/"),
    ("team_leader", "/conversations/"),
    ("agent", "/conversations/"),
    ("analyst", "/conversations/"),
    ("analyst", "/conversations/sample/"),
    ("administrator", "/brief/"),
    (None, "/account/login/"),
    (None, "/account/password/reset/"),
)
FURNISHED = (
    ("executive", "/brief/never/"),
    ("executive", "/charter/ask-first/"),
    ("executive", "/charter/worth-it/"),
    ("executive", "/conversations/?q=zebra"),
    ("executive", "/conversations/?since=tomorrow&channel=pigeon"),
    ("executive", "{sad}"),
    ("executive", "{broken import}"),
    ("executive", "{hostile import}"),
    ("analyst", "{sad}"),
)
