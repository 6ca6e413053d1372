"""What was said: conversations as they came in, what the gauge read in them, and its figures.

For other rooms: `models`, `policy`, `queries`, `actions`. The rest is private.
"""
