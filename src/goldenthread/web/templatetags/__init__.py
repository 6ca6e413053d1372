"""Components of every page."""
