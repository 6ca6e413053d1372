"""Geometry of the house's pictures: values in, places on the paper out. Drawn by templates."""
