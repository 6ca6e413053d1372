"""The believable organisation behind `goldenthread demo`: people, a year, a planted truth."""
