"""The archive of motions and reply letters: from annotated texts to a checked, published site."""
