"""The ledger of figures: every number told of one thing, by whom and when, and what is current."""

from lagebild.comparison.ledgers.accounts import Account, Standing, Value, accounts_of
from lagebild.comparison.ledgers.asking import is_wanted
from lagebild.comparison.ledgers.numbers import Number, numbers_of

__all__ = ["Account", "Number", "Standing", "Value", "accounts_of", "is_wanted", "numbers_of"]
