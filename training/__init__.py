"""How each shipped weight file was made, from public corpora in a folder you name."""
