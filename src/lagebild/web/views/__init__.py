"""What pages show, as plain values; the templates and the JSON twins are made of these."""
