"""What is known of a language, as data, and how it is loaded."""
