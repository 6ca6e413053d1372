"""The organisation: when it works, how it is divided, who belongs to it, who may see whom.

For other rooms: `models`, `policy`, `queries`, `actions`. The rest is private.
"""
