"""Everything that can be known from words alone: pure Python, no Django, no database."""
