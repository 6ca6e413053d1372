"""The charter: what customers are promised, what keeps a promise, and how it stands."""
