"""Search: what is asked in words and filters, and the records that answer."""
