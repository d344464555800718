"""The pages of docs/reference/, one module a page; scripts/docs.py writes them."""
