"""Every component of a page by one line: `{% load figures %}`."""

from django import template

from goldenthread.web.templatetags import charts, days, fields, lists, numbers, words

register = template.Library()
for part in (charts, days, fields, lists, numbers, words):
    register.tags |= part.register.tags
    register.filters |= part.register.filters
