"""Pages from the web, politely and safely."""
