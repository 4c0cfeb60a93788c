"""Exchanges: deals, what each side gives, and the words that tie them."""
